"""BM25 over the passages of one language, scored at search time from counts of terms.

Scores depend on all passages of the language and on nothing else: how they are spread over
segments, and what was removed from them, does not show.
"""

import math
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from index.postings import Postings, count_terms

Scores = NDArray[np.float32]
Kept = NDArray[np.bool_] | None  # which of a part's documents still count; None: all

# Robertson & Zaragoza (2009), "The Probabilistic Relevance Framework", give 1.2-2 and 0.5-0.8.
K1, B = 1.5, 0.75


class LexicalIndex:
    """BM25 scores of documents whose terms are counted in one or more parts."""

    def __init__(self, parts: Sequence[tuple[Postings, Kept]]) -> None:
        self._parts: list[tuple[Postings, Kept, NDArray[np.int64]]] = []  # and their positions
        lengths = [np.empty(0, np.int32)]
        first = 0
        for postings, kept in parts:
            every = np.ones(len(postings.lengths), np.bool_) if kept is None else kept
            self._parts.append((postings, kept, np.cumsum(every) - 1 + first))
            lengths.append(postings.lengths[every])
            first += len(lengths[-1])
        length = np.concatenate(lengths)
        mean = length.mean() if length.any() else 1.0
        self._saturation = K1 * (1 - B + B * length / mean)  # the count that gives half a score

    @classmethod
    def build(cls, documents: Sequence[Sequence[str]]) -> "LexicalIndex":
        """Of documents that are given as lists of terms."""
        return cls([(count_terms(documents), None)])

    def scores(self, terms: Sequence[str], weights: Sequence[float] | None = None) -> Scores:
        """Shape (documents,); 0 where a document holds none of the terms.

        Lucene's BM25, whose inverse document frequency is never negative; a term that is given
        twice counts twice. Each counts by its weight, where there are any.
        """
        scores = np.zeros(len(self))
        for term, weight in zip(terms, weights or [1.0] * len(terms), strict=True):
            found = list(self._found(term))
            frequency = sum(len(at) for at, _ in found)
            rarity = math.log(1 + (len(self) - frequency + 0.5) / (frequency + 0.5))
            for at, counts in found:
                scores[at] += weight * rarity * counts / (counts + self._saturation[at])
        return scores.astype(np.float32)

    def document_frequency(self, term: str) -> int:
        """How many documents hold `term`."""
        return sum(len(at) for at, _ in self._found(term))

    def __len__(self) -> int:
        return len(self._saturation)

    def _found(self, term: str) -> Iterator[tuple[NDArray[np.int64], NDArray[np.int32]]]:
        """Documents that hold `term` and how often, part by part."""
        for postings, kept, position in self._parts:
            span = postings.span(term)
            documents, counts = postings.documents[span], postings.counts[span]
            if kept is not None:
                stays = kept[documents]
                documents, counts = documents[stays], counts[stays]
            yield position[documents], counts
