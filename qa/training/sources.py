"""Where a quote is from, in one line."""

import re

from corpus.article import Record

_READABLE = re.compile(r"https?://[^\s\"'<>]+", re.IGNORECASE)


def source_line(record: Record) -> str:
    """Authors, title, publisher and date, as far as they are known."""
    parts = (", ".join(record.authors), record.title, record.publisher, record.date)
    return ", ".join(part for part in parts if part)


def source_address(record: Record) -> str:
    """An address that a browser may follow; empty without one."""
    return record.url if _READABLE.fullmatch(record.url) else ""
