"""The searcher of the product: fusion finds candidates, and a closer look orders them."""

from dataclasses import replace

import numpy as np

from index.contents import Contents
from index.coverage import Coverage
from index.embedding import Embedder
from index.fitted import fitted
from index.fusion import HIGHEST
from index.passage import Hit
from index.scope import Scope
from index.searcher import Searcher
from index.thesaurus import Thesaurus

CANDIDATES = 50  # of the fusion, looked at closely; the rest keeps its order
BY_QUESTION = 15  # further candidates, by the questions that they are known to answer
KNOWN = 200  # passages of which it is known how alike their questions are
SIGNALS = (
    "dense",  # cosine of question and passage
    "sentence",  # of the question and the passage's best sentence
    "late",  # late interaction with the passage
    "late_sentence",  # with its best sentence: the decisive one, inside a long passage
    "lexical",  # BM25, relative to the best candidate; in the question's own language
    "lexical_across",  # the same in the other language, where words had to be translated
    "coverage",  # share of what the question names that the passage speaks about
    "coverage_across",
    "known",  # cosine of the question and a question that the passage is known to answer
    "across",  # 1 where the passage is in another language than the question
)
# What a candidate's score is made of, per unit of each signal: see `index.fitted`.
WEIGHTS = fitted("search", SIGNALS)
# Cosine of two questions from which they are likely to ask the same. Below, it says no more than
# that both are questions on the field.
ALIKE = 0.7


class HybridSearcher:
    """Orders the best candidates by all SIGNALS together.

    A passage without known questions loses nothing by that. Signals that compare words count by
    themselves across languages, where they say less.
    """

    def __init__(
        self,
        fused: Searcher,
        by_question: Searcher,
        contents: Contents,
        embedder: Embedder,
        thesaurus: Thesaurus,
    ) -> None:
        self._fused = fused
        self._by_question = by_question
        self._contents = contents
        self._embedder = embedder
        self._thesaurus = thesaurus

    def search(self, query: str, k: int, language: str, within: Scope = None) -> list[Hit]:
        found = self._fused.search(query, max(k, CANDIDATES), language, within)
        close, rest = _joined(found, self._by_question.search(query, KNOWN, language, within))
        if not close:
            return []
        looked_at = self._closely(query, language, close)
        hits = [
            replace(hit, score=_score(signals), found_by={**hit.found_by, **signals})
            for hit, signals in zip(close, looked_at, strict=True)
        ]
        hits.sort(key=lambda hit: (-hit.score, hit.passage.id))
        lowest = hits[-1].score
        # A score of the fusion is at most HIGHEST: all of these stay below what was looked at.
        return [*hits, *(replace(h, score=lowest - HIGHEST + h.score) for h in rest)][:k]

    def _closely(self, query: str, language: str, close: list[Hit]) -> list[dict[str, float]]:
        """The signals of each candidate."""
        asked = self._embedder.query(query)
        tokens = self._embedder.query_tokens(query)
        coverage = Coverage(query, language, self._thesaurus, self._contents)
        # Found by words alone: further away than whatever was found by meaning.
        farthest = min((h.found_by["dense"] for h in close if "dense" in h.found_by), default=0.0)
        best_words = max(h.found_by.get("lexical", 0.0) for h in close) or 1.0
        found = []
        for hit in close:
            passage = hit.passage
            match = self._contents.late_interaction(tokens, passage)
            words = hit.found_by.get("lexical", 0.0) / best_words
            covered = coverage.of(self._contents.terms_of(passage), passage.language)
            across = float(passage.language != language)
            found.append(
                {
                    "dense": hit.found_by.get("dense", farthest),
                    "sentence": float(np.max(self._contents.sentences_of(passage) @ asked)),
                    "late": match.passage,
                    "late_sentence": float(match.sentences.max(initial=0.0)),
                    "lexical": words * (1 - across),
                    "lexical_across": words * across,
                    "coverage": covered * (1 - across),
                    "coverage_across": covered * across,
                    "known": max(hit.found_by.get("question", 0.0) - ALIKE, 0.0),
                    "across": across,
                }
            )
        return found


def _score(signals: dict[str, float]) -> float:
    return sum(WEIGHTS[name] * value for name, value in signals.items())


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
