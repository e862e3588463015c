"""The health of the library as HTML: a heat map of topics and years, and what to look after."""

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.inventory import Period, Tally, periods
from corpus.wording import InterfaceLanguage, Wording
from qa.health import Health
from ui import health_words
from ui.web.markup import render

YEARS = 14  # columns of their own; all earlier years share one
LISTED = 20  # entries of a list; the rest is counted
LEVELS = 4  # shades of a cell, apart from empty


@dataclass(frozen=True, slots=True)
class Part:
    """The articles of a cell in one language, as a shade and a number."""

    language: str  # "fr", "en" or "other"
    articles: int
    level: int  # 1 to LEVELS; 0 without a shade


@dataclass(frozen=True, slots=True)
class Cell:
    """One topic in one period; `spoken` says it to whoever does not see it."""

    parts: tuple[Part, ...]
    spoken: Wording


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the heat map."""

    name: Wording
    cells: tuple[Cell, ...]
    articles: int


def health_html(health: Health, language: InterfaceLanguage) -> str:
    """All sections; their articles open in the reader as those of the list do."""
    inventory = health.inventory
    columns = periods(inventory.whole, YEARS)
    # Shades compare topics in one year: beside all early years or all undated articles, every
    # single year would be pale. The row of all articles has none.
    most = max(
        (
            count
            for row in inventory.rows
            for period in columns
            if period.last is not None and period.first == period.last
            for count in _by_part(period, row.tallies).values()
        ),
        default=1,
    )
    lines = tuple(
        Line(health_words.topic_name(row), _cells(columns, row.tallies, most), row.articles)
        for row in inventory.rows
    )
    whole = Line(health_words.ALL, _cells(columns, inventory.whole, 0), inventory.articles)
    return render(
        "health.html",
        language,
        health=health,
        w=health_words,
        columns=columns,
        lines=lines,
        whole=whole,
        listed=LISTED,
    )


def _cells(columns: Sequence[Period], tallies: Sequence[Tally], most: int) -> tuple[Cell, ...]:
    return tuple(
        Cell(
            tuple(
                Part(name, count, min(-(-LEVELS * count // most), LEVELS) if most else 0)
                for name, count in _by_part(period, tallies).items()
            ),
            health_words.counts(period.within(tallies)),
        )
        for period in columns
    )


def _by_part(period: Period, tallies: Sequence[Tally]) -> dict[str, int]:
    """Counts that are not 0, always in the order French, English, other."""
    found = period.within(tallies)
    named = {"fr": found["fr"], "en": found["en"]}
    named["other"] = found.total() - sum(named.values())
    return {name: count for name, count in named.items() if count}
