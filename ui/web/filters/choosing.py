"""Filters on the page: what they can be set to, and what a person chose in a form."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from corpus.article import Kind, Record
from corpus.characters import folded
from corpus.filters import Filters, read_filters
from corpus.topics import Topic
from corpus.wording import KnownError, Wording
from ui.web.filters import words as filter_words
from ui.web.sent import form_values
from ui.web.texts import filled

_LONGEST_VALUE = 300  # characters; whatever is longer was not chosen in our form
_YEAR = re.compile(r"[12][0-9]{3}")


@dataclass(frozen=True, slots=True)
class Choices:
    """The values that the library has; no others are offered."""

    languages: tuple[str, ...]
    years: tuple[str, ...]  # newest first
    kinds: tuple[Kind, ...]
    topics: tuple[Topic, ...]
    publishers: tuple[str, ...]
    authors: tuple[str, ...]
    collections: tuple[str, ...]

    @classmethod
    def of(cls, records: Sequence[Record]) -> "Choices":
        """What these articles have, names in alphabetical order."""
        kinds = {record.kind for record in records}
        topics = {topic for record in records for topic in record.topics}
        return cls(
            languages=tuple(sorted({record.language for record in records} - {""})),
            years=tuple(sorted({record.date[:4] for record in records} - {""}, reverse=True)),
            kinds=tuple(kind for kind in Kind if kind in kinds),
            topics=tuple(topic for topic in Topic if topic in topics),
            publishers=_names(record.publisher for record in records),
            authors=_names(author for record in records for author in record.authors),
            collections=_names(name for record in records for name in record.collections),
        )


class Refusal(NamedTuple):
    """Why fields of a form were not taken, and which."""

    why: Wording
    fields: tuple[str, ...]


class Chosen(NamedTuple):
    """What a form sets; a refused field sets nothing until it is mended."""

    filters: Filters
    refusal: Refusal | None = None


def chosen_filters(data: object) -> Chosen:
    """The filters that a form holds. Raises KnownError for what our form does not offer."""
    fields = {
        name: tuple(value[:_LONGEST_VALUE] for value in values if value.strip())
        for name, values in form_values(data).items()
    }

    def all_of(name: str) -> tuple[str, ...]:
        return fields.get(name, ())

    years = {name: "".join(all_of(name)[:1]).strip() for name in ("since", "until")}
    refusal = _refused(years)
    if refusal:
        years = dict.fromkeys(years, "")
    filters = read_filters(
        languages=all_of("language"),
        since=years["since"],
        until=years["until"],
        kinds=all_of("kind"),
        topics=all_of("topic"),
        publishers=all_of("publisher"),
        authors=all_of("author"),
        collections=all_of("collection"),
    )
    return Chosen(filters, refusal)


def _refused(years: Mapping[str, str]) -> Refusal | None:
    """What is wrong with a period; fields that are empty do not bound it."""
    for name, typed in years.items():
        if typed and not _YEAR.fullmatch(typed):
            return Refusal(filled(filter_words.NOT_A_YEAR, typed=typed), (name,))
    try:
        read_filters(since=years["since"], until=years["until"])
    except KnownError as error:
        return Refusal(error.wording, tuple(years))
    return None


def _names(names: Iterable[str]) -> tuple[str, ...]:
    """Each name once, as it is first written."""
    found: dict[str, str] = {}
    for name in names:
        if name:
            found.setdefault(folded(name), name)
    return tuple(found[key] for key in sorted(found))
