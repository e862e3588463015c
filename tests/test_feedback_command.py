"""`cxlit feedback`, and `cxlit eval answers` over the questions that were made of it."""

from pathlib import Path

import pytest

from corpus.feedback import Complaint
from corpus.feedback_store import FeedbackStore
from corpus.people import LOCAL
from eval.gold import read_gold
from index.library import Library
from qa.chain import answer_chain
from qa.freezing import Frozen
from qa.question import Question
from tests.command_line import CommandLine
from tests.fake_embedder import FakeEmbedder
from tests.gold_items import span
from tests.invented import BAKERY, FERRY, FRENCH
from tests.kept_rows import answer_row
from ui.web.desks.review_desk import ReviewDesk

KNOWN = "Le cahier vert : la boulangerie note-t-elle chaque réclamation dans un cahier vert ?"
UNKNOWN = "How many sheep graze in New Zealand?"


@pytest.fixture
def filled(cxlit: CommandLine, home: Path) -> CommandLine:
    """The command over a library with the bakery and the ferry."""
    library = Library(home, FakeEmbedder(), starter=False)
    library.add_articles([BAKERY, FERRY])
    library.close()
    return cxlit


@pytest.fixture
def reviewed(filled: CommandLine, home: Path) -> CommandLine:
    """Two questions were asked, found well answered and made gold; a third opinion waits."""
    filled.patch.setattr("ui.web.desks.review_desk.visitor", lambda: LOCAL)
    library = Library(home, FakeEmbedder(), starter=False)
    answers = {}
    for id_, asked in (("a1", KNOWN), ("a2", UNKNOWN), ("a3", "Who?")):
        question = Question(asked)
        answers[id_] = Frozen(id_, "", question, answer_chain(library).invoke(question))
        answer_row(home / "library.db", id_, asked)
    store = FeedbackStore(home / "library.db")
    desk = ReviewDesk(store, answers.__getitem__, answers.__getitem__, library.snapshot)
    desk.give("a1", True)
    desk.give("a2", True)
    desk.give("a3", False, (Complaint.SHOULD_HAVE_ANSWERED,), "Dommage,\nvraiment.")
    for waiting in desk.waiting()[:2]:
        draft = desk.review(waiting.id).draft
        desk.make_gold(waiting.id, draft.refuses, draft.chosen)
    store.close()
    library.close()
    return filled


def test_the_answers_are_measured_with_the_reviewed_questions(reviewed: CommandLine) -> None:
    done = reviewed("eval", "answers", "--json")

    assert done.code == 0
    found = done.json
    assert (found["gold"], found["questions"]) == ("reviewed", 2)
    measures = found["measures"]
    assert (measures["answered"], measures["refused"]) == (1.0, 1.0)
    assert (measures["quote_validity"], measures["cites_answering_span"]) == (1.0, 1.0)
    assert [(i["question"], i["answerable"]) for i in found["items"]] == [
        (KNOWN, True),
        (UNKNOWN, False),
    ]
    assert FRENCH[0] in [quote["quote"] for quote in found["items"][0]["gold"]]


def test_a_file_of_them_measures_the_same(reviewed: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "reviewed.jsonl"
    assert reviewed("feedback", "--export", path, "--json").json == {
        "file": str(path),
        "questions": 2,
    }
    direct, by_file = (
        reviewed("eval", "answers", "--json"),
        reviewed("eval", "answers", path, "--json"),
    )
    assert direct.json["gold_sha256"] == by_file.json["gold_sha256"]
    assert direct.json["measures"] == by_file.json["measures"]
    assert span(BAKERY, FRENCH[0]) in read_gold(path).items[0].spans


def test_the_file_is_not_replaced_by_accident(reviewed: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "reviewed.jsonl"
    path.write_text("mine")
    done = reviewed("feedback", "--export", path)
    assert (done.code, path.read_text()) == (1, "mine")
    assert "is there already" in done.complaint
    assert "Gold questions in" in reviewed("feedback", "--export", path, "--force").out
    assert len(read_gold(path).items) == 2


def test_a_question_whose_article_is_gone_is_left_out(reviewed: CommandLine, home: Path) -> None:
    library = Library(home, FakeEmbedder(), starter=False)
    library.remove([BAKERY.id])
    library.close()

    done = reviewed("eval", "answers", "--json")

    assert (done.code, done.json["questions"]) == (0, 1)
    assert done.complaint == (
        f"“{KNOWN}” is left out: an article that answers it has changed or gone since."
    )


def test_where_nothing_fits_nothing_is_measured(reviewed: CommandLine, home: Path) -> None:
    store = FeedbackStore(home / "library.db")
    refused = store.reviewed()[1]
    store.take_back(refused.feedback)
    store.close()
    library = Library(home, FakeEmbedder(), starter=False)
    library.remove([BAKERY.id])
    library.close()

    done = reviewed("eval", "answers")

    assert done.code == 1
    assert "No question made of feedback fits the library of today." in done.err


@pytest.mark.parametrize("command", [["eval", "answers"], ["feedback", "--export", "new.jsonl"]])
def test_where_to_make_the_first_question(filled: CommandLine, command: list[str]) -> None:
    done = filled(*command)
    assert done.code == 1
    assert "No question was made of feedback yet" in done.complaint
    assert "Review tab of the page (cxlit serve)" in done.complaint
    filled.speaks("fr")
    assert "onglet Avis de la page" in filled(*command).complaint
    assert not Path("new.jsonl").exists()


def test_reviewed_questions_are_about_the_own_library(
    reviewed: CommandLine, tmp_path: Path
) -> None:
    done = reviewed("eval", "answers", "--corpus", tmp_path)
    assert done.code == 2
    assert "--corpus" in done.err


def test_feedback_is_listed(reviewed: CommandLine) -> None:
    found = reviewed("feedback", "--json").json

    assert [(f["question"], f["good"], f["state"]) for f in found["feedback"]] == [
        (KNOWN, True, "made gold"),
        (UNKNOWN, True, "made gold"),
        ("Who?", False, "waiting"),
    ]
    assert found["feedback"][2]["reasons"] == ["should have answered"]
    assert found["feedback"][2]["comment"] == "Dommage,\nvraiment."
    assert [item["question"] for item in found["gold"]] == [KNOWN, UNKNOWN]


@pytest.mark.parametrize(
    ("language", "words", "count"),
    [
        (
            "en",
            "should have answered · Dommage, vraiment. · waiting",
            "Gold questions made of feedback: 2.",
        ),
        (
            "fr",
            "aurait dû répondre · Dommage, vraiment. · en attente",
            "Questions de référence tirées des avis : 2.",
        ),
    ],
)
def test_a_list_for_people(reviewed: CommandLine, language: str, words: str, count: str) -> None:
    reviewed.speaks(language)
    out = " ".join(reviewed("feedback").out.split())
    assert "✗ Who?" in out
    assert words in out
    assert count in out


def test_without_a_library_there_is_none_and_none_is_begun(cxlit: CommandLine, home: Path) -> None:
    assert cxlit("feedback", "--json").json == {"feedback": [], "gold": []}
    assert "Nobody has given feedback yet." in cxlit("feedback").out
    assert not home.exists()
