"""A time axis cut into columns: years, or periods of equal length where years are too many."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

YEARS_SHOWN = 10  # columns of single years that there is room for
PERIODS_SHOWN = 7  # a period's label is wider


class Period(NamedTuple):
    """One column: a year, or several."""

    first: int
    last: int

    def __contains__(self, year: object) -> bool:
        return isinstance(year, int) and self.first <= year <= self.last

    @property
    def label(self) -> str:
        """One of the forms 2016, 2010–14 and, across a century, 1998–2002."""
        if self.first == self.last:
            return str(self.first)
        short = self.first // 100 == self.last // 100
        return f"{self.first}–{f'{self.last % 100:02d}' if short else self.last}"


def periods(years: Sequence[int]) -> tuple[Period, ...]:
    """Columns from the first of these years to the last: a gap in time is seen as one."""
    if not years:
        return ()
    first, last = min(years), max(years)
    if last - first < YEARS_SHOWN:
        return tuple(Period(year, year) for year in range(first, last + 1))
    length = next(
        length for length in _lengths() if last // length - first // length < PERIODS_SHOWN
    )
    starts = range(first // length * length, last + 1, length)
    return tuple(Period(start, start + length - 1) for start in starts)


def _lengths() -> Iterator[int]:
    """Of a period: 2, 5, 10, 20, 50, 100 … years."""
    scale = 1
    while True:
        yield from (2 * scale, 5 * scale, 10 * scale)
        scale *= 10
