"""How far a learner is: counts by hand over a few cards."""

from datetime import UTC, datetime

from qa.training.mastery import Mastery, mastery
from tests.path_material import Answered, Shelf, competency, item

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
MAP = (competency("mandate", 30), competency("voice", 30))


def test_nothing_answered() -> None:
    shelf = Shelf(item("a", "mandate"), item("b", "mandate"), item("c", "voice"))
    found = mastery(MAP, shelf, Answered(), "p", NOW)
    assert found == (Mastery("mandate", 2, 0, 0, 0), Mastery("voice", 1, 0, 0, 0))


def test_twins_are_one_card_and_the_last_answer_counts() -> None:
    shelf = Shelf(
        item("a", "mandate", card="1"),
        item("a-fr", "mandate", card="1", language="fr"),
        item("b", "mandate", card="2"),
        item("c", "voice", card="3"),
    )
    answered = Answered()
    answered.put("p", card="1", correct=False)
    answered.put("p", card="1", correct=True)
    answered.put("p", card="2", correct=True)
    answered.put("p", card="2", correct=False)
    answered.put("q", card="3", correct=True)
    answered.put("p", card="gone", correct=True)
    answered.recalled = {"1": 0.8, "2": 0.79, "3": 1.0}
    assert mastery(MAP, shelf, answered, "p", NOW) == (
        Mastery("mandate", 2, 2, 1, 1),
        Mastery("voice", 1, 0, 0, 0),
    )


def test_what_the_learner_grades_alone_is_no_answer_to_an_item() -> None:
    answered = Answered()
    answered.put("p", card="1", correct=None)
    answered.recalled = {"1": 1.0}
    (first, _) = mastery(MAP, Shelf(item("a", "mandate", card="1")), answered, "p", NOW)
    assert first == Mastery("mandate", 1, 0, 0, 0)
