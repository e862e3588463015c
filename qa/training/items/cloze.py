"""Cloze: the concept that a sentence is about, left out of it."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from corpus.wording import Wording
from index.analysis import terms
from index.passage import Span
from index.snapshot import Snapshot
from index.thesaurus import LANGUAGES, Concept, Thesaurus
from qa.training.item import ItemKind
from qa.training.items.claim import Claim
from qa.training.items.concept_groups import RIVALS, are_related, concept_groups
from qa.training.items.draft import Draft, Option
from qa.training.items.lot import lot
from qa.training.items.noun_phrases import Genders, Phrase, as_option, phrases
from qa.training.items.saying import GENERIC
from qa.training.items.stating import Statement, stated

GAP = "____"
PLAIN = Wording(
    en="Which words complete this sentence?",
    fr="Quels mots complètent cette phrase\u00a0?",
)
WITH_SOURCE = Wording(
    en="According to {source}, which words complete this sentence?",
    fr="D’après {source}, quels mots complètent cette phrase\u00a0?",
)
ENOUGH, MOST = 3, 8  # wrong options
# A concept of more articles than this share (or number) is too general to be asked for.
COMMON, FEW = 0.2, 3
BESIDE = 2  # other concepts in the sentence, by which the one that is missing is known
FEWEST = 9  # words that are left
_SOMEBODY = {
    "en": re.compile(rf"\ban?\s(?:[\w-]+\s)?{GENERIC['en']}\b"),
    "fr": re.compile(rf"\bune?\s{GENERIC['fr']}\b"),
}


def drafts(claims: Sequence[Claim], snapshot: Snapshot) -> Iterator[Draft]:
    """One a claim that names a concept of the thesaurus, beside others to know it by."""
    pool = _Pool(claims, snapshot)
    for claim in claims:
        statement = stated(claim)
        if statement is None or not _is_signed(claim):
            continue
        for phrase in pool.asked_for(claim):
            draft = _draft(statement, phrase, pool)
            if draft is not None:
                yield draft
                break


def _is_signed(claim: Claim) -> bool:
    """Whether one knows who says it: of some columnist's words others would do as well."""
    somebody = _SOMEBODY[claim.language].search(claim.text)
    return somebody is None and (claim.speaker is not None or bool(claim.article.authors))


def _draft(statement: Statement, phrase: Phrase, pool: "_Pool") -> Draft | None:
    claim, text = statement.claim, statement.text
    if text.count(phrase.text) != 1 or claim.text.count(phrase.text) != 1:
        return None
    shown = text.replace(phrase.text, GAP)
    rest = frozenset(terms(shown.replace(GAP, " "), claim.language))
    if len(shown.split()) < FEWEST or rest & set(terms(phrase.text, claim.language)):
        return None
    others = pool.others(phrase, rest)
    if len(others) < ENOUGH:
        return None
    start = claim.span.start + phrase.span.start
    answer = Span(start, start + len(phrase.text))
    return Draft(
        kind=ItemKind.CLOZE,
        claim=claim,
        stem=statement.asked(PLAIN, WITH_SOURCE),
        shown=shown,
        right=Option(phrase.text, claim.article.id, answer),
        answer=answer,
        distractors=tuple(as_option(other, phrase) for other in others),
    )


