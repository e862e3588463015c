"""The searcher of the product: fusion finds candidates, and a closer look orders them."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from index.contents import Contents
from index.coverage import Coverage
from index.embedding import Embedder
from index.fusion import HIGHEST
from index.passage import Hit, Passage
from index.scope import Scope
from index.searcher import Searcher
from index.thesaurus import Thesaurus

CANDIDATES = 30  # of the fusion, looked at closely; the rest keeps its order
BY_QUESTION = 15  # further candidates, by the questions that they are known to answer
KNOWN = 200  # passages of which it is known how alike their questions are
# Cosine from which two questions are likely to ask the same. Below, it says no more than that
# both are questions on the field.
ALIKE = 0.86
SAME = 0.92  # cosine from which they ask the same: above, what answers one answers the other
# What a candidate's score is made of, fitted on 81 questions on CX articles in both languages
# as a softmax over the passages of a library; the questions quote articles of others and are
# therefore not part of the project. Cosines of e5 differ in the second decimal, hence their
# large weights. Those of "question" and "same" are moderate ones of many that did about as
# well on 160 questions that were written without sight of the notes' own.
WEIGHTS = {
    "dense": 22.0,
    "sentence": 34.0,
    "lexical": 1.6,
    "coverage": 3.0,
    "question": 20.0,
    "same": 50.0,
}


class HybridSearcher:
    """Orders the best candidates by five signals together.

    The cosine of the passage; the cosine of its best sentence, so that one decisive sentence
    is found in a long passage; BM25, relative to the best candidate; how much of what the
    question names the passage speaks about; and, where it is known to answer a question that is
    much like this one, how much alike the two are ("question" from ALIKE on, "same" from SAME
    on). A passage without known questions loses
    nothing by that.
    """

    def __init__(
        self,
        fused: Searcher,
        by_question: Searcher,
        contents: Contents,
        embedder: Embedder,
        thesaurus: Thesaurus,
        stems_of: Callable[[Passage], frozenset[str]],
    ) -> None:
        """`stems_of` gives the stems of a passage with its title and headings."""
        self._fused = fused
        self._by_question = by_question
        self._contents = contents
        self._embedder = embedder
        self._thesaurus = thesaurus
        self._stems_of = stems_of

    def search(self, query: str, k: int, language: str, within: Scope = None) -> list[Hit]:
        found = self._fused.search(query, max(k, CANDIDATES), language, within)
        close, rest = _joined(found, self._by_question.search(query, KNOWN, language, within))
        if not close:
            return []
        asked = self._embedder.query(query)
        coverage = Coverage(query, language, self._thesaurus, self._contents)
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
                "question": max(hit.found_by.get("question", 0.0) - ALIKE, 0.0),
                "same": max(hit.found_by.get("question", 0.0) - SAME, 0.0),
            }
            score = sum(WEIGHTS[name] * value for name, value in signals.items())
            hits.append(replace(hit, score=score, found_by={**hit.found_by, **signals}))
        hits.sort(key=lambda hit: (-hit.score, hit.passage.id))
        lowest = hits[-1].score
        # A score of the fusion is at most HIGHEST: all of these stay below what was looked at.
        return [*hits, *(replace(h, score=lowest - HIGHEST + h.score) for h in rest)][:k]


def _joined(found: list[Hit], known: list[Hit]) -> tuple[list[Hit], list[Hit]]:
    """What is looked at closely, each hit with all that found it, and the rest of the fusion."""
    by_question = {hit.passage.id: hit.found_by for hit in known}
    found = [
        replace(hit, found_by=hit.found_by | by_question.get(hit.passage.id, {})) for hit in found
    ]
    there = {hit.passage.id for hit in found[:CANDIDATES]}
    first = [hit.passage.id for hit in known[:BY_QUESTION] if hit.passage.id not in there]
    by_id = {hit.passage.id: hit for hit in (*known, *found)}
    close = [*found[:CANDIDATES], *(by_id[id_] for id_ in first)]
    return close, [hit for hit in found[CANDIDATES:] if hit.passage.id not in first]
