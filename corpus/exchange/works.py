"""Works: what the articles of a library are, or are about, as a bibliography cites it.

A note and its original are one work, cited as the original.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from corpus.article import Kind, Record
from corpus.characters import folded
from corpus.exchange.person_names import Name, parsed_name
from corpus.filters import Filters
from corpus.topics import Topic

_WORD = re.compile(r"[a-z0-9]+")
_LETTERS = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th"})
# First words that say nothing; elided ones stand alone once the apostrophe is a boundary.
_ARTICLES_AND_OTHERS = """
a an and as at by for from how in is it its of on or that the their this to what when where which
who why with your
au aux ce ces c comment d dans de des du elle en est et il l la le les leur leurs n ne nos notre
nous on ou par pour pourquoi qu quand que quel quelle quelles quels qui s sa se ses son sont sur
un une vos votre vous y
"""
_EMPTY_WORDS = frozenset(_ARTICLES_AND_OTHERS.split())
_FEWEST_LETTERS = 6  # of a publisher in a key: "Ad Age" is "adage", not "ad"

_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """An entry of a bibliography; what is not known is empty."""

    key: str = ""  # "bliss2016cinq": unique in a library, and lasting while the library grows
    title: str
    authors: tuple[Name, ...] = ()
    publisher: str = ""
    date: str = ""  # ISO 8601, as precise as known
    language: str = ""
    url: str = ""
    kind: Kind | None = None
    topics: tuple[Topic, ...] = ()


def works(records: Sequence[Record], filters: Filters | None = None) -> tuple[Work, ...]:
    """The works of a library that has `records`, in the order in which they were added.

    `filters` choose among them: one article inside is enough. The keys do not depend on the
    filters: a number is appended to all but the first of equal ones.
    """
    editions: dict[str, list[Record]] = {}
    for record in records:
        editions.setdefault(record.work, []).append(record)
    taken: Counter[str] = Counter()
    found = []
    for edition in editions.values():
        work = _work(sorted(edition, key=lambda record: record.is_note))
        stem = _key(work)
        taken[stem] += 1
        if filters is None or any(map(filters.admit_listed, edition)):
            found.append(replace(work, key=stem if taken[stem] == 1 else f"{stem}-{taken[stem]}"))
    return tuple(found)


def _work(edition: Sequence[Record]) -> Work:
    """What the original, which comes first, says of itself, completed by its notes."""
    publisher = _first(record.publisher for record in edition) or ""
    authors = _first(record.authors for record in edition) or ()
    return Work(
        title=_first(record.original_title for record in edition) or edition[0].title,
        authors=tuple(parsed_name(name, publisher) for name in authors),
        publisher=publisher,
        date=_first(record.date for record in edition) or "",
        language=_first(record.language for record in edition) or "",
        url=_first(record.url for record in edition) or "",
        kind=_first(None if r.kind is Kind.NOTE else r.kind for r in edition),
        topics=_first(record.topics for record in edition) or (),
    )


def _first(values: Iterable[_Value]) -> _Value | None:
    """The first value that is known."""
    return next((value for value in values if value), None)


def _key(work: Work) -> str:
    """Last name of the first author (else the publisher), year, first telling word of the title."""
    author = work.authors[0] if work.authors else None
    if author and not author.organisation:
        by = "".join(_words(author.last))
    else:
        by = _short(author.last if author else work.publisher)
    telling = next(_telling(work.title), "")
    return f"{by}{work.date[:4]}{telling}" or "work"


def _short(organisation: str) -> str:
    """Its first words, as many as tell it apart."""
    short = ""
    for word in _telling(organisation):
        if len(short) < _FEWEST_LETTERS:
            short += word
    return short


def _telling(text: str) -> Iterator[str]:
    return (word for word in _words(text) if word not in _EMPTY_WORDS)


def _words(text: str) -> list[str]:
    return _WORD.findall(folded(text.casefold().translate(_LETTERS)))
