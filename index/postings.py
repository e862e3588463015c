"""Which terms stand in which passages of one language, and how often: BM25 without its formula.

Scores depend on the whole library, counts do not. A segment therefore keeps counts, which stay
true whatever is added or removed beside it, and `index.lexical` makes scores of them.
"""

from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

ARRAYS = ("terms", "starts", "documents", "counts", "lengths")


@dataclass(frozen=True)
class Postings:
    """A compressed matrix of counts, term by term; documents are known by their position."""

    terms: tuple[str, ...]  # sorted
    starts: NDArray[np.int64]  # (terms + 1): where each term's postings begin, and the end
    documents: NDArray[np.int32]  # (postings), ascending within a term
    counts: NDArray[np.int32]  # (postings)
    lengths: NDArray[np.int32]  # (documents): terms in each, with repetitions

    @cached_property
    def _number_of(self) -> dict[str, int]:
        return {term: number for number, term in enumerate(self.terms)}

    def span(self, term: str) -> slice:
        """Where the postings of `term` stand; empty for an unknown term."""
        number = self._number_of.get(term)
        if number is None:
            return slice(0, 0)
        return slice(int(self.starts[number]), int(self.starts[number + 1]))

    def terms_of(self, document: int) -> frozenset[str]:
        """The terms of one document."""
        numbers, starts = self._by_document
        terms = self.terms
        return frozenset(terms[at] for at in numbers[starts[document] : starts[document + 1]])

    @cached_property
    def _by_document(self) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
        """Numbers of each document's terms, and where they begin: the matrix turned round."""
        numbers = np.repeat(np.arange(len(self.terms), dtype=np.int32), np.diff(self.starts))
        distinct = np.bincount(self.documents, minlength=len(self.lengths))
        starts = np.concatenate([[0], np.cumsum(distinct)]).astype(np.int64)
        return numbers[np.argsort(self.documents, kind="stable")], starts

    def only(self, kept: NDArray[np.bool_]) -> "Postings":
        """The postings of the documents where `kept`, shape (documents,), is true."""
        position = np.cumsum(kept, dtype=np.int32) - 1
        numbers = np.repeat(np.arange(len(self.terms)), np.diff(self.starts))
        stays = kept[self.documents]
        return _assembled(
            self.terms,
            numbers[stays],
            position[self.documents[stays]],
            self.counts[stays],
            self.lengths[kept],
        )

    def arrays(self) -> dict[str, NDArray[Any]]:
        """All of it as arrays, by the names in ARRAYS; equal postings give equal bytes."""
        text = "\n".join(self.terms).encode()
        return {
            "terms": np.frombuffer(text, np.uint8),
            "starts": self.starts,
            "documents": self.documents,
            "counts": self.counts,
            "lengths": self.lengths,
        }

    @classmethod
    def of(cls, arrays: Mapping[str, NDArray[Any]]) -> "Postings":
        text = arrays["terms"].tobytes().decode()
        return cls(
            tuple(text.split("\n")) if text else (),
            arrays["starts"],
            arrays["documents"],
            arrays["counts"],
            arrays["lengths"],
        )


def count_terms(documents: Iterable[Sequence[str]]) -> Postings:
    """Postings of documents that are given as lists of terms, one after the other."""
    number_of: dict[str, int] = {}
    numbers, counts = array("q"), array("i")  # a list would take five times the memory
    distinct: list[int] = []  # terms of each document
    lengths: list[int] = []
    for terms in documents:
        counted = Counter(terms)
        numbers.extend(number_of.setdefault(term, len(number_of)) for term in counted)
        counts.extend(counted.values())
        distinct.append(len(counted))
        lengths.append(len(terms))
    return _assembled(
        tuple(number_of),
        np.array(numbers, np.int64),
        np.repeat(np.arange(len(distinct), dtype=np.int32), distinct),
        np.array(counts, np.int32),
        np.array(lengths, np.int32),
    )


def joined(several: Sequence[Postings]) -> Postings:
    """The documents of all, one after the other."""
    terms = tuple(sorted(set().union(*(postings.terms for postings in several))))
    number_of = {term: number for number, term in enumerate(terms)}
    numbers = []
    documents = []
    first = 0
    for postings in several:
        theirs = np.array([number_of[term] for term in postings.terms], np.int64)
        numbers.append(np.repeat(theirs, np.diff(postings.starts)))
        documents.append(postings.documents + np.int32(first))
        first += len(postings.lengths)
    return _assembled(
        terms,
        np.concatenate(numbers),
        np.concatenate(documents),
        np.concatenate([postings.counts for postings in several]),
        np.concatenate([postings.lengths for postings in several]),
    )


def _assembled(
    terms: tuple[str, ...],
    numbers: NDArray[np.int64],
    documents: NDArray[np.int32],
    counts: NDArray[np.int32],
    lengths: NDArray[np.int32],
) -> Postings:
    """Postings in the order of sorted terms; terms without any are left out.

    `numbers` says of each posting which of `terms` it is of; within a term, documents ascend.
    """
    by_word = sorted(range(len(terms)), key=terms.__getitem__)
    frequency = np.bincount(numbers, minlength=len(terms))
    kept = [number for number in by_word if frequency[number]]
    rank = np.zeros(len(terms), np.int64)
    rank[kept] = np.arange(len(kept))
    order = np.argsort(rank[numbers], kind="stable")
    return Postings(
        tuple(terms[number] for number in kept),
        np.concatenate([[0], np.cumsum(frequency[kept], dtype=np.int64)]).astype(np.int64),
        documents[order].astype(np.int32),
        counts[order].astype(np.int32),
        lengths.astype(np.int32),
    )
