"""Who said: which person or organisation makes a claim of the library."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from corpus.characters import folded
from corpus.wording import Wording
from index.snapshot import Snapshot
from qa.training.item import ItemKind
from qa.training.items.agreement import Agreement
from qa.training.items.claim import Claim
from qa.training.items.draft import Draft, Option
from qa.training.items.meaning import ALIKE, Meanings
from qa.training.items.proper_names import ProperNames
from qa.training.items.said import asked_of_source, quoted, told_apart, worth_attributing
from qa.training.items.voices import Voice, VoiceKind, Voices

FEWEST, MOST = 3, 6  # distractors

_STEM = {
    VoiceKind.ORGANISATION: Wording(
        en="Which organisation or publication says this?",
        fr="Quelle organisation ou publication l’affirme\u00a0?",
    ),
    VoiceKind.PERSON: Wording(en="Who says this?", fr="Qui l’affirme\u00a0?"),
    VoiceKind.PEOPLE: Wording(en="Which authors say this?", fr="Quels auteurs l’affirment\u00a0?"),
}


@dataclass(frozen=True, slots=True)
class _Named:
    """A voice and the claim that names it."""

    voice: Voice
    claim: Claim
    option: Option
    plain: str  # its name as it is compared


def drafts(claims: Sequence[Claim], snapshot: Snapshot) -> Iterator[Draft]:
    """Claims without their speaker; distractors are voices that say other things.

    Half of the claims of a source's own are left to the kind that asks for the source.
    """
    voices = Voices(claims, snapshot)
    proper = ProperNames(snapshot.articles(), snapshot.thesaurus)
    agreement = Agreement(claims, snapshot, Meanings(snapshot))
    known = list(_named(claims, voices))
    apart = set(told_apart(claims))
    for one in known:
        claim = one.claim
        if claim not in apart or not worth_attributing(
            claim, one.voice.name, snapshot.thesaurus, proper
        ):
            continue
        if asked_of_source(claim, one.voice):
            continue
        distractors = _distractors(one, known, voices, agreement)
        if len(distractors) >= FEWEST:
            yield Draft(
                kind=ItemKind.WHO_SAID,
                claim=claim,
                stem=_STEM[one.voice.kind].in_language(claim.language),
                shown=quoted(claim.said, claim.language),
                right=one.option,
                answer=one.option.span or claim.span,
                distractors=tuple(distractors),
            )


def _named(claims: Sequence[Claim], voices: Voices) -> Iterator[_Named]:
    for claim in claims:
        voice = voices.of(claim)
        if voice is not None and voice.span is not None:
            option = Option(voice.name, claim.article.id, voice.span)
            yield _Named(voice, claim, option, folded(voice.name))


def _distractors(
    key: _Named, known: Sequence[_Named], voices: Voices, agreement: Agreement
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
    """Of one kind, and spoken of in one language: names tell where a source is from."""
    return (
        key.voice.kind is other.voice.kind
        and key.claim.language == other.claim.language
        and key.claim.article.language == other.claim.article.language
    )
