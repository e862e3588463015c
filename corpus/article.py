"""The article: one cleaned text and what is known about it."""

import hashlib
import unicodedata
from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """What sort of source an article is; a reader weighs a study and a vendor differently."""

    STUDY = "study"
    OPINION = "opinion"
    VENDOR = "vendor"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article of the library. What is not known is empty, never guessed.

    `text` is the cleaned text in light Markdown: headings as "## …" lines, list items as
    "- …" lines, blocks separated by one empty line. All offsets in cxlit count characters of
    this text. `source` is what the person gave to `add`; `locator` is the absolute path or
    the normalised URL behind it, by which a later `add` recognises the same file again.
    """

    title: str
    text: str
    authors: tuple[str, ...] = ()
    publisher: str = ""
    date: str = ""  # ISO 8601, as precise as known: "2016-06-02", "2016-06" or "2016"
    language: str = ""  # ISO 639-1
    url: str = ""
    kind: Kind | None = None
    source: str = ""
    locator: str = ""
    removed: tuple[str, ...] = ()  # what cleaning took out, in the order of the original
    id: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "id", content_id(self.text))


def content_id(text: str) -> str:
    """16 hexadecimal digits that depend on the words alone, not on white space or Unicode form."""
    words = " ".join(unicodedata.normalize("NFKC", text).split())
    return hashlib.sha256(words.encode()).hexdigest()[:16]
