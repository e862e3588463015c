"""Corrections by a person: metadata that is set by hand, and stays when the source changes."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from corpus.article import Article
from corpus.declared import read_date, read_kind, read_language, read_topic
from corpus.finding import web_page
from corpus.loaded import names, one_line
from corpus.titles import title_from_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What a person set, as typed. None leaves a field as it is; an empty value clears it."""

    title: str | None = None
    original_title: str | None = None
    authors: Sequence[str] | None = None
    publisher: str | None = None
    date: str | None = None
    language: str | None = None
    url: str | None = None
    kind: str | None = None
    topics: Sequence[str] | None = None

    def __bool__(self) -> bool:
        return any(getattr(self, field.name) is not None for field in fields(self))


def corrected(article: Article, correction: Correction) -> Article:
    """`article` with the correction, and with the names of the corrected fields.

    A title that is cleared is taken from the text again. Raises KnownError for a value that
    makes no sense.
    """
    known = _read(article, correction)
    return replace(article, **known, corrected=tuple(sorted({*article.corrected, *known})))


def _read(article: Article, correction: Correction) -> dict[str, Any]:
    """The values of the fields that are set."""
    typed = correction
    known: dict[str, Any] = {}
    if typed.title is not None:
        known["title"] = one_line(typed.title) or title_from_text(article.text)
    if typed.original_title is not None:
        known["original_title"] = one_line(typed.original_title)
    if typed.authors is not None:
        known["authors"] = names(typed.authors)
    if typed.publisher is not None:
        known["publisher"] = one_line(typed.publisher)
    if typed.date is not None:
        known["date"] = read_date(typed.date)
    if typed.language is not None:
        known["language"] = read_language(typed.language)
    if typed.url is not None:
        known["url"] = _read_url(typed.url)
    if typed.kind is not None:
        known["kind"] = read_kind(typed.kind)
    if typed.topics is not None:
        given = [topic for topic in typed.topics if topic.strip()]
        known["topics"] = tuple(dict.fromkeys(map(read_topic, given)))
    return known


def _read_url(value: str) -> str:
    url = value.strip()
    if url:
        web_page(url)
    return url
