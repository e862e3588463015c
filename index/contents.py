"""What searchers see of a generation: the rows of its segments that are not gone, in one."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate, chain
from typing import overload

import numpy as np
from numpy.typing import NDArray

from index.lexical import LexicalIndex
from index.passage import Passage
from index.segment import Segment
from index.vectors import Kept, VectorIndex


@dataclass(frozen=True)
class Contents:
    """Rows are numbered through all segments. Their order depends on what came when."""

    passages: tuple[Passage, ...]
    vectors: VectorIndex
    sentence_vectors: Sequence[NDArray[np.float16]]  # of each passage: (sentences, dimension)
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
        return self.sentence_vectors[self.row_of[passage.id]].astype(np.float32)

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


def contents_of(parts: Sequence[Part]) -> Contents:
    """Nothing large is copied: two generations share the segments that they have in common."""
    firsts = [0, *accumulate(len(part.rows) for part in parts)]
    languages = sorted({p.language for part in parts for p in part.passages})
    return Contents(
        passages=tuple(chain.from_iterable(part.passages for part in parts)),
        vectors=VectorIndex.joined([(part.segment.searched, part.kept) for part in parts]),
        sentence_vectors=_Sentences(parts, firsts),
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
            + [part.question_rows + first for part, first in zip(parts, firsts, strict=False)]
        ),
    )


class _Sentences(Sequence[NDArray[np.float16]]):
    """Sentence vectors by row, looked up in the segment that has them."""

    def __init__(self, parts: Sequence[Part], firsts: Sequence[int]) -> None:
        """`firsts`: first row of each part, and one past the last row."""
        self._parts = parts
        self._firsts = firsts

    def __len__(self) -> int:
        return self._firsts[-1]

    @overload
    def __getitem__(self, row: int) -> NDArray[np.float16]: ...
    @overload
    def __getitem__(self, row: slice) -> Sequence[NDArray[np.float16]]: ...
    def __getitem__(self, row: int | slice) -> NDArray[np.float16] | Sequence[NDArray[np.float16]]:
        if isinstance(row, slice):
            return [self[each] for each in range(*row.indices(len(self)))]
        if not 0 <= row < len(self):
            raise IndexError(f"row {row} of {len(self)}")
        at = bisect_right(self._firsts, row) - 1
        part = self._parts[at]
        return part.segment.sentences_of(int(part.rows[row - self._firsts[at]]))
