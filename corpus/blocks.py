"""The structure of a text: headings, paragraphs and lists, found in whatever its lines are.

Some texts wrap their lines at a column, some write one paragraph a line, some put empty
lines between all; bullets come in a dozen characters. All become blocks.
"""

import re
from dataclasses import dataclass
from enum import Enum, auto

_BULLET = re.compile(r"[•●▪◦‣·○■□►▶✓✔➔➢→–—*+-] +(?=\S)")
_NUMBER = re.compile(r"(\d{1,2})[.)] +(?=\S)")
_MARKED_HEADING = re.compile(r"#{1,6} +(?=\S)")
_ONLY_SIGNS = re.compile(r"[\W_]*")

_NARROWEST_COLUMN, _WIDEST_COLUMN = 45, 130  # characters; beyond, lines are paragraphs


class Shape(Enum):
    """What a block is."""

    HEADING = auto()
    PARAGRAPH = auto()
    LIST = auto()


@dataclass(frozen=True, slots=True)
class Block:
    """One heading, one paragraph (one line each), or one list (a line for each item)."""

    shape: Shape
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    def written(self) -> str:
        """Return the block in light Markdown."""
        return f"## {self.text}" if self.shape is Shape.HEADING else self.text


def split_blocks(text: str) -> list[Block]:
    """Split a tidy text (see `tidy_characters`) into blocks; lines of signs go."""
    column = _column(text)
    blocks: list[Block] = []
    for chunk in text.split("\n\n"):
        lines = [line for line in chunk.split("\n") if not _ONLY_SIGNS.fullmatch(line)]
        for line in _unwrapped(lines, column):
            _append(blocks, line)
    return blocks


def _append(blocks: list[Block], line: str) -> None:
    heading, item = _MARKED_HEADING.match(line), _list_item(line)
    if heading:
        blocks.append(Block(Shape.HEADING, (line[heading.end() :].rstrip("# "),)))
    elif not item:
        blocks.append(Block(Shape.PARAGRAPH, (line,)))
    else:
        blocks.append(Block(Shape.LIST, (item,)))


def merge_lists(blocks: list[Block]) -> list[Block]:
    """Make one list of neighbouring lists."""
    merged: list[Block] = []
    run: list[str] = []
    for block in blocks:
        if block.shape is Shape.LIST:
            run += block.lines
            continue
        if run:
            merged.append(Block(Shape.LIST, tuple(run)))
            run = []
        merged.append(block)
    return [*merged, Block(Shape.LIST, tuple(run))] if run else merged


def _list_item(line: str) -> str:
    bullet, number = _BULLET.match(line), _NUMBER.match(line)
    if bullet:
        return f"- {line[bullet.end() :]}"
    return f"{int(number[1])}. {line[number.end() :]}" if number else ""


def _column(text: str) -> int:
    """Return the column at which the lines of `text` are wrapped, 0 when they are not."""
    lengths = sorted(
        len(line)
        for chunk in text.split("\n\n")
        for line in chunk.split("\n")[:-1]  # the last line of a paragraph ends where it ends
        if not _list_item(line)
    )
    if not lengths:
        return 0
    column, median = lengths[int(0.9 * (len(lengths) - 1))], lengths[len(lengths) // 2]
    wrapped = _NARROWEST_COLUMN <= column <= _WIDEST_COLUMN and median >= 0.75 * column
    return column if wrapped else 0


def _unwrapped(lines: list[str], column: int) -> list[str]:
    """Join the lines that were one before they were wrapped."""
    if not column:
        return lines
    joined: list[list[str]] = []
    for previous, line in zip(["", *lines], lines, strict=False):
        if joined and _goes_on(previous, line, column):
            joined[-1].append(line)
        else:
            joined.append([line])
    return [" ".join(pieces) for pieces in joined]


def _goes_on(previous: str, line: str, column: int) -> bool:
    """A wrapping program breaks a line only where the next word no longer fits."""
    if _list_item(line) or _MARKED_HEADING.match(line) or _MARKED_HEADING.match(previous):
        return False
    first_word = line.split(" ", 1)[0]
    if len(previous) + 1 + len(first_word) > column:
        return True
    return line[0].islower() and not previous.endswith((".", "!", "?", ":"))
