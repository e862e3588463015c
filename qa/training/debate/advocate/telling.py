"""The figures of a text that tell something.

Only what a reader would take for a finding: shares, and numbers of three digits or more. A
deadline in days, a year, and what is said of one's own company are nobody's to prove.
"""

import re
from collections.abc import Iterable
from fractions import Fraction

from corpus.wording import Wording
from qa.numbers import as_written, numbers, ratios

_LARGE = 3  # digits
_PERIOD = re.compile(
    r"[\w.,’'-]+[ \u00a0-](?:premi(?:ers?|ères?) |prochain(?:e?s)? |first |next )?"
    r"(?:days?|weeks?|months?|years?|hours?|quarters?|jours?|semaines?|mois|ans?|années?|heures?"
    r"|trimestres?)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b(?!\s?%)")
_OWN = re.compile(r"\b(?:we|our|ours|us|nous|notre|nos)\b", re.IGNORECASE)


def telling(sentence: str, *, of_source: bool = False) -> tuple[str, ...]:
    """Figures that a reader would take for a finding.

    Of a learner's sentence none that is about the own company, and no "half", which is often no
    figure.
    """
    if not of_source and _OWN.search(sentence):
        return ()
    rest = _YEAR.sub(" ", _PERIOD.sub(" ", sentence))
    counted = ratios(rest)
    parts = {part for ratio in counted for part in ratio.split("/")}
    found = (f for f in numbers(rest) - parts if _tells(f, of_source=of_source))
    return tuple(sorted((*counted, *found)))


def _tells(figure: str, *, of_source: bool) -> bool:
    if "/" in figure:  # in words: a ratio in digits is counted apart
        return of_source
    return figure.endswith("%") or len(figure.split(".")[0]) >= _LARGE


def is_share(figure: str) -> bool:
    return figure.endswith("%") or "/" in figure


def value_of(figure: str) -> tuple[bool, Fraction]:
    """What compares: "40%" and "4/10" are one share."""
    if figure.endswith("%"):
        return True, Fraction(figure[:-1]) / 100
    return is_share(figure), Fraction(figure)


def same_figure(one: str, other: str) -> bool:
    return value_of(one) == value_of(other)


def values_of(figures: Iterable[str]) -> frozenset[tuple[bool, Fraction]]:
    return frozenset(map(value_of, figures))


def written_figures(figures: Iterable[str], text: str) -> Wording:
    """Figures as the text itself writes them."""
    there = as_written(text)
    words = [there.get(figure, figure) for figure in figures]
    return Wording(
        " and ".join(f"“{each}”" for each in words),
        " et ".join(f"«\u00a0{each}\u00a0»" for each in words),
    )
