"""The opening of an article: title, byline and date, read from its first lines.

They leave the text for the metadata, so that the first passage begins with what the author
says; the lines themselves stay among what was removed. A date inside a sentence is never
the date of the article.
"""

import re
from dataclasses import dataclass

from corpus.characters import folded
from corpus.dates import DATE_INSIDE, iso_date
from corpus.headings import is_heading_like
from corpus.loaded import Metadata
from corpus.titles import tidy_title, title_from_text

_OPENING_BLOCKS = 8
_LONGEST_BYLINE = 200  # characters

_PARTICLE = r"(?:de|du|des|la|le|van|von|der|den|el|al|bin|da|dos|di)"
_CAPITALISED = r"(?:[dl]['’])?[A-ZÀ-ÖØ-Þ][\w'’.-]*"
_NAME = rf"{_CAPITALISED}(?:\s+(?:{_PARTICLE}\s+){{0,2}}{_CAPITALISED}){{1,3}}"
_AND = r"\s+(?:et|and|&)\s+"
_BYLINE = re.compile(
    r"(?i:(?:(?:article\s+)?(?:écrite?|publiée?|rédigée?|postée?|written|posted|published)\s+)?"
    r"(?:par|by)|auteure?s?\s*:|authors?\s*:)\s+"
    rf"(?P<names>(?:{_NAME}(?:,\s+{_NAME})*{_AND}{_NAME})|{_NAME})"
    r"(?:\s*[,|–—·•(/-].*)?"
)
_BETWEEN_NAMES = re.compile(rf",\s+|{_AND}")
_ROLE = re.compile(
    r"(?:direct|président|chief|head|vice|vp|manager|responsable|consult|fondat|co-?found|"
    r"founder|expert|associ|partner|analyst|journalis|chef|professor|professeur|ceo|pdg)",
    re.I,
)
_AROUND_DATE = re.compile(
    r"(?:publiée?|postée?|paru|parue|mise? en ligne|date|posted|published|written|on|le|in|en|"
    r"at|à|last|[|·•,:()–—-]|\d{1,2}\s?[h:]\s?\d{0,2}|[ap]m|\s)+",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Opening:
    """What the first lines told, the text after them, and the lines that left it."""

    metadata: Metadata
    text: str
    removed: tuple[str, ...]


def read_opening(text: str, known: Metadata) -> Opening:
    """Complete `known` from the first lines of a cleaned text.

    Never returns an empty text: a document that is all title stays as it is.
    """
    blocks = text.split("\n\n")
    found = known
    kept: list[str] = []
    removed: list[str] = []
    for block in blocks[:_OPENING_BLOCKS]:
        line = block.removeprefix("## ")
        told = _told(line, found)
        if told is None and not found.title and not kept and _is_title(block):
            told = Metadata(title=tidy_title(line))
        if told is None:
            kept.append(block)
        else:
            found = found.completed_by(told)
            removed.append(line)
    remaining = "\n\n".join(kept + blocks[_OPENING_BLOCKS:])
    if not remaining:
        remaining, removed = text, []
    if not found.title:
        found = found.completed_by(Metadata(title=title_from_text(remaining)))
    return Opening(found, remaining, tuple(removed))


def _is_title(block: str) -> bool:
    return block.startswith("## ") or ("\n" not in block and is_heading_like(block))


def _told(line: str, found: Metadata) -> Metadata | None:
    """Return what an opening line tells, empty metadata when it repeats what is known."""
    if len(line) > _LONGEST_BYLINE or "\n" in line:
        return None
    if _repeats_title(line, found.title) or line in found.authors:
        return Metadata()
    return _byline(line, day_first=found.language == "fr")


def _repeats_title(line: str, title: str) -> bool:
    """Titles of pages often go on with the name of the site: "Title | Site"."""
    told, known = folded(tidy_title(line)), folded(title)
    return bool(told) and (told == known or (len(told) >= 15 and known.startswith(told)))


def _byline(line: str, *, day_first: bool) -> Metadata | None:
    dated = DATE_INSIDE.search(line)
    date = iso_date(dated[0], day_first=day_first) if dated else ""
    if dated and not date:
        return None  # an ambiguous date stays where it can be read
    rest = f"{line[: dated.start()]}|{line[dated.end() :]}" if dated else line
    if dated and _AROUND_DATE.fullmatch(rest):
        return Metadata(date=date)
    named = _BYLINE.fullmatch(_without_date_words(rest) if dated else rest)
    if named is None or line.endswith((".", "!", "?")):
        return None
    people = [name.strip(" .") for name in _BETWEEN_NAMES.split(named["names"])]
    return Metadata(date=date, authors=tuple(name for name in people if not _ROLE.match(name)))


def _without_date_words(rest: str) -> str:
    """Reduce "Publié le | par Anne Roux" and "Par Anne Roux le |" to the byline alone."""
    before, _, after = rest.partition("|")
    if _AROUND_DATE.fullmatch(before) or not before:
        return re.sub(r"^[\s,|·•–—-]+", "", after)
    return re.sub(r"[\s,|·•–—-]+(?:le|on|publiée? le|posted on)?\s*$", "", before, flags=re.I) + (
        f" | {after.strip()}" if after.strip() else ""
    )
