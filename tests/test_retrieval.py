"""Retrieval figures against values computed by hand, with vectors that are given by hand."""

from collections.abc import Callable, Sequence
from math import log2
from pathlib import Path

import numpy as np
import pytest

from corpus.article import Article
from eval.dataset import Dataset
from eval.retrieval import MEASURES, RetrievalFigures, measure_queries, measure_retrieval
from index.embedding import separately
from index.encoding import PassageEncoding, PassageText, QueryTokens, Vectors

WORDS = ("alpha", "beta", "gamma", "delta")  # each names one document and one axis
# What each query means: its cosines with the documents, in the order of WORDS, up to a factor.
MEANT = {"beta": (8, 4, 2, 1), "gamma": (1, 2, 4, 8), "zebra": (8, 4, 2, 1)}


class HandMade:
    """A text has the direction of the word that it holds, a query the one in MEANT."""

    fingerprint = "hand-made"
    dimension = len(WORDS)

    def query(self, text: str) -> Vectors:
        vector = np.array(MEANT[text], np.float32)
        return np.asarray(vector / np.linalg.norm(vector), np.float32)

    def query_tokens(self, text: str) -> QueryTokens:
        return QueryTokens.none()

    def encode(
        self, texts: Sequence[PassageText], progress: Callable[[int], None] | None = None
    ) -> list[PassageEncoding]:
        return separately(self, texts, progress)

    def queries(
        self, texts: Sequence[str], progress: Callable[[int], None] | None = None
    ) -> Vectors:
        return np.stack([self.query(text) for text in texts])

    def passages(
        self, texts: Sequence[str], progress: Callable[[int], None] | None = None
    ) -> Vectors:
        return np.array([[word in text for word in WORDS] for text in texts], np.float32)


def document(word: str, id_: str) -> Article:
    text = f"The {word} team listens to every customer of the company and answers in a day."
    return Article(title="", text=text, language="en", source=id_, locator=f"dataset:{id_}")


@pytest.fixture(scope="module")
def figures(tmp_path_factory: pytest.TempPathFactory) -> RetrievalFigures:
    documents = {f"d{at}": document(word, f"d{at}") for at, word in enumerate(WORDS, start=1)}
    dataset = Dataset(
        name="four",
        documents={**documents, "again": document("alpha", "again")},  # the same text as d1
        queries={"q1": "beta", "q2": "gamma", "q3": "zebra"},
        qrels={"q1": {"d2": 1}, "q2": {"d1": 1, "d3": 1}, "q3": {"d1": 1}},
    )
    return measure_retrieval(dataset, HandMade(), tmp_path_factory.mktemp("cache"))


def mean(*values: float) -> float:
    return sum(values) / len(values)


def test_dense_by_hand(figures: RetrievalFigures) -> None:
    # q1 finds d1, again, d2, d3, d4: d2 is third. q2 finds d4, d3, d2, d1, again: d3 and d1 are
    # second and fourth. q3 finds d1 first.
    ideal_of_two = 1 + 1 / log2(3)
    assert figures.by_searcher["dense"] == pytest.approx(
        {
            "nDCG@10": mean(1 / log2(4), (1 / log2(3) + 1 / log2(5)) / ideal_of_two, 1),
            "Recall@5": 1.0,
            "Recall@10": 1.0,
            "MRR@10": mean(1 / 3, 1 / 2, 1),
            "Success@1": mean(0, 0, 1),
            "Success@5": 1.0,
        },
        abs=0.0001,
    )


def test_lexical_by_hand(figures: RetrievalFigures) -> None:
    # q1 finds d2 alone, q2 finds d3 alone and misses d1; no document holds q3's word, and it
    # counts as 0 instead of vanishing.
    assert figures.by_searcher["lexical"] == pytest.approx(
        {
            "nDCG@10": mean(1, 1 / (1 + 1 / log2(3)), 0),
            "Recall@5": mean(1, 0.5, 0),
            "Recall@10": mean(1, 0.5, 0),
            "MRR@10": mean(1, 1, 0),
            "Success@1": mean(1, 1, 0),
            "Success@5": mean(1, 1, 0),
        },
        abs=0.0001,
    )


def test_every_searcher_has_every_measure(figures: RetrievalFigures) -> None:
    assert {"dense", "lexical", "hybrid"} <= set(figures.by_searcher)
    for measures in figures.by_searcher.values():
        assert tuple(measures) == MEASURES
        assert all(0 <= value <= 1 for value in measures.values())
    assert (figures.dataset, figures.queries) == ("four", 3)
    assert figures.fingerprint


def test_same_set_same_figures(figures: RetrievalFigures, tmp_path: Path) -> None:
    dataset = Dataset(
        name="one", documents={"d1": document("alpha", "d1")},
        queries={"q": "beta"}, qrels={"q": {"d1": 1}},
    )  # fmt: skip

    first = measure_retrieval(dataset, HandMade(), tmp_path / "one")
    second = measure_retrieval(dataset, HandMade(), tmp_path / "other")

    assert first == second
    assert first.fingerprint != figures.fingerprint


def test_queries_one_by_one(tmp_path: Path) -> None:
    # Nothing holds the second word: the query stays, and counts as 0.
    dataset = Dataset(
        name="one", documents={"d1": document("alpha beta", "d1")},
        queries={"q1": "beta", "q2": "zebra"}, qrels={"q1": {"d1": 1}, "q2": {"d1": 1}},
    )  # fmt: skip

    found = measure_queries(dataset, HandMade(), tmp_path)

    assert found.by_searcher["lexical"] == {
        "q1": dict.fromkeys(MEASURES, 1.0),
        "q2": dict.fromkeys(MEASURES, 0.0),
    }
    assert found.by_searcher["dense"]["q2"] == dict.fromkeys(MEASURES, 1.0)
