"""Suggestions: questions that articles of the library are known to answer, a few at a time."""

from collections.abc import Iterable, Sequence
from itertools import chain, zip_longest
from typing import NamedTuple, TypeVar

from corpus.article import Record
from corpus.characters import folded
from corpus.filters import Filters
from corpus.topics import Topic
from index.holdings import Holdings

AT_ONCE = 6  # questions shown together
_MOST_ARTICLES = 400  # have more questions than anybody looks at
_T = TypeVar("_T")


class Suggested(NamedTuple):
    """A question, its ISO 639-1 language, and the article that answers it."""

    question: str
    language: str
    record: Record


def suggested_of(holdings: Holdings) -> tuple[Suggested, ...]:
    """Questions of the reading notes, and of other articles as far as there is room."""
    questions = holdings.questions()
    answering = [record for record in holdings.records() if record.id in questions]
    answering.sort(key=lambda record: (not record.is_note, record.id))
    return tuple(
        Suggested(asked.text, asked.language, record)
        for record in answering[:_MOST_ARTICLES]
        for asked in questions[record.id]
    )


def suggestions(
    suggested: Sequence[Suggested],
    language: str,
    filters: Filters,
    known: Iterable[str] = (),
) -> tuple[Suggested, ...]:
    """Those in this language whose article is inside the filters, each question once.

    Topics take turns, and within a topic its articles do: a few that follow each other are about
    different things. The order depends on the library alone. `known` are shown elsewhere.
    """
    seen = {folded(question) for question in known}
    by_topic: dict[Topic | None, dict[str, list[Suggested]]] = {}
    for one in suggested:
        words = folded(one.question)
        if one.language != language or words in seen or not filters.admit_listed(one.record):
            continue
        seen.add(words)
        # The first topic of an article is its most important one; of those that were asked for,
        # when there are any.
        asked_for = [t for t in one.record.topics if not filters.topics or t in filters.topics]
        articles = by_topic.setdefault(asked_for[0] if asked_for else None, {})
        articles.setdefault(one.record.id, []).append(one)
    places = [*Topic, None]
    ordered = sorted(by_topic.items(), key=lambda entry: places.index(entry[0]))
    return tuple(_taking_turns([_taking_turns(list(a.values())) for _, a in ordered]))


def some(ordered: Sequence[Suggested], page: int) -> tuple[Suggested, ...]:
    """AT_ONCE of them; after the last ones come the first again."""
    pages = max(1, -(-len(ordered) // AT_ONCE))
    start = page % pages * AT_ONCE
    return tuple(ordered[start : start + AT_ONCE])


def _taking_turns(groups: Sequence[Sequence[_T]]) -> list[_T]:
    rounds = chain.from_iterable(zip_longest(*groups))
    return [one for one in rounds if one is not None]
