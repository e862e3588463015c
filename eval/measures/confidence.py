"""Whether the confidence can be relied on: as a probability, and to tell right from wrong.

Every question counts, answered or not: its confidence, and whether what the chain says, or would
have said, is right. Equal confidences are never ordered by chance: they share a bin, and on the
coverage-risk curve each of them has the mean risk of all of them.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from eval.run import Bin

BINS = 10  # of equal mass

Floats = NDArray[np.float64]


def brier(confidence: float, right: bool) -> float:
    """Squared error of one probability."""
    return (confidence - right) ** 2


def coverage_risk(
    confidences: Sequence[float], right: Sequence[bool]
) -> tuple[tuple[float, float], ...]:
    """Points (share of the questions answered, share of wrong ones among these).

    One point a question, from the most confident to the least.
    """
    sure, wrong = np.asarray(confidences, float), 1 - np.asarray(right, float)
    for value in np.unique(sure):
        alike = sure == value
        wrong[alike] = wrong[alike].mean()
    answered = np.arange(1, len(sure) + 1)
    risks = np.cumsum(wrong[np.argsort(-sure, kind="stable")]) / answered
    return tuple(zip((answered / len(sure)).tolist(), risks.tolist(), strict=True))


def aurc(confidences: Sequence[float], right: Sequence[bool]) -> float:
    """Mean risk over all coverages: area under the coverage-risk curve."""
    return float(np.mean([risk for _, risk in coverage_risk(confidences, right)]))


def reliability(confidences: Sequence[float], right: Sequence[bool]) -> tuple[Bin, ...]:
    """Bins of equal mass, fewer where confidences are equal, in ascending order."""
    sure, was_right = np.asarray(confidences, float), np.asarray(right, float)
    edges = np.unique(np.quantile(sure, np.arange(1, BINS) / BINS))
    places = np.searchsorted(edges, sure, side="left")
    return tuple(_bin(sure[places == at], was_right[places == at]) for at in np.unique(places))


def ece(confidences: Sequence[float], right: Sequence[bool]) -> float:
    """Expected calibration error: mean distance of confidence and accuracy over the bins."""
    bins = reliability(confidences, right)
    return sum(each.n * abs(each.confidence - each.right) for each in bins) / len(confidences)


def auroc(scores: Sequence[float], positive: Sequence[bool]) -> float | None:
    """Probability that a positive has the higher score, ties counting half.

    None when there are no positives or no negatives.
    """
    values, is_positive = np.asarray(scores, float), np.asarray(positive, bool)
    above, below = values[is_positive], values[~is_positive]
    if not len(above) or not len(below):
        return None
    difference = above[:, None] - below[None, :]
    return float(np.mean((difference > 0) + 0.5 * (difference == 0)))


def _bin(sure: Floats, right: Floats) -> Bin:
    return Bin(
        low=float(sure.min()),
        high=float(sure.max()),
        n=len(sure),
        confidence=float(sure.mean()),
        right=float(right.mean()),
    )
