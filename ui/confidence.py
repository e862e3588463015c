"""How sure an answer is, for people: a word and a figure."""

from corpus.wording import Wording

# Figures from which on it is called so.
_HIGH, _MODERATE = 75, 50


def confidence_of_100(value: float) -> int:
    """The figure for a confidence from 0 to 1; never 0 or 100, as nothing is that sure."""
    return min(max(round(value * 100), 1), 99)


def confidence_in_words(value: float) -> Wording:
    """The word that goes with that figure."""
    figure = confidence_of_100(value)
    if figure >= _HIGH:
        return Wording("high", "élevée")
    return Wording("moderate", "moyenne") if figure >= _MODERATE else Wording("low", "faible")
