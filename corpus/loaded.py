"""What a loader hands over: the text of a document, and what its format says about it."""

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace

from corpus.answered import DeclaredQuestions
from corpus.article import BasedOn, Kind
from corpus.topics import Topic

LONGEST_TEXT = 2_000_000  # characters; a long article has 50,000, a long novel a million
LONGEST_VALUE = 300  # characters; a "title" longer than this is a paragraph in the wrong field


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What is known about a document; what is not known is empty."""

    title: str = ""
    original_title: str = ""
    authors: tuple[str, ...] = ()
    publisher: str = ""
    date: str = ""  # ISO 8601, as precise as known
    language: str = ""  # ISO 639-1
    url: str = ""
    kind: Kind | None = None
    topics: tuple[Topic, ...] = ()
    based_on: BasedOn | None = None
    note_date: str = ""  # ISO 8601
    questions: tuple[DeclaredQuestions, ...] = ()

    def completed_by(self, other: "Metadata") -> "Metadata":
        """Return this metadata with its empty fields taken from `other`."""
        missing = {
            field.name: getattr(other, field.name)
            for field in fields(self)
            if not getattr(self, field.name)
        }
        return replace(self, **missing)


@dataclass(frozen=True, slots=True)
class Loaded:
    """A document as read, before cleaning.

    `text` is light Markdown: "## " headings, "- " bullets, blocks separated by empty lines.
    """

    text: str
    metadata: Metadata = Metadata()


def one_line(value: object) -> str:
    """Return a metadata value as one line without control characters, "" when it is none."""
    if value is None:
        return ""
    printable = "".join(c if c.isprintable() else " " for c in str(value))
    return " ".join(printable.split())[:LONGEST_VALUE]


def names(values: Iterable[object]) -> tuple[str, ...]:
    """Return the distinct, non-empty names among `values`, in their order."""
    return tuple(dict.fromkeys(name for name in map(one_line, values) if name))
