"""Names in full: "Hill" is Graham Hill where he wrote it."""

import re

from corpus.article import Record
from corpus.characters import folded
from corpus.exchange.person_names import parsed_name

_JOINED = re.compile(r"(, | and | et |, and )")


def in_full(name: str, record: Record) -> str:
    """A name as a source writes it, last names completed by those of the source's authors."""
    parts = _JOINED.split(name)
    return "".join(author_called(part, record) or part for part in parts)


def author_called(last: str, record: Record) -> str:
    """The only author of that last name; "" without one, or for more than a last name."""
    called = [name for name in record.authors if folded(parsed_name(name).last) == folded(last)]
    return called[0] if len(called) == 1 and " " not in last else ""
