"""The opening of an article: title, byline and date, read from its first lines.

They leave the text for the metadata, so that the first passage begins with what the author
says; the lines themselves stay among what was removed. A date inside a sentence is never
the date of the article.
"""

from dataclasses import dataclass

from corpus.bylines import read_byline
from corpus.characters import folded
from corpus.headings import is_heading_like
from corpus.loaded import Metadata
from corpus.titles import tidy_title, title_from_text

_OPENING_BLOCKS = 8


@dataclass(frozen=True, slots=True)
class Opening:
    """What the first lines told, the text after them, and the lines that left it."""

    metadata: Metadata
    text: str
    removed: tuple[str, ...]


def read_opening(text: str, known: Metadata) -> Opening:
    """Complete `known` from the first lines of a cleaned text.

    Never returns an empty text: a document that is all title stays as it is.
    """
    blocks = text.split("\n\n")
    found = known
    kept: list[str] = []
    removed: list[str] = []
    for block in blocks[:_OPENING_BLOCKS]:
        line = block.removeprefix("## ")
        told = _told(line, found)
        if told is None and not found.title and not kept and _is_title(block):
            told = Metadata(title=tidy_title(line))
        if told is None:
            kept.append(block)
        else:
            found = found.completed_by(told)
            removed.append(line)
    remaining = "\n\n".join(kept + blocks[_OPENING_BLOCKS:])
    if not remaining:
        remaining, removed = text, []
    if not found.title:
        found = found.completed_by(Metadata(title=title_from_text(remaining)))
    return Opening(found, remaining, tuple(removed))


def _is_title(block: str) -> bool:
    return block.startswith("## ") or ("\n" not in block and is_heading_like(block))


def _told(line: str, found: Metadata) -> Metadata | None:
    """Return what an opening line tells, empty metadata when it repeats what is known."""
    if _repeats_title(line, found.title) or line in found.authors:
        return Metadata()
    return read_byline(line, day_first=found.language == "fr")


def _repeats_title(line: str, title: str) -> bool:
    """Titles of pages often go on with the name of the site: "Title | Site"."""
    told, known = folded(tidy_title(line)), folded(title)
    return bool(told) and (told == known or (len(told) >= 15 and known.startswith(told)))
