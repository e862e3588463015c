"""Confidence as people read it."""

import pytest

from corpus.wording import Wording
from ui.confidence import confidence_in_words, confidence_of_100


@pytest.mark.parametrize(
    ("value", "word", "figure"),
    [
        (1.0, Wording("high", "élevée"), 99),
        (0.745001, Wording("high", "élevée"), 75),
        (0.7449, Wording("moderate", "moyenne"), 74),
        (0.5, Wording("moderate", "moyenne"), 50),
        (0.4, Wording("low", "faible"), 40),
        (0.0, Wording("low", "faible"), 1),
    ],
)
def test_words_and_figures(value: float, word: Wording, figure: int) -> None:
    assert confidence_in_words(value) == word
    assert confidence_of_100(value) == figure
