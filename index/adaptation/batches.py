"""Batches in which passages are wrong answers to each other's questions, some of them good ones."""

from collections.abc import Iterator, Sequence
from random import Random

import numpy as np

from index.encoding import Vectors

BATCH = 16  # passages
CLUSTER = 4  # of them alike: wrong answers that are easy teach little
NEAREST = 40  # considered for a cluster; later ones are no more alike than chance has it


def nearest(vectors: Vectors) -> list[list[int]]:
    """For each row the others that are most alike, best first; rows have length 1."""
    cosines = vectors @ vectors.T
    np.fill_diagonal(cosines, -np.inf)
    order = np.argsort(-cosines, axis=1, kind="stable")
    return [[int(at) for at in row] for row in order[:, : min(NEAREST, len(vectors) - 1)]]


def batches(near: Sequence[Sequence[int]], count: int, random: Random) -> Iterator[list[int]]:
    """The numbers 0 to `count` - 1, each once, in batches that differ from call to call.

    The first ones come in clusters by `near`, which lists for each of them those alike; the
    others as chance has it. The rest that fills no more than half a batch is left out.
    """
    clusters = [*_alike(near, random), *_any(range(len(near), count), random)]
    random.shuffle(clusters)
    flat = [number for cluster in clusters for number in cluster]
    for batch in range(batch_count(count)):
        yield flat[batch * BATCH : (batch + 1) * BATCH]


def batch_count(examples: int) -> int:
    return (examples + BATCH // 2 - 1) // BATCH


def _alike(near: Sequence[Sequence[int]], random: Random) -> Iterator[list[int]]:
    order = list(range(len(near)))
    random.shuffle(order)
    left = set(order)
    for first in order:
        if first in left:
            left.remove(first)
            others = [number for number in near[first] if number in left][: CLUSTER - 1]
            left.difference_update(others)
            yield [first, *others]


def _any(numbers: Sequence[int], random: Random) -> Iterator[list[int]]:
    order = list(numbers)
    random.shuffle(order)
    for start in range(0, len(order), CLUSTER):
        yield order[start : start + CLUSTER]
