"""The voices of a library: who speaks in it, where, and where they are named."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from corpus.article import Article, Record
from corpus.characters import folded
from corpus.exchange.person_names import parsed_name
from index.passage import Span
from index.snapshot import Snapshot
from qa.roles import is_person, mentions
from qa.training.items.claim import Claim
from qa.training.items.full_names import author_called

# In names of firms that are written as people's are.
_OF_FIRMS = re.compile(
    r"\b(?:Digital|Analytics|Solutions|Media|Data|Business|Academy|Studio|Lab)\b"
)


class VoiceKind(Enum):
    """What sort of name a voice has."""

    PERSON = auto()
    PEOPLE = auto()  # "Roe and Poe"
    ORGANISATION = auto()


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who speaks in a claim, by a name under which people know them."""

    name: str  # the whole one, of which a sentence may give the last name only
    kind: VoiceKind
    span: Span | None  # of the article: where it stands whole; None: only its last name does


class Voices:
    """Who speaks in the claims of one library."""

    def __init__(self, claims: Sequence[Claim], snapshot: Snapshot) -> None:
        records = snapshot.records()
        self._organisations = {
            folded(name)
            for record in records
            for name in (record.publisher, record.publisher.partition(" (")[0])
            if name
        }
        authors = [name for record in records for name in record.authors]
        spoken = [claim.speaker_name for claim in claims if " " in claim.speaker_name]
        self._last_names = {folded(name.split()[-1]) for name in (*authors, *spoken)}
        self._texts = [snapshot.article(record.id) for record in records]
        self._heard: dict[str, frozenset[str]] = {}
        self._speaks: dict[str, set[str]] = defaultdict(set)
        for claim in claims:
            if voice := self.of(claim):
                self._speaks[folded(voice.name)].add(claim.article.id)
        for record in records:
            for name in named(record):
                self._speaks[folded(name)].add(record.id)

    def of(self, claim: Claim) -> Voice | None:
        """The speaker; None where nobody is named, or by a title or a name that says nothing."""
        if claim.speaker is None:
            return None
        written = claim.speaker_name
        name = written.partition(" of ")[0]
        if _is_title(name) or not name[0].isalnum():
            return None
        article = claim.article
        if author := author_called(name, article):
            return Voice(author, VoiceKind.PERSON, None)
        if not self._is_known(name, article):
            return None
        start = claim.speaker.start
        return Voice(name, self._kind(name), Span(start, start + len(name)))

    def speaks_in(self, name: str) -> frozenset[str]:
        """Ids of the articles in which a claim is theirs, or which they wrote or published."""
        return frozenset(self._speaks[folded(name)])

    def heard_in(self, name: str) -> frozenset[str]:
        """Ids of the articles that name them, also by the last name."""
        if name not in self._heard:
            self._heard[name] = self.speaks_in(name) | {
                article.id for article in self._texts if _names_one(article.text, _ways(name))
            }
        return self._heard[name]

    def strangers(self, one: str, other: str) -> bool:
        """Whether neither is named where the other speaks."""
        return self.speaks_in(one).isdisjoint(self.heard_in(other)) and self.speaks_in(
            other
        ).isdisjoint(self.heard_in(one))

    def _is_known(self, name: str, article: Article) -> bool:
        plain = folded(name)
        if plain in self._organisations:
            return True
        if " " not in name:
            return plain not in self._last_names and _looks_like_a_firm(name)
        return not plain.startswith("the ")

    def _kind(self, name: str) -> VoiceKind:
        if folded(name) in self._organisations:
            return VoiceKind.ORGANISATION
        parts = _parts(name)
        if _OF_FIRMS.search(name) or any(" " in part and _is_firm(part) for part in parts):
            return VoiceKind.ORGANISATION
        if len(parts) > 1:
            return VoiceKind.PEOPLE
        return VoiceKind.ORGANISATION if _is_firm(name) else VoiceKind.PERSON


def named(record: Record) -> tuple[str, ...]:
    """Whom a source names as its own: authors and publisher."""
    return tuple(filter(None, (*record.authors, record.publisher)))


def speaks_for_itself(voice: Voice, record: Record) -> bool:
    """Whether the voice is the source's own, not that of somebody whom it reports."""
    own = {folded(name) for name in (*named(record), record.publisher.partition(" (")[0])}
    several = set(_parts(folded(voice.name)))
    last = {folded(parsed_name(name).last) for name in record.authors}
    return folded(voice.name) in own or several <= (own | last)


def _is_title(name: str) -> bool:
    """Whether it is the title of somebody else elsewhere: "the CEO of Acme"."""
    first = next(iter(mentions(name)), None)
    if first is None or first.start > 0 or not is_person(first.role):
        return False
    return re.match(r"$|\s+(?:of|de|du|at|chez)\b|\s+d['’]", name[first.end :]) is not None


def _ways(name: str) -> tuple[str, ...]:
    """The name, and of people the last names."""
    parts = _parts(name)
    if len(parts) > 1:
        return tuple(part.split()[-1] for part in parts)
    parsed = parsed_name(name)
    return (name,) if parsed.organisation else (name, parsed.last)


def _parts(name: str) -> list[str]:
    """The people of "Roe, Doe and Poe"."""
    return [part for part in re.split(r",? (?:and|et) |, ", name) if part.strip()]


def _is_firm(name: str) -> bool:
    return parsed_name(name).organisation


def _names_one(text: str, names: Iterable[str]) -> bool:
    return any(
        name in text and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) for name in names
    )


def _looks_like_a_firm(name: str) -> bool:
    return "." in name or any(character.isupper() for character in name[1:])
