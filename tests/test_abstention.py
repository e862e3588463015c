"""Confidence: the logistic model, worked out by hand for a few sentences."""

from math import exp
from typing import get_args

import numpy as np
import pytest

from index.passage import Span
from qa.abstention import THRESHOLD, confidence
from qa.asking import Asks
from qa.candidates import Candidate, Feature
from tests.pieces import piece

EVIDENCE = piece("Le phare guide les bateaux.")


def candidate(*, coverage: float = 1.0, context: float = 1.0) -> Candidate:
    """All other features are 0: they count in the score alone."""
    features = dict.fromkeys(get_args(Feature), 0.0) | {"coverage": coverage, "context": context}
    return Candidate(EVIDENCE, Span(0, 27), np.zeros(2, np.float32), features)


def sigmoid(odds: float) -> float:
    return 1 / (1 + exp(-odds))


@pytest.mark.parametrize(
    ("score", "context", "odds"),
    [
        (24.0, 1.0, -15.1 + 0.68 * 24 + 0.3),  # 1.52
        (20.0, 0.5, -15.1 + 0.68 * 20 + 0.15),  # -1.35
        (24.0, 0.0, -15.1 + 0.68 * 24 - 2.0),  # the passage holds nothing of the question
    ],
)
def test_odds_of_the_best_sentence(score: float, context: float, odds: float) -> None:
    sure = confidence([candidate(context=context)], [score], Asks.OTHER)
    assert sure == pytest.approx(sigmoid(odds))


@pytest.mark.parametrize("asks", [Asks.FIGURE, Asks.DATE])
def test_a_figure_of_something_else_is_doubted(asks: Asks) -> None:
    about = confidence([candidate(coverage=0.35)], [24.0], asks)
    hardly = confidence([candidate(coverage=0.34)], [24.0], asks)
    assert about == pytest.approx(sigmoid(1.52))
    assert hardly == pytest.approx(sigmoid(1.52 - 1.5))
    assert about >= THRESHOLD > hardly


def test_other_questions_do_not_mind_it() -> None:
    sure = confidence([candidate(coverage=0.1)], [24.0], Asks.OTHER)
    assert sure == pytest.approx(sigmoid(1.52))


def test_only_the_best_sentence_counts() -> None:
    both = [candidate(context=0.0), candidate(context=1.0)]
    assert confidence(both, [20.0, 24.0], Asks.OTHER) == pytest.approx(sigmoid(1.52))
    assert confidence(both, [24.0, 20.0], Asks.OTHER) == pytest.approx(sigmoid(1.52 - 2.3))


def test_nothing_found_is_no_confidence() -> None:
    assert confidence([], [], Asks.OTHER) == 0.0
