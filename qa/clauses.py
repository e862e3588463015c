"""Clauses: where one statement of a sentence ends and the next begins.

Roughly, by punctuation and conjunctions, the same in both languages. A comma alone ends
nothing, for French sets asides between commas inside what it denies ("ne doit pas, en effet,
être confié").
"""

import re

from index.passage import Span

BOUNDARY = re.compile(
    r"[.;:!?…]+(?=[\s»”\")\]*_]|$)|\n+|,?\s+(?:mais|but|whereas|while|tandis\s+que|alors\s+que)\b"
    r"|,\s*(?:et|and|or|ou|car|donc|so|because|parce\s+que)\b",
    re.IGNORECASE,
)


def clauses(text: str) -> list[str]:
    """Clauses of `text`, in order, without their boundaries; some may be empty."""
    return BOUNDARY.split(text)


def clause_around(text: str, span: Span) -> Span:
    """`span` widened to the whole of the clauses that it begins and ends in."""
    start, end = 0, len(text)
    for boundary in BOUNDARY.finditer(text):
        if boundary.end() <= span.start:
            start = boundary.end()
        elif boundary.end() >= span.end:
            # A boundary that the quote includes, as its full stop, ends it there.
            end = max(boundary.start(), span.end)
            break
    return Span(start, end)
