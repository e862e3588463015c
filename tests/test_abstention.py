"""Confidence: the logistic model, worked out by hand for a few sentences."""

from dataclasses import replace
from math import exp
from typing import get_args

import numpy as np
import pytest

from corpus.answered import AnsweredQuestion
from index.passage import Span
from qa.abstention import THRESHOLD, confidence
from qa.asking import Asks
from qa.candidates import Candidate, Feature
from tests.pieces import piece

EVIDENCE = piece("Le phare guide les bateaux.")


def candidate(*, coverage: float = 1.0, context: float = 1.0, known: float = 0.0) -> Candidate:
    """All other features are 0: they count in the score alone."""
    own = {"coverage": coverage, "context": context, "known": known}
    features = dict.fromkeys(get_args(Feature), 0.0) | own
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
    sure = confidence([candidate(context=context)], [score], [score], Asks.OTHER)
    assert sure == pytest.approx(sigmoid(odds))


@pytest.mark.parametrize("asks", [Asks.FIGURE, Asks.DATE])
def test_a_figure_of_something_else_is_doubted(asks: Asks) -> None:
    about = confidence([candidate(coverage=0.35)], [24.0], [24.0], asks)
    hardly = confidence([candidate(coverage=0.34)], [24.0], [24.0], asks)
    assert about == pytest.approx(sigmoid(1.52))
    assert hardly == pytest.approx(sigmoid(1.52 - 2.2))
    assert about >= THRESHOLD > hardly


def test_other_questions_do_not_mind_it() -> None:
    sure = confidence([candidate(coverage=0.1)], [24.0], [24.0], Asks.OTHER)
    assert sure == pytest.approx(sigmoid(1.52))


def test_only_the_preferred_sentence_counts() -> None:
    both = [candidate(context=0.0), candidate(context=1.0)]
    scores = [24.0, 24.0]
    assert confidence(both, scores, [20.0, 24.0], Asks.OTHER) == pytest.approx(sigmoid(1.52))
    assert confidence(both, scores, [24.0, 20.0], Asks.OTHER) == pytest.approx(sigmoid(-0.78))


@pytest.mark.parametrize(("known", "odds"), [(0.0, 1.52 - 0.8), (0.1, 1.52 - 0.8 + 20 * 0.1)])
def test_known_questions_count_where_an_article_has_some(known: float, odds: float) -> None:
    asked = AnsweredQuestion("Qui guide les bateaux ?", "fr", 0, 27)
    answering = replace(EVIDENCE, article=replace(EVIDENCE.article, questions=(asked,)))
    both = [candidate(), replace(candidate(known=known), evidence=answering)]
    sure = confidence(both, [24.0, 20.0], [24.0, 20.0], Asks.OTHER)
    assert sure == pytest.approx(sigmoid(odds))


def test_nothing_found_is_no_confidence() -> None:
    assert confidence([], [], [], Asks.OTHER) == 0.0
