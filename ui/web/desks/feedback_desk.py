"""The desk of feedback: given by everybody, reviewed by evaluators."""

from collections.abc import Collection
from typing import NamedTuple, Protocol

from corpus.feedback import Complaint, Feedback
from eval.draft import Draft
from eval.gold import GoldItem
from qa.freezing import Frozen


class Review(NamedTuple):
    """What an evaluator looks at: the opinion, the answer as it was, the question it becomes."""

    feedback: Feedback
    frozen: Frozen
    draft: Draft


class Made(NamedTuple):
    """A gold question made of feedback, and whether its passages are still as they were."""

    feedback: str  # id
    item: GoldItem
    fits: bool


class FeedbackDesk(Protocol):
    """Every method acts for the visitor (see `visitor`) and may raise `KnownError`."""

    def give(
        self, answer_id: str, good: bool, complaints: tuple[Complaint, ...] = (), comment: str = ""
    ) -> None:
        """The visitor's opinion of an answer that the visitor may open."""

    def given(self, answer_id: str) -> Feedback | None:
        """The visitor's own opinion, as long as nobody has reviewed it."""

    def withdraw(self, answer_id: str) -> None: ...

    def waiting(self) -> tuple[Feedback, ...]:
        """What nobody has reviewed yet, the oldest first. Evaluators only, as all that follow."""

    def review(self, feedback_id: str) -> Review: ...

    def make_gold(self, feedback_id: str, refuses: bool, places: Collection[str]) -> None:
        """The question with the drafted passages at these places, or one to be refused."""

    def set_aside(self, feedback_id: str) -> None: ...

    def take_back(self, feedback_id: str) -> None:
        """It waits again; the gold question that was made of it is gone."""

    def reviewed(self) -> tuple[Made, ...]:
        """All gold questions made of feedback so far, the oldest first."""
