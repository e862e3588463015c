"""The history as HTML, its dates, and an answer as plain text."""

import os
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from html import unescape

import pytest

from corpus.kept import Kept
from corpus.wording import Wording
from qa.answer import Reason
from qa.freezing import Frozen
from qa.question import Question
from qa.standing import Standing
from tests.fake_desk import ENGLISH, FRENCH, HOSTILE, answer, cited, contested
from ui.web.ask.copied_text import plain_text
from ui.web.kept.days import day_in_words, moment, time_in_words
from ui.web.kept.view import PAGE, View, find_html, list_html, opened_html, ticked_html

AT = "2026-11-22T23:30:00+00:00"


@pytest.fixture(autouse=True)
def in_paris(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "Europe/Paris")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()
    assert os.environ.get("TZ") != "Europe/Paris"


def entry(number: int, at: str = AT, **known: object) -> Kept:
    return replace(
        Kept(id=f"a{number}", person="local", at=at, question=f"Question {number}?", language="en"),
        **known,  # type: ignore[arg-type]
    )


def test_times_are_those_of_the_place() -> None:
    at = moment(AT)
    assert at.date() == date(2026, 11, 23)
    assert time_in_words(at, "en") == "00:30"
    assert time_in_words(at, "fr") == "0\u00a0h\u00a030"


@pytest.mark.parametrize(
    ("day", "en", "fr"),
    [
        (date(2026, 11, 22), "Today", "Aujourd’hui"),
        (date(2026, 11, 21), "Yesterday", "Hier"),
        (date(2026, 6, 1), "1 June 2026", "1er juin 2026"),
    ],
)
def test_days(day: date, en: str, fr: str) -> None:
    today = date(2026, 11, 22)
    assert (day_in_words(day, today, "en"), day_in_words(day, today, "fr")) == (en, fr)


def test_entries_stand_under_their_days() -> None:
    now = datetime.now(UTC)
    entries = [
        entry(3, now.isoformat()),
        entry(2, "2020-03-02T12:00:00+00:00"),
        entry(1, "2020-03-02T08:00:00+00:00", reason="too_weak"),
    ]
    html = list_html(entries, View(), "en")
    positions = [html.index(words) for words in (
        ">Today<", "Question 3?", ">2 March 2020<", "Question 2?", "Question 1?", "not answered",
    )]  # fmt: skip
    assert positions == sorted(positions)
    assert html.count("<h3>") == 2


def test_a_long_history_comes_in_pages() -> None:
    entries = [entry(n) for n in range(PAGE + 2)]
    html = list_html(entries, View(page=7), "en")  # it has become shorter meanwhile
    assert html.count("data-entry") == 2
    assert 'data-page="0"' in html
    assert "Delete the whole history" in html
    first = list_html(entries, View(), "en")
    assert first.count("data-entry") == PAGE
    assert 'data-page="1"' in first


@pytest.mark.parametrize(
    ("view", "said"),
    [
        (View(), "Rien pour l’instant. Posez une question\u00a0: sa réponse"),
        (View(search="x"), "Rien dans votre historique ne contient tous ces mots."),
        (View(favourites=True), "Aucun favori ici."),
    ],
)
def test_an_empty_list_says_why(view: View, said: str) -> None:
    assert said in unescape(list_html([], view, "fr"))


def test_all_is_not_deleted_from_a_list_of_some() -> None:
    for view in (View(search="x"), View(favourites=True)):
        assert "Delete the whole history" not in list_html([entry(1)], view, "en")


def test_what_was_chosen_is_painted_again() -> None:
    view = View(search='"><b>', favourites=True, ticked=("a1",))
    html = find_html(view, "en")
    assert 'value="&quot;&gt;&lt;b&gt;"' in html
    assert 'value="favourites" checked' in html
    listed = list_html([entry(1), entry(2)], view, "en")
    assert listed.count("checked") == 1
    assert "1 selected" in ticked_html(view, "en")
    assert ticked_html(View(), "en") == ""


def test_hostile_questions_and_titles_stay_words() -> None:
    evil = "</button><script>alert(1)</script>"
    html = list_html([entry(1, question=evil, id='"><script>')], View(doomed='"><script>'), "en")
    html += opened_html(AT, Standing(gone=(HOSTILE,), newer=(HOSTILE,)), "en", mine=True)
    assert "<script" not in html
    assert "<img" not in html


def test_what_has_become_of_the_sources() -> None:
    standing = Standing(gone=(FRENCH,), changed=(ENGLISH, FRENCH), newer=(ENGLISH,))
    html = unescape(opened_html(AT, standing, "fr", mine=True))
    assert "Réponse du 23 novembre 2026 à 0\u00a0h\u00a030" in html
    assert f"{FRENCH.title}</cite> n’est plus dans la bibliothèque\u00a0:" in html
    assert "2 sources ont changé\u00a0;" in html
    assert "Un article ajouté depuis traite de cette question\u00a0:" in html
    assert "partagée" not in html
    assert "could not be checked" in opened_html(AT, None, "en", mine=True)
    assert "It was shared with you." in opened_html(AT, Standing(), "en", mine=False)


def test_an_answer_as_plain_text() -> None:
    question = Question("Who should the CCO report to?")
    text = plain_text(Frozen("", AT, question, contested(question)), "en")
    said, sure, positions, sources, made = text.split("\n\n")[1:]
    assert text.startswith("Who should the CCO report to?\n\n")
    assert said.splitlines()[0].endswith("les autres d’une fonction.” [1]")
    assert sure == "Confidence: high (82 of 100)"
    assert positions == (
        "The sources disagree\n"
        "- To the chief executive (2 sources) [1] [3]\n"
        "- In marketing (1 source) [2]"
    )
    assert sources.splitlines()[2] == (
        "[2] “One who reports to marketing measures, and rarely decides.” — Alex Sample, "
        "Robin Specimen, A seat at the table, Journal of Trials, March 2019"
    )
    assert "[3] «\u00a0il parle au nom du client au comité de direction ; - il tient" in sources
    assert made == "cxlit, 23 November 2026"


def test_a_copy_speaks_the_language_of_whoever_copies() -> None:
    question = Question("Who should the CCO report to?")
    text = plain_text(Frozen("", AT, question, contested(question)), "fr")
    _, _, sure, positions, sources, _ = text.split("\n\n")
    assert sure == "Confiance\u00a0: élevée (82 sur 100)"
    assert "- À la direction générale (2 sources) [1] [3]" in positions
    assert sources.splitlines()[2].endswith(", mars 2019")  # of an article in English


def test_a_refusal_as_plain_text() -> None:
    question = Question("Quel temps fait-il ?")
    refused = replace(
        answer(question, []), reason=Reason.TOO_WEAK, note=Wording("", ""), articles=()
    )
    text = plain_text(Frozen("", AT, question, refused), "fr")
    assert text.startswith(
        "Quel temps fait-il ?\n\nLa bibliothèque ne répond pas à cette question.\n"
    )
    assert text.endswith("\n\ncxlit, 23 novembre 2026")


def test_an_undated_source_says_so() -> None:
    question = Question("hostile")
    undated = replace(ENGLISH, date="", authors=())
    said = replace(
        answer(question, [cited(undated, "One who reports to marketing")]), articles=(undated,)
    )
    text = plain_text(Frozen("", AT, question, said), "en")
    assert "— A seat at the table, Journal of Trials, undated" in text
    assert "\nEverything rests on a single article.\n" in text
    assert ", Journal of Trials, sans date" in plain_text(Frozen("", AT, question, said), "fr")
    assert moment(AT) - moment("2026-11-22T22:30:00+00:00") == timedelta(hours=1)
