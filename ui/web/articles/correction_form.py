"""The form in which a person corrects what is known about an article."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from corpus.article import Record
from corpus.characters import folded
from corpus.correcting import Correction


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """The fields as they stand in the form; several names are separated by ";"."""

    title: str = ""
    original_title: str = ""
    authors: str = ""
    publisher: str = ""
    date: str = ""
    language: str = ""
    url: str = ""
    kind: str = ""
    topics: tuple[str, ...] = ()
    collections: str = ""


def draft_of(record: Record) -> Draft:
    """The form as it is opened."""
    return Draft(
        title=record.title,
        original_title=record.original_title,
        authors="; ".join(record.authors),
        publisher=record.publisher,
        date=record.date,
        language=record.language,
        url=record.url,
        kind=record.kind or "",
        topics=tuple(record.topics),
        collections="; ".join(record.collections),
    )


def typed_draft(values: Mapping[str, tuple[str, ...]]) -> Draft:
    """The form as it was sent; a field that is empty there is not sent at all."""
    known: dict[str, Any] = {}
    for field in fields(Draft):
        sent = values.get(field.name, ())
        known[field.name] = sent if field.name == "topics" else "".join(sent[:1])
    return Draft(**known)


def correction(before: Draft, after: Draft) -> Correction:
    """What the person changed: nothing else counts as set by hand."""
    changed: dict[str, Any] = {}
    for field in fields(Correction):
        old, new = getattr(before, field.name), getattr(after, field.name)
        if field.name == "topics":
            if set(old) != set(new):
                # Topics that stay keep their order: the first is the most important one.
                kept = [topic for topic in old if topic in new]
                changed["topics"] = (*kept, *(topic for topic in new if topic not in old))
        elif old != new:
            changed[field.name] = several(new) if field.name == "authors" else new
    return Correction(**changed)


def several(value: str) -> tuple[str, ...]:
    """The names in a field, each once."""
    names: dict[str, str] = {}
    for name in value.split(";"):
        if name.strip():
            names.setdefault(folded(name), name.strip())
    return tuple(names.values())
