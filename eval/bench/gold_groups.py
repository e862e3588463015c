"""The columns of the tables on gold sets: by language, across languages, and all."""

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar


class Judged(Protocol):
    """A question of a gold set, or what became of it."""

    @property
    def language(self) -> str: ...

    @property
    def cross_lingual(self) -> bool: ...


Question = TypeVar("Question", bound=Judged)
_GROUPS: dict[str, Callable[[Judged], bool]] = {
    "French": lambda question: question.language == "fr",
    "English": lambda question: question.language == "en",
    "cross-lingual": lambda question: question.cross_lingual,
    "all": lambda _: True,
}
GROUPS = tuple(_GROUPS)


def grouped(questions: Sequence[Question]) -> list[list[Question]]:
    """The questions in each of GROUPS: a cross-lingual one is in three of them."""
    return [[each for each in questions if belongs(each)] for belongs in _GROUPS.values()]
