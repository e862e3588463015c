"""When a card is due: FSRS, computed from a card's reviews alone.

The algorithm is that of the package of its authors (https://github.com/open-spaced-repetition),
with its published parameters and no random spread of intervals: the same reviews give the same
schedule, on every machine and in whatever order they arrived.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime

import fsrs

from qa.training.review.review import Grade, Review, Schedule

_RETENTION = 0.9  # the probability of remembering with which a card comes up again
_SCHEDULER = fsrs.Scheduler(desired_retention=_RETENTION, enable_fuzzing=False)


def replayed(reviews: Iterable[Review]) -> Schedule:
    """The schedule that one card's reviews lead to, at least one of them, in any order."""
    ordered = sorted(reviews, key=lambda review: (review.at, review.id))
    if not ordered:
        raise ValueError("a schedule follows from at least one review, and there is none")
    state, lapses = _state(ordered)
    return Schedule(
        card=ordered[0].card,
        due=state.due,
        learning=state.state is not fsrs.State.Review,
        stability=state.stability or 0.0,
        difficulty=state.difficulty or 0.0,
        last_review=ordered[-1].at,
        reviews=len(ordered),
        lapses=lapses,
    )


def choices(reviews: Sequence[Review], at: datetime) -> dict[Grade, datetime]:
    """When the card would be due after each grade given at that time."""
    state, _ = _state(sorted(reviews, key=lambda review: (review.at, review.id)))
    # Never before the last review: a clock that was set back must not run time backwards.
    at = max(at, state.last_review or at)
    return {grade: _reviewed(state, grade, at).due for grade in Grade}


def retrievability(schedule: Schedule, at: datetime) -> float:
    """The probability that it is remembered at that time."""
    state = fsrs.Card(
        card_id=0,
        state=fsrs.State.Review,
        stability=schedule.stability,
        difficulty=schedule.difficulty,
        due=schedule.due,
        last_review=schedule.last_review,
    )
    return float(_SCHEDULER.get_card_retrievability(state, at))


def _state(ordered: Sequence[Review]) -> tuple[fsrs.Card, int]:
    """The package's card after these reviews, and how often it lapsed."""
    # The id is of no account here; without one the package waits for a free millisecond.
    state = fsrs.Card(card_id=0, due=ordered[0].at) if ordered else fsrs.Card(card_id=0)
    lapses = 0
    for review in ordered:
        lapses += state.state is fsrs.State.Review and review.grade is Grade.AGAIN
        state = _reviewed(state, review.grade, review.at)
    return state, lapses


def _reviewed(state: fsrs.Card, grade: Grade, at: datetime) -> fsrs.Card:
    reviewed, _ = _SCHEDULER.review_card(state, fsrs.Rating(grade.value), at)
    return reviewed
