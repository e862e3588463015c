"""The answer: sentences, each backed by citations that are looked up in the stored text."""

from dataclasses import dataclass, field
from enum import StrEnum

from corpus.article import Article, Kind
from corpus.wording import Wording
from index.passage import Hit, Passage


class Reason(StrEnum):
    """Why the library does not answer."""

    NOTHING_FOUND = "nothing_found"
    TOO_WEAK = "too_weak"
    EXCLUDED_BY_FILTERS = "excluded_by_filters"


@dataclass(frozen=True, slots=True)
class Citation:
    """A quote and where it stands: `quote` is `article.text[start:end]`, always."""

    number: int  # from 1, in order of first use
    article_id: str
    passage_id: str
    start: int
    end: int
    quote: str
    language: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the answer and the numbers of the citations that back it."""

    text: str
    citations: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Position:
    """One side of a contested question and the citations that take it, one a source."""

    label: Wording
    citations: tuple[int, ...]
    option: str = ""  # its name in the dispute; empty: on the dispute, and none of its options
    sources: int = 0  # independent of each other
    years: tuple[int, ...] = ()
    languages: tuple[str, ...] = ()  # of the sources
    kinds: tuple[Kind, ...] = ()


@dataclass(frozen=True, slots=True)
class Dropped:
    """A drafted sentence that the citation check refused, and why."""

    text: str
    why: Wording


@dataclass(frozen=True, slots=True)
class Considered:
    """A passage that was found and weighed, whether the answer quotes it or not."""

    passage: Passage
    title: str  # of its article
    score: float  # compares within one answer only


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the library answers, or why it does not (`reason`) with the nearest passages."""

    question: str
    searched_as: str  # the question made self-contained
    language: str
    sentences: tuple[Sentence, ...] = ()
    citations: tuple[Citation, ...] = ()
    positions: tuple[Position, ...] = ()
    reason: Reason | None = None
    nearest: tuple[Hit, ...] = ()  # with EXCLUDED_BY_FILTERS: outside the filters
    considered: tuple[Considered, ...] = ()  # best first
    excluded_by: tuple[Wording, ...] = ()  # the filters that were set, in words
    articles: tuple[Article, ...] = ()  # cited or nearest, as they were when it was answered
    confidence: float  # 0 to 1
    answerer: str
    note: Wording | None = None  # e.g. the chat model failed, the embedded answerer spoke
    dropped: tuple[Dropped, ...] = ()
    generation: int
    fingerprint: str
    timings_ms: dict[str, float] = field(default_factory=dict)

    @property
    def abstained(self) -> bool:
        return self.reason is not None

    @property
    def text(self) -> str:
        return " ".join(sentence.text for sentence in self.sentences)