class _Pool:
    """Phrases of the whole library, and which concepts it names beside which."""

    def __init__(self, claims: Sequence[Claim], snapshot: Snapshot) -> None:
        self._thesaurus = snapshot.thesaurus
        self._genders = Genders(claims)
        self._named: dict[Claim, frozenset[str]] = {}
        self._phrases: dict[Claim, tuple[Phrase, ...]] = {}
        self._alike: dict[tuple[object, ...], list[Phrase]] = defaultdict(list)
        self._together: dict[str, set[str]] = defaultdict(set)
        self._of_work: dict[str, set[str]] = defaultdict(set)
        self._articles: dict[str, set[str]] = defaultdict(set)
        asked = {(claim.article.id, claim.span): claim for claim in claims}
        for sentence in _sentences(snapshot):
            claim = asked.get((sentence.article.id, sentence.span))
            mentions = self._thesaurus.mentions_in(sentence.text, sentence.language)
            found = tuple(phrases(claim or sentence, mentions))
            for phrase in found:
                self._alike[phrase.form(self._genders)].append(phrase)
            if claim is not None:
                self._phrases[claim] = found
                self._named[claim] = frozenset(mention.concept.id for mention in mentions)
        for claim, named in self._named.items():
            self._of_work[claim.article.work] |= named
            for id_ in named:
                self._together[id_] |= named
                self._articles[id_].add(claim.article.id)
        self._most = max(COMMON * len({claim.article.id for claim in claims}), FEW)

    def asked_for(self, claim: Claim) -> list[Phrase]:
        """Phrases worth asking for, the rarest concept first.

        What the sentence begins with, for then all of it tells it; and what the article is about,
        where nobody is named who says it.
        """
        article = claim.article
        voiced = claim.speaker is not None
        titled = {each.id for each in self._thesaurus.concepts_in(article.title, article.language)}
        usable = [
            phrase
            for phrase in self._phrases[claim]
            if phrase.concept.id in concept_groups()
            and phrase.begins
            and (voiced or phrase.concept.id in titled)
            and not phrase.is_listed
            and (phrase.span.start == 0 or phrase.is_common)
            and len(self._articles[phrase.concept.id]) <= self._most
            and len(self._named[claim] - {phrase.concept.id}) >= BESIDE
        ]
        return sorted(usable, key=lambda p: (len(self._articles[p.concept.id]), p.span))

    def others(self, right: Phrase, rest: frozenset[str]) -> list[Phrase]:
        """Phrases of the same form that name another concept of the same sort.

        None that this work names as well, none that the library names beside what is left of the
        sentence: it might be true there, too. `rest`: stems of what is left.
        """
        claim, language = right.claim, right.claim.language
        groups = concept_groups()
        unfit = (
            _line(right.concept, self._thesaurus)
            | self._of_work[claim.article.work]
            | self._beside(claim, right.concept)
        )
        taken = rest | set(terms(right.text, language))
        chosen: dict[str, Phrase] = {}
        for other in self._alike[right.form(self._genders)]:
            id_ = other.concept.id
            stems = set(terms(other.text, language))
            if (
                id_ not in chosen
                and id_ not in unfit
                and groups.get(id_, frozenset()) & groups[right.concept.id]
                and stems
                and not stems & taken
                and other.sounds_like(right)
                and (other.text.isupper() or other.text[1:].islower())
            ):
                chosen[id_] = other
        ranked = sorted(chosen.values(), key=lambda p: lot(f"{claim.text}{p.concept.id}"))
        related = [other for other in ranked if are_related(right.concept, other.concept)]
        if len(related) < RIVALS:
            return []
        return [*related, *(other for other in ranked if other not in related)][:MOST]

    def _beside(self, claim: Claim, concept: Concept) -> set[str]:
        """Concepts that some claim names beside the rarest of the other ones of this claim."""
        others = sorted(self._named[claim] - {concept.id})
        rarest = min(others, key=lambda id_: len(self._articles[id_]))
        return self._together[rarest]


def _sentences(snapshot: Snapshot) -> Iterator[Claim]:
    """Every sentence of the library: what stands in any is written by somebody."""
    for article in sorted(snapshot.articles(), key=lambda article: (article.work, article.id)):
        for passage in snapshot.passages_of.get(article.id, ()):
            if passage.language in LANGUAGES:
                for span in passage.sentences:
                    yield Claim(article, passage, span)


def _line(concept: Concept, thesaurus: Thesaurus) -> set[str]:
    """The concept with what is broader and narrower."""
    return {concept.id, *concept.broader, *(each.id for each in thesaurus.narrower(concept))}
