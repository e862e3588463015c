"""The question as it was asked, with the conversation before it."""

from dataclasses import dataclass, field

from corpus.filters import Filters


@dataclass(frozen=True, slots=True)
class Turn:
    """An earlier question of the conversation and the answer that was shown."""

    question: str
    answer: str


@dataclass(frozen=True, slots=True)
class Question:
    """What was asked; `filters` say which part of the library may answer."""

    text: str
    history: tuple[Turn, ...] = ()
    filters: Filters = field(default_factory=Filters)
