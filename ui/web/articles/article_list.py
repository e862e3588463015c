"""The list of articles: which of them, in which order, a page at a time. Records only, no texts."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from corpus.article import Record
from corpus.characters import folded
from corpus.filters import Filters

PAGE = 50  # articles
_REMEMBERED = 65_536  # articles whose words are kept as they are compared


class Order(StrEnum):
    """How the list is sorted."""

    DATE = "date"  # newest first, undated ones last
    TITLE = "title"
    ADDED = "added"  # last added first


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a list: its articles, and where it stands in the whole."""

    records: tuple[Record, ...]
    number: int  # from 0
    total: int  # articles on all pages

    @property
    def first(self) -> int:
        """Position of its first article, from 1."""
        return self.number * PAGE + 1

    @property
    def last(self) -> int:
        return self.number * PAGE + len(self.records)

    @property
    def has_next(self) -> bool:
        return self.last < self.total


def listed(records: Sequence[Record], search: str, filters: Filters, order: Order) -> list[Record]:
    """The articles inside the filters that name every word of the search.

    They may name it in title, original title, authors or publisher; `records` come in the order
    in which they were added.
    """
    wanted = folded(search).split()
    found = [
        record
        for record in records
        if filters.admit_listed(record) and (not wanted or _has(record, wanted))
    ]
    if order is Order.ADDED:
        return found[::-1]
    found.sort(key=lambda record: record.title.casefold())
    if order is Order.DATE:
        found.sort(key=lambda record: record.date, reverse=True)
    return found


def page_of(listed: Sequence[Record], number: int) -> Page:
    """That page, or the last one where the list has become shorter."""
    number = max(0, min(number, (len(listed) - 1) // PAGE))
    return Page(tuple(listed[number * PAGE : (number + 1) * PAGE]), number, len(listed))


def _has(record: Record, wanted: list[str]) -> bool:
    words = _words(record.title, record.original_title, record.authors, record.publisher)
    return all(word in words for word in wanted)


@lru_cache(maxsize=_REMEMBERED)
def _words(title: str, original_title: str, authors: tuple[str, ...], publisher: str) -> str:
    return folded(" ".join((title, original_title, *authors, publisher)))
