"""Passages, the unit of search, and hits, passages that a search found."""

from dataclasses import dataclass, field
from typing import NamedTuple


class Span(NamedTuple):
    """Characters start (included) to end (excluded) of an article's stored text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of an article, 60 to 180 words where the article allows it."""

    article_id: str
    start: int
    end: int
    language: str  # of this passage; an article may hold a summary in another language
    heading: str = ""  # path of the headings above it, joined by " › "
    sentences: tuple[Span, ...] = ()  # in order; list items count as sentences

    @property
    def id(self) -> str:
        """`article:start-end`: says where it is and stays the same as long as the text does."""
        return f"{self.article_id}:{self.start}-{self.end}"


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that a search found. Scores compare within one search only."""

    passage: Passage
    score: float
    # Name -> value of what speaks for it: a searcher's raw score ("dense", "lexical"); from the
    # hybrid searcher, its signals (see `index.hybrid.WEIGHTS`).
    found_by: dict[str, float] = field(default_factory=dict)
