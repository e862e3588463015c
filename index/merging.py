"""When segments become one, as in a log-structured merge tree.

Every addition brings a segment, and every removal leaves something behind: a search visits all
of it. Merging costs writing anew what is merged, so like is merged with like: an article is
written anew a few times in its life, however many come after it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.matrices import Matrices
from index.matrices import joined as joined_matrices
from index.postings import joined
from index.segment import Segment, segment_of
from index.vectors import EXACT_UP_TO

MOST_SEGMENTS = 8
MOST_GONE = 0.2  # share of a segment's passages
ALIKE = 2.0  # a segment is merged with smaller ones that are together at least half its size


@dataclass(frozen=True, slots=True)
class Size:
    """Passages of a segment."""

    all: int
    live: int


def to_merge(sizes: Sequence[Size]) -> frozenset[int]:
    """Positions of the segments to be merged into one, or of one to be purged; often none."""
    chosen = {n for n, s in enumerate(sizes) if s.all - s.live > MOST_GONE * s.all}
    small = [n for n, size in enumerate(sizes) if size.all <= EXACT_UP_TO]
    if sum(sizes[n].all for n in small) > EXACT_UP_TO:
        chosen |= set(small)  # together they are searched faster with cells
    elif len(sizes) > MOST_SEGMENTS:
        first, second, *rest = sorted(range(len(sizes)), key=lambda n: (sizes[n].live, n))
        chosen |= {first, second}
        together = sizes[first].live + sizes[second].live
        for position in rest:
            if sizes[position].live > ALIKE * together:
                break
            chosen.add(position)
            together += sizes[position].live
    return frozenset(chosen)


def merged(several: Sequence[tuple[Segment, frozenset[str]]]) -> Segment:
    """One segment of what is left of some, each given with the articles that are gone."""
    keeps = [
        np.ones(len(segment.passages), np.bool_) if kept is None else kept
        for segment, gone in several
        for kept in (segment.kept(gone),)
    ]
    pairs = [(segment, keep) for (segment, _), keep in zip(several, keeps, strict=True)]
    languages = sorted({language for segment, _ in pairs for language in segment.postings})
    left = {
        language: joined(
            [
                segment.postings[language].only(keep[segment.rows_by_language[language]])
                for segment, keep in pairs
                if language in segment.postings
            ]
        )
        for language in languages
    }
    question_rows, first = [], 0
    for segment, keep in pairs:
        position = np.cumsum(keep) - 1 + first
        question_rows.append(position[segment.question_rows[keep[segment.question_rows]]])
        first += int(np.count_nonzero(keep))
    return segment_of(
        passages=tuple(
            passage
            for segment, keep in pairs
            for passage, stays in zip(segment.passages, keep, strict=True)
            if stays
        ),
        matrices=joined_matrices([_left(segment, keep) for segment, keep in pairs]),
        questions=np.concatenate([s.questions.matrix[keep[s.question_rows]] for s, keep in pairs]),
        question_rows=np.concatenate(question_rows),
        postings={
            language: postings for language, postings in left.items() if len(postings.lengths)
        },
    )


def _left(segment: Segment, keep: NDArray[np.bool_]) -> Matrices:
    of_tokens = np.repeat(keep, segment.token_counts)
    return Matrices(
        vectors=segment.vectors.matrix[keep],
        sentences=segment.sentences[np.repeat(keep, np.diff(segment.sentence_starts))],
        tokens=segment.tokens[of_tokens],
        places=segment.places[of_tokens],
        token_counts=segment.token_counts[keep],
    )
