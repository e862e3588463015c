"""Nearest vectors against NumPy, exact and approximate."""

from pathlib import Path

import faiss
import numpy as np
import pytest
from numpy.typing import NDArray

from index.vectors import VectorIndex

Matrix = NDArray[np.float32]


def unit_vectors(rows: int, dimension: int, seed: int) -> Matrix:
    vectors = np.random.default_rng(seed).normal(size=(rows, dimension)).astype(np.float32)
    return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True), np.float32)


VECTORS = unit_vectors(200, 24, seed=1)
QUERIES = unit_vectors(10, 24, seed=2)


@pytest.fixture(params=["built", "read"])
def exact(request: pytest.FixtureRequest, tmp_path: Path) -> VectorIndex:
    built = VectorIndex.build(VECTORS)
    if request.param == "built":
        return built
    built.write(tmp_path / "vectors.faiss")
    return VectorIndex.read(tmp_path / "vectors.faiss")


@pytest.mark.parametrize("query", QUERIES)
def test_exact_search_is_numpys(exact: VectorIndex, query: Matrix) -> None:
    rows, cosines = exact.search(query, 7)
    expected = VECTORS @ query
    assert rows.tolist() == np.argsort(-expected)[:7].tolist()
    np.testing.assert_allclose(cosines, np.sort(expected)[::-1][:7], atol=1e-6)


@pytest.mark.parametrize("query", QUERIES[:3])
def test_search_among_some_rows(exact: VectorIndex, query: Matrix) -> None:
    allowed = np.array([3, 50, 51, 120, 199], np.int64)
    rows, cosines = exact.search(query, 3, allowed)
    expected = VECTORS[allowed] @ query
    best = np.argsort(-expected)[:3]
    assert rows.tolist() == allowed[best].tolist()
    np.testing.assert_allclose(cosines, expected[best], atol=1e-6)


def test_fewer_rows_than_asked_for(exact: VectorIndex) -> None:
    rows, _ = exact.search(QUERIES[0], 9, np.array([5, 6], np.int64))
    assert sorted(rows.tolist()) == [5, 6]
    rows, cosines = exact.search(QUERIES[0], 9, np.array([], np.int64))
    assert rows.tolist() == cosines.tolist() == []
    small = VectorIndex.build(np.eye(3, dtype=np.float32))
    rows, cosines = small.search(np.array([0.6, 0.8, 0.0], np.float32), 9)
    assert rows.tolist() == [1, 0, 2]
    assert cosines.tolist() == pytest.approx([0.8, 0.6, 0.0])


def test_no_vectors_at_all(tmp_path: Path) -> None:
    VectorIndex.build(np.empty((0, 24), np.float32)).write(tmp_path / "empty.faiss")
    empty = VectorIndex.read(tmp_path / "empty.faiss")
    assert len(empty) == 0
    assert empty.search(QUERIES[0], 3)[0].tolist() == []


@pytest.fixture(scope="module")
def many() -> Matrix:
    return unit_vectors(3_000, 24, seed=3)


@pytest.fixture(scope="module")
def approximate(many: Matrix, tmp_path_factory: pytest.TempPathFactory) -> VectorIndex:
    path = tmp_path_factory.mktemp("approximate") / "vectors.faiss"
    VectorIndex.build(many, exact_up_to=2_999).write(path)
    return VectorIndex.read(path)


def test_the_kind_of_index_follows_the_size(many: Matrix, approximate: VectorIndex) -> None:
    assert isinstance(VectorIndex.build(many, exact_up_to=3_000)._index, faiss.IndexFlat)
    assert isinstance(approximate._index, faiss.IndexIVFScalarQuantizer)


def test_approximate_search_finds_a_vector_by_itself(
    many: Matrix, approximate: VectorIndex
) -> None:
    for row in range(0, 3_000, 250):
        rows, cosines = approximate.search(many[row], 5)
        assert rows[0] == row
        np.testing.assert_allclose(cosines, many[rows] @ many[row], atol=0.02)  # 8 bits a value


def test_approximate_search_finds_most_of_the_nearest(
    many: Matrix, approximate: VectorIndex
) -> None:
    # Neighbours as texts have them: each query is near some rows, not lost among all.
    near = many[::300] + 0.4 * unit_vectors(10, 24, seed=4)
    found = truly = 0
    for query in np.asarray(near, np.float32):
        rows, _ = approximate.search(query, 5)
        truly += 5
        found += len(set(rows.tolist()) & set(np.argsort(-(many @ query))[:5].tolist()))
    assert found / truly >= 0.5


def test_approximate_search_among_some_rows(many: Matrix, approximate: VectorIndex) -> None:
    allowed = np.arange(0, 3_000, 2, dtype=np.int64)
    rows, _ = approximate.search(many[500], 5, allowed)
    assert rows[0] == 500
    assert set(rows.tolist()) <= set(allowed.tolist())
    rows, _ = approximate.search(many[501], 5, allowed)
    assert 501 not in rows


def test_the_same_vectors_give_the_same_file(many: Matrix, tmp_path: Path) -> None:
    for limit in (2_999, 3_000):
        for name in ("one", "two"):
            VectorIndex.build(many, exact_up_to=limit).write(tmp_path / name)
        assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
