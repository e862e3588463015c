"""How likely a sentence answers: its features, weighed."""

from collections.abc import Sequence

import numpy as np

from qa.candidates import FEATURES, Candidate

# Log-odds per unit of each feature. Cosines of this model live between 0.75 and 0.93, which is
# why theirs look large.
WEIGHTS = {
    "sentence": 18.0,
    "passage": 12.0,
    "rank": 0.8,
    "coverage": 2.5,
    "context": 1.0,
    "shows": 0.8,
    "stands_alone": 0.3,
    "is_question": -2.5,
    "short": -1.0,
}
_WEIGHTS = np.array([WEIGHTS[name] for name in FEATURES])


def answer_scores(candidates: Sequence[Candidate]) -> list[float]:
    """Log-odds up to a constant; they compare within one question."""
    return [float(candidate.features @ _WEIGHTS) for candidate in candidates]
