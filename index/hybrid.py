"""The searcher of the product: fusion finds candidates, and a closer look orders them."""

from collections.abc import Callable, Collection
from dataclasses import replace

import numpy as np

from index.coverage import Coverage
from index.embedding import Embedder
from index.fusion import HIGHEST
from index.generation import Contents
from index.glossary import Glossary
from index.passage import Hit, Passage
from index.searcher import Searcher

CANDIDATES = 30  # looked at closely; the rest keeps the order of the fusion
# What a candidate's score is made of, fitted on 81 questions on CX articles in both languages
# as a softmax over the passages of a library; the questions quote articles of others and are
# therefore not part of the project. Cosines of e5 differ in the second decimal, hence their
# large weights.
WEIGHTS = {"dense": 22.0, "sentence": 34.0, "lexical": 1.6, "coverage": 3.0}


class HybridSearcher:
    """Orders the best candidates of the fusion by four signals together.

    The cosine of the passage; the cosine of its best sentence, so that one decisive sentence
    is found in a long passage; BM25, relative to the best candidate; and how much of what the
    question names the passage speaks about.
    """

    def __init__(
        self,
        fused: Searcher,
        contents: Contents,
        embedder: Embedder,
        glossary: Glossary,
        stems_of: Callable[[Passage], frozenset[str]],
    ) -> None:
        """`stems_of` gives the stems of a passage with its title and headings."""
        self._fused = fused
        self._contents = contents
        self._embedder = embedder
        self._glossary = glossary
        self._stems_of = stems_of

    def search(self, query: str, k: int, language: str, within: Collection[str] = ()) -> list[Hit]:
        found = self._fused.search(query, max(k, CANDIDATES), language, within)
        close, rest = found[:CANDIDATES], found[CANDIDATES:]
        if not close:
            return []
        asked = self._embedder.query(query)
        coverage = Coverage(query, language, self._glossary, self._contents)
        # Found by words alone: further away than whatever was found by meaning.
        farthest = min((h.found_by["dense"] for h in close if "dense" in h.found_by), default=0.0)
        best_words = max(h.found_by.get("lexical", 0.0) for h in close) or 1.0
        hits = []
        for hit in close:
            signals = {
                "dense": hit.found_by.get("dense", farthest),
                "sentence": float(np.max(self._contents.sentences_of(hit.passage) @ asked)),
                "lexical": hit.found_by.get("lexical", 0.0) / best_words,
                "coverage": coverage.of(self._stems_of(hit.passage), hit.passage.language),
            }
            score = sum(WEIGHTS[name] * value for name, value in signals.items())
            hits.append(replace(hit, score=score, found_by={**hit.found_by, **signals}))
        hits.sort(key=lambda hit: (-hit.score, hit.passage.id))
        lowest = hits[-1].score
        # A score of the fusion is at most HIGHEST: all of these stay below what was looked at.
        return [*hits, *(replace(h, score=lowest - HIGHEST + h.score) for h in rest)][:k]
