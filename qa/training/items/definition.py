"""Definition: which term of the field a sentence of the library defines."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from hashlib import sha256

from corpus.wording import Wording
from index.analysis import places, terms
from index.passage import Span
from index.snapshot import Snapshot
from index.thesaurus import Concept, Thesaurus
from qa.training.item import ItemKind
from qa.training.items.claim import Claim
from qa.training.items.concept_groups import concept_groups
from qa.training.items.draft import Draft, Option
from qa.training.items.noun_phrases import Genders, Phrase, phrases
from qa.training.items.proper_names import ProperNames
from qa.training.items.source_label import source_label

FEWEST, MOST = 3, 8  # distractors
GAP = "____"
PEOPLE = frozenset({"leaders", "staff", "partners"})  # groups of concepts
EVERYWHERE = frozenset({"custom", "client"})  # stems
LONG_ENOUGH = 8  # words of a definition

_DETERMINER = {
    "en": re.compile(r"(?:the|an?)\s", re.IGNORECASE),
    "fr": re.compile(r"(?:le|la|les|une?)\s|l['’]", re.IGNORECASE),
}
# Between the term and its verb: an acronym or what it stands for, another name, a source.
_ASIDE = r"(?:\s\([^)]*\))?(?:,[^,:;]{3,60},)?"
_KIND = {
    "en": r"(?:process|set|series|total|way|practice|approach|discipline|measure|method|programme"
    r"|program|loop|form|state|ability|art|share|average|difference|link|gap|sum|tool|score"
    r"|course|place|principle)s?",
    "fr": r"(?:état|ensemble|processus|cadre|moyenne|démarche|méthode|mesure|programme|lien|écart"
    r"|part|outil|indicateur|forme|surprise|vécu|approche|discipline|capacité|art|socle|façon"
    r"|manière|pratique|somme|principe|score)s?",
}
_DEFINES = {
    "en": re.compile(
        rf"{_ASIDE}\s(?:means?|refers?\sto|consists?\s(?:in|of)"
        rf"|(?:is|are)\s(?:an?|the)\s(?:\w+\s){{0,2}}{_KIND['en']})\b"
    ),
    "fr": re.compile(
        rf"{_ASIDE}\s(?:désigne(?:nt)?|consiste(?:nt)?\sà|se\sdéfinit|recouvre(?:nt)?"
        rf"|(?:est|sont)\s(?:une?|la|le|les|l['’])\s?(?:\w+\s)?{_KIND['fr']})\b"
    ),
}
_IS = {
    "en": re.compile(rf"{_ASIDE}\s(?:is|are)\b"),
    "fr": re.compile(rf"{_ASIDE}\s(?:est|sont)\b|,\sc['’]est\b"),
}
_SAYS_SO = re.compile(r"\b(?:defin(?:es|ed|ition)|défini(?:t|tion|e|es)?)\b", re.IGNORECASE)
# Says what a thing is not, or what comes of it.
_NO_DEFINITION = re.compile(
    r"^\W*(?:(?:is|are|means?)\s(?:not|no|never|also|only)|(?:n['’]|ne\s))", re.IGNORECASE
)

_PLAIN = Wording(en="Which term is defined here?", fr="Quel terme cette phrase définit-elle\u00a0?")
_WITH_SOURCE = Wording(
    en="Which term does {source} define here?",
    fr="Quel terme cette phrase, tirée de «\u00a0{source}\u00a0», définit-elle\u00a0?",
)


def drafts(claims: Sequence[Claim], snapshot: Snapshot) -> Iterator[Draft]:
    """Definitions without their term; distractors are terms of the same sort and form."""
    terminology = _Terminology(claims, snapshot.thesaurus)
    proper = ProperNames(snapshot.articles(), snapshot.thesaurus)
    for claim in claims:
        term = terminology.defined_by(claim)
        if term is None:
            continue
        distractors = terminology.others(term)
        if len(distractors) >= FEWEST:
            yield _draft(term, distractors, names_somebody=proper.in_text(claim.text))


def _draft(term: Phrase, distractors: Sequence[Phrase], *, names_somebody: bool) -> Draft:
    claim, right = term.claim, _option(term, term)
    stem = _PLAIN.in_language(claim.language)
    if claim.speaker is None and not names_somebody:
        source = source_label(claim.article)
        stem = _WITH_SOURCE.in_language(claim.language).format(source=source) if source else stem
    return Draft(
        kind=ItemKind.DEFINITION,
        claim=claim,
        stem=stem,
        shown=_without(term),
        right=right,
        answer=right.span or claim.span,
        distractors=tuple(_option(other, term) for other in distractors),
    )


def _without(term: Phrase) -> str:
    """The definition with a gap; what follows the term in brackets says it again."""
    before, after = term.claim.text[: term.span.start], term.claim.text[term.span.end :]
    return before + GAP + re.sub(r"^\s\([^)]*\)", "", after)


def _option(term: Phrase, right: Phrase) -> Option:
    """With the capital of the right one, which may stand at the beginning of a sentence."""
    article, text = term.claim.article, term.text
    if text[0].isupper() == right.text[0].isupper() or text.isupper():
        start = term.claim.span.start
        return Option(text, article.id, Span(start + term.span.start, start + term.span.end))
    first = text[0].upper() if right.text[0].isupper() else text[0].lower()
    return Option(first + text[1:], article.id)


class _Terminology:
    """The terms that a library uses, as they stand in its claims."""

    def __init__(self, claims: Sequence[Claim], thesaurus: Thesaurus) -> None:
        self._thesaurus = thesaurus
        self._genders = Genders(claims)
        self._alike: dict[tuple[object, ...], list[Phrase]] = defaultdict(list)
        for claim in claims:
            for phrase in phrases(claim, thesaurus.mentions_in(claim.text, claim.language)):
                self._alike[phrase.form(self._genders)].append(phrase)

    def defined_by(self, claim: Claim) -> Phrase | None:
        """The term that a claim begins with and defines; None for a claim that defines none."""
        language, text = claim.language, claim.text
        found = _DETERMINER[language].match(text)
        begins = found.end() if found else 0
        spans = places(text, language)
        for mention in self._thesaurus.mentions_in(text, language)[:1]:
            start, end = spans[mention.start][0], spans[mention.end - 1][1]
            if start != begins or not _is_definition(text[end:], language):
                return None
            determiner = found[0].strip().casefold() if found else ""
            term = Phrase(claim, Span(start, end), mention.concept, determiner)
            return term if self._hidden(term) else None
        return None

    def others(self, term: Phrase) -> list[Phrase]:
        """Terms of its sort and form, one a concept; none of which the same may be true.

        What the definition speaks of is not what it defines. A part of the term that stands in
        the definition stands in enough of them; "customer", which stands everywhere, in one.
        """
        language = term.claim.language
        unfit = {each.id for each in self._thesaurus.concepts_in(term.claim.text, language)}
        unfit |= _near(term.concept, self._thesaurus)
        shown = set(terms(_without(term), language))
        echoed = shown & set(terms(term.text, language))
        chosen: dict[str, Phrase] = {}
        for other in self._alike[term.form(self._genders)]:
            id_, stems = other.concept.id, set(terms(other.text, language))
            fits = _of_one_sort(term, other) and _agree(term, other)
            if fits and id_ not in unfit and stems & shown <= echoed:
                chosen.setdefault(id_, other)
        echoing = [each for each in chosen.values() if echoed <= set(terms(each.text, language))]
        if len(echoing) < (FEWEST if echoed - EVERYWHERE else bool(echoed)):
            return []
        return sorted(chosen.values(), key=lambda other: _rank(term, other, echoing))[:MOST]

    def _hidden(self, term: Phrase) -> bool:
        """Whether the definition does not name its term again."""
        again = self._thesaurus.concepts_in(_without(term), term.claim.language)
        return term.concept.id not in {each.id for each in again}


def _rank(term: Phrase, other: Phrase, echoing: Sequence[Phrase]) -> tuple[bool, bool, bool, str]:
    """Those first that echo the definition as the term does, then the likest in sort."""
    several = (" " in term.text) != (" " in other.text)
    digest = sha256(f"{term.claim.text}{other.concept.id}".encode()).hexdigest()
    return (other not in echoing, not _groups(term) & _groups(other), several, digest)


def _of_one_sort(term: Phrase, other: Phrase) -> bool:
    """Whether both are people, or neither is; what stands in no group is too general."""
    both = bool(_groups(term)) and bool(_groups(other))
    return both and bool(_groups(term) & PEOPLE) == bool(_groups(other) & PEOPLE)


def _groups(term: Phrase) -> frozenset[str]:
    return concept_groups().get(term.concept.id, frozenset())


def _agree(term: Phrase, other: Phrase) -> bool:
    """Whether a term after a singular article stands beside no plural one."""
    singular = ("le", "la", "l'", "l’", "un", "une", "a", "an")
    return term.determiner not in singular or other.determiner not in ("les", "des", "aux")


def _is_definition(rest: str, language: str) -> bool:
    """`rest`: what follows the term."""
    if len(rest.split()) < LONG_ENOUGH or _NO_DEFINITION.match(rest):
        return False
    said_so = _SAYS_SO.search(rest) and _IS[language].match(rest)
    return bool(said_so or _DEFINES[language].match(rest))


def _near(concept: Concept, thesaurus: Thesaurus) -> frozenset[str]:
    """The concept with those that are broader, narrower or related: much the same may be true."""
    narrower = (each.id for each in thesaurus.narrower(concept))
    related = (each.id for each in thesaurus.concepts if concept.id in each.related)
    return frozenset((concept.id, *concept.broader, *concept.related, *narrower, *related))
