"""The inventory: how many articles on which topic, language and year, and what is not known."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from corpus.article import Record
from corpus.topics import Topic
from corpus.wording import Wording


@dataclass(frozen=True, slots=True)
class Mention:
    """An article, as a list names it."""

    article_id: str
    title: str
    language: str


@dataclass(frozen=True, slots=True)
class Tally:
    """How many articles have this language ("": unknown) and this year (None: undated)."""

    language: str
    year: int | None
    articles: int


@dataclass(frozen=True, slots=True)
class Row:
    """The articles on one topic; None: those without a topic."""

    topic: Topic | None
    articles: int
    tallies: tuple[Tally, ...]


class Field(StrEnum):
    """What should be known of every article."""

    AUTHORS = "authors"
    DATE = "date"
    PUBLISHER = "publisher"
    LANGUAGE = "language"
    KIND = "kind"
    TOPICS = "topics"
    URL = "url"


FIELD_NAMES = {
    Field.AUTHORS: Wording(en="author", fr="auteur"),
    Field.DATE: Wording(en="date", fr="date"),
    Field.PUBLISHER: Wording(en="publisher", fr="éditeur"),
    Field.LANGUAGE: Wording(en="language", fr="langue"),
    Field.KIND: Wording(en="kind", fr="genre"),
    Field.TOPICS: Wording(en="topic", fr="thème"),
    Field.URL: Wording(en="address (URL)", fr="adresse (URL)"),
}


@dataclass(frozen=True, slots=True)
class Missing:
    """Articles of which `field` is not known."""

    field: Field
    articles: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Inventory:
    """Counts of a library. An article counts in the row of each of its topics, once in `whole`."""

    articles: int
    rows: tuple[Row, ...]  # every topic, also those without an article; None last, if any
    whole: tuple[Tally, ...]
    missing: tuple[Missing, ...]  # every field, in the order of `Field`


@dataclass(frozen=True, slots=True)
class Period:
    """A column of the inventory: years from `first` to `last`; undated when there is none."""

    first: int | None
    last: int | None

    def within(self, tallies: Iterable[Tally]) -> Counter[str]:
        """Articles of this period by language."""
        counts: Counter[str] = Counter()
        for tally in tallies:
            if self._holds(tally.year):
                counts[tally.language] += tally.articles
        return counts

    def _holds(self, year: int | None) -> bool:
        if year is None or self.first is None or self.last is None:
            return year is None and self.first is None
        return self.first <= year <= self.last


UNDATED = Period(None, None)


def mention(record: Record) -> Mention:
    return Mention(record.id, record.title, record.language)


def inventory(records: Sequence[Record]) -> Inventory:
    """Counts over all articles of a library."""
    by_topic: dict[Topic | None, list[Record]] = {topic: [] for topic in Topic}
    for record in records:
        for topic in dict.fromkeys(record.topics) or (None,):
            by_topic.setdefault(topic, []).append(record)
    return Inventory(
        articles=len(records),
        rows=tuple(Row(topic, len(found), _tallies(found)) for topic, found in by_topic.items()),
        whole=_tallies(records),
        missing=tuple(
            Missing(field, tuple(mention(r) for r in records if not getattr(r, field)))
            for field in Field
        ),
    )


def periods(tallies: Sequence[Tally], most: int) -> tuple[Period, ...]:
    """The columns of a table: the last `most` years that occur, and the undated articles.

    All years before them are one period in front.
    """
    years = sorted({tally.year for tally in tallies if tally.year is not None})
    early, late = years[:-most], years[-most:]
    return (
        *((Period(early[0], early[-1]),) if early else ()),
        *(Period(year, year) for year in late),
        *((UNDATED,) if any(tally.year is None for tally in tallies) else ()),
    )


def _tallies(records: Iterable[Record]) -> tuple[Tally, ...]:
    counts = Counter((record.language, record.year) for record in records)
    # Undated ones last.
    ordered = sorted(counts, key=lambda key: (key[0], key[1] is None, key[1] or 0))
    return tuple(Tally(language, year, counts[language, year]) for language, year in ordered)
