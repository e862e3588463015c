"""The vector cache: what the embedder made, and no text embedded twice."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest

import index.vector_cache
from corpus.wording import KnownError
from index.encoding import PassageEncoding, PassageText
from index.passage import Span
from index.vector_cache import VectorCache
from tests.fake_embedder import DIMENSION, FakeEmbedder
from tests.invented import ENGLISH, FRENCH

HALF = 2**-11  # what half precision may change of a value


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "vectors.db"


@pytest.fixture
def cache(path: Path, embedder: FakeEmbedder) -> Iterator[VectorCache]:
    cache = VectorCache(path, embedder)
    yield cache
    cache.close()


def whole(texts: Sequence[str]) -> list[PassageText]:
    """Passages of one sentence each."""
    return [PassageText("Port", text, (Span(0, len(text)),)) for text in texts]


def assert_same(found: PassageEncoding, expected: PassageEncoding) -> None:
    for name in ("vector", "sentences", "tokens", "places"):
        np.testing.assert_array_equal(getattr(found, name), getattr(expected, name), name)


def test_encodings_are_the_embedders_first_time_and_later(
    cache: VectorCache, path: Path, embedder: FakeEmbedder
) -> None:
    texts = whole(FRENCH)
    first = cache.encodings(texts)
    for found, made in zip(first, embedder.encode(texts), strict=True):
        np.testing.assert_allclose(found.vector, made.vector, atol=HALF)
        np.testing.assert_array_equal(found.sentences, made.sentences)
        np.testing.assert_array_equal(found.tokens, made.tokens)
        np.testing.assert_array_equal(found.places, made.places)
    again = VectorCache(path, embedder)  # as another process would
    for found, known in zip(again.encodings(texts[::-1]), first[::-1], strict=True):
        assert_same(found, known)
    again.close()


def test_vectors_of_queries_are_the_embedders(
    cache: VectorCache, path: Path, embedder: FakeEmbedder
) -> None:
    first = cache.queries(FRENCH)
    np.testing.assert_allclose(first, np.stack([*map(embedder.query, FRENCH)]), atol=HALF)
    np.testing.assert_allclose(np.linalg.norm(first, axis=1), 1, atol=1e-6)
    embedder.asked.clear()
    again = VectorCache(path, embedder)
    np.testing.assert_array_equal(again.queries(FRENCH[::-1]), first[::-1])
    again.close()
    assert embedder.asked == []


def test_a_query_is_not_a_passage(cache: VectorCache, embedder: FakeEmbedder) -> None:
    cache.encodings(whole(FRENCH[:1]))
    cache.queries(FRENCH[:1])
    assert (embedder.embedded, embedder.asked) == ([FRENCH[0]], [FRENCH[0]])


def test_other_sentences_are_another_encoding(cache: VectorCache, embedder: FakeEmbedder) -> None:
    text = "Un quai. Un port."
    one = PassageText("Port", text, (Span(0, 17),))
    two = PassageText("Port", text, (Span(0, 8), Span(9, 17)))
    assert [len(found.sentences) for found in cache.encodings([one, two])] == [1, 2]
    assert embedder.embedded == [text, text]


def test_only_unknown_texts_are_embedded(cache: VectorCache, embedder: FakeEmbedder) -> None:
    cache.encodings(whole(FRENCH[:3]))
    embedder.embedded.clear()
    cache.encodings(whole([FRENCH[2], ENGLISH[0], FRENCH[0], ENGLISH[0]]))
    assert embedder.embedded == [ENGLISH[0]]


def test_another_models_vectors_are_not_taken(cache: VectorCache, path: Path) -> None:
    cache.encodings(whole(FRENCH))
    other = FakeEmbedder("fake-2")
    elsewhere = VectorCache(path, other)
    elsewhere.encodings(whole(FRENCH))
    elsewhere.close()
    assert sorted(other.embedded) == sorted(FRENCH)


def test_no_texts_give_no_vectors(cache: VectorCache) -> None:
    assert cache.encodings([]) == []
    assert cache.queries([]).shape == (0, DIMENSION)


def test_progress_counts_what_was_known_and_ends_with_all(
    cache: VectorCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index.vector_cache, "CHUNK", 2)
    cache.encodings(whole(FRENCH[:3]))
    steps: list[tuple[int, int]] = []
    cache.encodings(whole(FRENCH), lambda done, total: steps.append((done, total)))
    assert steps == [(5, 8), (7, 8), (8, 8)]


def test_more_texts_than_one_query_can_ask_for(cache: VectorCache, embedder: FakeEmbedder) -> None:
    texts = [f"quai {n}" for n in range(1_201)]
    first = cache.queries(texts)
    embedder.asked.clear()
    np.testing.assert_array_equal(cache.queries(texts), first)
    np.testing.assert_allclose(first[1_200], embedder.query("quai 1200"), atol=HALF)
    assert embedder.asked == []


class StopsAfter(FakeEmbedder):
    """Is interrupted in the batch after the given number of batches."""

    def __init__(self, batches: int) -> None:
        super().__init__()
        self.left = batches

    def encode(
        self, texts: Sequence[PassageText], progress: Callable[[int], None] | None = None
    ) -> list[PassageEncoding]:
        if not self.left:
            raise KeyboardInterrupt
        self.left -= 1
        return super().encode(texts, progress)


def test_an_interrupted_addition_resumes(
    path: Path, embedder: FakeEmbedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index.vector_cache, "CHUNK", 2)
    stopped = VectorCache(path, StopsAfter(3))
    with pytest.raises(KeyboardInterrupt):
        stopped.encodings(whole(FRENCH))
    stopped.close()
    resumed = VectorCache(path, embedder)
    resumed.encodings(whole(FRENCH))
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
    (found,) = cache.queries(FRENCH[:1])
    np.testing.assert_allclose(found, embedder.query(FRENCH[0]), atol=HALF)
    cache.close()


def test_a_cache_that_cannot_be_opened_is_told(path: Path, embedder: FakeEmbedder) -> None:
    path.mkdir(parents=True)  # a folder where the file should be
    with pytest.raises(KnownError, match=r"vectors\.db cannot be used .* CXLIT_CACHE") as error:
        VectorCache(path, embedder)
    assert "inutilisable" in error.value.wording.fr
    with pytest.raises(KnownError, match="cannot be used"):
        VectorCache(Path("/dev/null/cache/vectors.db"), embedder)
