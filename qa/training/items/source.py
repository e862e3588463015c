"""Source: which source of the library reports a finding."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from corpus.article import Record
from corpus.wording import Wording
from index.snapshot import Snapshot
from qa.attribution import names_itself
from qa.numbers import numbers
from qa.training.item import ItemKind
from qa.training.items.agreement import Agreement
from qa.training.items.claim import Claim
from qa.training.items.draft import Draft, Option
from qa.training.items.findings import finds_itself, is_finding
from qa.training.items.meaning import ALIKE, Meanings
from qa.training.items.proper_names import ProperNames
from qa.training.items.said import asked_of_source, quoted, told_apart, worth_attributing
from qa.training.items.source_label import source_label
from qa.training.items.voices import Voices, named, speaks_for_itself

FEWEST, MOST = 3, 6  # distractors

_REPORTS = Wording(
    en="Which source reports this finding?", fr="Quelle source donne ce résultat\u00a0?"
)


def drafts(claims: Sequence[Claim], snapshot: Snapshot) -> Iterator[Draft]:
    """A finding beside sources that report others on its subject."""
    sources = _Sources(claims, snapshot)
    voices = sources.voices
    proper = ProperNames(snapshot.articles(), snapshot.thesaurus)

    def is_asked(claim: Claim) -> bool:
        names = " ".join(named(claim.article))
        voice = voices.of(claim)
        own = claim.speaker is None or (voice is not None and asked_of_source(claim, voice))
        return own and worth_attributing(claim, names, snapshot.thesaurus, proper)

    for claim in told_apart(list(filter(is_asked, map(_spoken, claims)))):
        yield from sources.drafts(claim)


def _spoken(claim: Claim) -> Claim:
    """What nobody is named for is the source's own, and is shown as it stands."""
    whole = claim.speaker is None and not names_itself(claim.text, claim.article)
    return replace(claim, said=claim.text) if whole and not claim.said else claim


class _Sources:
    """The sources of one library, as they report findings."""

    def __init__(self, claims: Sequence[Claim], snapshot: Snapshot) -> None:
        self.voices = Voices(claims, snapshot)
        self._snapshot = snapshot
        self._agreement = Agreement(claims, snapshot, Meanings(snapshot))
        self._records = snapshot.records()
        self._found = [claim for claim in claims if is_finding(claim.text, claim.language)]

    def drafts(self, claim: Claim) -> Iterator[Draft]:
        """One, of a finding that is the source's own."""
        voice = self.voices.of(claim)
        own = voice is not None and speaks_for_itself(voice, claim.article)
        if not (own or finds_itself(claim)) or not is_finding(claim.said, claim.language):
            return
        if draft := self._draft(claim, _REPORTS.in_language(claim.language), self._finding(claim)):
            yield draft

    def _finding(self, claim: Claim) -> list[Record]:
        """Sources that report other figures on a concept of the claim."""
        told = numbers(claim.text)
        concepts = self._concepts(claim)
        articles = {
            other.article.id
            for other in self._found
            if concepts & self._concepts(other)
            and other.article.language == claim.article.language
            and not told & numbers(other.article.text)
        }
        return [record for record in self._records if record.id in articles]

    def _concepts(self, claim: Claim) -> frozenset[str]:
        found = self._snapshot.thesaurus.concepts_in(claim.said or claim.text, claim.language)
        return frozenset(concept.id for concept in found)

    def _draft(self, claim: Claim, stem: str, records: Iterable[Record]) -> Draft | None:
        labels = self._labels(claim, records)
        if len(labels) < FEWEST:
            return None
        return Draft(
            kind=ItemKind.SOURCE,
            claim=claim,
            stem=stem,
            shown=quoted(claim.said, claim.language),
            right=Option(source_label(claim.article)),
            answer=claim.span,
            distractors=tuple(map(Option, labels)),
        )

    def _labels(self, claim: Claim, records: Iterable[Record]) -> list[str]:
        """One of each author, those first that speak on what is nearest to the claim."""
        nearness = self._agreement.nearness(claim)
        own = named(claim.article)
        labels: dict[str, str] = {}
        for record in sorted(records, key=lambda each: (-nearness[each.id], each.id)):
            names = named(record)
            if not names or names[0] in labels or record.work == claim.article.work:
                continue
            apart = all(self.voices.strangers(mine, theirs) for mine in own for theirs in names)
            everywhere = {id_ for name in names for id_ in self.voices.speaks_in(name)}
            if apart and max(nearness[id_] for id_ in everywhere) < ALIKE:
                labels[names[0]] = source_label(record)
        return list(labels.values())[:MOST]
