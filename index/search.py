"""From what a person typed to hits: one way for the command, the page and the chain."""

from typing import NamedTuple

from corpus.filters import Filters
from corpus.language import question_language
from index.capitals import without_capitals
from index.passage import Hit
from index.scope import scope_of
from index.snapshot import Snapshot


class Found(NamedTuple):
    """The language that a query was read in, ISO 639-1, and its hits, best first."""

    language: str
    hits: list[Hit]


def search(text: str, k: int, filters: Filters, snapshot: Snapshot, language: str = "") -> Found:
    """The k best passages inside the filters; without a language it is detected."""
    query = without_capitals(text)
    language = language or question_language(query)
    return Found(language, snapshot.hybrid.search(query, k, language, scope_of(filters, snapshot)))
