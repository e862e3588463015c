"""A review as one sits at it: the card in hand, and what was done before it.

It lives as long as the page. The answers are kept one by one as they are given: a page that is
closed or loaded again goes on with the next card.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Self

from qa.training.item import Item
from qa.training.quiz import QuizQuestion
from qa.training.review.cards import Card
from qa.training.review.review import Grade


@dataclass(frozen=True, slots=True)
class InHand:
    """A card; `open` once its answer is seen."""

    card: Card
    question: QuizQuestion | None  # None: a marked passage
    review: str  # id of the answer, made with the card: sent twice it counts once
    open: bool = False
    said: int | None = None  # which of the item's options; None: "I don't know"
    due: Mapping[Grade, timedelta] | None = None  # in what time after each grade, once it is open

    @property
    def item(self) -> Item | None:
        return self.card.item

    @property
    def correct(self) -> bool:
        return self.open and self.item is not None and self.said == self.item.key

    @property
    def is_graded(self) -> bool:
        """Whether it was kept as forgotten already: nothing is left to say about it."""
        return self.open and self.item is not None and not self.correct

    def opened(self, said: int | None, due: Mapping[Grade, timedelta]) -> Self:
        return replace(self, open=True, said=said, due=due)


@dataclass(frozen=True, slots=True)
class Sitting:
    """`in_hand` is None at the end."""

    in_hand: InHand | None
    due: int = 0  # cards left, the one in hand included
    new: int = 0
    reviewed: int = 0
    forgotten: int = 0
