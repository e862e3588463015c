"""The commands of spaced review, and one's own data taken along by command."""

import json
import sqlite3
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from corpus.people import LOCAL
from corpus.training.item_store import ItemStore
from corpus.training.review_store import ReviewStore
from index.library import Library
from qa.training.bank import Bank
from qa.training.frozen_items import frozen_item
from qa.training.map_reading import competencies
from qa.training.quiz import draw
from qa.training.review.review import Grade
from qa.training.review.reviews import Reviews
from tests.command_line import CommandLine
from tests.fake_desk import ENGLISH
from tests.fake_embedder import FakeEmbedder
from tests.training_items import an_item


@pytest.fixture
def reviews(home: Path, cxlit: CommandLine) -> Reviews:
    """Of a library that has one article and two items, which are up to date."""
    library = Library(home, FakeEmbedder(), starter=False)
    library.add_articles([ENGLISH])
    store = ItemStore(home / "library.db")
    bank = Bank(store, library, competencies())
    items = [
        an_item("one", article_id=ENGLISH.id, options=("40 %", "12 %", "65 %")),
        an_item("deux", language="fr", options=("quarante", "douze")),
    ]
    store.publish([frozen_item(i) for i in items], bank.fingerprint(), datetime.now(UTC))
    library.close()
    return Reviews(ReviewStore(home / "library.db"), bank)


def test_a_review_by_command(cxlit: CommandLine, reviews: Reviews) -> None:
    cxlit.hears("nonsense", "?", "q")
    ran = cxlit("train", "review")
    assert ran.code == 0
    assert "Not right: " in ran.out
    assert "It comes back in 1 min." in ran.out
    assert ran.out.endswith("Cards reviewed: 1\n")
    (review,) = reviews.of(LOCAL.id)
    assert (review.grade, review.correct, review.said) == (Grade.AGAIN, False, "")


def test_a_right_answer_is_graded(cxlit: CommandLine, reviews: Reviews) -> None:
    cxlit.patch.setattr("ui.training.revising.secrets.token_hex", lambda _: "r1")
    card = reviews.session(LOCAL.id, "en").next
    assert card is not None
    assert card.item is not None
    (question,) = draw([card.item], 1, "r1")
    cxlit.hears(str(question.key + 1), "4", "q")
    ran = cxlit("train", "review")
    assert "Right." in ran.out
    assert "4 = easy (8 days)" in ran.out
    (review,) = reviews.of(LOCAL.id)
    assert (review.correct, review.grade, review.said) == (True, Grade.EASY, card.item.right)


def test_what_was_answered_is_kept_where_nobody_types_any_more(
    cxlit: CommandLine, reviews: Reviews
) -> None:
    cxlit.hears("?")
    assert cxlit("train", "review").code == 0
    assert len(reviews.of(LOCAL.id)) == 1


def test_a_marked_passage_by_command_in_french(cxlit: CommandLine, reviews: Reviews) -> None:
    cxlit.speaks("fr")
    reviews.mark(LOCAL.id, ENGLISH, 24, 106)
    cxlit.hears("", "3", "q")
    ran = cxlit("train", "review")
    assert "Que dit «\u00a0A seat at the table\u00a0» à propos de" in ran.out
    assert "Alex Sample, Robin Specimen, A seat at the table" in ran.out
    assert "4 = facile (8\u00a0j)" in ran.out
    assert "Cartes révisées\u00a0: 1" in ran.out
    assert [review.grade for review in reviews.of(LOCAL.id)] == [Grade.GOOD]


def test_today(cxlit: CommandLine, reviews: Reviews) -> None:
    said = cxlit("train", "today", "--json").json
    assert (said["due"], said["new"], said["next"]) == ([], ["one"], None)
    assert len(said["forecast"]) == 14
    assert cxlit("train", "today").out.startswith("Due: 0, new: 1\n")


def notes(path: Path) -> set[str]:
    with zipfile.ZipFile(path) as deck:
        deck.extract("collection.anki2", path.parent)
    with sqlite3.connect(path.parent / "collection.anki2") as database:
        return {guid for (guid,) in database.execute("SELECT guid FROM notes")}


def test_decks(cxlit: CommandLine, reviews: Reviews, tmp_path: Path) -> None:
    path = tmp_path / "deck.apkg"
    assert "no card for this deck" in cxlit("train", "deck", path).complaint
    assert not path.exists()
    assert cxlit("train", "deck", path, "--all", "--json").json == {"file": str(path), "notes": 1}
    assert notes(path) == {"cxlit:one:en"}
    assert "already" in cxlit("train", "deck", path, "--all").complaint
    ran = cxlit("train", "deck", path, "--all", "--force", "--language", "both")
    assert ran.out == f"Cards in {path}: 2\n"
    assert notes(path) == {"cxlit:one:en", "cxlit:deux:fr"}
    reviews.mark(LOCAL.id, ENGLISH, 24, 106)
    cxlit.hears("", "3", "?", "q")
    cxlit("train", "review")
    both = cxlit("train", "deck", path, "--force", "--language", "both", "--json")
    assert both.json["notes"] == 2  # the passage and the item that was begun
    assert "no language of the cards" in cxlit("train", "deck", path, "--language", "xx").complaint
    assert "no competency" in cxlit("train", "deck", path, "--competency", "none").complaint


def test_progress_is_taken_along_and_deleted(
    cxlit: CommandLine, reviews: Reviews, tmp_path: Path
) -> None:
    cxlit.hears("?")
    cxlit("train", "review")
    path = tmp_path / "progress.json"
    assert cxlit("train", "progress", "export", path).out == f"Reviews in {path}: 1\n"
    assert json.loads(path.read_text())["cxlit"] == "learner"
    assert "add --yes" in cxlit("train", "progress", "forget").complaint
    assert cxlit("train", "progress", "forget", "--yes").out.endswith("(reviews deleted: 1).\n")
    assert reviews.of(LOCAL.id) == ()
    merged = {"new": 1, "known": 0, "marked": 0}
    assert cxlit("train", "progress", "import", path, "--json").json == merged
    assert cxlit("train", "progress", "import", path).out == "New reviews: 0, here already: 1\n"
    path.write_text("{}")
    assert "no learning progress" in cxlit("train", "progress", "import", path).complaint


def test_a_deck_is_named_as_anki_wants_it(cxlit: CommandLine, tmp_path: Path) -> None:
    ran = cxlit("train", "deck", tmp_path / "cards.txt", "--all")
    assert ran.code == 2
    assert "“cards.txt” must end in .apkg." in ran.err
    assert not (tmp_path / "cards.txt").exists()
