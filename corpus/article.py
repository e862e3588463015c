"""The article: one cleaned text and what is known about it."""

import hashlib
import unicodedata
from dataclasses import dataclass, field
from enum import StrEnum
from urllib.parse import unquote

from corpus.answered import AnsweredQuestion
from corpus.topics import Topic


class Kind(StrEnum):
    """What sort of source an article is; a reader weighs a study and a vendor differently."""

    STUDY = "study"
    OPINION = "opinion"
    VENDOR = "vendor"
    GUIDE = "guide"
    INTERVIEW = "interview"
    NOTE = "note"


class BasedOn(StrEnum):
    """How much of its source the author of a reading note has read."""

    FULL_TEXT = "full text"
    EXCERPT = "excerpt"
    ABSTRACT = "abstract"


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What is known about an article, without its text. What is not known is empty, not guessed.

    `source` is what the person gave to `add`; `locator` is the absolute path or the normalised
    URL behind it, by which a later `add` recognises the same file again. A reading note has
    `based_on`, and describes its source: title apart, the record is that of the source.
    """

    id: str  # from the words of the text
    title: str
    characters: int  # of the text
    original_title: str = ""
    authors: tuple[str, ...] = ()
    publisher: str = ""
    date: str = ""  # ISO 8601, as precise as known: "2016-06-02", "2016-06" or "2016"
    language: str = ""  # ISO 639-1
    url: str = ""
    kind: Kind | None = None
    topics: tuple[Topic, ...] = ()
    based_on: BasedOn | None = None
    note_date: str = ""  # when a reading note was written, ISO 8601
    collections: tuple[str, ...] = ()  # the librarian's own shelves; kept when a source changes
    corrected: tuple[str, ...] = ()  # names of the fields that a person set; kept likewise
    source: str = ""
    locator: str = ""

    @property
    def is_note(self) -> bool:
        """Whether these are words about a source, not the source's own."""
        return self.based_on is not None or self.kind is Kind.NOTE

    @property
    def work(self) -> str:
        """What counts as one source: a note and its original have the same address."""
        return _address(self.url) or self.id

    @property
    def year(self) -> int | None:
        return int(self.date[:4]) if self.date else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Article(Record):
    """One article of the library.

    `text` is the cleaned text in light Markdown: headings as "## …" lines, list items as
    "- …" lines, blocks separated by one empty line. All offsets in cxlit count characters of
    this text.
    """

    id: str = field(init=False)
    characters: int = field(init=False)
    text: str
    removed: tuple[str, ...] = ()  # what cleaning took out, in the order of the original
    questions: tuple[AnsweredQuestion, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "id", content_id(self.text))
        object.__setattr__(self, "characters", len(self.text))


def content_id(text: str) -> str:
    """16 hexadecimal digits that depend on the words alone, not on white space or Unicode form."""
    words = " ".join(unicodedata.normalize("NFKC", text).split())
    return hashlib.sha256(words.encode()).hexdigest()[:16]


def _address(url: str) -> str:
    """A URL without what does not tell two pages apart."""
    return unquote(url).split("#")[0].rstrip("/").split("://")[-1].removeprefix("www.").lower()
