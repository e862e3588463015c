"""Filters: which part of the library a search or a question is about."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, fields

from corpus.article import Kind, Record
from corpus.characters import folded
from corpus.declared import read_date, read_kind, read_language, read_topic
from corpus.language import LANGUAGE_NAMES
from corpus.topics import TOPIC_NAMES, Topic
from corpus.wording import KnownError, Wording

KIND_NAMES = {
    Kind.STUDY: Wording(en="study", fr="étude"),
    Kind.OPINION: Wording(en="opinion", fr="point de vue"),
    Kind.VENDOR: Wording(en="vendor", fr="fournisseur"),
    Kind.GUIDE: Wording(en="guide", fr="guide"),
    Kind.INTERVIEW: Wording(en="interview", fr="entretien"),
    Kind.NOTE: Wording(en="note", fr="note"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What must hold of an article; an empty field asks for nothing.

    Several values of one field are alternatives; different fields must all hold. `languages`
    are those of the passages: an article may hold a summary in another language. A part of the
    name of a publisher or an author is enough. An article without a date is outside any period.
    """

    languages: frozenset[str] = frozenset()  # ISO 639-1
    since: str = ""  # ISO 8601, as precise as wanted: "2016", "2016-06"
    until: str = ""  # likewise; all of that year, month or day is inside
    kinds: frozenset[Kind] = frozenset()
    topics: frozenset[Topic] = frozenset()
    publishers: frozenset[str] = frozenset()
    authors: frozenset[str] = frozenset()
    collections: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return any(getattr(self, field.name) for field in fields(self))

    def admit(self, record: Record) -> bool:
        """Whether an article is inside, whatever the language of its passages."""
        return (
            (not self.kinds or record.kind in self.kinds)
            and (not self.topics or not self.topics.isdisjoint(record.topics))
            and _in_period(record.date, self.since, self.until)
            and _named(self.publishers, [record.publisher])
            and _named(self.authors, record.authors)
            and _member(self.collections, record.collections)
        )

    def admit_listed(self, record: Record) -> bool:
        """The same for a list of articles, where the language is that of the article."""
        return self.admit(record) and (not self.languages or record.language in self.languages)

    def described(self) -> tuple[Wording, ...]:
        """Each filter that is set, in words."""
        return tuple(_described(self))


def read_filters(
    *,
    languages: Collection[str] = (),
    since: str = "",
    until: str = "",
    kinds: Collection[str] = (),
    topics: Collection[str] = (),
    publishers: Collection[str] = (),
    authors: Collection[str] = (),
    collections: Collection[str] = (),
) -> Filters:
    """Filters from what a person typed. Raises KnownError for a value that makes no sense."""
    first, last = read_date(since), read_date(until)
    if first and last and first[: len(last)] > last[: len(first)]:
        raise KnownError(
            en=f"The period ends ({last}) before it begins ({first}). Exchange the two dates.",
            fr=f"La période finit ({last}) avant de commencer ({first}). Échangez les deux dates.",
        )
    return Filters(
        languages=frozenset(map(read_language, languages)) - {""},
        since=first,
        until=last,
        kinds=frozenset(kind for name in kinds if (kind := read_kind(name))),
        topics=frozenset(read_topic(name) for name in topics),
        publishers=_words(publishers),
        authors=_words(authors),
        collections=_words(collections),
    )


def _words(values: Collection[str]) -> frozenset[str]:
    return frozenset(" ".join(value.split()) for value in values if value.strip())


def _in_period(date: str, since: str, until: str) -> bool:
    """Compared as precisely as both sides are known: "2016" is inside since "2016-06"."""
    if not (since or until):
        return True
    after = not since or date[: len(since)] >= since[: len(date)]
    before = not until or date[: len(until)] <= until[: len(date)]
    return bool(date) and after and before


def _named(wanted: Collection[str], present: Collection[str]) -> bool:
    names = [folded(name) for name in present]
    return not wanted or any(folded(part) in name for part in wanted for name in names)


def _member(wanted: Collection[str], present: Collection[str]) -> bool:
    return not wanted or not {folded(name) for name in wanted}.isdisjoint(map(folded, present))


def _described(filters: Filters) -> Iterator[Wording]:
    if filters.languages:
        named = [
            LANGUAGE_NAMES.get(code, Wording(code, code)) for code in sorted(filters.languages)
        ]
        yield _any("language", "langue", named)
    if filters.since:
        yield Wording(f"since {filters.since}", f"depuis {filters.since}")
    if filters.until:
        yield Wording(f"until {filters.until}", f"jusqu’à {filters.until}")
    if filters.kinds:
        kinds = [KIND_NAMES[kind] for kind in sorted(filters.kinds)]
        yield _any("kind", "genre", kinds)
    if filters.topics:
        topics = [TOPIC_NAMES[topic] for topic in sorted(filters.topics)]
        yield _any("topic", "thème", [Wording(f"“{t.en}”", f"« {t.fr} »") for t in topics])
    if filters.publishers:
        yield _any("publisher", "éditeur", _typed(filters.publishers))
    if filters.authors:
        yield _any("author", "auteur", _typed(filters.authors))
    if filters.collections:
        yield _any("collection", "collection", _typed(filters.collections))


def _any(en: str, fr: str, values: Sequence[Wording]) -> Wording:
    """A field and the values of which one must hold."""
    return Wording(
        f"{en} {' or '.join(value.en for value in values)}",
        f"{fr} {' ou '.join(value.fr for value in values)}",
    )


def _typed(values: Collection[str]) -> list[Wording]:
    """Names that are the same in both languages."""
    return [Wording(value, value) for value in sorted(values)]
