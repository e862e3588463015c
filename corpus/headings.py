"""Headings that nothing marks: short lines that stand before the text they announce."""

import re
from itertools import groupby

from corpus.blocks import Block, Shape
from corpus.bylines import read_byline

_LONGEST = 100  # characters
_MOST_WORDS = 16
_MOST_IN_A_ROW = 2  # a heading and its subheading; more short lines than that are a list

_NOT_AT_END = (".", ",", ";", ":", "!")
_SENTENCE_INSIDE = re.compile(r"[.!?…] +[A-ZÀ-ÖØ-Þ«]")
_QUESTION_INSIDE = re.compile(r"\? +[A-ZÀ-ÖØ-Þ«]")
_CAPTION = re.compile(
    r"(?:source|sources|crédits?|photos?|figure|fig\.|tableau|table|illustration|traduction|"
    r"traduit|translation|translated|titre original|original title|note|nb|ps|tags?)\b",
    re.I,
)


def recognise_headings(blocks: list[Block]) -> list[Block]:
    """Return `blocks` with the paragraphs that are headings made headings.

    A heading announces something: short lines at the very end are none.
    """
    candidates = [_is_candidate(blocks, position) for position in range(len(blocks))]
    recognised: list[Block] = []
    position = 0
    for candidate, run in groupby(candidates):
        length = len(list(run))
        group = blocks[position : position + length]
        position += length
        if candidate and position < len(blocks):
            split = max(length - _MOST_IN_A_ROW, 0)
            group = group[:split] + [_heading(block) for block in group[split:]]
        recognised += group
    return recognised


def _heading(block: Block) -> Block:
    return Block(Shape.HEADING, block.lines)


def _is_candidate(blocks: list[Block], position: int) -> bool:
    block = blocks[position]
    if block.shape is Shape.HEADING:
        return True  # counts in its row, so that a second look decides as the first did
    if block.shape is Shape.LIST:
        return _is_numbered_heading(blocks, position)
    return is_heading_like(block.text) and read_byline(block.text, day_first=True) is None


def _is_numbered_heading(blocks: list[Block], position: int) -> bool:
    """A number that stands alone before a paragraph: "2. Listen", then what listening is."""
    block = blocks[position]
    before = blocks[position - 1].shape if position else Shape.PARAGRAPH
    after = blocks[position + 1].shape if position + 1 < len(blocks) else Shape.LIST
    return (
        len(block.lines) == 1
        and block.text[0].isdigit()
        and before is not Shape.LIST
        and after is not Shape.LIST
        and is_heading_like(block.text.split(" ", 1)[1])
    )


def is_heading_like(line: str) -> bool:
    """Whether a line that stands alone reads as a heading: short, and no finished sentence."""
    if len(line) > _LONGEST or _CAPTION.match(line) or "|" in line:
        return False
    letters = [c for c in line if c.isalpha()]
    if len(letters) < 3:
        return False
    if all(c.isupper() for c in letters):
        return len(letters) >= 4 and not line.endswith((",", ";"))
    if line.rstrip(' »”"').endswith(_NOT_AT_END) or len(line.split()) > _MOST_WORDS:
        return False
    if line[0] in '«“"' and line[-1] in '»”"':
        return False  # a quotation set apart
    first = line.lstrip("«“\"'(¿ 0123456789.)")[:1]
    starts = first.isupper() or line[0].isdigit()
    if line.endswith("?") or _QUESTION_INSIDE.search(line):
        return starts and not re.search(r"[.!…] +[A-ZÀ-ÖØ-Þ]", line)
    return starts and not _SENTENCE_INSIDE.search(line)
