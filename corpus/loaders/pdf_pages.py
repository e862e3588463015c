"""From the lines of PDF pages to paragraphs.

What the layout of pages added (headers, footers, page numbers, hyphens) is no part of the
text, and not kept among what cleaning removed.
"""

import re
from collections import Counter

_EDGE = 2  # lines at the top and at the bottom of a page that can be its header or footer
_PAGE_NUMBER = re.compile(
    r"(?:page|p\.)?\s*[-–—|]?\s*\d{1,4}\s*(?:(?:/|of|sur|de)\s*\d{1,4})?\s*[-–—|]?", re.I
)
_LIST_MARK = re.compile(r"(?:[•●▪◦‣·○■□►▶✓✔➔➢*–—-]|\d{1,2}[.)])\s")
_SENTENCE_END = (".", "!", "?", ":", "…", "»", "”")
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "\u00ad": ""})

# A hyphen at a line end belongs to the word in "peut-être", "celui-ci", "a-t-il", and before
# or after these pieces of English compounds; elsewhere the line end put it there.
_BEFORE_HYPHEN = """
peut celui celle ceux celles vis non sous mi demi semi ex quasi chef grand rendez bien
well self long short high low co cross end multi
"""
_AFTER_HYPHEN = """
ce ci là il elle on ils elles je tu nous vous moi toi le la les lui leur même mêmes être
t à dire vis y en to of driven based centric up in
"""
_KEEPS_HYPHEN_AFTER = frozenset(_BEFORE_HYPHEN.split())
_KEEPS_HYPHEN_BEFORE = frozenset(_AFTER_HYPHEN.split())
_HYPHENATED = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*)-$")


def joined_pages(pages: list[str]) -> str:
    """Return the paragraphs of `pages`, separated by empty lines.

    Repeated headers and footers and page numbers go; words cut at line ends are mended.
    """
    lines = _without_headers([_lines(page) for page in pages])
    paragraphs: list[list[str]] = []  # pieces, joined at the end: linear on endless paragraphs
    full = _full_length(lines)
    previous = ""
    for line in lines:
        if previous and _continues(previous, line, full):
            pieces = paragraphs[-1]
            pieces[-1:] = [_line_end(pieces[-1], line), line]
        else:
            paragraphs.append([line])
        previous = line
    return "\n\n".join("".join(pieces) for pieces in paragraphs)


def _lines(page: str) -> list[str]:
    return [" ".join(line.split()) for line in page.translate(_LIGATURES).splitlines()]


def _without_headers(pages: list[list[str]]) -> list[str]:
    """Drop the lines that stand at the edges of most pages, whatever numbers they hold."""
    pages = [[line for line in page if line] for page in pages]
    edges = Counter(mask for page in pages for mask in {*map(_mask, _edge_lines(page))})
    often = max(3, (len(pages) + 1) // 2)  # on two pages a repetition may be the author's
    kept: list[str] = []
    for page in pages:
        last = len(page) - _EDGE
        for position, line in enumerate(page):
            edge = position < _EDGE or position >= last
            if not (edge and (edges[_mask(line)] >= often or _PAGE_NUMBER.fullmatch(line))):
                kept.append(line)
    return kept


def _edge_lines(page: list[str]) -> list[str]:
    return page[:_EDGE] + page[_EDGE:][-_EDGE:]


def _mask(line: str) -> str:
    return re.sub(r"\d+", "0", line.casefold())


def _full_length(lines: list[str]) -> float:
    """Length that nine lines in ten do not exceed: that of a line which fills the column."""
    lengths = sorted(map(len, lines))
    return float(lengths[int(0.9 * (len(lengths) - 1))]) if lengths else 0.0


def _continues(previous: str, line: str, full: float) -> bool:
    """Whether `line` goes on with the paragraph of `previous`.

    Letters have different widths, so a line of 70 % of the full length may fill its column;
    after the end of a sentence only one that is nearly full does.
    """
    if _LIST_MARK.match(line):
        return False
    if previous.endswith(_SENTENCE_END):
        return len(previous) >= 0.9 * full and not previous.endswith(":")
    if line[0].islower() or previous.endswith((",", "-", ";")):
        return True
    return len(previous) >= 0.7 * full


def _line_end(previous: str, line: str) -> str:
    """Return `previous` as it must end for `line` to follow it directly."""
    cut = _HYPHENATED.search(previous)
    if not cut:
        return f"{previous} "
    if not line[0].islower():
        return previous
    left = cut[1].lower()
    right = re.split(r"[\W_]", line, maxsplit=1)[0].lower()
    if "-" in left or left in _KEEPS_HYPHEN_AFTER or right in _KEEPS_HYPHEN_BEFORE:
        return previous
    return previous.removesuffix("-")
