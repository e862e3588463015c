"""An article's light Markdown, cut into blocks that remember where they stand.

The stored text is what citations point into, so it is not handed to a Markdown library that
would lose the offsets: headings, list items and paragraphs are recognised line by line, and
each keeps the span of its words. A highlight is then a matter of intersecting spans, also
where it runs from one list item into the next.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal, NamedTuple

from index.passage import Span

BlockKind = Literal["heading", "item", "paragraph"]
_HEADING = re.compile(r"(#{1,6})[ \t]+")
_ITEM = re.compile(r"[ \t]*(?:[-*•]|\d{1,3}[.)])[ \t]+")


class Block(NamedTuple):
    """The words of one heading, list item or paragraph, without their marker."""

    kind: BlockKind
    span: Span
    level: int = 0  # of a heading: the number of its # signs


class Mark(NamedTuple):
    """A span to highlight; the number of its citation, or 0 for none."""

    span: Span
    number: int = 0


class Piece(NamedTuple):
    """Characters that are shown alike: plain, or part of a mark, which the first one opens."""

    text: str
    mark: Mark | None = None
    opens: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """A block as it is shown: its pieces in order."""

    kind: BlockKind
    level: int
    start: int  # of its words in the article
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


def shown(text: str, marks: Sequence[Mark] = (), window: Span | None = None) -> tuple[Run, ...]:
    """The text inside the window (all of it without one), the marks highlighted.

    Where two marks overlap, the characters belong to the one that begins first.
    """
    window = window or Span(0, len(text))
    ordered = sorted(marks)
    opened: set[Mark] = set()
    visible = [
        Shown(block.kind, block.level, inside.start, tuple(_pieces(text, inside, ordered, opened)))
        for block in blocks(text)
        if (inside := _overlap(block.span, window)) is not None
    ]
    return tuple(
        Run(kind, tuple(members)) for kind, members in groupby(visible, lambda block: block.kind)
    )


def surroundings(text: str, quote: Span) -> Span:
    """The paragraph around a quote; around one in a list, the list with its lead-in."""
    every = blocks(text)
    touched = [i for i, block in enumerate(every) if _overlap(block.span, quote)]
    if not touched:
        return quote
    first, last = touched[0], touched[-1]
    if every[first].kind == "item":
        while first > 0 and every[first].kind == "item":
            first -= 1
        first += every[first].kind == "heading"
    while every[last].kind == "item" and last + 1 < len(every) and every[last + 1].kind == "item":
        last += 1
    return Span(every[first].span.start, every[last].span.end)


def meet(one: Span, other: Span) -> bool:
    """Whether they have a character in common."""
    return one.start < other.end and other.start < one.end


def _lines(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for line in text.split("\n"):
        yield start, line
        start += len(line) + 1


def _overlap(one: Span, other: Span) -> Span | None:
    span = Span(max(one.start, other.start), min(one.end, other.end))
    return span if span.start < span.end else None


def _pieces(text: str, span: Span, marks: list[Mark], opened: set[Mark]) -> Iterator[Piece]:
    """Cut one block at the marks; `opened` remembers those that began in an earlier block."""
    at = span.start
    for mark in marks:
        inside = _overlap(Span(at, span.end), mark.span)
        if inside is None:
            continue
        if at < inside.start:
            yield Piece(text[at : inside.start])
        yield Piece(text[inside.start : inside.end], mark, mark not in opened)
        opened.add(mark)
        at = inside.end
    if at < span.end:
        yield Piece(text[at : span.end])
