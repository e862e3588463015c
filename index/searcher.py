"""Searchers: from a query to hits. All have one signature, so that they compose."""

from collections.abc import Collection
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from index.analysis import terms
from index.embedding import Embedder
from index.generation import Contents
from index.glossary import Glossary
from index.passage import Hit

EXPANSION = 0.5  # weight of a glossary term next to a word of the question itself


class Searcher(Protocol):
    """Finds passages for a query."""

    def search(self, query: str, k: int, language: str, within: Collection[str] = ()) -> list[Hit]:
        """The k best hits, best first; fewer when fewer match.

        `language` is the query's own, ISO 639-1; `within` restricts to passages in these
        languages (empty: all).
        """


class DenseSearcher:
    """By cosine between the vectors of query and passage; sees meaning, in any language."""

    def __init__(self, contents: Contents, embedder: Embedder) -> None:
        self._contents = contents
        self._embedder = embedder

    def search(self, query: str, k: int, language: str, within: Collection[str] = ()) -> list[Hit]:
        passages = self._contents.passages
        if not passages or k < 1:
            return []
        rows, scores = self._contents.vectors.search(
            self._embedder.query(query), min(k, len(passages)), self._allowed(within)
        )
        return [
            Hit(passages[row], float(score), {"dense": float(score)})
            for row, score in zip(rows, scores, strict=True)
        ]

    def _allowed(self, within: Collection[str]) -> NDArray[np.int64] | None:
        if not within:
            return None
        rows = self._contents.rows_by_language
        return np.concatenate(
            [np.empty(0, np.int64), *(rows[name] for name in within if name in rows)]
        )


class LexicalSearcher:
    """By BM25 within each language; sees exact words, and their translations in the glossary."""

    def __init__(self, contents: Contents, glossary: Glossary) -> None:
        self._contents = contents
        self._glossary = glossary

    def search(self, query: str, k: int, language: str, within: Collection[str] = ()) -> list[Hit]:
        hits = []
        for name, index in self._contents.lexical.items():
            if within and name not in within:
                continue
            # Words of another language match as they are: names, acronyms, figures.
            own = index.scores(terms(query, name))
            translated = index.scores(self._glossary.terms_for(query, language, name))
            scores = own + EXPANSION * translated
            rows = self._contents.rows_by_language[name]
            for at in _best(scores, k):
                score = float(scores[at])
                hits.append(Hit(self._contents.passages[rows[at]], score, {"lexical": score}))
        return sorted(hits, key=lambda hit: -hit.score)[:k]


def _best(scores: NDArray[np.float32], k: int) -> NDArray[np.int64]:
    """Positions of the k highest positive scores, best first, ties in order of position."""
    matching = np.flatnonzero(scores > 0)
    if len(matching) > k:
        matching = matching[np.argpartition(-scores[matching], k - 1)[:k]]
        matching.sort()
    return matching[np.argsort(-scores[matching], kind="stable")]
