"""List completion inside a sentence: "depends on three variables: …, ____ and …"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.wording import Wording
from index.passage import Span
from index.snapshot import Snapshot
from index.thesaurus import Thesaurus
from qa.training.item import ItemKind
from qa.training.items.claim import Claim
from qa.training.items.draft import Draft, Option
from qa.training.items.lists import VERB
from qa.training.items.lot import lot
from qa.training.items.stating import Statement, stated

GAP = "____"
FEWEST, MOST = 3, 9  # distractors
ASKED = 1  # elements of one enumeration at most
SHORTEST = 3  # elements of an enumeration that is asked about: beside one alone much would do
WORDS = (2, 9)  # of an element
PLAIN = Wording(
    en="What is missing from this list?",
    fr="Que manque-t-il dans cette énumération\u00a0?",
)
WITH_SOURCE = Wording(
    en="What is missing from this list, according to {source}?",
    fr="Que manque-t-il dans cette énumération, d’après {source}\u00a0?",
)

_COUNTS = {
    "en": ("two", "three", "four", "five", "six", "seven", "eight"),
    "fr": ("deux", "trois", "quatre", "cinq", "six", "sept", "huit"),
}
# What is counted just before. Obstacles and mistakes may be exchanged for each other; of whatever
# else is counted, the elements of one list would be odd in another.
_NOUNS = {
    "en": "reasons|obstacles|barriers|causes|risks|mistakes",
    "fr": "raisons|obstacles|freins|causes|risques|erreurs",
}
_COUNTED = {
    language: re.compile(
        rf"\b({'|'.join(counts)})\s(?:[\w-]+\s)?(?:{_NOUNS[language]})\b", re.IGNORECASE
    )
    for language, counts in _COUNTS.items()
}
_SEPARATED = {
    "en": re.compile(r",\s(?:and|or)\s|,\s|\s(?:and|or)\s"),
    "fr": re.compile(r",\s(?:et|ou)\s|,\s|\s(?:et|ou)\s"),
}
_DETERMINER = re.compile(
    r"(?:an?|the|no|its|their|un|une|le|la|les|son|sa|ses|leurs?|des|du)\b|l['’]", re.IGNORECASE
)
_PRONOUN = re.compile(r"(?:les|le|la|en|y)\s\w+er\b|not\b|those\b")
_INFINITIVE = re.compile(r"(?:se\s|s['’])?\w{2,}(?:er|ir|re|oir)\b")


@dataclass(frozen=True, slots=True)
class _Element:
    """An element of an enumeration, in `claim`; `span` is in its text."""

    claim: Claim
    span: Span

    @property
    def text(self) -> str:
        return self.claim.text[self.span.start : self.span.end]

    @property
    def option(self) -> Option:
        start = self.claim.span.start
        span = Span(start + self.span.start, start + self.span.end)
        return Option(self.text, self.claim.article.id, span)

    @property
    def form(self) -> tuple[str, str]:
        """The language and the build, which another element must share to stand in its place."""
        french = self.claim.language == "fr"
        if french and _INFINITIVE.match(self.text):
            build = "infinitive"
        elif french and not _DETERMINER.match(self.text):
            build = "bare"
        else:
            build = "phrase"
        return self.claim.language, build


def drafts(claims: Sequence[Claim], snapshot: Snapshot) -> Iterator[Draft]:
    """Enumerations that are as long as they are said to be, without one of their elements."""
    thesaurus = snapshot.thesaurus
    found = {claim: elements for claim in claims if (elements := _elements(claim))}
    every = [element for elements in found.values() for element in elements]
    for claim, elements in found.items():
        statement, about = stated(claim), _about(claim, thesaurus)
        of_one_subject = [each for each in every if _about(each.claim, thesaurus) & about]
        if statement is None or len(elements) < SHORTEST:
            continue
        asked = 0
        for element in sorted(elements, key=lambda each: lot(each.text)):
            others = _others(element, of_one_subject, thesaurus)
            alone = statement.text.count(element.text) == 1 and not _is_parallel(element, elements)
            if asked < ASKED and alone and len(others) >= FEWEST:
                asked += 1
                yield _draft(element, statement, others)


def _elements(claim: Claim) -> list[_Element]:
    """What stands after the colon, if it is as many phrases as the sentence says; else none."""
    text, language = claim.text, claim.language
    before, colon, after = text.partition(": ")
    counted = _COUNTED[language].findall(before)
    if len(counted) != 1 or not colon or ":" in after:
        return []
    start, end = len(before) + len(colon), len(text.rstrip(" ."))
    separators = list(_SEPARATED[language].finditer(text, start, end))
    starts = (start, *(each.end() for each in separators))
    ends = (*(each.start() for each in separators), end)
    elements = [_Element(claim, Span(*span)) for span in zip(starts, ends, strict=True)]
    as_many = _COUNTS[language].index(counted[0].casefold()) + 2 == len(elements)
    return elements if as_many and all(map(_is_usable, elements)) else []


def _about(claim: Claim, thesaurus: Thesaurus) -> frozenset[str]:
    """Ids of the concepts in what announces the list, as the obstacles to something."""
    announced = _COUNTED[claim.language].sub(" ", claim.text.partition(":")[0])
    return frozenset(each.id for each in thesaurus.concepts_in(announced, claim.language))


def _is_usable(element: _Element) -> bool:
    """Whether it is a phrase that makes sense alone: neither one word nor a clause."""
    shortest, longest = WORDS
    text = element.text
    clause = VERB[element.claim.language].search(text) or _PRONOUN.match(text)
    return shortest <= len(text.split()) <= longest and not clause


def _is_parallel(element: _Element, elements: Sequence[_Element]) -> bool:
    """Whether another one begins with the same words: "its effect on …, its effect on …"."""
    begins = element.text.split()[:2]
    return any(each.text.split()[:2] == begins for each in elements if each is not element)


def _others(element: _Element, every: Sequence[_Element], thesaurus: Thesaurus) -> list[_Element]:
    """Those of other works' enumerations that are built alike and name other concepts."""
    claim = element.claim
    here = {each.id for each in thesaurus.concepts_in(claim.text, claim.language)}
    chosen: dict[str, _Element] = {}
    for other in sorted(every, key=lambda each: lot(f"{element.text}{each.text}")):
        concepts = {each.id for each in thesaurus.concepts_in(other.text, claim.language)}
        if (
            other.claim.article.work != claim.article.work
            and other.form == element.form
            and not concepts & here
        ):
            chosen.setdefault(other.text, other)
    return list(chosen.values())[:MOST]


def _draft(element: _Element, statement: Statement, others: Sequence[_Element]) -> Draft:
    right = element.option
    return Draft(
        kind=ItemKind.LIST,
        claim=element.claim,
        stem=statement.asked(PLAIN, WITH_SOURCE),
        shown=statement.text.replace(element.text, GAP),
        right=right,
        answer=right.span or element.claim.span,
        distractors=tuple(other.option for other in others),
    )
