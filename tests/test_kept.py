"""Kept answers: each person's own, each article once, and what is forgotten is gone."""

import sqlite3
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from corpus import kept as kept_module
from corpus.catalogue import Catalogue
from corpus.history import History
from corpus.kept import Kept, KeptAnswers, Stored
from corpus.wording import KnownError
from tests.asked import asked, noted
from tests.invented import BAKERY

SECRET = "Faut-il licencier Monsieur Untel ?"
CAHIER = {"title": "Le cahier vert", "text": "La boulangerie note chaque réclamation."}
QUAY = {"title": "Minutes on the quay", "text": "Every captain sees the figure."}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.db"


def entry(id_: str, question: str = "Who?", *, person: str = "ann", at: int = 0) -> Kept:
    when = f"2026-11-22T08:00:{at:02}+00:00"
    return Kept(id=id_, person=person, at=when, question=question, language="en")


def keep(store: KeptAnswers, kept: Kept, words: str = "", **articles: dict[str, Any]) -> Stored:
    stored = Stored(kept, {"version": 1, "said": f"the answer to {kept.id}"}, articles)
    store.keep(stored, words, asked(kept.question, person=kept.person, answer=kept.id))
    return stored


def rows(path: Path, table: str) -> int:
    with sqlite3.connect(path) as database:
        (count,) = database.execute(f"SELECT count(*) FROM {table}").fetchone()
    database.close()
    return int(count)


def test_an_answer_comes_out_as_it_went_in(path: Path) -> None:
    kept = replace(entry("a1", "Qui décide ? « Œuvre » 😀"), language="fr", reason="too_weak")
    stored = keep(KeptAnswers(path), kept, one=CAHIER, two=QUAY)
    store = KeptAnswers(path)
    assert store.find("a1", "ann") == stored
    assert store.entry("a1", "ann") == kept
    assert store.entries("ann") == (kept,)
    assert [each.answer for each in History(path).all()] == ["a1"]


def test_an_answer_is_kept_whole_or_not_at_all(path: Path) -> None:
    store = KeptAnswers(path)
    with sqlite3.connect(path) as database:
        database.execute(
            "CREATE TRIGGER full BEFORE INSERT ON asked BEGIN SELECT RAISE(ABORT, 'disk full'); END"
        )
    database.close()
    with pytest.raises(KnownError, match=r"cannot be kept.*disk full.*CXLIT_HISTORY=0") as refusal:
        keep(store, entry("a1"), one=CAHIER)
    assert "ne peut pas être gardée" in refusal.value.wording.fr
    assert [rows(path, table) for table in ("answers", "frozen_articles", "asked")] == [0, 0, 0]


def test_one_that_somebody_asked_for_leaves_the_history_of_questions_alone(path: Path) -> None:
    store = KeptAnswers(path)
    store.keep(Stored(entry("a1"), {}, {}), "")
    assert [kept.id for kept in store.entries("ann")] == ["a1"]
    assert History(path).all() == ()


def test_an_article_is_stored_once_in_each_form_in_which_it_is_cited(path: Path) -> None:
    store = KeptAnswers(path)
    corrected = {**CAHIER, "title": "Le cahier rouge"}
    turned = dict(reversed(CAHIER.items()))
    keep(store, entry("a1"), one=CAHIER)
    keep(store, entry("a2", at=1), one=turned, two=QUAY)
    keep(store, entry("a3", at=2), one=corrected)
    assert rows(path, "frozen_articles") == 3
    found = [store.find(id_, "ann") for id_ in ("a1", "a2", "a3")]
    assert [each and each.articles["one"] for each in found] == [CAHIER, CAHIER, corrected]
    store.forget("ann", ["a3"])
    assert rows(path, "frozen_articles") == 2


def test_the_newest_comes_first_also_within_one_second(path: Path) -> None:
    store = KeptAnswers(path)
    for id_, at in (("b", 5), ("c", 1), ("a", 5), ("d", 9)):
        keep(store, entry(id_, at=at))
    assert [kept.id for kept in store.entries("ann")] == ["d", "a", "b", "c"]


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("", ["a2", "a1"]),
        ("DECIDE", ["a1"]),
        ("œuvre qui", ["a1"]),
        ("qui d’etat", ["a1"]),
        ("captain", ["a2"]),  # in the answer
        ("captain décide", []),
        ("100%", []),
        ("_", []),
    ],
)
def test_a_search_wants_every_word_and_sees_through_case_and_accents(
    path: Path, search: str, found: list[str]
) -> None:
    store = KeptAnswers(path)
    keep(store, entry("a1", "Qui décide de l’Œuvre d’État ?"))
    keep(store, entry("a2", at=1), words="Every Captain sees it.")
    assert [kept.id for kept in store.entries("ann", search)] == found


def test_favourites(path: Path) -> None:
    store = KeptAnswers(path)
    keep(store, entry("a1", "Who?"))
    keep(store, entry("a2", "Why?", at=1))
    assert store.favour("a1", "ann", favourite=True)
    assert [kept.id for kept in store.entries("ann", favourites=True)] == ["a1"]
    assert store.entries("ann", "why", favourites=True) == ()
    assert store.favour("a1", "ann", favourite=False)
    assert store.entries("ann", favourites=True) == ()


