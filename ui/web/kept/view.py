"""The history as HTML: the list by days, what is selected in it, and the head of an answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from corpus.kept import Kept
from corpus.wording import InterfaceLanguage
from qa.standing import Standing
from ui.web import texts
from ui.web.dates import date_in_words
from ui.web.kept import words as kept_words
from ui.web.kept.days import day_in_words, moment, time_in_words
from ui.web.markup import render

PAGE = 50  # answers
LONGEST_SEARCH = 300  # characters
TICKED = "ticked"
ALL = "all"


@dataclass(frozen=True, slots=True)
class View:
    """What a person looks at in the history."""

    search: str = ""
    favourites: bool = False
    page: int = 0
    ticked: tuple[str, ...] = ()  # ids
    doomed: str = ""  # what is about to be deleted: an id, TICKED or ALL


def find_html(view: View, language: InterfaceLanguage) -> str:
    """The search, and whether only favourites are shown."""
    which = [
        ("all", kept_words.ALL.in_language(language)),
        ("favourites", kept_words.FAVOURITES.in_language(language)),
    ]
    return render(
        "kept_find.html",
        language,
        w=kept_words,
        search=view.search,
        longest=LONGEST_SEARCH,
        which=which,
        chosen="favourites" if view.favourites else "all",
    )


def list_html(
    entries: Sequence[Kept],
    view: View,
    language: InterfaceLanguage,
    *,
    off: bool = False,
    focus: str = "",
) -> str:
    """One page of all `entries`, by days. `off`: nothing is kept without being asked for.

    `focus` goes to the heading ("heading") or to the entry of that id.
    """
    number = max(0, min(view.page, (len(entries) - 1) // PAGE))
    shown = entries[number * PAGE : (number + 1) * PAGE]
    return render(
        "kept.html",
        language,
        w=kept_words,
        days=_days(shown, datetime.now().astimezone().date(), language),
        total=len(entries),
        number=number,
        first=number * PAGE + 1,
        last=number * PAGE + len(shown),
        more=(number + 1) * PAGE < len(entries),
        searched=bool(view.search.strip()),
        favourites=view.favourites,
        everything=bool(entries) and not view.search.strip() and not view.favourites,
        ticked=view.ticked,
        doomed=view.doomed,
        off=off,
        focus=focus,
    )


def ticked_html(view: View, language: InterfaceLanguage) -> str:
    """What can be done with the selection; nothing where nothing is selected."""
    if not view.ticked:
        return ""
    return render(
        "kept_ticked.html",
        language,
        w=kept_words,
        count=len(view.ticked),
        doomed=view.doomed,
    )


def opened_html(
    at: str,
    standing: Standing | None,
    language: InterfaceLanguage,
    *,
    mine: bool,
) -> str:
    """Above an answer of another day: its date, and what has become of its sources.

    Without a `standing` it says that this could not be found out.
    """
    given = moment(at)
    return render(
        "kept_opened.html",
        language,
        w=kept_words,
        given=texts.filled(
            kept_words.GIVEN,
            date=date_in_words(given.date().isoformat(), language),
            time=time_in_words(given, language),
        ),
        mine=mine,
        standing=standing,
        unknown=standing is None,
    )


def _days(
    entries: Sequence[Kept], today: date, language: InterfaceLanguage
) -> list[tuple[str, list[tuple[Kept, str]]]]:
    """The entries with their times, under the day that they are of."""
    timed = [(entry, moment(entry.at)) for entry in entries]
    return [
        (
            day_in_words(day, today, language),
            [(entry, time_in_words(at, language)) for entry, at in each],
        )
        for day, each in groupby(timed, lambda pair: pair[1].date())
    ]
