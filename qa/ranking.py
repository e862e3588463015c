"""How likely a sentence answers: its features, weighed."""

from collections.abc import Sequence
from pathlib import Path

from index.fitted import fitted
from qa.candidates import FEATURES, Candidate

WEIGHTS = fitted("sentences", FEATURES, Path(__file__).parent)  # log-odds per unit of a feature


def answer_scores(candidates: Sequence[Candidate]) -> list[float]:
    """Log-odds up to a constant."""
    return [
        sum(WEIGHTS[name] * value for name, value in candidate.features.items())
        for candidate in candidates
    ]
