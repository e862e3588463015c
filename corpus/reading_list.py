"""The reading list: every source behind the starter notes, one CSL-JSON item a line.

Front matter of the notes is where the facts are written; the list repeats them in the format
that reference managers read (https://docs.citationstyles.org/en/stable/specification.html).
`python -m corpus.reading_list` writes it anew.
"""

import json
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.article import Kind
from corpus.loaded import Metadata
from corpus.loading import load
from corpus.starter import FOLDER
from corpus.topics import Topic
from corpus.wording import KnownError

READING_LIST = FOLDER / "reading_list.jsonl"

# CSL has no type for an article of a firm or a consultant on the web but this one.
_WEB_PAGE = "webpage"
_CSL_TYPES = {Kind.STUDY: "report", Kind.INTERVIEW: "interview"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedSource:
    """A source behind a note. `id` is the note's file stem; what is not known is empty."""

    id: str
    title: str
    authors: tuple[str, ...] = ()
    publisher: str = ""
    date: str = ""  # ISO 8601, as precise as known
    url: str = ""  # as in the note: by it note and original are known as one source
    language: str = ""
    kind: Kind | None = None
    topics: tuple[Topic, ...] = ()


def reading_list(path: Path = READING_LIST) -> tuple[ListedSource, ...]:
    """The sources, in the order of their ids."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return tuple(listed_source(json.loads(line)) for line in lines)


def listed_source(item: dict[str, Any]) -> ListedSource:
    """The source that a CSL-JSON item of the list describes."""
    parts = item.get("issued", {}).get("date-parts", [[]])[0]
    genre, topics = item.get("genre", ""), item.get("keyword", "")
    return ListedSource(
        id=item["id"],
        title=item["title"],
        authors=tuple(author["literal"] for author in item.get("author", [])),
        publisher=item.get("publisher", ""),
        date="-".join(f"{part:02d}" for part in parts),
        url=item.get("URL", ""),
        language=item.get("language", ""),
        kind=Kind(genre) if genre else None,
        topics=tuple(Topic(topic) for topic in topics.split(", ") if topic),
    )


def csl_item(note_id: str, note: Metadata) -> dict[str, Any]:
    """The CSL-JSON item of a note's source; what is not known is left out.

    The kind is CSL's "genre", the topics are its "keyword", comma-separated.
    """
    # A note that does not say what its source is called is better found by its own title.
    title = note.original_title or note.title
    kind = None if note.kind is Kind.NOTE else note.kind
    item = {
        "id": note_id,
        "type": _CSL_TYPES.get(kind, _WEB_PAGE) if kind else _WEB_PAGE,
        "title": title,
        "author": [{"literal": author} for author in note.authors],
        "publisher": note.publisher,
        "issued": {"date-parts": [[int(part) for part in note.date.split("-")]]}
        if note.date
        else None,
        "URL": note.url,
        "language": note.language,
        "genre": str(kind or ""),
        "keyword": ", ".join(note.topics),
    }
    return {key: value for key, value in item.items() if value}


def items_of_notes(notes: Iterable[Path]) -> tuple[list[dict[str, Any]], dict[str, str]]:
    """Items of the notes that can be read, and by file name what is wrong with the others."""
    items: list[dict[str, Any]] = []
    unreadable: dict[str, str] = {}
    for path in sorted(notes):
        try:
            items.append(csl_item(path.stem, load(path.read_bytes(), path.name).metadata))
        except KnownError as error:
            unreadable[path.name] = error.wording.en
    return items, unreadable


def lines(items: Iterable[dict[str, Any]]) -> str:
    """The items as JSON lines."""
    return "".join(json.dumps(item, ensure_ascii=False) + "\n" for item in items)


def main() -> int:
    """Write the list anew; 1 when a note had to be left out."""
    items, unreadable = items_of_notes(FOLDER.glob("*.md"))
    READING_LIST.write_text(lines(items), encoding="utf-8")
    for name, what in unreadable.items():
        sys.stderr.write(f"{name}: {what}\n")
    return 1 if unreadable else 0


if __name__ == "__main__":
    sys.exit(main())
