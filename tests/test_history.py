"""The history of questions: what goes in comes out, and older libraries get it."""

import sqlite3
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.config import Config

import corpus.database
from corpus.history import Asked, History
from qa.answer import Reason
from tests.asked import noted, refused

SECRET = "Faut-il licencier Monsieur Untel ?"
MIGRATIONS = Path(corpus.database.__file__).parent / "migrations"


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
        person="ann",
        answer="0123456789abcdef",
    )
    left = refused(SECRET, Reason.NOTHING_FOUND)
    noted(path, answered, left)
    history = History(path)
    assert history.all() == (answered, left)
    assert [each.answered for each in history.all()] == [True, False]
    assert history.all("ann") == (answered,)
    assert history.all("local") == (left,)
    assert history.all("nobody") == ()


def migrated(path: Path, step: str) -> None:
    engine = sa.create_engine(f"sqlite:///{path}")
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, step)
    engine.dispose()


def test_a_library_of_before_the_history_gets_it(path: Path) -> None:
    migrated(path, "0002")
    assert History(path).all() == ()


def test_questions_of_before_people_are_those_of_whoever_sits_there(path: Path) -> None:
    migrated(path, "0003")
    with sqlite3.connect(path) as before:
        before.execute(
            "INSERT INTO asked (question, language, at, reason, confidence, filtered, cited) "
            "VALUES (?, 'fr', '2026-11-22T08:00:00+00:00', 'too_weak', 0.5, 0, '[]')",
            [SECRET],
        )
    before.close()
    (asked,) = History(path).all("local")
    assert (asked.question, asked.reason, asked.person, asked.answer) == (
        SECRET, "too_weak", "local", "",
    )  # fmt: skip
