"""Text that a page shows twice: the whole body again, a teaser, a pull quote."""

import re

from corpus.blocks import Block, Shape
from corpus.characters import folded

_LONG = 60  # characters; a shorter repetition ("Why?") may be the author's own

_END_OF_SENTENCE = re.compile(r"(?<=[.!?…»]) +(?=[«“\"A-ZÀ-ÖØ-Þ])")


def repeated_positions(blocks: list[Block]) -> set[int]:
    """Return the positions of the blocks that only repeat what stands elsewhere.

    Of two equal blocks the second goes; short ones (headings) go only inside a run of
    repeated blocks. A paragraph whose sentences all stand in a longer paragraph is a teaser
    or a pull quote, wherever it is.
    """
    again = _seen_before(blocks)
    taken: set[int] = set()
    run: list[int] = []
    for position in range(len(blocks) + 1):
        if position < len(blocks) and again[position]:
            run.append(position)
            continue
        if any(len(blocks[p].text) >= _LONG for p in run):
            taken.update(run)
        run = []
    return taken | _excerpts(blocks, taken)


def _seen_before(blocks: list[Block]) -> list[bool]:
    seen: set[str] = set()
    again = []
    for block in blocks:
        key = folded(block.text)
        again.append(key in seen)
        seen.add(key)
    return again


def _excerpts(blocks: list[Block], taken: set[int]) -> set[int]:
    home: dict[str, int] = {}  # sentence -> the longest paragraph that holds it
    sentences: dict[int, list[str]] = {}
    for position, block in enumerate(blocks):
        if block.shape is not Shape.PARAGRAPH or position in taken:
            continue
        sentences[position] = [folded(s) for s in _END_OF_SENTENCE.split(block.text)]
        for sentence in sentences[position]:
            longest = home.get(sentence)
            if longest is None or len(blocks[longest].text) < len(block.text):
                home[sentence] = position
    return {
        position
        for position, own in sentences.items()
        if len(blocks[position].text) >= _LONG and all(home[s] != position for s in own)
    }
