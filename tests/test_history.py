"""The history keeps what was asked, never holds up an answer, and is forgotten for good."""

import sqlite3
from pathlib import Path

import pytest

from corpus import history as history_module
from corpus.catalogue import Catalogue
from corpus.history import Asked, History
from corpus.wording import KnownError
from qa.answer import Reason
from tests.asked import asked, refused
from tests.invented import BAKERY

SECRET = "Faut-il licencier Monsieur Untel ?"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.db"


def test_a_question_comes_out_as_it_went_in(path: Path) -> None:
    answered = Asked(
        question="Qui décide ? « Œuvre » 😀",
        language="fr",
        at="2026-11-22T08:00:00+00:00",
        confidence=0.625,
        filtered=True,
        cited=("b", "a"),
    )
    left = refused(SECRET, Reason.NOTHING_FOUND)
    History(path).note(answered)
    History(path).note(left)
    again = History(path)
    assert again.all() == (answered, left)
    assert [each.answered for each in again.all()] == [True, False]
    assert (again.forget(), again.all(), again.forget()) == (2, (), 0)


def test_the_articles_beside_it_are_left_alone(path: Path) -> None:
    catalogue = Catalogue(path)
    catalogue.stage(1, [(BAKERY, b"")], [])
    history = History(path)
    history.note(asked("Who?"))
    history.forget()
    assert catalogue.articles(1) == (BAKERY,)


def test_what_is_forgotten_is_gone_from_the_disk(path: Path) -> None:
    history = History(path)
    history.note(refused(SECRET))

    def on_disk() -> bool:
        return any(SECRET.encode() in file.read_bytes() for file in path.parent.iterdir())

    assert on_disk()
    history.forget()
    assert not on_disk()


def test_a_locked_library_is_a_known_error(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history_module, "_PATIENCE_S", 0.05)
    history = History(path)
    with sqlite3.connect(path, isolation_level=None) as writer:
        writer.execute("BEGIN IMMEDIATE")
        with pytest.raises(KnownError, match=r"locked.*CXLIT_HISTORY=0") as refusal:
            history.note(asked("Who?"))
        assert "n'est pas dans l'historique" in refusal.value.wording.fr
        with pytest.raises(KnownError, match=r"cannot be deleted.*locked"):
            history.forget()
        writer.execute("ROLLBACK")
    writer.close()
    history.note(asked("Who?"))
    assert len(history.all()) == 1


def test_a_library_of_before_gets_the_history(path: Path) -> None:
    Catalogue(path).close()
    with sqlite3.connect(path) as before:
        before.execute("DROP TABLE asked")
        before.execute("UPDATE alembic_version SET version_num = '0002'")
    before.close()
    assert History(path).all() == ()
