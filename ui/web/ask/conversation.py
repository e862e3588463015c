"""A conversation: the answers so far, kept for the browser tab that holds it.

An answer carries its articles as they were, so that it can be shown again, in the other
language too, after one of them was changed or removed.
"""

from collections.abc import Iterator
from typing import NamedTuple

from corpus.article import Article
from corpus.filters import Filters
from qa.answer import Answer
from qa.question import Turn


class Exchange(NamedTuple):
    """An answer, the filters that it was found under, and the id under which it is kept."""

    answer: Answer
    filters: Filters
    kept: str = ""  # empty where nothing is kept of it


Conversation = tuple[Exchange, ...]


def turns(conversation: Conversation) -> tuple[Turn, ...]:
    """The conversation as the history of the next question."""
    return tuple(Turn(exchange.answer.question, exchange.answer.text) for exchange in conversation)


def carried(conversation: Conversation) -> Iterator[Article]:
    """The articles of its answers as they were, those of the last answer first."""
    for exchange in reversed(conversation):
        yield from exchange.answer.articles
