"""What searchers see of a generation: the rows of its segments that are not gone, in one."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate, chain

import numpy as np
from numpy.typing import NDArray

from index.encoding import QueryTokens
from index.lexical import LexicalIndex
from index.passage import Passage
from index.segment import Segment
from index.token_vectors import Match, max_sim
from index.vectors import Kept, VectorIndex


@dataclass(frozen=True)
class Contents:
    """Rows are numbered through all segments. Their order depends on what came when."""

    passages: tuple[Passage, ...]
    vectors: VectorIndex
    rows: "Rows"
    lexical: Mapping[str, LexicalIndex]
    questions: VectorIndex = field(default_factory=lambda: VectorIndex([]))
    question_rows: NDArray[np.int64] = field(default_factory=lambda: np.empty(0, np.int64))

    @cached_property
    def rows_by_language(self) -> dict[str, NDArray[np.int64]]:
        """Rows of the passages in each language, in the order of that language's BM25."""
        languages = np.array([passage.language for passage in self.passages])
        return {language: np.flatnonzero(languages == language) for language in self.lexical}

    def sentences_of(self, passage: Passage) -> NDArray[np.float32]:
        """Vectors of a passage's sentences, shape (sentences, dimension)."""
        segment, row = self.rows.find(self.row_of[passage.id])
        return segment.sentences_of(row).astype(np.float32)

    def terms_of(self, passage: Passage) -> frozenset[str]:
        """Stems of a passage with its title and headings."""
        segment, row = self.rows.find(self.row_of[passage.id])
        return segment.terms_of(row)

    def late_interaction(self, query: QueryTokens, passage: Passage) -> Match:
        segment, row = self.rows.find(self.row_of[passage.id])
        return max_sim(query, *segment.tokens_of(row), len(passage.sentences))

    @cached_property
    def row_of(self) -> dict[str, int]:
        return {passage.id: row for row, passage in enumerate(self.passages)}


@dataclass(frozen=True)
class Part:
    """A segment in one generation: what is left of it."""

    segment: Segment
    gone: frozenset[str]

    @cached_property
    def kept(self) -> Kept:
        return self.segment.kept(self.gone)

    @cached_property
    def rows(self) -> NDArray[np.int64]:
        """Of the segment, those that are left."""
        every = np.arange(len(self.segment.passages))
        return every if self.kept is None else every[self.kept]

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        every = self.segment.passages
        return every if self.kept is None else tuple(every[row] for row in self.rows)

    def kept_among(self, rows: NDArray[np.int64]) -> Kept:
        """Which of these rows of the segment are left; None: all."""
        return None if self.kept is None else self.kept[rows]

    @cached_property
    def question_rows(self) -> NDArray[np.int64]:
        """Of each question that is left: its passage's row among the rows that are left."""
        rows = self.segment.question_rows
        return rows if self.kept is None else (np.cumsum(self.kept) - 1)[rows[self.kept[rows]]]


class Rows:
    """Rows of passages, looked up in the segment that has them."""

    def __init__(self, parts: Sequence[Part]) -> None:
        self._parts = parts
        # First row of each part, and one past the last.
        self.firsts = [0, *accumulate(len(part.rows) for part in parts)]

    def find(self, row: int) -> tuple[Segment, int]:
        """The segment and the row there of a passage's row in all."""
        if not 0 <= row < self.firsts[-1]:
            raise IndexError(f"row {row} of {self.firsts[-1]}")
        at = bisect_right(self.firsts, row) - 1
        part = self._parts[at]
        return part.segment, int(part.rows[row - self.firsts[at]])


def contents_of(parts: Sequence[Part]) -> Contents:
    """Nothing large is copied: two generations share the segments that they have in common."""
    rows = Rows(parts)
    languages = sorted({p.language for part in parts for p in part.passages})
    return Contents(
        passages=tuple(chain.from_iterable(part.passages for part in parts)),
        vectors=VectorIndex.joined([(part.segment.searched, part.kept) for part in parts]),
        rows=rows,
        lexical={
            language: LexicalIndex(
                [
                    (
                        part.segment.postings[language],
                        part.kept_among(part.segment.rows_by_language[language]),
                    )
                    for part in parts
                    if language in part.segment.postings
                ]
            )
            for language in languages
        },
        questions=VectorIndex.joined(
            [(p.segment.questions, p.kept_among(p.segment.question_rows)) for p in parts]
        ),
        question_rows=np.concatenate(
            [np.empty(0, np.int64)]
            + [part.question_rows + first for part, first in zip(parts, rows.firsts, strict=False)]
        ),
    )
