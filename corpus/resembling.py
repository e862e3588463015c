"""Which articles of a library resemble each other, without comparing each with each.

Two signatures of 128 values that agree in more than half of them agree in at least one of the
64 pairs of neighbours (pigeonhole), so only articles that share such a pair are compared: LSH
banding, after Broder and Indyk, with 64 bands of 2 rows. Exactly half, spread as one value in
each pair, is the one case that would be missed; its likelihood is 8e-19.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from corpus.article import Record
from corpus.duplicates import NEAR_DUPLICATE
from corpus.inventory import Mention, mention

Numbers = NDArray[np.int64]
_ROWS = 2  # of a band


@dataclass(frozen=True, slots=True)
class Resembling:
    """Articles each of which resembles another one of them, in the order of the library."""

    articles: tuple[Mention, ...]
    similarity: float  # the highest among the pairs that were compared, 0 to 1


def resembling(
    records: Sequence[Record], signatures: Mapping[str, bytes]
) -> tuple[Resembling, ...]:
    """Groups of near-duplicates, the most similar first.

    A reading note beside its original is none; an article without a signature is left out.
    """
    signed = [record for record in records if record.id in signatures]
    if not signed:
        return ()
    joined = b"".join(signatures[record.id] for record in signed)
    values = np.frombuffer(joined, dtype="<u4").reshape(len(signed), -1)
    works = {record.work: number for number, record in enumerate(signed)}
    work = np.array([works[record.work] for record in signed])
    note = np.array([record.is_note for record in signed])
    group = np.arange(len(signed))  # the group that an article belongs to, named by a member
    best = np.zeros(len(signed))  # an article's highest similarity so far

    for members in _sharing_a_band(values):
        while len(members) > 1:
            one, members = members[0], members[1:]
            others = members[group[members] != group[one]]
            # A note and its original have the work in common, and only one of them is a note.
            others = others[(work[others] != work[one]) | (note[others] == note[one])]
            shares = np.mean(values[others] == values[one], axis=1)
            found, shares = others[shares >= NEAR_DUPLICATE], shares[shares >= NEAR_DUPLICATE]
            if len(found):
                best[one] = max(best[one], shares.max())
                np.maximum.at(best, found, shares)
                group[np.isin(group, group[found])] = group[one]

    groups = (np.flatnonzero(group == name) for name in np.unique(group[best > 0]))
    return tuple(
        sorted(
            (
                Resembling(tuple(mention(signed[at]) for at in members), float(best[members].max()))
                for members in groups
            ),
            key=lambda found: -found.similarity,
        )
    )


def _sharing_a_band(values: NDArray[np.uint32]) -> Iterator[Numbers]:
    """Positions of articles that agree in a band, for each band and each set of them."""
    bands = np.ascontiguousarray(values).view(np.uint64)  # two values of 32 bits are one of 64
    if bands.shape[1] * _ROWS != values.shape[1]:
        raise ValueError(f"{values.shape[1]} values are no bands of {_ROWS}")
    for band in bands.T:
        order = np.argsort(band, kind="stable")
        ends = np.flatnonzero(np.diff(band[order])) + 1
        for members in np.split(order, ends):
            if len(members) > 1:
                yield members
