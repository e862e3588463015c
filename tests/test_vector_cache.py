"""The vector cache: the embedder's own vectors, and no text embedded twice."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest

import index.vector_cache
from corpus.wording import KnownError
from index.embedding import Vectors
from index.vector_cache import VectorCache
from tests.fake_embedder import DIMENSION, FakeEmbedder
from tests.invented import ENGLISH, FRENCH


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "vectors.db"


@pytest.fixture
def cache(path: Path, embedder: FakeEmbedder) -> Iterator[VectorCache]:
    cache = VectorCache(path, embedder)
    yield cache
    cache.close()


def test_vectors_are_the_embedders_first_time_and_later(
    cache: VectorCache, path: Path, embedder: FakeEmbedder
) -> None:
    expected = np.stack([embedder.query(text) for text in FRENCH])
    np.testing.assert_array_equal(cache.passages(FRENCH), expected)
    again = VectorCache(path, embedder)  # as another process would
    np.testing.assert_array_equal(again.passages(FRENCH[::-1]), expected[::-1])
    again.close()


def test_only_unknown_texts_are_embedded(cache: VectorCache, embedder: FakeEmbedder) -> None:
    cache.passages(FRENCH[:3])
    embedder.embedded.clear()
    cache.passages([FRENCH[2], ENGLISH[0], FRENCH[0], ENGLISH[0]])
    assert embedder.embedded == [ENGLISH[0]]


def test_another_models_vectors_are_not_taken(cache: VectorCache, path: Path) -> None:
    cache.passages(FRENCH)
    other = FakeEmbedder("fake-2")
    elsewhere = VectorCache(path, other)
    elsewhere.passages(FRENCH)
    elsewhere.close()
    assert sorted(other.embedded) == sorted(FRENCH)


def test_no_texts_give_no_vectors(cache: VectorCache) -> None:
    assert cache.passages([]).shape == (0, DIMENSION)


def test_progress_counts_what_was_known_and_ends_with_all(
    cache: VectorCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index.vector_cache, "CHUNK", 2)
    cache.passages(FRENCH[:3])
    steps: list[tuple[int, int]] = []
    cache.passages(FRENCH, lambda done, total: steps.append((done, total)))
    assert steps == [(5, 8), (7, 8), (8, 8)]


def test_more_texts_than_one_query_can_ask_for(cache: VectorCache, embedder: FakeEmbedder) -> None:
    texts = [f"quai {n}" for n in range(1_201)]
    first = cache.passages(texts)
    embedder.embedded.clear()
    np.testing.assert_array_equal(cache.passages(texts), first)
    np.testing.assert_array_equal(first[1_200], embedder.query("quai 1200"))
    assert embedder.embedded == []


class StopsAfter(FakeEmbedder):
    """Is interrupted in the batch after the given number of batches."""

    def __init__(self, batches: int) -> None:
        super().__init__()
        self.left = batches

    def passages(
        self, texts: Sequence[str], progress: Callable[[int], None] | None = None
    ) -> Vectors:
        if not self.left:
            raise KeyboardInterrupt
        self.left -= 1
        return super().passages(texts, progress)


def test_an_interrupted_addition_resumes(
    path: Path, embedder: FakeEmbedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index.vector_cache, "CHUNK", 2)
    stopped = VectorCache(path, StopsAfter(3))
    with pytest.raises(KeyboardInterrupt):
        stopped.passages(FRENCH)
    stopped.close()
    resumed = VectorCache(path, embedder)
    resumed.passages(FRENCH)
    resumed.close()
    shortest = sorted(FRENCH, key=len)[:2]  # the longest come first
    assert sorted(embedder.embedded) == sorted(shortest)


@pytest.mark.parametrize(
    "damage", [b"not a database at all" * 50, b"SQLite format 3\0" + b"x" * 900]
)
def test_a_damaged_cache_is_begun_anew(path: Path, embedder: FakeEmbedder, damage: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(damage)
    cache = VectorCache(path, embedder)
    np.testing.assert_array_equal(cache.passages(FRENCH[:1])[0], embedder.query(FRENCH[0]))
    cache.close()


def test_a_cache_that_cannot_be_opened_is_told(path: Path, embedder: FakeEmbedder) -> None:
    path.mkdir(parents=True)  # a folder where the file should be
    with pytest.raises(KnownError, match=r"vectors\.db cannot be used .* CXLIT_CACHE") as error:
        VectorCache(path, embedder)
    assert "inutilisable" in error.value.wording.fr
    with pytest.raises(KnownError, match="cannot be used"):
        VectorCache(Path("/dev/null/cache/vectors.db"), embedder)
