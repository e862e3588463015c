"""Weights under which what is right scores above what stands beside it."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

RIDGE = 0.02  # on standardised features: two that say the same share the weight
NO_SPREAD = 1e-9  # what rounding leaves of a feature that is always the same


def fit_choice(
    choices: Sequence[tuple[Sequence[Mapping[str, float]], Sequence[bool]]],
    names: Sequence[str],
    free: frozenset[str],
) -> dict[str, float]:
    """Weight by feature, of a softmax over the alternatives of each question.

    `choices` has for each question its alternatives and which of them are right; a question
    without a right one is left out. Features that are not `free` cannot speak against
    themselves: their weights are 0 or more.
    """
    from scipy.optimize import minimize

    pairs = [
        (np.array([[each[name] for name in names] for each in alternatives]), np.array(right))
        for alternatives, right in choices
        if any(right)
    ]
    # Only differences within a question count; without any, the weight is 0.
    spread = np.sqrt(np.mean([matrix.var(axis=0) for matrix, _ in pairs], axis=0))
    spread[spread < NO_SPREAD] = np.inf

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        total, slope = 0.0, np.zeros(len(names))
        for matrix, right in pairs:
            scaled = matrix / spread
            scores = scaled @ weights
            among_all, among_right = _softmax(scores), _softmax(scores[right])
            total += _log_sum(scores) - _log_sum(scores[right])
            slope += among_all @ scaled - among_right @ scaled[right]
        count = len(pairs)
        return (
            total / count + RIDGE * float(weights @ weights),
            slope / count + 2 * RIDGE * weights,
        )

    bounds = [(None, None) if name in free else (0.0, None) for name in names]
    found = minimize(loss, np.full(len(names), 0.1), jac=True, method="L-BFGS-B", bounds=bounds)
    return {
        name: round(float(weight), 4) for name, weight in zip(names, found.x / spread, strict=True)
    }


def _log_sum(scores: NDArray[np.float64]) -> float:
    highest = scores.max()
    return float(highest + np.log(np.exp(scores - highest).sum()))


def _softmax(scores: NDArray[np.float64]) -> NDArray[np.float64]:
    raised = np.exp(scores - scores.max())
    return np.asarray(raised / raised.sum(), np.float64)
