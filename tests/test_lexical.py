"""BM25 against its formula, written out once more."""

import math
from collections.abc import Sequence
from pathlib import Path

import pytest

from index.lexical import K1, B, LexicalIndex

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


@pytest.fixture(params=["built", "read"])
def index(request: pytest.FixtureRequest, tmp_path: Path) -> LexicalIndex:
    built = LexicalIndex.build(DOCUMENTS)
    if request.param == "built":
        return built
    built.write(tmp_path / "lexical")
    return LexicalIndex.read(tmp_path / "lexical")


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
def test_an_index_without_terms(documents: list[list[str]], tmp_path: Path) -> None:
    built = LexicalIndex.build(documents)
    built.write(tmp_path / "lexical")
    for index in (built, LexicalIndex.read(tmp_path / "lexical")):
        assert len(index) == len(documents)
        assert index.scores(["pain"]).tolist() == [0.0] * len(documents)
        assert index.document_frequency("pain") == 0


def test_the_same_documents_give_the_same_files(tmp_path: Path) -> None:
    for name in ("one", "two"):
        LexicalIndex.build(DOCUMENTS).write(tmp_path / name)
    one, two = (
        {path.name: path.read_bytes() for path in sorted((tmp_path / name).iterdir())}
        for name in ("one", "two")
    )
    assert one == two
    assert not any(name.endswith((".pkl", ".pickle")) for name in one)
