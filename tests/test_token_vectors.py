"""Late interaction: by hand, and against plain loops over pairs of tokens."""

from math import sqrt

import numpy as np
import pytest
from numpy.typing import NDArray

from index.encoding import NOWHERE, QueryTokens, Vectors, unit_rows
from index.token_vectors import LIMIT, MET, STEP, max_sim, pack, unpack


def directions(rows: int, dimension: int, seed: int) -> Vectors:
    return unit_rows(np.random.default_rng(seed).normal(size=(rows, dimension)))


def places(*numbers: int) -> NDArray[np.uint8]:
    return np.array(numbers, np.uint8)


def test_two_values_a_byte_by_hand() -> None:
    # Sixteen steps of 0.0375 from -0.3 on; the first value of a pair is in the low half.
    rows = np.array([[0.0, -0.29], [0.29, 0.04], [-0.03, 0.11], [5.0, -5.0]], np.float32)
    assert pytest.approx(0.0375) == STEP
    assert pack(rows).tolist() == [[0x08], [0x9F], [0xA7], [0x0F]]


def test_unpacked_by_hand() -> None:
    # Levels 15 and 8 are 7.5 and 0.5 steps from the middle, levels 0 and 7 are as far below it.
    (row,) = unpack(np.array([[0x8F, 0x70]], np.uint8))
    length = sqrt(7.5**2 + 0.5**2 + 7.5**2 + 0.5**2)
    assert row.tolist() == pytest.approx(
        [7.5 / length, 0.5 / length, -7.5 / length, -0.5 / length], abs=1e-6
    )
    assert row.dtype == np.float32


def test_every_byte_is_unpacked_as_bit_by_bit() -> None:
    every = np.arange(256, dtype=np.uint8).reshape(64, 4)
    for packed, found in zip(every, unpack(every), strict=True):
        values = [half - 7.5 for byte in packed.tolist() for half in (byte % 16, byte // 16)]
        length = sqrt(sum(value**2 for value in values))
        assert found.tolist() == pytest.approx([value / length for value in values], abs=1e-6)


def test_what_was_unpacked_packs_to_the_same_bytes() -> None:
    # Before it is made as long as 1, each value is within half a step of what it was.
    vectors = directions(50, 128, seed=1).clip(-LIMIT, LIMIT - 1e-6)
    levels = (unpack(pack(vectors)) / np.float32(STEP)).astype(np.float32)
    for was, found in zip(vectors, levels, strict=True):
        stretch = 0.5 / np.abs(found).min()  # the values nearest to 0 are half a step from it
        assert np.abs(found * stretch * STEP - was).max() <= STEP / 2 + 1e-5
    assert pack(vectors).shape == (50, 64)
    assert pack(vectors).dtype == np.uint8


def test_cosines_hardly_change() -> None:
    vectors = directions(80, 128, seed=2)
    near = unit_rows(vectors + 0.5 * directions(80, 128, seed=3))
    for other in (vectors[::-1], near):
        true = (vectors * other).sum(axis=1)
        found = (unpack(pack(vectors)) * other).sum(axis=1)
        assert np.abs(found - true).max() < 0.03


def test_no_tokens_are_packed_and_unpacked() -> None:
    assert pack(np.empty((0, 128), np.float32)).shape == (0, 64)
    assert unpack(np.empty((0, 64), np.uint8)).shape == (0, 128)


AXES = np.eye(4, dtype=np.float32)
# An axis of four comes back as 7.5 steps along itself and half a step along each other one.
LENGTH = sqrt(7.5**2 + 3 * 0.5**2)
SAME, OTHER = 7.5 / LENGTH, 0.5 / LENGTH
QUERY = QueryTokens(AXES[:2], np.array([0.25, 0.75], np.float32))


def test_late_interaction_by_hand() -> None:
    # The title's token, one of the first sentence, two of the third; the second one has none.
    tokens = pack(AXES[[2, 0, 1, 3]])
    match = max_sim(QUERY, tokens, places(NOWHERE, 0, 2, 2), 3)
    assert match.passage == pytest.approx(SAME)
    assert match.sentences.tolist() == pytest.approx(
        [0.25 * SAME + 0.75 * OTHER, 0.0, 0.25 * OTHER + 0.75 * SAME]
    )
    assert match.shortfall == 0.0


def test_what_the_title_says_counts_for_the_passage_alone() -> None:
    match = max_sim(QUERY, pack(AXES[[1, 0]]), places(NOWHERE, 0), 1)
    assert match.passage == pytest.approx(SAME)
    assert match.sentences.tolist() == pytest.approx([0.25 * SAME + 0.75 * OTHER])


def test_the_shortfall_is_what_is_missing_up_to_the_cosine_that_is_met() -> None:
    match = max_sim(QUERY, pack(AXES[[0]]), places(0), 1)
    assert match.shortfall == pytest.approx(0.75 * (MET - OTHER))
    # What goes beyond it makes up for nothing: the mean alone would say that half is met.
    assert match.shortfall > MET - match.passage


def test_without_tokens_nothing_is_said() -> None:
    none = np.empty((0, 0), np.uint8)
    of_no_tokens = max_sim(QUERY, none, places(), 2)
    of_no_query = max_sim(QueryTokens.none(), pack(AXES), places(0, 0, 1, 1), 2)
    for match in (of_no_tokens, of_no_query):
        assert (match.passage, match.shortfall) == (0.0, 0.0)
        assert match.sentences.tolist() == [0.0, 0.0]


@pytest.mark.parametrize("seed", range(6))
def test_late_interaction_is_a_double_loop(seed: int) -> None:
    rng = np.random.default_rng(seed)
    weights = rng.uniform(size=5)
    weights /= weights.sum()
    query = QueryTokens(directions(5, 16, seed), weights.astype(np.float32))
    tokens = pack(directions(30, 16, seed + 100))
    # Sentences of different lengths, of which some have no token, and the title before them.
    of = np.sort(rng.choice(8, size=26))
    match = max_sim(query, tokens, places(*[NOWHERE] * 4, *of.tolist()), 9)

    vectors, numbers = unpack(tokens), [None] * 4 + of.tolist()
    passage = shortfall = 0.0
    sentences = [0.0] * 9
    for asked, weight in zip(query.vectors, weights, strict=True):
        cosines = [float(np.dot(asked, told)) for told in vectors]
        passage += weight * max(cosines)
        shortfall += weight * max(0.0, MET - max(cosines))
        for number in set(of.tolist()):
            own = (c for c, n in zip(cosines, numbers, strict=True) if n == number)
            sentences[number] += weight * max(own)
    assert match.passage == pytest.approx(passage, abs=1e-6)
    assert match.shortfall == pytest.approx(shortfall, abs=1e-6)
    assert match.sentences.tolist() == pytest.approx(sentences, abs=1e-6)
    assert match.sentences[8] == 0.0
