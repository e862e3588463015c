"""What an addition to the library did, source by source."""

from collections.abc import Callable
from dataclasses import dataclass

from corpus.source import Skipped

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
    """Outcome of one `add`; every source is in exactly one of the four lists."""

    added: tuple[Added, ...]
    updated: tuple[Added, ...]
    unchanged: tuple[Added, ...]
    skipped: tuple[Skipped, ...]
    near_duplicates: tuple[NearDuplicate, ...]
    generation: int
