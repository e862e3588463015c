"""A quiz that is being taken, question by question.

The answers themselves are kept one by one as they are given. Which questions were drawn is for the
browser to remember (see `keeping`): a page that is loaded again offers to go on.
"""

import secrets
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Self

from qa.training.item import Item
from qa.training.quiz import QuizQuestion

NUMBERS = (5, 10, 20)  # questions of a quiz, to choose from
USUAL = 10


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody wants to be asked."""

    number: int = USUAL
    competency: str = ""  # id; empty: all of them


@dataclass(frozen=True, slots=True)
class Asked:
    """One question and what was said to it."""

    question: QuizQuestion
    review: str  # id of the answer, made with the question: sent twice it counts once
    answered: bool = False
    said: int | None = None  # which of the item's options; None: "I don't know"
    reported: bool = False  # as wrong

    @property
    def item(self) -> Item:
        return self.question.item

    @property
    def correct(self) -> bool:
        return self.answered and self.said == self.item.key


@dataclass(frozen=True, slots=True)
class Quiz:
    """The questions in order; `at` is the one in hand, or as many as there are at the end."""

    wanted: Wanted
    asked: tuple[Asked, ...]
    at: int = 0
    is_left: bool = False  # offered to go on with, and not taken up yet

    @classmethod
    def of(
        cls, wanted: Wanted, questions: Sequence[QuizQuestion], reported: Collection[str] = ()
    ) -> Self:
        """`reported`: the items that whoever takes it finds wrong already."""
        return cls(
            wanted,
            tuple(
                Asked(each, secrets.token_hex(16), reported=each.item.id in reported)
                for each in questions
            ),
        )

    @property
    def in_hand(self) -> Asked | None:
        """None at the end."""
        return self.asked[self.at] if self.at < len(self.asked) else None

    @property
    def answered(self) -> tuple[Asked, ...]:
        return tuple(each for each in self.asked if each.answered)

    @property
    def missed(self) -> tuple[Asked, ...]:
        return tuple(each for each in self.answered if not each.correct)

    @property
    def is_over(self) -> bool:
        return self.in_hand is None

    def with_in_hand(self, changed: Asked) -> Self:
        """`changed` in place of the question in hand."""
        return replace(self, asked=(*self.asked[: self.at], changed, *self.asked[self.at + 1 :]))

    def onward(self) -> Self:
        return replace(self, at=min(self.at + 1, len(self.asked)))

    def finished(self) -> Self:
        """What was not answered yet is left out."""
        return replace(self, at=len(self.asked))
