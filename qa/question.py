"""The question as it was asked, with the conversation before it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Turn:
    """An earlier question of the conversation and the answer that was shown."""

    question: str
    answer: str


@dataclass(frozen=True, slots=True)
class Question:
    """`languages` restricts the search to passages in these languages (empty: all)."""

    text: str
    history: tuple[Turn, ...] = ()
    languages: frozenset[str] = frozenset()
