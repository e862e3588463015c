"""How sure a difference is: the statistics of one paired sample.

Each value is what one question gained from the first run to the second. Nothing is assumed
about how the differences are distributed; the seed is fixed, so the same two runs give the same
figures.
"""

from collections.abc import Callable, Mapping, Sequence
from statistics import NormalDist, stdev

import numpy as np
import numpy.typing as npt

RESAMPLES = 10_000
RESAMPLES_OF_SETS = 1_000  # where each one is measured anew: AURC takes a millisecond
SEED = 2026
CONFIDENCE = 0.95
POWER = 0.8
AT_ONCE = 1_000  # resamples in memory at a time: a few thousand questions stay below 50 MB
# Two sums of the same numbers in another order may differ in the last digits.
ROUNDING = 1e-12

Differences = npt.NDArray[np.float64]
Rows = npt.NDArray[np.int64]


def interval(differences: Differences) -> tuple[float, float]:
    """The 95 % interval of the mean, by the percentile bootstrap [1].

    When all questions differ by the same, resampling cannot vary. Then the rule of three [2]
    holds: what was seen in none of n questions occurs in up to 3/n of them, and no measure
    moves a question by more than 1.

    [1] Efron, Tibshirani: An Introduction to the Bootstrap (1993), chapter 13
    [2] Hanley, Lippman-Hand: If nothing goes wrong, is everything all right? JAMA 249 (1983)
    """
    count = len(differences)
    if np.ptp(differences) <= ROUNDING:
        mean, reach = float(differences[0]), 3 / count
        return max(mean - reach, -1.0), min(mean + reach, 1.0)
    random = np.random.default_rng(SEED)
    means = np.concatenate(
        [
            differences[random.integers(0, count, (AT_ONCE, count))].mean(axis=1)
            for _ in range(RESAMPLES // AT_ONCE)
        ]
    )
    return _middle(means)


def intervals_of_sets(
    measured: Callable[[Rows], Mapping[str, float]], count: int
) -> dict[str, tuple[float, float]]:
    """The 95 % interval of each measure that is no mean over `count` questions.

    `measured` gives the measures of the questions in these rows, some of them several times; a
    resample to which a measure does not apply says nothing about it.
    """
    random = np.random.default_rng(SEED)
    values: dict[str, list[float]] = {}
    for _ in range(RESAMPLES_OF_SETS):
        for name, value in measured(random.integers(0, count, count)).items():
            values.setdefault(name, []).append(value)
    return {name: _middle(np.array(each)) for name, each in values.items()}


def randomisation_p(differences: Differences) -> float:
    """Two-sided p of Fisher's randomisation test: how often chance alone gives such a mean.

    If the two runs were equally good, each difference could as well have had the other sign [1].
    All signs are tried where there are no more than RESAMPLES ways to set them; otherwise
    RESAMPLES random ones, with the observed one counted among them [2].

    [1] Smucker, Allan, Carterette: A comparison of statistical significance tests for information
        retrieval evaluation. CIKM 2007
    [2] Phipson, Smyth: Permutation p-values should never be zero. SAGMB 9 (2010)
    """
    moved = differences[np.abs(differences) > ROUNDING]  # a sign on nothing changes nothing
    observed = abs(float(moved.sum())) - ROUNDING * max(1, len(moved))
    if 2 ** len(moved) <= RESAMPLES:
        ways = np.arange(2 ** len(moved))[:, None] >> np.arange(len(moved)) & 1
        return float(np.mean(np.abs((2 * ways - 1) @ moved) >= observed))
    random = np.random.default_rng(SEED)
    as_extreme = 0
    for _ in range(RESAMPLES // AT_ONCE):
        signs = 2 * random.integers(0, 2, (AT_ONCE, len(moved)), np.int8) - 1
        as_extreme += int(np.sum(np.abs(signs @ moved) >= observed))
    return (as_extreme + 1) / (RESAMPLES + 1)


def holm(p_values: Sequence[float]) -> list[float]:
    """The p values adjusted for being a family of tests, in the order given.

    Holm: A simple sequentially rejective multiple test procedure. Scand. J. Statist. 6 (1979)
    """
    adjusted = [0.0] * len(p_values)
    so_far = 0.0
    for rank, index in enumerate(sorted(range(len(p_values)), key=p_values.__getitem__)):
        so_far = max(so_far, min(1.0, (len(p_values) - rank) * p_values[index]))
        adjusted[index] = so_far
    return adjusted


def questions_needed(differences: Differences, smallest: float, tests: int) -> int:
    """About how many questions would show the difference, in four of five attempts.

    The difference is the observed one, or `smallest` if that is larger; the level is that of the
    strictest of `tests` tests under Holm's procedure: n = ((z_level + z_power) · s / difference)²,
    s being the standard deviation of the paired differences. Always more than there are.
    """
    count = len(differences)
    if count < 2 or np.ptp(differences) <= ROUNDING:
        return max(count + 1, round(3 / smallest))  # the rule of three, as in `interval`
    normal = NormalDist()
    level = (1 - CONFIDENCE) / 2 / tests
    reach = normal.inv_cdf(1 - level) + normal.inv_cdf(POWER)
    difference = max(smallest, abs(float(differences.mean())))
    needed = (reach * stdev(differences.tolist()) / difference) ** 2
    return max(count + 1, int(np.ceil(needed)))


def _middle(values: Differences) -> tuple[float, float]:
    """What CONFIDENCE of the values lie between."""
    tail = (1 - CONFIDENCE) / 2
    low, high = np.quantile(values, (tail, 1 - tail))
    return float(low), float(high)
