"""The confidence: logistic regression, and the threshold under which an answer is refused."""

from collections.abc import Mapping, Sequence
from math import ceil, floor, log
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from eval.fitting.choice import NO_SPREAD

Name = TypeVar("Name", bound=str)

RIDGE = 0.01  # on standardised signs: two that say the same share the weight
RECOGNISED = 0.9  # share of the answerable questions that must pass the threshold


def fit_confidence(
    signs: Sequence[Mapping[Name, float]],
    right: Sequence[bool],
    names: Sequence[Name],
    against: frozenset[str],
) -> dict[Name, float]:
    """Log-odds per unit of each sign; the first of `names` is always 1, and its weight the rest.

    A sign that is `against` an answer has a weight of 0 or less, every other one of 0 or more:
    of two that say nearly the same, neither may speak against itself.
    """
    from scipy.optimize import minimize

    _, *others = names
    matrix = np.array([[each[name] for name in others] for each in signs])
    truth = np.array(right, np.float64)
    middle, spread = matrix.mean(axis=0), matrix.std(axis=0)
    spread[spread < NO_SPREAD] = np.inf  # says nothing, and its weight is 0
    scaled = np.column_stack([np.ones(len(matrix)), (matrix - middle) / spread])

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        odds = scaled @ weights
        free = np.concatenate([[0.0], weights[1:]])  # of the ridge: the constant is free
        cost = np.mean(np.logaddexp(0, odds) - truth * odds) + RIDGE * float(free @ free)
        slope = scaled.T @ (1 / (1 + np.exp(-odds)) - truth) / len(truth) + 2 * RIDGE * free
        return float(cost), slope

    bounds: list[tuple[float | None, float | None]] = [(None, None)]
    bounds += [(None, 0.0) if name in against else (0.0, None) for name in others]
    found = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", bounds=bounds).x
    weights = found[1:] / spread
    rest = float(found[0] - weights @ middle)
    values = [rest, *map(float, weights)]
    return {name: round(value, 4) for name, value in zip(names, values, strict=True)}


def threshold(confidences: Sequence[float]) -> float:
    """The highest that RECOGNISED of the answerable questions' confidences reach."""
    last = ceil(RECOGNISED * len(confidences)) - 1
    lowest = sorted(confidences, reverse=True)[last]
    return floor(10_000 * lowest) / 10_000  # rounded up, that question would not reach it


def passing(
    weights: Mapping[Name, float], answerable: Sequence[Mapping[Name, float]], limit: float
) -> dict[Name, float]:
    """The same weights, moved so that RECOGNISED of the answerable questions reach `limit`.

    The first weight is that of the sign which is always 1.
    """
    odds = [sum(weight * signs[name] for name, weight in weights.items()) for signs in answerable]
    lowest = sorted(odds, reverse=True)[ceil(RECOGNISED * len(odds)) - 1]
    constant = next(iter(weights))
    moved = log(limit / (1 - limit)) - lowest
    return {**weights, constant: round(weights[constant] + moved + 0.0001, 4)}
