"""Token vectors in half a byte a value, and late interaction over them.

MaxSim (Khattab and Zaharia, 2020, "ColBERT"): each token of the question looks for the token of
the text that is most like it, and the text scores the mean of what they find. Here the mean is
weighted, for "the" asks nothing; and it is taken for each sentence as well as for the passage,
so that one decisive sentence is found inside a long passage, in the context that it has there.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.encoding import NOWHERE, QueryTokens, Vectors, unit_rows

LIMIT = 0.3  # values of unit vectors of 128 dimensions hardly ever lie beyond
# Cosine from which a token of a question has found its like. What is missing up to there tells
# questions with an answer from those without one better than the mean does.
MET = 0.7
STEP = LIMIT / 8  # 16 values; measured: the ranking is as good as with whole floats


def pack(vectors: Vectors) -> NDArray[np.uint8]:
    """Unit rows of shape (tokens, dimension), an even one, as (tokens, dimension / 2) bytes."""
    levels = np.clip(np.floor(vectors / STEP) + 8, 0, 15).astype(np.uint8)
    packed: NDArray[np.uint8] = levels[:, 0::2] | levels[:, 1::2] << 4
    return packed


def unpack(packed: NDArray[np.uint8]) -> Vectors:
    """Unit rows again; a cosine of two tokens changes in the second decimal."""
    levels = np.empty((len(packed), 2 * packed.shape[1]), np.float32)
    levels[:, 0::2] = packed & 15
    levels[:, 1::2] = packed >> 4
    return unit_rows((levels - 7.5) * np.float32(STEP))


@dataclass(frozen=True, slots=True, eq=False)  # arrays do not compare
class Match:
    """How well a passage matches a question: cosines, weighted means over its tokens."""

    passage: float
    sentences: Vectors  # (sentences)
    shortfall: float  # what the question's tokens lack of MET in the passage, weighted mean


def max_sim(
    query: QueryTokens, tokens: NDArray[np.uint8], places: NDArray[np.uint8], sentences: int
) -> Match:
    """Late interaction of a question with a passage and each of its `sentences`.

    Without tokens, all is 0. A sentence that has no token of its own matches nothing.
    """
    of_sentences = np.zeros(sentences, np.float32)
    if not len(tokens) or not len(query.weights):
        return Match(0.0, of_sentences, 0.0)
    cosines = unpack(tokens) @ query.vectors.T
    inside = np.flatnonzero(places != NOWHERE)
    if len(inside):
        # Tokens stand in the order of the text: those of a sentence are neighbours.
        numbers, firsts = np.unique(places[inside], return_index=True)
        best = np.maximum.reduceat(cosines[inside], firsts, axis=0)
        of_sentences[numbers] = best @ query.weights
    found = cosines.max(axis=0)
    shortfall = np.maximum(MET - found, 0) @ query.weights
    return Match(float(found @ query.weights), of_sentences, float(shortfall))
