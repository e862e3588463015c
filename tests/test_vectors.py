"""Nearest vectors against NumPy, exact and approximate."""

from collections.abc import Sequence
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


def only(rows: Sequence[int] | range | NDArray[np.int64], size: int) -> NDArray[np.bool_]:
    allowed = np.zeros(size, np.bool_)
    allowed[np.array(rows, np.int64)] = True
    return allowed


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
    allowed = np.array([3, 50, 51, 120, 199])
    rows, cosines = exact.search(query, 3, only(allowed, len(VECTORS)))
    expected = VECTORS[allowed] @ query
    best = np.argsort(-expected)[:3]
    assert rows.tolist() == allowed[best].tolist()
    np.testing.assert_allclose(cosines, expected[best], atol=1e-6)


def test_fewer_rows_than_asked_for(exact: VectorIndex) -> None:
    rows, _ = exact.search(QUERIES[0], 9, only([5, 6], len(VECTORS)))
    assert sorted(rows.tolist()) == [5, 6]
    rows, cosines = exact.search(QUERIES[0], 9, only([], len(VECTORS)))
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
    assert isinstance(VectorIndex.build(many, exact_up_to=3_000).only_part, faiss.IndexFlat)
    assert isinstance(approximate.only_part, faiss.IndexIVFScalarQuantizer)


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
    allowed = only(range(0, 3_000, 2), 3_000)
    rows, _ = approximate.search(many[500], 5, allowed)
    assert rows[0] == 500
    assert allowed[rows].all()
    rows, _ = approximate.search(many[501], 5, allowed)
    assert 501 not in rows


def test_the_same_vectors_give_the_same_file(many: Matrix, tmp_path: Path) -> None:
    for limit in (2_999, 3_000):
        for name in ("one", "two"):
            VectorIndex.build(many, exact_up_to=limit).write(tmp_path / name)
        assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_an_exact_index_gives_its_vectors_back(exact: VectorIndex) -> None:
    np.testing.assert_array_equal(exact.matrix, VECTORS)


@pytest.mark.parametrize("allowed", [None, np.arange(162) % 3 > 0], ids=["all", "some"])
def test_parts_are_searched_as_one(allowed: NDArray[np.bool_] | None) -> None:
    kept = np.ones(100, np.bool_)
    kept[[0, 1, 7, *range(50, 80), *range(95, 100)]] = False
    pieces = [(VECTORS[:0], None), (VECTORS[:100], kept), (VECTORS[100:101], None)]
    pieces.append((VECTORS[101:], None))
    joined = VectorIndex.joined([(VectorIndex.build(rows), keep) for rows, keep in pieces])
    whole = VectorIndex.build(np.concatenate([VECTORS[:100][kept], VECTORS[100:]]))
    assert len(joined) == len(whole) == 162
    for query in QUERIES:
        found, expected = joined.search(query, 20, allowed), whole.search(query, 20, allowed)
        np.testing.assert_array_equal(found[0], expected[0])
        np.testing.assert_array_equal(found[1], expected[1])


def test_a_part_with_cells_and_rows_that_are_gone(many: Matrix, approximate: VectorIndex) -> None:
    kept = only(range(1_000, 3_000), 3_000)
    joined = VectorIndex.joined([(approximate, kept), (VectorIndex.build(many[:2]), None)])
    assert len(joined) == 2_002
    for row in (1_000, 2_999):
        assert joined.search(many[row], 1)[0].tolist() == [row - 1_000]
    assert joined.search(many[1], 1)[0].tolist() == [2_001]
    assert joined.search(many[500], 1)[0].tolist() != [-500]


def test_only_an_index_of_one_part_is_written(tmp_path: Path) -> None:
    whole = VectorIndex.build(VECTORS)
    with pytest.raises(ValueError, match="this one has 2"):
        VectorIndex.joined([(whole, None), (whole, None)]).write(tmp_path / "two")
