"""Searchers: from a query to hits. All have one signature, so that they compose."""

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from index.analysis import terms
from index.contents import Contents
from index.embedding import Embedder
from index.expansion import expansion
from index.passage import Hit
from index.scope import Scope
from index.thesaurus import Thesaurus

QUESTIONS_PER_PASSAGE = 10  # looked at for each passage that is wanted


class Searcher(Protocol):
    """Finds passages for a query."""

    def search(self, query: str, k: int, language: str, within: Scope = None) -> list[Hit]:
        """The k best hits, best first; fewer when fewer match.

        `language` is the query's own, ISO 639-1; `within` restricts the search to some rows.
        """


class DenseSearcher:
    """By cosine between the vectors of query and passage; sees meaning, in any language."""

    def __init__(self, contents: Contents, embedder: Embedder) -> None:
        self._contents = contents
        self._embedder = embedder

    def search(self, query: str, k: int, language: str, within: Scope = None) -> list[Hit]:
        passages = self._contents.passages
        if not passages or k < 1:
            return []
        rows, scores = self._contents.vectors.search(
            self._embedder.query(query), min(k, len(passages)), within
        )
        return [
            Hit(passages[row], float(score), {"dense": float(score)})
            for row, score in zip(rows, scores, strict=True)
        ]


class LexicalSearcher:
    """By BM25 within each language; sees exact words, and what the thesaurus has for them."""

    def __init__(self, contents: Contents, thesaurus: Thesaurus) -> None:
        self._contents = contents
        self._thesaurus = thesaurus

    def search(self, query: str, k: int, language: str, within: Scope = None) -> list[Hit]:
        hits = []
        for name, index in self._contents.lexical.items():
            rows = self._contents.rows_by_language[name]
            inside = None if within is None else within[rows]
            if inside is not None and not inside.any():
                continue
            # Words of another language match as they are: names, acronyms, figures.
            own = terms(query, name)
            others = expansion(query, language, name, self._thesaurus)
            scores = index.scores([*own, *others], [*[1.0] * len(own), *others.values()])
            if inside is not None:
                scores = np.where(inside, scores, np.float32(0))
            for at in _best(scores, k):
                score = float(scores[at])
                hits.append(Hit(self._contents.passages[rows[at]], score, {"lexical": score}))
        return sorted(hits, key=lambda hit: -hit.score)[:k]


class QuestionSearcher:
    """By cosine between the query and the questions that a passage is known to answer.

    A question resembles a question far more than it resembles a passage, across languages too.
    Passages without such questions are never found.
    """

    def __init__(self, contents: Contents, embedder: Embedder) -> None:
        self._contents = contents
        self._embedder = embedder

    def search(self, query: str, k: int, language: str, within: Scope = None) -> list[Hit]:
        questions, passage_rows = self._contents.questions, self._contents.question_rows
        if not len(questions) or k < 1:
            return []
        # A passage answers several questions, and the nearest ones are often of one passage.
        depth = min(k * QUESTIONS_PER_PASSAGE, len(questions))
        allowed = None if within is None else within[passage_rows]
        found, cosines = questions.search(self._embedder.query(query), depth, allowed)
        best: dict[int, float] = {}
        for row, cosine in zip(passage_rows[found], cosines, strict=True):
            best.setdefault(int(row), float(cosine))
        passages = self._contents.passages
        hits = [Hit(passages[row], cosine, {"question": cosine}) for row, cosine in best.items()]
        return hits[:k]


def _best(scores: NDArray[np.float32], k: int) -> NDArray[np.int64]:
    """Positions of the k highest positive scores, best first, ties in order of position."""
    matching = np.flatnonzero(scores > 0)
    if len(matching) > k:
        matching = matching[np.argpartition(-scores[matching], k - 1)[:k]]
        matching.sort()
    return matching[np.argsort(-scores[matching], kind="stable")]
