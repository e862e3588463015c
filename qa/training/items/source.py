"""Source: which source of the library argues something."""

from collections.abc import Iterator, Sequence

from corpus.article import Article, Record
from corpus.wording import Wording
from index.snapshot import Snapshot
from qa.training.item import ItemKind
from qa.training.items.agreement import Agreement
from qa.training.items.claim import Claim
from qa.training.items.draft import Draft, Option
from qa.training.items.meaning import ALIKE, Meanings
from qa.training.items.proper_names import ProperNames
from qa.training.items.said import asked_of_source, quoted, told_apart, worth_attributing
from qa.training.items.source_label import source_label
from qa.training.items.voices import Voices, named

FEWEST, MOST = 3, 6  # distractors

_STEM = Wording(en="Which source argues this?", fr="Quelle source défend cette idée\u00a0?")


def drafts(claims: Sequence[Claim], snapshot: Snapshot) -> Iterator[Draft]:
    """Claims of a source's own, without its name; distractors are sources that say other things."""
    voices = Voices(claims, snapshot)
    proper = ProperNames(snapshot.articles(), snapshot.thesaurus)
    agreement = Agreement(claims, snapshot, Meanings(snapshot))
    records = snapshot.records()
    for claim in told_apart(claims):
        voice = voices.of(claim)
        if voice is None or not asked_of_source(claim, voice):
            continue
        names = " ".join((voice.name, *named(claim.article)))
        if not worth_attributing(claim, names, snapshot.thesaurus, proper):
            continue
        distractors = _distractors(claim, records, voices, agreement)
        if len(distractors) >= FEWEST:
            yield Draft(
                kind=ItemKind.SOURCE,
                claim=claim,
                stem=_STEM.in_language(claim.language),
                shown=quoted(claim.said, claim.language),
                right=Option(source_label(claim.article)),
                answer=claim.span,
                distractors=tuple(map(Option, distractors)),
            )


def _distractors(
    claim: Claim, records: Sequence[Record], voices: Voices, agreement: Agreement
) -> list[str]:
    """One label of each author, those first that speak on what is nearest to the claim."""
    nearness = agreement.nearness(claim)
    candidates = sorted(
        (record for record in records if _is_like(claim.article, record)),
        key=lambda record: (-nearness[record.id], record.id),
    )
    labels: dict[str, str] = {}
    for record in candidates:
        who = (record.authors or (record.publisher,))[0]
        if who in labels or len(labels) == MOST:
            continue
        apart = all(
            voices.strangers(mine, theirs)
            for mine in named(claim.article)
            for theirs in named(record)
        )
        everywhere = {id_ for name in named(record) for id_ in voices.speaks_in(name)}
        if (
            apart
            and max(nearness[id_] for id_ in everywhere) < ALIKE
            and not agreement.takes_side(claim, everywhere)
        ):
            labels[who] = source_label(record)
    return list(labels.values())


def _is_like(key: Article, other: Record) -> bool:
    """Of one language, and named in one form: with as many authors, with or without a year."""
    return (
        bool(named(other))
        and key.work != other.work
        and key.language == other.language
        and min(len(key.authors), 3) == min(len(other.authors), 3)
        and bool(key.year) == bool(other.year)
    )
