"""Definition: which term of the field a sentence of the library defines."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from corpus.characters import folded
from corpus.wording import Wording
from index.analysis import places, terms
from index.passage import Span
from index.snapshot import Snapshot
from index.thesaurus import Concept, Thesaurus
from qa.names import names
from qa.training.item import ItemKind
from qa.training.items.claim import Claim
from qa.training.items.concept_groups import RIVALS, are_related, concept_groups
from qa.training.items.draft import Draft
from qa.training.items.lot import lot
from qa.training.items.noun_phrases import Genders, Phrase, as_option, phrases
from qa.training.items.source_label import source_label

FEWEST, MOST = 3, 8  # distractors
GAP = "____"
PEOPLE = frozenset({"leaders", "staff", "partners"})  # groups of concepts
EVERYWHERE = frozenset({"custom", "client"})  # stems
LONG_ENOUGH = 10  # words of a definition
# A concept of more articles than this share is what all is about: anybody would guess it.
COMMON, FEW = 0.2, 3
SPEAKS_OF = 2  # other concepts by which a term is known, where nobody says that it is defined

_DETERMINER = {
    "en": re.compile(r"(?:the|an?)\s", re.IGNORECASE),
    "fr": re.compile(r"(?:le|la|les|une?)\s|l['’]", re.IGNORECASE),
}
# Between the term and its verb: an acronym or what it stands for, another name, a source.
_ASIDE = r"(?:\s\([^)]*\))?(?:,[^,:;]{3,60},)?"
_KIND = {
    "en": r"(?:process|set|series|total|way|practice|approach|discipline|measure|method|programme"
    r"|program|loop|form|state|ability|art|share|average|difference|link|gap|sum|tool|score"
    r"|course|place|principle|picture|idea|surprise)s?",
    "fr": r"(?:état|ensemble|processus|cadre|moyenne|démarche|méthode|mesure|programme|lien|écart"
    r"|part|outil|indicateur|forme|surprise|vécu|approche|discipline|capacité|art|socle|façon"
    r"|manière|pratique|somme|principe|score)s?",
}
_DEFINES = {
    "en": re.compile(
        rf"{_ASIDE}\s(?:means?|refers?\sto|consists?\s(?:in|of)|asks?\swhether|spans?"
        rf"|rests?\son\s(?:two|three|four)|tells?\s(?:an?|the)\s\w+\s(?:how|what)"
        rf"|(?:is|are)\s(?:an?|the)\s(?:\w+\s){{0,2}}{_KIND['en']})\b"
    ),
    "fr": re.compile(
        rf"{_ASIDE}\s(?:désigne(?:nt)?|consiste(?:nt)?\sà|se\sdéfinit|recouvre(?:nt)?|couvre(?:nt)?"
        rf"|repose\ssur\s(?:deux|trois|quatre)"
        rf"|(?:est|sont)\s(?:une?|la|le|les|l['’])\s?(?:\w+\s)?{_KIND['fr']})\b"
    ),
}
_IS = {
    "en": re.compile(rf"{_ASIDE}\s(?:is|are)\b"),
    "fr": re.compile(rf"{_ASIDE}\s(?:est|sont)\b|,\sc['’]est\b"),
}
_GERUND = re.compile(r"[A-Z]?[a-z]+ing\s(?:an?|the)\s")  # "Putting the customer first"
_SAYS_SO = re.compile(r"\b(?:defin(?:es|ed|ition)|défini(?:t|tion|e|es)?)\b", re.IGNORECASE)
# Says what a thing is not, or what comes of it.
_NO_DEFINITION = re.compile(
    r"^\W*(?:(?:is|are|means?)\s(?:not|no|never|also|only)|(?:n['’]|ne\s))", re.IGNORECASE
)

_PLAIN = Wording(en="Which term is defined here?", fr="Quel terme cette phrase définit-elle\u00a0?")
_WITH_SOURCE = Wording(
    en="Which term does {source} define here?",
    fr="D’après {source}, quel terme cette phrase définit-elle\u00a0?",
)


def drafts(claims: Sequence[Claim], snapshot: Snapshot) -> Iterator[Draft]:
    """Definitions without their term; distractors are terms of the same sort and form."""
    terminology = _Terminology(claims, snapshot.thesaurus)
    for claim in claims:
        term = terminology.defined_by(claim)
        if term is None:
            continue
        distractors = terminology.others(term)
        if len(distractors) >= FEWEST:
            yield _draft(term, distractors)


def _draft(term: Phrase, distractors: Sequence[Phrase]) -> Draft:
    claim, right = term.claim, as_option(term, term)
    stem = _PLAIN.in_language(claim.language)
    if claim.speaker is None and not names(_without(term)):
        source = source_label(claim.article)
        stem = _WITH_SOURCE.in_language(claim.language).format(source=source) if source else stem
    return Draft(
        kind=ItemKind.DEFINITION,
        claim=claim,
        stem=stem,
        shown=_without(term),
        right=right,
        answer=right.span or claim.span,
        distractors=tuple(as_option(other, term) for other in distractors),
    )


def _without(term: Phrase) -> str:
    """The definition with a gap; what follows the term in brackets says it again."""
    before, after = term.claim.text[: term.span.start], term.claim.text[term.span.end :]
    return before + GAP + re.sub(r"^\s\([^)]*\)", "", after)


class _Terminology:
    """The terms that a library uses, as they stand in its claims."""

    def __init__(self, claims: Sequence[Claim], thesaurus: Thesaurus) -> None:
        self._thesaurus = thesaurus
        self._genders = Genders(claims)
        self._alike: dict[tuple[object, ...], list[Phrase]] = defaultdict(list)
        named: dict[str, set[str]] = defaultdict(set)
        for claim in claims:
            for concept in thesaurus.concepts_in(claim.text, claim.language):
                named[concept.id].add(claim.article.id)
            for phrase in phrases(claim, thesaurus.mentions_in(claim.text, claim.language)):
                self._alike[phrase.form(self._genders)].append(phrase)
        most = max(COMMON * len({claim.article.id for claim in claims}), FEW)
        self._common = {id_ for id_, articles in named.items() if len(articles) > most}

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
            return term if self._told(term) and not _GERUND.match(term.text) else None
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
            fits = _of_one_sort(term, other) and _agree(term, other) and _head(term) != _head(other)
            if fits and id_ not in unfit and stems & shown <= echoed:
                chosen.setdefault(id_, other)
        echoing = [each for each in chosen.values() if echoed <= set(terms(each.text, language))]
        if len(echoing) < (FEWEST if echoed - EVERYWHERE else bool(echoed)):
            return []
        ranked = sorted(chosen.values(), key=lambda other: _rank(term, other, echoing))
        related = [other for other in ranked if are_related(term.concept, other.concept)]
        if len(related) < RIVALS and not _SAYS_SO.search(term.claim.text):
            return []
        return [*related, *(other for other in ranked if other not in related)][:MOST]

    def _told(self, term: Phrase) -> bool:
        """Whether the definition tells what the term is, by other concepts and without its name.

        What everything in the library is about would be guessed.
        """
        rest = self._thesaurus.concepts_in(_without(term), term.claim.language)
        named = {each.id for each in rest}
        id_ = term.concept.id
        told_by = len(named) >= SPEAKS_OF or _SAYS_SO.search(term.claim.text) is not None
        return id_ not in named and id_ not in self._common and told_by


def _rank(term: Phrase, other: Phrase, echoing: Sequence[Phrase]) -> tuple[bool, bool, bool, str]:
    """Those first that echo the definition as the term does, then the likest in sort."""
    several = (" " in term.text) != (" " in other.text)
    digest = lot(f"{term.claim.text}{other.concept.id}")
    return (other not in echoing, not _groups(term) & _groups(other), several, digest)


def _of_one_sort(term: Phrase, other: Phrase) -> bool:
    """Whether both are people, or neither is, and one theme has both or one is related."""
    people = bool(_groups(term) & PEOPLE) == bool(_groups(other) & PEOPLE)
    return people and (
        are_related(term.concept, other.concept) or bool(_groups(term) & _groups(other))
    )


def _groups(term: Phrase) -> frozenset[str]:
    return concept_groups().get(term.concept.id, frozenset())


def _agree(term: Phrase, other: Phrase) -> bool:
    """Whether a term after a singular article stands beside no plural one."""
    singular = ("le", "la", "l'", "l’", "un", "une", "a", "an")
    return term.determiner not in singular or other.determiner not in ("les", "des", "aux")


def _head(term: Phrase) -> str:
    """The noun that says what sort of thing it is: one programme may be another by its name."""
    words = folded(term.text).split()
    return words[-1 if term.claim.language == "en" else 0]


def _is_definition(rest: str, language: str) -> bool:
    """`rest`: what follows the term."""
    if len(rest.split()) < LONG_ENOUGH or _NO_DEFINITION.match(rest):
        return False
    said_so = _SAYS_SO.search(rest) and _IS[language].match(rest)
    return bool(said_so or _DEFINES[language].match(rest))


def _near(concept: Concept, thesaurus: Thesaurus) -> frozenset[str]:
    """The concept with those that are broader or narrower: much the same may be true."""
    narrower = (each.id for each in thesaurus.narrower(concept))
    return frozenset((concept.id, *concept.broader, *narrower))
