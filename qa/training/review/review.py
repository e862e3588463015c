"""A review: one answer of a learner, and the schedule that follows from all of them."""

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum


class Grade(IntEnum):
    """How well something was remembered, with the numbers of FSRS."""

    AGAIN = 1  # not
    HARD = 2
    GOOD = 3
    EASY = 4


class Occasion(StrEnum):
    """On which occasion a learner answered."""

    PLACEMENT = "placement"
    QUIZ = "quiz"
    REVIEW = "review"
    DRILL = "drill"
    ANKI = "anki"  # there, and imported


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """One answer; what is due when follows from a card's reviews, replayed in their order."""

    id: str  # given when the question is shown, so that one answer sent twice counts once
    person: str  # id
    card: str
    item: str = ""  # id of the item that was shown; empty for other cards
    at: datetime  # UTC
    grade: Grade
    correct: bool | None = None  # None where nobody but the learner judges
    occasion: Occasion
    said: str = ""  # the option chosen, or the learner's own words


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """When a card is due for one learner; computed by FSRS from the reviews alone."""

    card: str
    due: datetime  # UTC
    learning: bool  # still in its first steps of minutes, or back in them
    stability: float  # days after which it is remembered with 90 % probability
    difficulty: float  # 1 to 10
    last_review: datetime  # UTC
    reviews: int
    lapses: int  # how often it was forgotten after it had been known
    suspended: bool = False  # by the learner: it does not come up
