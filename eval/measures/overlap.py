"""When characters that were found or quoted count as those of a gold span."""

from eval.gold import GoldSpan
from index.passage import Passage
from qa.answer import Citation

HALF = 0.5


def holds(passage: Passage, span: GoldSpan) -> bool:
    """Whether the passage has at least half of the span."""
    shared = _shared(passage.article_id, passage.start, passage.end, span)
    return shared >= HALF * (span.end - span.start)


def quotes(citation: Citation, span: GoldSpan) -> bool:
    """Whether quote and span share at least half of the shorter one.

    A quote is a sentence or an item of a list; a span may be several of them, or a clause.
    """
    return overlap(citation.article_id, citation.start, citation.end, span)


def overlap(article: str, start: int, end: int, span: GoldSpan) -> bool:
    """Whether characters of an article and the span share at least half of the shorter one."""
    shared = _shared(article, start, end, span)
    return shared > 0 and shared >= HALF * min(end - start, span.end - span.start)


def quotes_half(citation: Citation, span: GoldSpan) -> bool:
    """Whether the quote has at least half of the span."""
    shared = _shared(citation.article_id, citation.start, citation.end, span)
    return shared >= HALF * (span.end - span.start)


def _shared(article: str, start: int, end: int, span: GoldSpan) -> int:
    """Characters in common; 0 or less when there are none."""
    if article != span.article:
        return 0
    return min(end, span.end) - max(start, span.start)
