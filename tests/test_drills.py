"""The conversation drill: which question comes, the evidence for it, and what is kept."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from corpus.training.item_store import ItemStore
from corpus.training.review_store import ReviewStore
from corpus.wording import KnownError, Wording
from index.library import Library
from qa.training.bank import Bank
from qa.training.competency import Challenge, Competency, Worksheet
from qa.training.drill.drills import Drills, card_of
from qa.training.review.review import Grade, Occasion
from qa.training.review.reviews import Reviews
from tests.position_articles import DISAGREEING

MORNING = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
NOTHING = Wording("-", "-")


def challenge(id_: str, en: str, fr: str) -> Challenge:
    return Challenge(id_, "ceo", Wording("Why you?", "Pourquoi vous ?"), Wording(en, fr))


WHO = challenge("mandate/who", "Who should the CCO report to?", "À qui rattacher le CCO ?")
LAMP = challenge("mandate/lamp", "Who cleans the lamp?", "Qui nettoie la lampe ?")
MOON = challenge("measures/moon", "What do whales eat on the moon?", "Que mange la lune ?")


def competency(id_: str, *challenges: Challenge) -> Competency:
    return Competency(
        id=id_, phase=30, name=Wording(id_, id_), purpose=NOTHING, know=(), argue=(), do=(),
        topics=(), concepts=(), disputes=(), sources=(),
        worksheet=Worksheet(NOTHING, NOTHING, 30, ()), challenges=challenges,
    )  # fmt: skip


class Place:
    """Two competencies over four articles; `at` is the time, and a test moves it on."""

    def __init__(self, library: Library, home: Path) -> None:
        library.add_articles(DISAGREEING)
        self.at = MORNING
        database = home / "library.db"
        map_ = (competency("mandate", WHO, LAMP), competency("measures", MOON))
        bank = Bank(ItemStore(database), library, map_, self.clock)
        self.reviews = Reviews(ReviewStore(database), bank, self.clock)
        self.drills = Drills(map_, self.reviews, library, self.clock)

    def clock(self) -> datetime:
        return self.at

    def answer(self, asked: Challenge, grade: Grade, review: str, said: str = "So.") -> None:
        self.drills.answer("p1", asked, review=review, grade=grade, said=said)


@pytest.fixture
def place(library: Library, home: Path) -> Place:
    return Place(library, home)


def test_new_challenges_come_mixed(place: Place) -> None:
    assert place.drills.challenges() == (WHO, MOON, LAMP)
    assert place.drills.challenges("mandate") == (WHO, LAMP)
    assert place.drills.next("p1") == WHO
    assert place.drills.next("p1", "measures") == MOON
    assert place.drills.next("p1", avoid=[WHO.id, MOON.id]) == LAMP
    assert place.drills.competency(LAMP).id == "mandate"


def test_what_is_due_comes_before_what_is_new(place: Place) -> None:
    place.answer(LAMP, Grade.GOOD, "r1")
    assert place.drills.next("p1") == WHO
    place.at += timedelta(days=30)
    assert place.drills.next("p1") == LAMP
    assert place.drills.next("p2") == WHO
    standing = place.drills.standing("p1")
    assert (standing.due, standing.new, standing.total) == (1, 2, 3)


def test_the_longest_overdue_comes_first(place: Place) -> None:
    place.answer(MOON, Grade.GOOD, "r1")
    place.at += timedelta(hours=1)
    place.answer(WHO, Grade.GOOD, "r2")
    place.at += timedelta(days=30)
    assert place.drills.next("p1") == MOON


def test_nothing_is_due(place: Place) -> None:
    for number, each in enumerate(place.drills.challenges()):
        place.answer(each, Grade.EASY, f"r{number}")
    assert place.drills.next("p1") is None
    standing = place.drills.standing("p1")
    assert (standing.due, standing.new) == (0, 0)
    schedules = place.reviews.schedules("p1").values()
    first = min(schedule.due for schedule in schedules)
    assert standing.next == first - MORNING and first > MORNING


def test_a_suspended_challenge_does_not_come(place: Place) -> None:
    place.answer(WHO, Grade.AGAIN, "r1")
    place.reviews.suspend("p1", card_of(WHO))
    place.at += timedelta(days=30)
    assert place.drills.next("p1", "mandate") == LAMP
    assert place.drills.standing("p1", "mandate").due == 0


def test_the_words_and_the_grade_are_kept_once(place: Place) -> None:
    place.answer(WHO, Grade.HARD, "r1", "Because the CEO decides.")
    place.answer(WHO, Grade.HARD, "r1", "Because the CEO decides.")
    (review,) = place.reviews.of("p1")
    assert (review.card, review.grade) == ("challenge:mandate/who", Grade.HARD)
    assert (review.occasion, review.said) == (Occasion.DRILL, "Because the CEO decides.")
    assert review.correct is None
    assert place.drills.before("p1", WHO) == review
    assert place.drills.before("p2", WHO) is None


def test_grades_say_when_the_challenge_comes_back(place: Place) -> None:
    choices = place.drills.choices("p1", WHO)
    assert sorted(choices, key=lambda grade: choices[grade]) == list(Grade)
    schedule = place.drills.answer("p1", WHO, review="r1", grade=Grade.EASY, said="")
    assert schedule.due == MORNING + choices[Grade.EASY]


def test_the_evidence_is_an_answer_in_the_learners_language(place: Place) -> None:
    english, french = (place.drills.evidence(WHO, language) for language in ("en", "fr"))
    assert (english.language, french.language) == ("en", "fr")
    assert not english.abstained and english.answerer == "extractive"
    assert {position.option for position in english.positions} == {"chief-executive", "marketing"}


def test_no_evidence_is_said(place: Place) -> None:
    evidence = place.drills.evidence(MOON, "en")
    assert evidence.abstained and not evidence.citations


def test_a_challenge_that_left_the_map(place: Place) -> None:
    assert place.drills.challenge(MOON.id) == MOON
    with pytest.raises(KnownError, match="not in the competency map"):
        place.drills.challenge("mandate/gone")
    place.answer(replace(MOON, id="mandate/gone"), Grade.AGAIN, "r1")
    place.at += timedelta(days=30)
    assert place.drills.next("p1") == WHO