def test_nobody_sees_or_changes_what_is_not_theirs(path: Path) -> None:
    store = KeptAnswers(path)
    keep(store, entry("a1"), one=CAHIER)
    assert store.entries("bob") == ()
    assert (store.find("a1", "bob"), store.entry("a1", "bob")) == (None, None)
    assert not store.favour("a1", "bob", favourite=True)
    assert not store.share("a1", "bob")
    assert not store.unshare("a1", "bob")
    assert store.forget("bob", ["a1"]) == 0
    assert store.forget_all("bob") == 0
    assert store.entry("a1", "ann") == entry("a1")
    assert len(History(path).all()) == 1


def test_what_is_shared_opens_for_others_and_is_not_theirs(path: Path) -> None:
    store = KeptAnswers(path)
    stored = keep(store, entry("a1"), one=CAHIER)
    assert store.share("a1", "ann")
    shared = replace(stored, kept=replace(stored.kept, shared=True))
    assert store.find("a1", "bob") == shared
    assert (store.entry("a1", "bob"), store.entries("bob")) == (None, ())
    assert store.forget("bob", ["a1"]) == 0
    assert store.unshare("a1", "ann")
    assert store.find("a1", "bob") is None
    assert store.find("a1", "ann") == stored


def test_who_reviews_opens_everything(path: Path) -> None:
    store = KeptAnswers(path)
    stored = keep(store, entry("a1"))
    assert store.find("a1", None) == stored
    assert store.find("a2", None) is None


def test_some_are_forgotten_with_their_questions_and_the_articles_nobody_cites_now(
    path: Path,
) -> None:
    store = KeptAnswers(path)
    keep(store, entry("a1"), one=CAHIER, two=QUAY)
    keep(store, entry("a2", at=1), one=CAHIER)
    keep(store, entry("b1", person="bob"))
    assert store.forget("ann", ["a1", "b1", "unknown"]) == 1
    assert [kept.id for kept in store.entries("ann")] == ["a2"]
    assert [each.answer for each in History(path).all()] == ["a2", "b1"]
    left = store.find("a2", "ann")
    assert left and left.articles == {"one": CAHIER}
    assert rows(path, "frozen_articles") == 1
    many = [f"m{n}" for n in range(1200)]
    for id_ in many[::400]:
        keep(store, entry(id_))
    assert store.forget("ann", many) == 3


def test_all_of_one_person_or_of_everybody_are_forgotten(path: Path) -> None:
    store = KeptAnswers(path)
    keep(store, entry("a1"))
    store.keep(Stored(entry("a2"), {}, {}), "")  # no question beside it
    noted(path, asked("From before answers were kept?", person="ann"))
    keep(store, entry("b1", person="bob"), one=CAHIER)
    keep(store, entry("c1", person="cleo"))
    assert store.forget_all("ann") == 3
    assert store.entries("ann") == ()
    assert [each.person for each in History(path).all()] == ["bob", "cleo"]
    assert store.forget_all(None) == 2
    assert [rows(path, table) for table in ("answers", "frozen_articles", "asked")] == [0, 0, 0]
    assert store.forget_all(None) == 0


def test_what_is_forgotten_is_gone_from_the_disk(path: Path) -> None:
    store = KeptAnswers(path)
    keep(store, entry("a1", SECRET), one=QUAY)
    keep(store, entry("a2", "Something else?"))
    words = [SECRET, "the answer to a1", QUAY["text"]]

    def on_disk() -> list[str]:
        files = [file.read_bytes() for file in path.parent.iterdir()]
        return [word for word in words if any(word.encode() in content for content in files)]

    assert on_disk() == words
    store.forget("ann", ["a1"])
    assert on_disk() == []


def test_the_articles_of_the_library_are_left_alone(path: Path) -> None:
    catalogue = Catalogue(path)
    catalogue.stage(1, [(BAKERY, b"")], [])
    store = KeptAnswers(path)
    keep(store, entry("a1"))
    store.forget_all(None)
    assert catalogue.articles(1) == (BAKERY,)


def test_a_locked_library_is_a_known_error(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_module, "_PATIENCE_S", 0.05)
    store = KeptAnswers(path)
    keep(store, entry("a1"))
    with sqlite3.connect(path, isolation_level=None) as writer:
        writer.execute("BEGIN IMMEDIATE")
        with pytest.raises(KnownError, match=r"locked.*CXLIT_HISTORY=0"):
            keep(store, entry("a2"))
        with pytest.raises(KnownError, match=r"cannot be deleted.*locked") as refusal:
            store.forget("ann", ["a1"])
        assert "ne peut pas être supprimé" in refusal.value.wording.fr
        assert [kept.id for kept in store.entries("ann")] == ["a1"]
        writer.execute("ROLLBACK")
    writer.close()
    keep(store, entry("a2"))
    assert [kept.id for kept in store.entries("ann")] == ["a2", "a1"]
