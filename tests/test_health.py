"""The health of a library as one, and `cxlit health` and `cxlit history` over a real one."""

import sqlite3
from pathlib import Path
from typing import Any

import pytest

import corpus.kept
from corpus.duplicates import signature
from corpus.kept import KeptAnswers
from index.library import Library
from qa.answer import Reason
from qa.health import Asking, health
from qa.question import Question, Turn
from tests.asked import asked, noted, record, refused
from tests.command_line import CommandLine
from tests.fake_embedder import FakeEmbedder
from tests.invented import BAKERY, FERRY, file_of
from tests.test_contract import ASKED, OFF_TOPIC, agrees
from ui.opening import load_settings, open_chain

MENTION = {"article_id": str, "title": str, "language": str}
TALLY = {"language": (str, type(None)), "year": (int, type(None)), "articles": int}
CITED = {"work": str, "articles": [MENTION], "share": float}
HEALTH: dict[str, Any] = {
    "articles": int,
    "counts": [TALLY],
    "topics": [{"topic": (str, type(None)), "articles": int, "counts": [TALLY]}],
    "missing": {
        "authors": [str], "date": [str], "publisher": [str], "language": [str], "kind": [str],
        "topics": [str], "url": [str],
    },
    "near_duplicates": [{"articles": [MENTION], "similarity": float}],
    "questions": {"asked": int, "answered": int, "unanswered": int, "excluded_by_filters": int},
    "citing": {
        "enough_answers": bool, "answers": int, "sources": int, "expected_share": float,
        "never_cited": [CITED], "over_cited": [CITED],
    },
    "gaps": [
        {"question": str, "questions": [str], "count": int, "languages": [str], "last": str}
    ],
}  # fmt: skip
HISTORY = {
    "kept_in": str,
    "questions": [
        {
            "question": str, "language": str, "at": str, "answered": bool,
            "reason": (str, type(None)), "confidence": float, "filtered": bool, "cited": [str],
        }
    ],
}  # fmt: skip


@pytest.fixture
def kept(cxlit: CommandLine, tmp_path: Path) -> CommandLine:
    """The command over a library of two articles and a near copy of one of them."""
    folder = tmp_path / "articles"
    folder.mkdir()
    file_of(BAKERY, folder)
    file_of(FERRY, folder)
    (folder / "twin.md").write_text(f"---\ntitle: Twin\n---\n\n{FERRY.text} So it goes.\n")
    cxlit("add", folder)
    return cxlit


def history_of(cxlit: CommandLine) -> list[dict[str, Any]]:
    found = cxlit("history", "--json").json
    agrees(found, HISTORY)
    questions: list[dict[str, Any]] = found["questions"]
    return questions


def test_all_parts_come_from_the_same_library(embedder: FakeEmbedder) -> None:
    records = (record("a", language="fr"), record("b"))
    same = signature(BAKERY.text)
    history = [
        asked("Who?", "a"),
        refused("Why?"),
        refused("When?", Reason.EXCLUDED_BY_FILTERS, filtered=True),
    ]
    found = health(records, {"a": same, "b": same}, history, embedder)
    assert found.inventory.articles == 2
    assert [group.similarity for group in found.near_duplicates] == [1.0]
    assert found.asking == Asking(times=3, answered=1, excluded=1)
    assert found.asking.unanswered == 1
    assert [gap.questions[0].question for gap in found.gaps] == ["Why?"]
    assert (found.citing.answers, found.citing.enough) == (1, False)


def test_ask_is_in_the_history_and_a_batch_is_not(kept: CommandLine, tmp_path: Path) -> None:
    kept("ask", ASKED)
    kept("ask", OFF_TOPIC, "--json")
    kept("ask", ASKED, "--language", "en")
    batch = tmp_path / "batch.jsonl"
    batch.write_text('{"id": 1, "question": "Who?"}\n')
    assert kept("ask", "--batch", batch).code == 0
    questions = history_of(kept)
    assert [(q["question"], q["answered"], q["reason"], q["filtered"]) for q in questions] == [
        (ASKED, True, None, False),
        (OFF_TOPIC, False, "nothing_found", False),
        (ASKED, False, "excluded_by_filters", True),
    ]
    assert [q["cited"] for q in questions] == [[BAKERY.id], [], []]
    assert [q["language"] for q in questions] == ["fr", "fr", "fr"]
    assert 0 < questions[0]["confidence"] <= 1


def test_the_chain_of_the_command_notes_its_questions(kept: CommandLine, home: Path) -> None:
    library = Library(home, FakeEmbedder(), starter=False)
    chain = open_chain(load_settings(), library)
    assert not chain.invoke(Question(ASKED)).abstained
    follow_up = Question("Et dans le B2B ?", history=(Turn(ASKED, ""),))
    answer = chain.invoke(follow_up)
    library.close()
    questions = [question["question"] for question in history_of(kept)]
    assert questions == [ASKED, answer.searched_as]
    assert questions[1] != follow_up.text  # by itself it would say nothing later


