"""Cohorts as HTML: one's own progress, the cohorts one is in, and those that a trainer follows."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from corpus.training.cohort_store import Cohort
from corpus.wording import InterfaceLanguage, Wording
from qa.training.cohort.cohorts import MemberProgress, Progress
from qa.training.cohort.item_statistics import FEWEST, ItemStatistics
from qa.training.competency import Competency
from qa.training.item import Item
from qa.training.mastery import Mastery
from ui.training.item_words import FLAGS, INDEXES
from ui.web import texts
from ui.web.markup import render
from ui.web.train.cohorts import words

MOST_LISTED = 15  # of the hardest items
_LEVELS = 4  # of colour, in the table of progress


@dataclass(frozen=True, slots=True)
class Sight:
    """What a trainer looks at, or has begun."""

    cohort: str = ""  # id of the one that is open
    doing: Literal["", "rename", "delete"] = ""


@dataclass(frozen=True, slots=True)
class Opened:
    """A cohort with all that its trainer sees of it."""

    cohort: Cohort
    members: tuple[MemberProgress, ...]
    statistics: tuple[tuple[Item, ItemStatistics], ...]


def own_html(progress: Progress, map_: Sequence[Competency], language: InterfaceLanguage) -> str:
    """How far the visitor is."""
    return render(
        "train_cohorts_own.html",
        language,
        w=words,
        progress=progress,
        total=texts.counted(progress.answers, words.OWN_ONE, words.OWN_MANY, right=progress.right),
        names=_names(map_, language),
    )


def joined_html(
    joined: Sequence[Cohort],
    invited: Cohort | None,
    typed: str,
    language: InterfaceLanguage,
    refusal: Wording | None = None,
    *,
    accounts: bool,
    focus: bool = False,
) -> str:
    """The cohorts that the visitor is in, and an invitation that is looked at.

    `typed`: the code as it was written. `accounts`: whether people sign in at all. `focus`: the
    keyboard goes on at the invitation, or at the refusal.
    """
    return render(
        "train_cohorts_joined.html",
        language,
        w=words,
        joined=joined,
        invited=invited,
        already=any(invited.id == each.id for each in joined) if invited else False,
        typed=typed,
        refusal=refusal,
        accounts=accounts,
        focus=focus,
    )


def trained_html(
    cohorts: Sequence[Cohort],
    opened: Opened | None,
    sight: Sight,
    map_: Sequence[Competency],
    language: InterfaceLanguage,
    refusal: Wording | None = None,
    *,
    focus: bool = False,
) -> str:
    """The cohorts that a trainer follows, or the one that is open."""
    return render(
        "train_cohorts_trained.html",
        language,
        w=words,
        cohorts=cohorts,
        opened=opened,
        sight=sight,
        names=_names(map_, language),
        hint=texts.filled(words.HARDEST_HINT, few=FEWEST),
        items=[
            (item, known, _percent(known.difficulty, language), _number(known, language))
            for item, known in (opened.statistics[:MOST_LISTED] if opened else ())
        ],
        more=max(len(opened.statistics) - MOST_LISTED, 0) if opened else 0,
        level=_level,
        flags=FLAGS,
        indexes=INDEXES,
        refusal=refusal,
        focus=focus,
    )


def _names(map_: Sequence[Competency], language: InterfaceLanguage) -> dict[str, str]:
    return {each.id: each.name.in_language(language) for each in map_}


def _level(mastery: Mastery) -> int:
    """Depth of colour by the share of right answers; 0 without an answer."""
    if not mastery.answered:
        return 0
    return max(1, -(-mastery.right * _LEVELS // mastery.answered))


def _percent(share: float, language: InterfaceLanguage) -> str:
    return f"{share:.0%}".replace("%", "\u00a0%" if language == "fr" else "%")


def _number(known: ItemStatistics, language: InterfaceLanguage) -> str:
    """The discrimination, to two digits, with a minus sign that is one."""
    text = f"{known.discrimination:.2f}".replace("-", "\u2212")
    return text.replace(".", ",") if language == "fr" else text
