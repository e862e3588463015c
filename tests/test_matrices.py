"""Encodings stacked: every passage's rows where they belong."""

from dataclasses import fields

import numpy as np
import pytest

from index.encoding import NOWHERE, PassageEncoding, no_tokens
from index.matrices import Matrices, joined, matrices_of, stacked

DIMENSION = 3
ONE = PassageEncoding(
    vector=np.array([1, 0, 0], np.float32),
    sentences=np.array([[0, 1, 0], [0, 0, 1]], np.float16),
    tokens=np.array([[1, 2], [3, 4], [5, 6]], np.uint8),
    places=np.array([NOWHERE, 0, 1], np.uint8),
)
TWO = PassageEncoding(
    vector=np.array([0, 1, 0], np.float32),
    sentences=np.array([[1, 0, 0]], np.float16),
    tokens=np.array([[7, 8]], np.uint8),
    places=np.array([0], np.uint8),
)
WHOLE = no_tokens(np.array([0, 0, 1], np.float32), np.array([[0, -1, 0]], np.float32))


def assert_same(found: Matrices, expected: Matrices) -> None:
    for each in fields(Matrices):
        mine, theirs = getattr(found, each.name), getattr(expected, each.name)
        np.testing.assert_array_equal(mine, theirs, err_msg=each.name)
        assert mine.dtype == theirs.dtype, each.name


def test_rows_are_in_the_order_of_the_passages() -> None:
    made = matrices_of([TWO, WHOLE, ONE], DIMENSION)
    assert made.vectors.tolist() == [[0, 1, 0], [0, 0, 1], [1, 0, 0]]
    assert made.sentences.tolist() == [[1, 0, 0], [0, -1, 0], [0, 1, 0], [0, 0, 1]]
    assert made.tokens.tolist() == [[7, 8], [1, 2], [3, 4], [5, 6]]
    assert made.places.tolist() == [0, NOWHERE, 0, 1]
    assert made.token_counts.tolist() == [1, 0, 3]


def test_no_passages_have_a_dimension_all_the_same() -> None:
    none = matrices_of([], DIMENSION)
    assert (none.vectors.shape, none.sentences.shape) == ((0, DIMENSION), (0, DIMENSION))
    assert (len(none.tokens), len(none.places), len(none.token_counts)) == (0, 0, 0)
    assert none.vectors.dtype == np.float32
    assert none.sentences.dtype == np.float16


@pytest.mark.parametrize(
    "parts",
    [[[ONE], [TWO, WHOLE]], [[], [ONE, TWO], []], [[WHOLE], [WHOLE]], [[]], [[WHOLE], [ONE]]],
)
def test_parts_are_joined_as_if_they_had_come_at_once(parts: list[list[PassageEncoding]]) -> None:
    together = [encoding for part in parts for encoding in part]
    found = joined([matrices_of(part, DIMENSION) for part in parts])
    assert_same(found, matrices_of(together, DIMENSION))


def test_where_no_tokens_are_their_width_does_not_matter() -> None:
    none, some = np.empty((0, 0), np.uint8), np.array([[1, 2]], np.uint8)
    assert stacked([none, some, none]).tolist() == [[1, 2]]
    assert len(stacked([none, none])) == len(stacked([])) == 0
