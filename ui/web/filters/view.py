"""Filters as HTML: the form with what it offers, and the line that says what is set."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from corpus.filters import KIND_NAMES, Filters
from corpus.topics import TOPIC_NAMES
from corpus.wording import InterfaceLanguage, Wording
from ui.web import texts
from ui.web.filters import words as filter_words
from ui.web.filters.choosing import Choices, Refusal
from ui.web.markup import render

_FIELDS = {  # of `Filters` that hold several values, with their names in the form
    "languages": "language",
    "kinds": "kind",
    "topics": "topic",
    "publishers": "publisher",
    "authors": "author",
    "collections": "collection",
}


class Left(NamedTuple):
    """How many articles the filters leave, and how many there are."""

    articles: int
    total: int


class _Set(NamedTuple):
    """One value that is set, where it stands in the form, and what it is called."""

    field: str
    value: str
    words: Wording


def filters_html(choices: Choices, filters: Filters, name: str, language: InterfaceLanguage) -> str:
    """The folded form; `name` tells its fields from those of another one on the page."""
    return render(
        "filters.html",
        language,
        w=filter_words,
        name=name,
        filters=filters,
        languages=[
            (code, texts.LANGUAGES[code].in_language(language) if code in texts.LANGUAGES else code)
            for code in choices.languages
        ],
        years=choices.years,
        kinds=[(kind, KIND_NAMES[kind].in_language(language)) for kind in choices.kinds],
        topics=topic_names(choices, language),
        publishers=choices.publishers,
        authors=choices.authors,
        collections=[(collection, collection) for collection in choices.collections],
    )


def topic_names(choices: Choices, language: InterfaceLanguage) -> list[tuple[str, str]]:
    """Each topic with its name, in the order of the list of topics."""
    return [(topic.value, TOPIC_NAMES[topic].in_language(language)) for topic in choices.topics]


def set_html(
    filters: Filters,
    left: Left | None,
    name: str,
    language: InterfaceLanguage,
    refusal: Refusal | None = None,
) -> str:
    """What is set, each with a button that removes it; nothing when nothing is set.

    Without `left` it is not said how many articles that leaves.
    """
    if not filters and not refusal:
        return ""
    return render(
        "filters_set.html",
        language,
        w=filter_words,
        name=name,
        values=list(_values(filters)),
        left=_left(left) if left else None,
        refusal=refusal,
    )


def _values(filters: Filters) -> Iterator[_Set]:
    for field, name in _FIELDS.items():
        for value in sorted(getattr(filters, field)):
            alone: dict[str, Any] = {field: frozenset({value})}
            (words,) = Filters(**alone).described()
            yield _Set(name, value, words)
    if filters.since:
        words = texts.filled(filter_words.SET_SINCE, year=filters.since)
        yield _Set("since", filters.since, words)
    if filters.until:
        words = texts.filled(filter_words.SET_UNTIL, year=filters.until)
        yield _Set("until", filters.until, words)


def _left(left: Left) -> Wording:
    if not left.articles:
        return texts.filled(filter_words.LEFT_NONE, total=left.total)
    return texts.counted(
        left.articles, filter_words.LEFT_ONE, filter_words.LEFT_MANY, total=left.total
    )
