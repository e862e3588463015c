"""BM25 against its formula, written out once more, and against bm25s."""

import math
from collections.abc import Sequence

import bm25s
import numpy as np
import pytest

from index.lexical import K1, B, LexicalIndex
from index.postings import count_terms

DOCUMENTS = [
    ["pain", "sel", "pain", "four"],
    ["quai", "ferry", "sel"],
    [],
    ["pain"],
    ["quai", "quai", "quai", "brume", "phare", "sel", "corde", "ancre"],
]


def bm25(documents: Sequence[Sequence[str]], query: Sequence[str]) -> list[float]:
    """Robertson's BM25 with Lucene's inverse document frequency, which is never negative."""
    mean = sum(map(len, documents)) / len(documents)
    scores = []
    for document in documents:
        score = 0.0
        for term in query:
            holding = sum(term in other for other in documents)
            idf = math.log(1 + (len(documents) - holding + 0.5) / (holding + 0.5))
            tf = document.count(term)
            score += idf * tf / (tf + K1 * (1 - B + B * len(document) / mean))
        scores.append(score)
    return scores


PARTS = [count_terms(DOCUMENTS[:2]), count_terms(DOCUMENTS[2:2]), count_terms(DOCUMENTS[2:])]
WITH_MORE = [*DOCUMENTS[:1], ["pain", "autre"], *DOCUMENTS[1:], ["quai"]]


@pytest.fixture(params=["whole", "in parts", "with documents that are gone"])
def index(request: pytest.FixtureRequest) -> LexicalIndex:
    if request.param == "whole":
        return LexicalIndex.build(DOCUMENTS)
    if request.param == "in parts":
        return LexicalIndex([(part, None) for part in PARTS])
    kept = np.array([True, False, True, True, True, True, False])
    return LexicalIndex([(count_terms(WITH_MORE), kept)])


@pytest.mark.parametrize(
    "query",
    [["pain"], ["sel", "quai"], ["pain", "pain", "four"], ["inconnu", "brume"], ["sel"]],
    ids=" ".join,
)
def test_scores_follow_the_formula(index: LexicalIndex, query: list[str]) -> None:
    assert index.scores(query).tolist() == pytest.approx(bm25(DOCUMENTS, query), abs=1e-6)


@pytest.mark.parametrize("query", [[], ["inconnu"], ["inconnu", "autre"]])
def test_nothing_known_scores_nothing(index: LexicalIndex, query: list[str]) -> None:
    assert index.scores(query).tolist() == [0.0] * 5


@pytest.mark.parametrize(
    ("term", "holding"), [("pain", 2), ("sel", 3), ("quai", 2), ("brume", 1), ("inconnu", 0)]
)
def test_document_frequency(index: LexicalIndex, term: str, holding: int) -> None:
    assert index.document_frequency(term) == holding


@pytest.mark.parametrize("documents", [[], [[], []]], ids=["no document", "no term"])
def test_an_index_without_terms(documents: list[list[str]]) -> None:
    index = LexicalIndex.build(documents)
    assert len(index) == len(documents)
    assert index.scores(["pain"]).tolist() == [0.0] * len(documents)
    assert index.document_frequency("pain") == 0


def test_an_index_without_parts() -> None:
    index = LexicalIndex([])
    assert (len(index), index.scores(["pain"]).tolist()) == (0, [])


def test_scores_are_those_of_bm25s() -> None:
    random = np.random.default_rng(0)
    documents = [
        [f"t{word}" for word in random.zipf(1.3, random.integers(0, 90)) if word < 2_000]
        for _ in range(500)
    ]
    vocabulary: dict[str, int] = {}
    ids = [[vocabulary.setdefault(t, len(vocabulary)) for t in terms] for terms in documents]
    reference = bm25s.BM25(method="lucene", k1=K1, b=B)
    reference.index((ids, vocabulary), show_progress=False)
    parts = [(count_terms(documents[:123]), None), (count_terms(documents[123:]), None)]
    index = LexicalIndex(parts)
    for query in (["t1"], ["t5", "t17", "t5", "t300"], documents[7], documents[90]):
        expected = reference.get_scores([term for term in query if term in vocabulary])
        np.testing.assert_allclose(index.scores(query), expected, atol=1e-5)


def test_terms_of_a_document_are_those_that_were_counted() -> None:
    postings = count_terms(DOCUMENTS)
    assert [postings.terms_of(at) for at in range(len(DOCUMENTS))] == list(map(set, DOCUMENTS))
