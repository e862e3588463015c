"""Where a quote stands in its article, as a person finds it again."""

from typing import NamedTuple

from corpus.article import Article


class Place(NamedTuple):
    """The paragraph that holds a character, counted from 1, and the heading above it."""

    heading: str  # empty: none
    paragraph: int
    of: int


def place(article: Article, start: int) -> Place:
    """The place of the character `start`. A list counts as one paragraph, headings as none."""
    heading, number, total, begins = "", 0, 0, 0
    for block in article.text.split("\n\n"):
        before = begins <= start
        begins += len(block) + 2
        if not block.startswith("#"):
            total += 1
            number += before
        elif before:
            heading = block.lstrip("#").strip()
    return Place(heading, max(number, 1), max(total, 1))
