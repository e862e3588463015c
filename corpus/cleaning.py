"""Cleaning: from the text of a page to the text of its author.

Nothing that the author said is lost: what goes is kept in `Cleaned.removed`.
"""

from dataclasses import dataclass

from corpus.blocks import Block, Shape, merge_lists, split_blocks
from corpus.characters import tidy_characters
from corpus.furniture import is_doubtful, is_furniture
from corpus.gluing import mend_glued_words
from corpus.headings import recognise_headings
from corpus.repeats import repeated_positions
from corpus.surroundings import surrounding_positions

_MOST_PASSES = 8  # two are usual; see `clean`


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A clean text in light Markdown, and what was taken out of it, in the original's order."""

    text: str
    removed: tuple[str, ...] = ()


def clean(text: str) -> Cleaned:
    """Return `text` without page furniture and repetitions, as blocks of light Markdown.

    Headings become "## …", list items "- …" or "1. …", wrapped lines one paragraph, all
    spaces ordinary ones. Passes follow until nothing changes, because what one pass mends can
    show the next one more: so cleaning a clean text changes nothing.
    """
    removed: list[str] = []
    for _ in range(_MOST_PASSES):
        cleaned = _cleaned_once(text)
        removed += cleaned.removed
        if cleaned.text == text:
            break
        text = cleaned.text
    return Cleaned(text, tuple(removed))


def _cleaned_once(text: str) -> Cleaned:
    blocks = merge_lists(split_blocks(mend_glued_words(tidy_characters(text))))
    kept = list(range(len(blocks)))
    furniture = _furniture(blocks)
    for _ in range(_MOST_PASSES):
        taken = _around_or_again([blocks[p] for p in kept])
        remaining = [p for i, p in enumerate(kept) if i not in taken and p not in furniture]
        if remaining == kept:
            break
        kept = remaining
    authored = recognise_headings(merge_lists([blocks[p] for p in kept]))
    gone = sorted(set(range(len(blocks))) - set(kept))
    return Cleaned(
        "\n\n".join(block.written() for block in authored),
        tuple(blocks[p].text for p in gone),
    )


def _around_or_again(blocks: list[Block]) -> set[int]:
    return surrounding_positions(blocks) | repeated_positions(blocks)


def _furniture(blocks: list[Block]) -> set[int]:
    certain = {p for p, block in enumerate(blocks) if all(map(is_furniture, _items(block)))}
    doubtful = {p for p, block in enumerate(blocks) if all(map(is_doubtful, _items(block)))}
    either = certain | doubtful
    return certain | {p for p in doubtful if p - 1 in either or p + 1 in either}


def _items(block: Block) -> list[str]:
    if block.shape is Shape.LIST:
        return [line.split(" ", 1)[1] for line in block.lines]
    return [block.text]
