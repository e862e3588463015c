"""Filters on the page: what they can be set to, and what a person chose in a form."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from corpus.article import Kind, Record
from corpus.characters import folded
from corpus.filters import Filters, read_filters
from corpus.topics import Topic

_LONGEST_VALUE = 300  # characters; whatever is longer was not chosen in our form
_MOST_VALUES = 100


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


def form_values(data: object) -> dict[str, tuple[str, ...]]:
    """The fields of a form as `cxlit.entries` sends them. Nothing is believed of their form."""
    if not isinstance(data, Mapping) or not isinstance(data.get("fields"), Mapping):
        return {}
    fields = data["fields"]
    return {
        str(name): tuple(str(value) for value in values[:_MOST_VALUES])
        for name, values in fields.items()
        if isinstance(values, list)
    }


def chosen_filters(data: object) -> Filters:
    """The filters that a form holds. Raises KnownError for values that make no sense together."""
    fields = {
        name: tuple(value[:_LONGEST_VALUE] for value in values if value.strip())
        for name, values in form_values(data).items()
    }

    def all_of(name: str) -> tuple[str, ...]:
        return fields.get(name, ())

    return read_filters(
        languages=all_of("language"),
        since="".join(all_of("since")[:1]),
        until="".join(all_of("until")[:1]),
        kinds=all_of("kind"),
        topics=all_of("topic"),
        publishers=all_of("publisher"),
        authors=all_of("author"),
        collections=all_of("collection"),
    )


def _names(names: Iterable[str]) -> tuple[str, ...]:
    """Each name once, as it is first written."""
    found: dict[str, str] = {}
    for name in names:
        if name:
            found.setdefault(folded(name), name)
    return tuple(found[key] for key in sorted(found))
