"""What an addition to the library did or would do, source by source."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from corpus.article import Article, Record
from corpus.source import Skipped
from corpus.wording import Wording
from index.passage import Passage

Progress = Callable[[str, int, int], None]  # stage ("read", "embed", "publish"), done, total


def silent(stage: str, done: int, total: int) -> None:
    """Progress that nobody looks at."""


@dataclass(frozen=True, slots=True)
class Added:
    """An article that is in the library after the addition."""

    article_id: str
    title: str
    language: str
    date: str
    passages: int
    source: str


@dataclass(frozen=True, slots=True)
class NearDuplicate:
    """A new article that resembles one already there (`similarity` of word 5-grams, 0 to 1)."""

    article_id: str
    title: str
    resembles_id: str
    resembles_title: str
    similarity: float


@dataclass(frozen=True, slots=True)
class AddReport:
    """Outcome of one `add`; every source is in exactly one of the first four lists."""

    added: tuple[Added, ...]
    updated: tuple[Added, ...]
    unchanged: tuple[Added, ...]
    skipped: tuple[Skipped, ...]
    near_duplicates: tuple[NearDuplicate, ...]
    generation: int
    notes: tuple[Wording, ...] = ()  # what else a person should know of


class Outcome(StrEnum):
    """What adding an article would do."""

    ADDED = "added"
    UPDATED = "updated"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Previewed:
    """An article as it would be in the library, with what cleaning took out of it."""

    source: str
    article: Article
    outcome: Outcome
    passages: tuple[Passage, ...]
    near_duplicate: NearDuplicate | None


@dataclass(frozen=True, slots=True)
class Preview:
    """Outcome of an `add` that did not happen; every source is in exactly one of the two."""

    entries: tuple[Previewed, ...]
    skipped: tuple[Skipped, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """An article in a list of what is there."""

    record: Record
    passages: int


@dataclass(frozen=True, slots=True)
class Corrected:
    """Outcome of one `correct`: the articles as they are now, and how many of them changed."""

    articles: tuple[Article, ...]
    changed: int
    generation: int
