"""The memo as a document: what it says, apart from how a format writes it.

All text in it is data. A writer that puts it into a format with markup escapes every character.
"""

import re
from dataclasses import dataclass
from typing import TypeAlias

from corpus.wording import InterfaceLanguage


@dataclass(frozen=True, slots=True)
class Text:
    """Words; a line break in them is one on the page."""

    words: str
    language: str = ""  # ISO 639-1; empty: that of the memo
    strong: bool = False
    emphasised: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to a web page."""

    words: str
    address: str


@dataclass(frozen=True, slots=True)
class References:
    """Numbers of notes; each is the place of its note when it is the first to name it."""

    numbers: tuple[int, ...]


Inline: TypeAlias = Text | Link | References
Inlines: TypeAlias = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is under the title of the memo."""

    level: int
    words: Inlines


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; an `aside` is said more quietly than the rest."""

    words: Inlines
    aside: bool = False


@dataclass(frozen=True, slots=True)
class Points:
    """A list without an order."""

    items: tuple[Inlines, ...]


@dataclass(frozen=True, slots=True)
class Entries:
    """The entries of a bibliography, each with a hanging indent."""

    items: tuple[Inlines, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a header; every row has as many cells as it."""

    header: tuple[str, ...]
    rows: tuple[tuple[Inlines, ...], ...]
    widths: tuple[float, ...]  # of the columns, which sum up to 1


Block: TypeAlias = Heading | Paragraph | Points | Entries | Table


@dataclass(frozen=True, slots=True)
class Note:
    """What stands behind a reference; its number is its place among the first references."""

    number: int
    words: Inlines


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A whole memo."""

    language: InterfaceLanguage
    kind: str  # above the title: "Board memo"
    title: str
    title_language: str
    author: str
    at: str  # UTC, ISO 8601: its date
    date: str  # the same in words
    page: str  # the word for a page
    new_pages: bool  # each heading of level 1 begins a page
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]


# No format can hold the first, and the others show a text in another order than it has.
_UNFIT = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)
_LINE_ENDS = re.compile(r"\r\n?|[\u2028\u2029\x85\x0b\x0c]")
_SPACES = re.compile(r"[^\S\u00a0\u202f]+")  # no-break spaces stay


def fit(text: str) -> str:
    """`text` without control characters and changes of direction; the rest untouched."""
    return _UNFIT.sub("", _LINE_ENDS.sub("\n", text))


def one_line(text: str) -> str:
    """The same on one line, as titles and names are."""
    return _SPACES.sub(" ", fit(text)).strip()
