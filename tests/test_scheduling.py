"""Schedules beside the ones of the package's own scheduler."""

from datetime import UTC, datetime, timedelta

import fsrs
import pytest

from qa.training.review.review import Grade, Occasion, Review
from qa.training.review.scheduling import choices, replayed, retrievability

START = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
AGAIN, HARD, GOOD, EASY = Grade
SEQUENCES = {  # (minutes after the start, grade)
    "known at once": [(0, EASY)],
    "learnt in two steps": [(0, GOOD), (10, GOOD)],
    "not known at first": [(0, AGAIN), (1, HARD), (6, GOOD), (16, GOOD)],
    "forgotten and learnt again": [(0, EASY), (20_000, AGAIN), (20_010, GOOD)],
    "long in use": [(0, GOOD), (12, GOOD), (5000, HARD), (15_000, GOOD), (60_000, EASY)],
    "too early and too late": [(0, GOOD), (3, AGAIN), (4, GOOD), (2000, GOOD), (900_000, GOOD)],
}


def answers(sequence: list[tuple[int, Grade]]) -> list[Review]:
    return [
        Review(
            id=f"r{number}",
            person="ada",
            card="c1",
            at=START + timedelta(minutes=minutes),
            grade=grade,
            occasion=Occasion.REVIEW,
        )
        for number, (minutes, grade) in enumerate(sequence)
    ]


def by_the_package(sequence: list[tuple[int, Grade]]) -> fsrs.Card:
    scheduler = fsrs.Scheduler(desired_retention=0.9, enable_fuzzing=False)
    card = fsrs.Card(card_id=7, due=START)
    for minutes, grade in sequence:
        at = START + timedelta(minutes=minutes)
        card, _ = scheduler.review_card(card, fsrs.Rating(int(grade)), at)
    return card


@pytest.mark.parametrize("name", SEQUENCES)
def test_the_state_is_the_package_s_own(name: str) -> None:
    theirs = by_the_package(SEQUENCES[name])
    ours = replayed(answers(SEQUENCES[name]))
    assert ours.due == theirs.due
    assert ours.stability == theirs.stability
    assert ours.difficulty == theirs.difficulty
    assert ours.last_review == theirs.last_review
    assert ours.learning == (theirs.state is not fsrs.State.Review)
    assert ours.reviews == len(SEQUENCES[name])


@pytest.mark.parametrize("name", SEQUENCES)
def test_retrievability_is_the_package_s_own(name: str) -> None:
    later = START + timedelta(days=700)
    theirs = fsrs.Scheduler(enable_fuzzing=False).get_card_retrievability(
        by_the_package(SEQUENCES[name]), later
    )
    assert retrievability(replayed(answers(SEQUENCES[name])), later) == theirs


def test_the_order_of_arrival_does_not_matter() -> None:
    in_order = answers(SEQUENCES["long in use"])
    assert replayed(reversed(in_order)) == replayed(in_order)


def test_published_intervals() -> None:
    """By the published parameters: stabilities 0.212, 1.2931, 2.3065 and 8.2956 days."""
    assert replayed(answers([(0, EASY)])).due == START + timedelta(days=8)
    assert replayed(answers([(0, EASY)])).stability == 8.2956
    assert replayed(answers([(0, AGAIN)])).due == START + timedelta(minutes=1)
    assert replayed(answers([(0, GOOD)])).due == START + timedelta(minutes=10)
    assert replayed(answers([(0, HARD)])).stability == 1.2931


def test_remembered_with_nine_in_ten_after_as_many_days_as_the_stability_says() -> None:
    schedule = replayed(answers([(0, EASY)]))
    assert retrievability(schedule, START) == 1
    assert retrievability(schedule, START + timedelta(days=8)) == pytest.approx(0.9025, abs=5e-4)


@pytest.mark.parametrize(
    ("name", "lapses"),
    [("known at once", 0), ("not known at first", 0), ("forgotten and learnt again", 1)],
)
def test_a_lapse_is_to_forget_what_was_known(name: str, lapses: int) -> None:
    assert replayed(answers(SEQUENCES[name])).lapses == lapses


def test_each_grade_says_when_the_card_comes_back() -> None:
    assert choices([], START) == {
        AGAIN: START + timedelta(minutes=1),
        HARD: START + timedelta(minutes=5, seconds=30),
        GOOD: START + timedelta(minutes=10),
        EASY: START + timedelta(days=8),
    }
    known = answers([(0, EASY)])
    at = START + timedelta(days=8)
    for grade, due in choices(known, at).items():
        sequence = [(0, EASY), (8 * 24 * 60, grade)]
        assert due == by_the_package(sequence).due


def test_a_clock_that_was_set_back_does_no_harm() -> None:
    known = answers([(0, EASY)])
    assert choices(known, START - timedelta(days=30))[AGAIN] == START + timedelta(minutes=10)


def test_without_a_review_there_is_no_schedule() -> None:
    with pytest.raises(ValueError, match="at least one review"):
        replayed([])