def test_the_history_can_be_turned_off_and_forgotten(
    kept: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept("ask", ASKED)
    monkeypatch.setenv("CXLIT_HISTORY", "0")
    kept("ask", OFF_TOPIC)
    assert len(history_of(kept)) == 1
    assert "no further question is noted" in kept("history").out
    assert kept("history", "--forget", "--json").json == {"forgotten": 1}
    assert history_of(kept) == []
    assert kept("history", "--forget").out == "Questions deleted: 0\n"


def test_an_answer_by_command_is_kept_with_its_evidence(kept: CommandLine, home: Path) -> None:
    kept("ask", ASKED)
    answers = KeptAnswers(home / "library.db")
    (entry,) = answers.entries("local")
    stored = answers.find(entry.id, "local")
    answers.close()
    assert (entry.question, entry.language, entry.reason) == (ASKED, "fr", "")
    assert stored is not None
    assert BAKERY.id in stored.articles


def test_the_history_of_others_takes_a_word_more(kept: CommandLine, home: Path) -> None:
    kept("ask", ASKED)
    noted(home / "library.db", asked("Whose?", person="ann"))
    assert [q["question"] for q in history_of(kept)] == [ASKED]
    everybody = kept("history", "--everybody", "--json").json["questions"]
    assert [q["question"] for q in everybody] == [ASKED, "Whose?"]
    assert kept("history", "--forget", "--json").json == {"forgotten": 1}
    assert kept("history", "--everybody", "--forget", "--json").json == {"forgotten": 1}
    assert kept("history", "--everybody", "--json").json["questions"] == []


def test_an_answer_does_not_depend_on_being_noted(
    kept: CommandLine, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(corpus.kept, "_PATIENCE_S", 0.05)
    with sqlite3.connect(home / "library.db", isolation_level=None) as writer:
        settings = load_settings()
        library = Library(home, FakeEmbedder(), starter=False)
        writer.execute("BEGIN IMMEDIATE")
        answer = open_chain(settings, library).invoke(Question(ASKED))
        writer.execute("ROLLBACK")
        library.close()
    writer.close()
    assert not answer.abstained
    assert history_of(kept) == []


def test_what_prevents_the_note_is_said_beside_the_answer(kept: CommandLine, home: Path) -> None:
    with sqlite3.connect(home / "library.db") as database:
        database.execute(
            "CREATE TRIGGER full BEFORE INSERT ON asked BEGIN SELECT RAISE(ABORT, 'disk full'); END"
        )
    database.close()
    ran = kept("ask", ASKED, "--json")
    assert (ran.code, ran.json["abstained"]) == (0, False)
    assert "The answer cannot be kept in the history (disk full)" in ran.complaint
    kept.speaks("fr")
    assert "ne peut pas être gardée dans l’historique" in kept("ask", ASKED, "--json").complaint


def test_the_history_of_no_library_is_empty_and_begins_none(cxlit: CommandLine, home: Path) -> None:
    assert history_of(cxlit) == []
    assert cxlit("history", "--forget", "--json").json == {"forgotten": 0}
    assert not home.exists()


def test_the_history_says_where_it_is_and_stays(kept: CommandLine, home: Path) -> None:
    kept("ask", ASKED)
    kept("ask", OFF_TOPIC)
    out = kept("history").out
    for words in (f"✓ {ASKED}"[:60], "✗ Combien", "No passage deals with it.", "never leaves"):
        assert words in out
    assert str(home / "library.db") in out
    kept.speaks("fr")
    french = kept("history").out
    assert "Aucun passage n’en traite." in french
    assert "ne quitte jamais cette machine" in french


def test_health_in_numbers(kept: CommandLine) -> None:
    kept("ask", OFF_TOPIC)
    kept("ask", ASKED)
    found = kept("health", "--json").json
    agrees(found, HEALTH)
    assert (found["articles"], len(found["topics"])) == (3, 27)
    assert found["topics"][-1]["topic"] is None
    assert sum(count["articles"] for count in found["counts"]) == 3
    (twins,) = found["near_duplicates"]
    assert {each["title"] for each in twins["articles"]} == {FERRY.title, "Twin"}
    assert found["questions"] == {
        "asked": 2, "answered": 1, "unanswered": 1, "excluded_by_filters": 0,
    }  # fmt: skip
    (gap,) = found["gaps"]
    assert (gap["question"], gap["count"], gap["languages"]) == (OFF_TOPIC, 1, ["fr"])
    assert found["citing"]["enough_answers"] is False


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", ("Articles by topic and year", "Missing metadata", "resemble each other",
                "2 questions asked, 1 answered, 1 not.", "asked once", "without a topic",
                "Too little history to judge: 1 answer so far")),
        ("fr", ("Articles par thème et par année", "Informations manquantes", "se ressemblent",
                "2 questions, dont 1 avec réponse et 1 sans.", "posée une fois", "sans thème",
                "Trop peu d’historique pour en juger\u00a0: 1 réponse à ce jour")),
    ],
)  # fmt: skip
def test_health_in_words(kept: CommandLine, language: str, expected: tuple[str, ...]) -> None:
    kept("ask", OFF_TOPIC)
    kept("ask", ASKED)
    kept.speaks(language)
    out = kept("health").out
    for words in (*expected, OFF_TOPIC, FERRY.title):
        assert words in out


def test_health_with_enough_answers(kept: CommandLine, home: Path) -> None:
    noted(home / "library.db", *(asked(f"question {n}", BAKERY.id) for n in range(20)))
    out = kept("health").out
    assert "a cited source is in 100% of the answers" in out
    assert "No source stands out." in out
    assert "2 of 3 sources" in out


def test_the_health_of_an_empty_library(cxlit: CommandLine) -> None:
    ran = cxlit("health")
    assert (ran.code, "The library is empty." in ran.out) == (0, True)
    found = cxlit("health", "--json").json
    agrees(found, HEALTH)
    assert found["articles"] == 0
