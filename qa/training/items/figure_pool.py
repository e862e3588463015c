"""Figures of the whole library that may stand in another's place, wrong but plausible."""

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import zip_longest

from index.passage import Span
from qa.training.items.claim import Claim
from qa.training.items.draft import Option
from qa.training.items.figures import Figure, figures, rounded, shares
from qa.training.items.stating import Statement

MOST = 8  # wrong options that are proposed

# A share that is nearer than this, in points, is almost right; elsewhere it is a share of the
# value. Further off than FAR times the value it is absurd.
NEAR_POINTS, NEAR, FAR = 7.0, 0.15, 2.2


@dataclass(frozen=True, slots=True)
class _Written:
    figure: Figure
    option: Option
    work: str


class FigurePool:
    """All figures of the claims, by form."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self._by_form: dict[tuple[str, str], list[_Written]] = defaultdict(list)
        self._of_work: dict[str, set[float]] = defaultdict(set)
        for claim in claims:
            for figure in figures(claim.text, claim.language):
                start = claim.span.start + figure.span.start
                span = Span(start, start + len(figure.text))
                option = Option(figure.text, claim.article.id, span)
                written = _Written(figure, option, claim.article.work)
                self._by_form[claim.language, _family(figure)].append(written)
                self._of_work[claim.article.work].add(figure.value)

    def others(self, figure: Figure, statement: Statement) -> list[Option]:
        """Wrong figures of its form, none of this work, the best first.

        Some are smaller and some larger, so that neither the smallest nor the largest option is
        ever the right one for being so. To the other shares of the statement each compares as
        the right one does: "from 95 % to 90 %" would be no rise.
        """
        claim = statement.claim
        if figure.is_share and rounded(statement.text, claim.language):
            return []
        beside = [
            value
            for value in sorted(shares(statement.text, claim.language))
            if value != figure.value
        ]
        if _MOST.search(statement.text):
            beside.append(50)  # which side of it is told
        known = self._of_work[claim.article.work]
        usable: dict[float, _Written] = {}
        for written in self._by_form[claim.language, _family(figure)]:
            value = written.figure.value
            is_other = written.work != claim.article.work and value not in known
            if is_other and _plausible(value, figure) and _ordered_alike(value, figure, beside):
                usable.setdefault(value, written)
        ranked = sorted(usable, key=partial(_rank, figure, claim.text))
        sides = [
            [value for value in ranked if value < figure.value],
            [value for value in ranked if value > figure.value],
        ]
        if not all(sides):
            return []
        chosen: list[float] = []
        for value in _in_turn(*sorted(sides, key=lambda side: _digest(f"{claim.text}{side[0]}"))):
            if all(_apart(value, other, figure) for other in chosen):
                chosen.append(value)
        return [usable[value].option for value in chosen[:MOST]]


_MOST = re.compile(
    r"\b(?:most|majority|minority|only|mere|few|fewer|half|just|majorité|minorité|plupart|seule?s?"
    r"|seulement|à peine|peu|moitié|massivement|largement)\b",
    re.IGNORECASE,
)


def _family(figure: Figure) -> str:
    """Bare numbers stand for each other whatever is counted: the unit stays in the sentence."""
    if figure.form.startswith("number"):
        return f"number {figure.form.rsplit(' ', 1)[1]}"
    return figure.form


def _plausible(value: float, figure: Figure) -> bool:
    right = figure.value
    in_size = right / FAR <= value <= right * FAR
    a_share = not figure.is_share or value < 100 or right > 100
    return in_size and a_share and _apart(value, right, figure)


def _ordered_alike(value: float, figure: Figure, beside: Sequence[float]) -> bool:
    """Whether it is larger and smaller than the same other shares as the right one is."""
    return not figure.is_share or all(
        (value < other) == (figure.value < other) and value != other for other in beside
    )


def _apart(value: float, other: float, figure: Figure) -> bool:
    if figure.form.startswith(("out of", "fraction", "count")):
        return value != other
    if figure.is_share and figure.value > NEAR_POINTS * 3:
        return abs(value - other) >= NEAR_POINTS
    return abs(value - other) >= NEAR * max(value, other)


def _rank(figure: Figure, text: str, value: float) -> tuple[bool, str]:
    """Figures as round as the right one first, then in an order that says nothing."""
    return _roundness(value) != _roundness(figure.value), _digest(f"{text}{value}")


def _roundness(value: float) -> int:
    return 10 if value % 10 == 0 else 5 if value % 5 == 0 else 1


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _in_turn(first: Sequence[float], second: Sequence[float]) -> Iterator[float]:
    for pair in zip_longest(first, second):
        yield from (value for value in pair if value is not None)
