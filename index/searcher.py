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

DEPTH = 100  # candidates that each list gives to the fusion
# Rank at which a list's vote has halved. Cormack et al. (2009) use 60 for lists of thousands;
# 20 is the best of 5, 10, 20, 40, 60 on PIAF's development half.
RANK_HALF = 20
EXPANSION = 0.5  # weight of a glossary term next to a word of the question itself
CROSS_LINGUAL = 0.3  # vote of BM25, next to the dense vote of 1, where the words were translated


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
        if not passages:
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
        return np.concatenate([rows[name] for name in within if name in rows] or [np.empty(0, int)])


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
            # Words of another language match as they are (names, acronyms, figures).
            scores = index.scores(terms(query, name))
            scores = scores + EXPANSION * index.scores(
                self._glossary.terms_for(query, language, name)
            )
            rows = self._contents.rows_by_language[name]
            for at in _best(scores, k):
                hits.append(
                    Hit(
                        self._contents.passages[rows[at]],
                        float(scores[at]),
                        {"lexical": float(scores[at])},
                    )
                )
        return sorted(hits, key=lambda hit: -hit.score)[:k]


class HybridSearcher:
    """Dense and lexical ranks together, each list with the weight that it has earned.

    Within a language both vote alike (reciprocal rank fusion). For a passage in another
    language than the query's, words say little: there the lexical vote is small and the rest
    of it goes to the dense rank. So a weak list neither drowns a strong one nor pushes
    passages of the query's own language in front of better ones in the other.
    """

    def __init__(self, dense: Searcher, lexical: Searcher) -> None:
        self._dense = dense
        self._lexical = lexical

    def search(self, query: str, k: int, language: str, within: Collection[str] = ()) -> list[Hit]:
        depth = max(k, DEPTH)
        dense = self._dense.search(query, depth, language, within)
        lexical = self._lexical.search(query, depth, language, within)
        dense_vote = _votes(dense)
        lexical_vote = _votes(lexical)
        found_by: dict[str, dict[str, float]] = {}
        passages = {}
        for hit in (*dense, *lexical):
            passages[hit.passage.id] = hit.passage
            found_by.setdefault(hit.passage.id, {}).update(hit.found_by)
        hits = []
        for id_, passage in passages.items():
            weight = 1.0 if passage.language == language else CROSS_LINGUAL
            by_meaning, by_words = dense_vote.get(id_, 0.0), lexical_vote.get(id_, 0.0)
            score = (2 - weight) * by_meaning + weight * by_words
            hits.append(Hit(passage, score, found_by[id_]))
        return sorted(hits, key=lambda hit: (-hit.score, hit.passage.id))[:k]


def _votes(hits: list[Hit]) -> dict[str, float]:
    """Reciprocal rank, from 1 for the first, per language: languages do not push each other."""
    return {hit.passage.id: RANK_HALF / (RANK_HALF + rank) for rank, hit in enumerate(hits)}


def _best(scores: NDArray[np.float32], k: int) -> NDArray[np.int64]:
    """Positions of the k highest positive scores, best first, ties in order of position."""
    matching = np.flatnonzero(scores > 0)
    if len(matching) > k:
        matching = matching[np.argpartition(-scores[matching], k - 1)[:k]]
        matching.sort()
    return matching[np.argsort(-scores[matching], kind="stable")]
