"""Figures of the whole library that may stand in another's place, wrong but plausible."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import zip_longest

from index.passage import Span
from qa.training.items.beside import Beside
from qa.training.items.claim import Claim
from qa.training.items.draft import Option
from qa.training.items.figures import Figure, figures, respelled, rounded
from qa.training.items.lot import lot
from qa.training.items.stating import Statement

MOST = 8  # wrong options that are proposed

# A share that is nearer than this, in points, is almost right; elsewhere it is a share of the
# value. Further off than FAR times the value it is absurd.
NEAR_POINTS, NEAR, FAR = 4.0, 0.12, 2.5
SMALL, NEAR_SMALL = 12.0, 3.0  # of a share up to SMALL, in points
FAR_POINTS = 30.0  # from a share no wrong one is further away
FALSE = 0.15  # of the right figure: whoever tells one that is nearer is not far from the truth
NEARLY_ALL = 95.0  # of few things so many are true; whatever is less stands beside no such share


@dataclass(frozen=True, slots=True)
class _Written:
    figure: Figure
    option: Option
    work: str


class FigurePool:
    """All figures of the claims, by form."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self._by_form: dict[str, list[_Written]] = defaultdict(list)
        self._of_work: dict[str, set[float]] = defaultdict(set)
        for claim in claims:
            for figure in figures(claim.text, claim.language):
                start = claim.span.start + figure.span.start
                span = Span(start, start + len(figure.text))
                option = Option(figure.text, claim.article.id, span)
                written = _Written(figure, option, claim.article.work)
                self._by_form[_family(figure)].append(written)
                self._of_work[claim.article.work].add(figure.value)

    def others(self, figure: Figure, statement: Statement) -> list[Option]:
        """Wrong figures of its form, none of this work, the best first."""
        language = statement.claim.language
        return [_option(each, figure, language) for each in self._others(figure, statement)]

    def far(self, figure: Figure, statement: Statement) -> list[Option]:
        """Those of them that nobody would take for the right one roughly told."""
        language = statement.claim.language
        return [
            _option(each, figure, language)
            for each in self._others(figure, statement)
            if abs(each.figure.value - figure.value) >= FALSE * figure.value
        ]

    def _others(self, figure: Figure, statement: Statement) -> list[_Written]:
        """At most MOST of them.

        Some are smaller and some larger where the sentence allows both, so that neither the
        smallest nor the largest option is right more often for being so.
        """
        claim = statement.claim
        if figure.is_share and rounded(figure.value, statement.text, claim.language):
            return []
        beside = Beside.of(figure, statement.text, claim.language)
        known = self._of_work[claim.article.work]
        usable: dict[float, _Written] = {}
        for written in self._by_form[_family(figure)]:
            value = written.figure.value
            if (
                written.work != claim.article.work
                and value not in known
                and _plausible(value, figure)
                and beside.allows(value)
            ):
                usable.setdefault(value, written)
        ranked = sorted(usable, key=partial(_rank, figure, claim.text))
        smaller = [value for value in ranked if value < figure.value]
        larger = [value for value in ranked if value > figure.value]
        chosen: list[float] = []
        for value in _in_turn(smaller, larger, first_smaller=_heads(claim.text)):
            if all(_apart(value, other, figure) for other in chosen):
                chosen.append(value)
        return [usable[value] for value in chosen[:MOST]]


def _option(written: _Written, right: Figure, language: str) -> Option:
    """As the right figure is spelled, whatever language the other one is written in."""
    text = respelled(written.figure, right, language)
    own = written.option
    return own if text == own.text else Option(text, own.article_id)


def _family(figure: Figure) -> str:
    """Numbers stand for each other whatever is counted: what it is stays in the sentence."""
    first, *_, last = figure.form.split(" ")
    if first in ("number", "percent"):
        return f"{first} {last}"
    return figure.form if first == "fraction" else first


def _plausible(value: float, figure: Figure) -> bool:
    right = figure.value
    in_size = right / FAR <= value <= right * FAR
    a_share = not figure.is_share or _is_likely_share(value, right)
    if figure.form.startswith("out of"):
        whole = int(figure.form.split(" ")[2])
        a_share = value < whole and 2 * value != whole  # nobody says "two in four"
    return in_size and a_share and _apart(value, right, figure)


def _is_likely_share(value: float, right: float) -> bool:
    if right > 100:
        return True
    return value < 100 and abs(value - right) <= FAR_POINTS and (value < NEARLY_ALL or right > 90)


def _apart(value: float, other: float, figure: Figure) -> bool:
    if figure.form.startswith(("out of", "fraction", "count")):
        return value != other
    if figure.is_share:
        return abs(value - other) >= (NEAR_POINTS if figure.value > SMALL else NEAR_SMALL)
    return abs(value - other) >= NEAR * max(value, other)


def _rank(figure: Figure, text: str, value: float) -> tuple[bool, str]:
    """Figures as round as the right one first, then in an order that says nothing."""
    return _roundness(value) != _roundness(figure.value), lot(f"{text}{value}")


def _roundness(value: float) -> int:
    return 10 if value % 10 == 0 else 5 if value % 5 == 0 else 1


def _heads(text: str) -> bool:
    """Heads or tails, by a text alone."""
    return int(lot(text), 16) % 2 == 0


def _in_turn(
    smaller: Sequence[float], larger: Sequence[float], *, first_smaller: bool
) -> Iterator[float]:
    sides = (smaller, larger) if first_smaller else (larger, smaller)
    for pair in zip_longest(*sides):
        yield from (value for value in pair if value is not None)
