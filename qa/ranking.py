"""How likely a sentence answers: its features, weighed."""

from collections.abc import Sequence

import numpy as np

from qa.candidates import FEATURES, Candidate

# Log-odds per unit of each feature, fitted on 82 answerable questions on CX articles in both
# languages as a softmax over the sentences of the ten best passages. Cosines of the embedded
# model differ in the second decimal, hence the large weight of theirs.
WEIGHTS = {
    "passage": 0.53,
    "sentence": 24.8,
    "coverage": 2.4,
    "context": 0.0,
    "shows": 0.9,
    "is_question": -1.0,
    "short": -0.95,
    "length": 0.57,
}
_WEIGHTS = np.array([WEIGHTS[name] for name in FEATURES])


def answer_scores(candidates: Sequence[Candidate]) -> list[float]:
    """Log-odds up to a constant."""
    return [float(candidate.features @ _WEIGHTS) for candidate in candidates]
