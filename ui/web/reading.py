"""An article's light Markdown, cut into blocks that remember where they stand.

The stored text is what citations point into, so it is not handed to a Markdown library that
would lose the offsets: headings, list items and paragraphs are recognised line by line, and
each keeps the span of its words. A highlight is then a matter of intersecting spans, also
where it runs from one list item into the next.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Literal, NamedTuple

from index.passage import Span

BlockKind = Literal["heading", "item", "paragraph"]
_HEADING = re.compile(r"(#{1,6})[ \t]+")
_ITEM = re.compile(r"[ \t]*[-*•][ \t]+")


class Block(NamedTuple):
    """The words of one heading, list item or paragraph, without their marker."""

    kind: BlockKind
    span: Span
    level: int = 0  # of a heading: the number of its # signs


class Piece(NamedTuple):
    """Characters that are highlighted together, or not."""

    text: str
    marked: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """A block as it is shown: its pieces in order."""

    kind: BlockKind
    level: int
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """Blocks of one kind that follow each other; a run of items is one list."""

    kind: BlockKind
    blocks: tuple[Shown, ...]


def blocks(text: str) -> list[Block]:
    """All blocks of a text, in order. A line that starts none continues the one above it."""
    found: list[Block] = []
    open_block = False
    for start, line in _lines(text):
        end = start + len(line.rstrip())
        if end == start:
            open_block = False
        elif heading := _HEADING.match(line):
            level = len(heading[1])
            found.append(Block("heading", Span(start + heading.end(), end), level))
            open_block = False
        elif item := _ITEM.match(line):
            found.append(Block("item", Span(start + item.end(), end)))
            open_block = True
        elif open_block:
            last = found[-1]
            found[-1] = last._replace(span=Span(last.span.start, end))
        else:
            found.append(Block("paragraph", Span(start, end)))
            open_block = True
    return found


def shown(text: str, marked: Span | None, window: Span | None = None) -> tuple[Run, ...]:
    """The text inside the window (all of it without one), the marked span highlighted."""
    window = window or Span(0, len(text))
    visible = [
        Shown(block.kind, block.level, _pieces(text, inside, marked))
        for block in blocks(text)
        if (inside := _overlap(block.span, window)) is not None
    ]
    return tuple(
        Run(kind, tuple(members)) for kind, members in groupby(visible, lambda block: block.kind)
    )


def _lines(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for line in text.split("\n"):
        yield start, line
        start += len(line) + 1


def _overlap(one: Span, other: Span) -> Span | None:
    span = Span(max(one.start, other.start), min(one.end, other.end))
    return span if span.start < span.end else None


def _pieces(text: str, span: Span, marked: Span | None) -> tuple[Piece, ...]:
    inside = _overlap(span, marked) if marked is not None else None
    if inside is None:
        return (Piece(text[span.start : span.end], marked=False),)
    pieces = (
        Piece(text[span.start : inside.start], marked=False),
        Piece(text[inside.start : inside.end], marked=True),
        Piece(text[inside.end : span.end], marked=False),
    )
    return tuple(piece for piece in pieces if piece.text)
