"""Whether the evidence is enough to answer."""

from collections.abc import Sequence
from math import exp

import numpy as np

from qa.candidates import FEATURES, Candidate

# Logistic regression on the best sentence's raw features. Raw, because scores that are
# standardised within a question say nothing between questions.
INTERCEPT = -30.0
WEIGHTS = {"sentence": 20.0, "passage": 14.0, "coverage": 2.0, "context": 3.0}
THRESHOLD = 0.35  # refuse below


def confidence(candidates: Sequence[Candidate], scores: Sequence[float]) -> float:
    """Probability, 0 to 1, that the best candidate answers; 0 when there is none."""
    if not candidates:
        return 0.0
    features = dict(zip(FEATURES, candidates[int(np.argmax(scores))].features, strict=True))
    odds = INTERCEPT + sum(weight * features[name] for name, weight in WEIGHTS.items())
    return 1 / (1 + exp(-odds))
