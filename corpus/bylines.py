"""Bylines and date lines: who wrote an article and when, in a line of their own."""

import re

from corpus.dates import DATE_INSIDE, iso_date
from corpus.loaded import Metadata

_LONGEST = 200  # characters

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


def read_byline(line: str, *, day_first: bool) -> Metadata | None:
    """Return the authors or the date that are all that `line` tells, None when it tells more.

    `day_first` is how "06/02/2016" is read; without it such a line is no byline.
    """
    if len(line) > _LONGEST or "\n" in line:
        return None
    dated = DATE_INSIDE.search(line)
    date = iso_date(dated[0], day_first=day_first) if dated else ""
    if dated and not date:
        return None  # an ambiguous date stays where it can be read
    # "|" stands where the date was.
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
    byline = re.sub(r"[\s,|·•–—-]+(?:le|on|publiée? le|posted on)?\s*$", "", before, flags=re.I)
    return f"{byline} | {after.strip()}" if after.strip() else byline
