"""The encodings of many passages, stacked."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.encoding import PassageEncoding, Vectors


@dataclass(frozen=True, slots=True, eq=False)  # arrays do not compare
class Matrices:
    """One row a passage, a sentence or a token, always in the order of the passages."""

    vectors: Vectors  # (passages, dimension)
    sentences: NDArray[np.float16]  # (sentences, dimension)
    tokens: NDArray[np.uint8]  # (tokens, bytes), see `index.token_vectors`
    places: NDArray[np.uint8]  # (tokens): number of the sentence in its passage, or NOWHERE
    token_counts: NDArray[np.int64]  # (passages)


def matrices_of(encodings: Sequence[PassageEncoding], dimension: int) -> Matrices:
    return Matrices(
        vectors=np.array([each.vector for each in encodings], np.float32).reshape(-1, dimension),
        sentences=np.concatenate(
            [np.empty((0, dimension), np.float16), *(each.sentences for each in encodings)]
        ),
        tokens=stacked([each.tokens for each in encodings]),
        places=np.concatenate([np.empty(0, np.uint8), *(each.places for each in encodings)]),
        token_counts=np.array([len(each.tokens) for each in encodings], np.int64),
    )


def joined(parts: Sequence[Matrices]) -> Matrices:
    """One after the other; there is at least one."""
    return Matrices(
        vectors=np.concatenate([part.vectors for part in parts]),
        sentences=np.concatenate([part.sentences for part in parts]),
        tokens=stacked([part.tokens for part in parts]),
        places=np.concatenate([part.places for part in parts]),
        token_counts=np.concatenate([part.token_counts for part in parts]),
    )


def stacked(parts: Sequence[NDArray[np.uint8]]) -> NDArray[np.uint8]:
    """Rows of tokens; where there is none, it is not known how wide they would be."""
    some = [part for part in parts if len(part)]
    return np.concatenate(some) if some else np.empty((0, 0), np.uint8)
