"""Who said: which person or organisation makes a claim of the library."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from corpus.characters import folded
from corpus.wording import Wording
from index.snapshot import Snapshot
from qa.numbers import numbers
from qa.training.item import ItemKind
from qa.training.items.agreement import Agreement
from qa.training.items.claim import Claim
from qa.training.items.draft import Draft, Option
from qa.training.items.findings import is_finding, is_model
from qa.training.items.meaning import ALIKE, Meanings
from qa.training.items.proper_names import ProperNames
from qa.training.items.said import asked_of_source, quoted, told_apart, worth_attributing
from qa.training.items.voices import Voice, VoiceKind, Voices, speaks_for_itself

FEWEST, MOST = 3, 6  # distractors

_STEM = {  # models of firms few know by name
    VoiceKind.PERSON: Wording(en="Who says this?", fr="Qui l’affirme\u00a0?"),
    VoiceKind.PEOPLE: Wording(en="Which authors say this?", fr="Quels auteurs l’affirment\u00a0?"),
}
_FOUND = Wording(en="Whose finding is this?", fr="De qui est ce résultat\u00a0?")


@dataclass(frozen=True, slots=True)
class _Named:
    """A voice and the claim that names it."""

    voice: Voice
    claim: Claim
    option: Option
    plain: str  # its name as it is compared


def drafts(claims: Sequence[Claim], snapshot: Snapshot) -> Iterator[Draft]:
    """Findings and models, each without its speaker."""
    speakers = _Speakers(claims, snapshot)
    proper = ProperNames(snapshot.articles(), snapshot.thesaurus)
    known = {
        one.claim: one
        for one in speakers.known
        if worth_attributing(one.claim, one.voice.name, snapshot.thesaurus, proper)
    }
    for claim in told_apart(list(known)):
        yield from speakers.drafts(known[claim])


class _Speakers:
    """The voices of one library, as they report findings."""

    def __init__(self, claims: Sequence[Claim], snapshot: Snapshot) -> None:
        self._voices = Voices(claims, snapshot)
        self._agreement = Agreement(claims, snapshot, Meanings(snapshot))
        self.known = list(_named(claims, self._voices))

    def drafts(self, key: _Named) -> Iterator[Draft]:
        """One: of a finding, or of a model."""
        claim, language, kind = key.claim, key.claim.language, key.voice.kind
        own = asked_of_source(claim, key.voice)
        if is_finding(claim.said, language) and not own:
            told = numbers(claim.text)
            found = [
                other
                for other in self.known
                if is_finding(other.claim.text, other.claim.language)
                and not told & numbers(other.claim.article.text)
            ]
            stem = _FOUND
        elif (
            is_model(claim.said, language)
            and kind in _STEM
            and speaks_for_itself(key.voice, claim.article)
        ):
            found, stem = self.known, _STEM[kind]
        else:
            return
        others = self._others(key, found)
        if len(others) >= FEWEST:
            yield _draft(key, stem.in_language(language), others)

    def _others(self, key: _Named, known: Iterable[_Named]) -> list[Option]:
        return _distractors(key, known, self._voices, self._agreement)


def _draft(key: _Named, stem: str, distractors: Sequence[Option]) -> Draft:
    claim = key.claim
    return Draft(
        kind=ItemKind.WHO_SAID,
        claim=claim,
        stem=stem,
        shown=quoted(claim.said, claim.language),
        right=key.option,
        answer=key.option.span or claim.span,
        distractors=tuple(distractors),
    )


def _named(claims: Sequence[Claim], voices: Voices) -> Iterator[_Named]:
    for claim in claims:
        voice = voices.of(claim)
        if voice is not None and voice.span is not None:
            option = Option(voice.name, claim.article.id, voice.span)
            yield _Named(voice, claim, option, folded(voice.name))


def _distractors(
    key: _Named, known: Iterable[_Named], voices: Voices, agreement: Agreement
) -> list[Option]:
    """One option a voice, those first that speak on what is nearest to the claim."""
    nearness = agreement.nearness(key.claim)
    ranked: dict[str, tuple[float, str, Option]] = {}
    refused = set[str]()
    text = folded(key.claim.text)
    for other in known:
        name = other.plain
        if name in ranked or name in refused:
            continue
        if not _is_like(key, other):
            continue
        where = voices.speaks_in(other.voice.name)
        near = max(nearness[article_id] for article_id in where)
        if (
            near < ALIKE
            and name not in text
            and voices.strangers(key.voice.name, other.voice.name)
            and key.claim.article.id not in voices.heard_in(other.voice.name)
            and not agreement.takes_side(key.claim, where)
        ):
            ranked[name] = (-near, name, other.option)
        else:
            refused.add(name)
    nearest = [option for *_, option in sorted(ranked.values(), key=lambda each: each[:2])]
    return _told_apart(nearest)[:MOST]


def _told_apart(options: Iterable[Option]) -> list[Option]:
    """Without those that end as an earlier one: "Jane Roe and Paul Poe" are "Roe and Poe"."""
    first: dict[str, Option] = {}
    for option in options:
        first.setdefault(folded(option.text).split()[-1], option)
    return list(first.values())


def _is_like(key: _Named, other: _Named) -> bool:
    """Of one kind and one form, and spoken of in one language.

    Names tell where a source is from, and one whole name among last names who is asked for.
    """
    return (
        key.voice.kind is other.voice.kind
        and _in_last_names(key.voice) is _in_last_names(other.voice)
        and key.claim.language == other.claim.language
        and key.claim.article.language == other.claim.article.language
    )


def _in_last_names(voice: Voice) -> bool:
    """Whether several people are called as in "Roe and Poe"."""
    parts = re.split(r", | and | et ", voice.name)
    return len(parts) > 1 and " " not in parts[0]
