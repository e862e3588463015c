"""What the model made of a passage: kept as bytes and read again."""

import numpy as np
import pytest

from index.encoding import NOWHERE, PassageEncoding, QueryTokens, no_tokens, unit_rows


def encoding(sentences: int, tokens: int) -> PassageEncoding:
    rng = np.random.default_rng(sentences + 7 * tokens)
    return PassageEncoding(
        vector=unit_rows(rng.normal(size=(1, 6))).reshape(-1),
        sentences=unit_rows(rng.normal(size=(sentences, 6))).astype(np.float16),
        tokens=rng.integers(0, 256, (tokens, 4), np.uint8),
        places=rng.choice([0, 1, NOWHERE], tokens).astype(np.uint8),
    )


def assert_same(one: PassageEncoding, other: PassageEncoding) -> None:
    np.testing.assert_array_equal(one.vector, other.vector)
    np.testing.assert_array_equal(one.sentences, other.sentences)
    np.testing.assert_array_equal(one.tokens, other.tokens)
    np.testing.assert_array_equal(one.places, other.places)
    for name in ("vector", "sentences", "tokens", "places"):
        mine, theirs = getattr(one, name), getattr(other, name)
        assert (mine.shape, mine.dtype) == (theirs.shape, theirs.dtype)


@pytest.mark.parametrize(("sentences", "tokens"), [(3, 11), (1, 1), (0, 5), (2, 0), (0, 0)])
def test_what_was_kept_is_read(sentences: int, tokens: int) -> None:
    made = encoding(sentences, tokens)
    read = PassageEncoding.from_bytes(made.to_bytes())
    np.testing.assert_allclose(read.vector, made.vector, atol=2**-11)  # half precision
    assert np.linalg.norm(read.vector) == pytest.approx(1, abs=1e-6)
    assert_same(read, PassageEncoding(read.vector, made.sentences, made.tokens, made.places))
    assert read.vector.dtype == np.float32


def test_kept_twice_is_kept_once() -> None:
    once = PassageEncoding.from_bytes(encoding(3, 11).to_bytes())
    assert_same(PassageEncoding.from_bytes(once.to_bytes()), once)


def test_bytes_by_hand() -> None:
    made = PassageEncoding(
        np.array([1.0, 0.0], np.float32),
        np.array([[0.0, -1.0]], np.float16),
        np.array([[0xAB], [0xCD], [0xEF]], np.uint8),
        np.array([NOWHERE, 0, 0], np.uint8),
    )
    sizes = bytes([2, 0, 0, 0, 1, 0, 0, 0, 3, 0, 0, 0, 1, 0, 0, 0])
    halves = bytes([0x00, 0x3C, 0, 0]) + bytes([0, 0, 0x00, 0xBC])  # 1, 0 and 0, -1
    assert made.to_bytes() == sizes + halves + bytes([0xAB, 0xCD, 0xEF, 255, 0, 0])


def test_an_embedder_of_whole_texts_gives_no_tokens() -> None:
    made = no_tokens(np.array([0.6, 0.8], np.float32), np.array([[0.8, 0.6]], np.float32))
    assert made.sentences.dtype == np.float16
    assert (len(made.tokens), len(made.places)) == (0, 0)
    read = PassageEncoding.from_bytes(made.to_bytes())
    np.testing.assert_array_equal(read.sentences, made.sentences)
    assert (read.tokens.shape, read.places.shape) == ((0, 0), (0,))
    assert (len(QueryTokens.none().vectors), len(QueryTokens.none().weights)) == (0, 0)


def test_rows_are_made_as_long_as_one() -> None:
    rows = unit_rows([[3.0, 4.0], [0.0, 0.0], [-2.0, 0.0]])
    np.testing.assert_allclose(rows, [[0.6, 0.8], [0.0, 0.0], [-1.0, 0.0]], atol=1e-7)
    assert rows.dtype == np.float32
