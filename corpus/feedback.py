"""Feedback: what people think of an answer, and what an evaluator made of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

LONGEST_COMMENT = 2000  # characters


class Complaint(StrEnum):
    """What is wrong with an answer, or with an abstention."""

    WRONG = "wrong"
    NOT_RELEVANT = "not relevant"
    INCOMPLETE = "incomplete"
    WRONG_CITATION = "wrong citation"
    SHOULD_HAVE_REFUSED = "should have refused"
    SHOULD_HAVE_ANSWERED = "should have answered"


class State(StrEnum):
    """What an evaluator has done with a piece of feedback."""

    WAITING = "waiting"
    MADE_GOLD = "made gold"
    SET_ASIDE = "set aside"


@dataclass(frozen=True, slots=True, kw_only=True)
class Feedback:
    """One person's opinion of one answer; a later one of the same person replaces it."""

    id: str = ""
    at: str = ""  # UTC, ISO 8601 to the second
    person: str  # id
    name: str = ""  # of the person, as the account has it today; empty where nobody signs in
    answer: str  # id of the kept answer
    question: str = ""  # that it answers, as it was asked
    good: bool
    complaints: tuple[Complaint, ...] = ()
    comment: str = ""
    state: State = State.WAITING


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewed:
    """A gold question that an evaluator made of feedback."""

    id: str  # of the gold question
    at: str
    reviewer: str  # id of the evaluator
    feedback: str  # id
    item: Mapping[str, Any]  # as a line of a gold set has it
