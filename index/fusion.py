"""Dense and lexical hits in one list."""

from index.passage import Hit
from index.scope import Scope
from index.searcher import Searcher

DEPTH = 100  # candidates that each list gives
# Rank at which a list's vote has halved. Cormack et al. (2009) take 60 for lists of thousands;
# measured on PIAF's development half, 20 is the best of 5, 10, 20, 40 and 60.
HALF = 20
HIGHEST = 2.0  # score: first in both lists
CROSS_LINGUAL = 0.3  # vote of BM25, next to a dense vote of 1, where words had to be translated


class FusedSearcher:
    """Reciprocal rank fusion in which each list has the weight that it has earned.

    Within a language both lists vote alike. For a passage in another language than the
    query's, words say little: there the lexical vote is small and the rest of it goes to the
    dense rank. So a weak list does not drown a strong one, nor do passages in the query's own
    language push better ones in another language away. Scores lie between 0 and HIGHEST.
    """

    def __init__(self, dense: Searcher, lexical: Searcher) -> None:
        self._dense = dense
        self._lexical = lexical

    def search(self, query: str, k: int, language: str, within: Scope = None) -> list[Hit]:
        depth = max(k, DEPTH)
        dense = self._dense.search(query, depth, language, within)
        lexical = self._lexical.search(query, depth, language, within)
        by_meaning, by_words = _votes(dense), _votes(lexical)
        passages = {hit.passage.id: hit.passage for hit in (*dense, *lexical)}
        found_by: dict[str, dict[str, float]] = {}
        for hit in (*dense, *lexical):
            found_by.setdefault(hit.passage.id, {}).update(hit.found_by)
        hits = []
        for id_, passage in passages.items():
            words = 1.0 if passage.language == language else CROSS_LINGUAL
            meaning = HIGHEST - words
            score = meaning * by_meaning.get(id_, 0.0) + words * by_words.get(id_, 0.0)
            hits.append(Hit(passage, score, found_by[id_]))
        return sorted(hits, key=lambda hit: (-hit.score, hit.passage.id))[:k]


def _votes(hits: list[Hit]) -> dict[str, float]:
    """Passage id -> vote: 1 for the first, a half at rank HALF."""
    return {hit.passage.id: HALF / (HALF + rank) for rank, hit in enumerate(hits)}
