"""Nouns of the library that name a concept, and what may stand in their place grammatically."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.characters import folded
from index.analysis import places, terms, words
from index.passage import Span
from index.thesaurus import Concept, Mention
from qa.training.items.claim import Claim
from qa.training.items.draft import Option

_DETERMINER = {
    "en": re.compile(r"(?<!\w)(?:the|an?)\s$", re.IGNORECASE),
    "fr": re.compile(
        r"(?<!\w)(?:de\sla\s|de\sl['’]|à\sla\s|à\sl['’]|le\s|la\s|les\s|l['’]|une?\s|des\s|du\s|aux?\s"
        r"|d['’]|de\s|en\s)$",
        re.IGNORECASE,
    ),
}
# What may stand before a phrase without an article, and after any phrase: nothing that belongs
# to it, as "strong" in "a strong culture" and "client" in « la culture client ».
_BEFORE = {
    "en": re.compile(
        r"(?:^|[,(]\s|\b(?:of|in|on|for|to|with|by|from|and|or|than|as|between|through|without|into|about"
        r"|over|against|is|are|on|towards?|behind|between|rather\sthan|not)\s)$",
        re.IGNORECASE,
    ),
    "fr": re.compile(r"(?:^|[,(]\s|\b(?:par|sans|et|ou|que|comme)\s)$", re.IGNORECASE),
}
_AFTER = {
    "en": re.compile(
        r"(?:[.,]|\s(?:is|are|was|were|has|have|can|cannot|must|should|may|might|will|would|does|do|in"
        r"|on|at|by|for|from|to|with|without|and|or|but|than|that|which|when|while|if|as|because|before"
        r"|after|between|through|across|rather|not|depends?|comes?|means?|needs?|begins?|starts?|rests?"
        r"|according|who|into|over|against|only|gives?|makes?|remains?|shows?|became|helps?)\b)"
    ),
    "fr": re.compile(
        r"(?:[.,]|\s(?:est|sont|était|a|ont|doit|doivent|peut|peuvent|dans|sur|par|pour|avec|sans|et|ou"
        r"|mais|que|qui|quand|si|comme|avant|après|entre|chez|ne|à|au|aux|en|plutôt|se|dès|reste|repose"
        r"|commence|dépend|selon|passe|vient|veut|fait|devient|suppose|demande)\b|\s(?:n|s|qu|lorsqu)['’])"
    ),
}
_LISTED_BEFORE = re.compile(r"\b(?:and|or|et|ou|ni|nor)\s$|\w,\s$")
_LISTED_AFTER = re.compile(
    r"(?:,\s\w+(?:\s\w+){0,4}(?:,|\s(?:and|or|et|ou)\s)|\s(?:and|or|et|ou)\s)"
)
_SINGULAR = frozenset(
    ("le", "la", "l'", "l’", "un", "une", "du", "au", "de la", "de l'", "à la", "à l'", "a", "an")
)
_MASCULINE = re.compile(r"\b(?:le|un|du|au|ce|cet)\s(\w+)", re.IGNORECASE)
_FEMININE = re.compile(r"\b(?:la|une|cette)\s(\w+)", re.IGNORECASE)
_VOWEL = re.compile(r"[aeiou]|h(?!ier|uit|asard)")
_VERB_FIRST = re.compile(r"\w+\s(?:the|loops?)\b", re.IGNORECASE)  # "close the loop"
_MOST_WORDS = 5


@dataclass(frozen=True, slots=True)
class Phrase:
    """Where a claim names a concept: `span` is of the claim's text, the article left out."""

    claim: Claim
    span: Span
    concept: Concept
    determiner: str  # before it, in lower case; empty without one

    @property
    def text(self) -> str:
        return self.claim.text[self.span.start : self.span.end]

    @property
    def is_plural(self) -> bool:
        if self.determiner in _SINGULAR:
            return False
        nouns = self.text.split()
        head = nouns[0] if self.claim.language == "fr" else nouns[-1]
        return head.endswith(("s", "x")) and not head.isupper() and not head.endswith("ss")

    @property
    def is_common(self) -> bool:
        """Whether it is written small or an acronym, not as a name is."""
        return self.text.islower() or self.text.rstrip("s").isupper()

    @property
    def begins(self) -> bool:
        """Whether the claim begins with it."""
        return self.span.start <= len(self.determiner) + 1

    @property
    def is_listed(self) -> bool:
        """Whether it stands in a list, where much else could stand."""
        before, after = self.claim.text[: self.span.start], self.claim.text[self.span.end :]
        if self.determiner:
            before = before.rstrip()[: -len(self.determiner)]
        return bool(_LISTED_BEFORE.search(before) or _LISTED_AFTER.match(after))

    def form(self, genders: "Genders") -> tuple[object, ...]:
        """Phrases of one form fit where one of them stands, and nothing shows which one did.

        A capital aside: it goes with the place.
        """
        language = self.claim.language
        counted = self.determiner in ("the", "a", "an", "un", "une")
        elided = bool(_VOWEL.match(folded(self.text)))
        return (
            language,
            counted,
            self.text.rstrip("s").isupper(),
            self.is_plural,
            elided if language == "fr" and not self.is_plural else None,
            genders.of(self),
        )

    def sounds_like(self, right: "Phrase") -> bool:
        """Whether it takes "a" or "an" as the right one does, where one of them is shown."""
        if right.determiner not in ("a", "an"):
            return True
        return bool(_VOWEL.match(folded(self.text))) == bool(_VOWEL.match(folded(right.text)))


def as_option(phrase: Phrase, right: Phrase) -> Option:
    """With the capital of the right one, which may stand at the beginning of a sentence."""
    article, text = phrase.claim.article, phrase.text
    if text[0].isupper() == right.text[0].isupper() or text.isupper():
        start = phrase.claim.span.start + phrase.span.start
        return Option(text, article.id, Span(start, start + len(text)))
    first = text[0].upper() if right.text[0].isupper() else text[0].lower()
    return Option(first + text[1:], article.id)


def phrases(claim: Claim, mentions: Sequence[Mention]) -> Iterator[Phrase]:
    """Phrases of a claim, in order, that are whole: nothing before or after belongs to them.

    `mentions`: the concepts that it names, see `Thesaurus.mentions_in`.
    """
    text, language = claim.text, claim.language
    spans = places(text, language)
    if len(spans) != len(words(text, language)):
        return
    for mention in mentions:
        start, end = spans[mention.start][0], spans[mention.end - 1][1]
        found = _DETERMINER[language].search(text[:start])
        whole = found is not None or _BEFORE[language].search(text[:start]) is not None
        name = text[start:end]
        if (
            whole
            and _AFTER[language].match(text[end:])
            and _names(name, mention.concept, language)
            and not _VERB_FIRST.match(name)
            and (found or " " in name or name.isupper())
            and len(name.split()) <= _MOST_WORDS
        ):
            determiner = found.group().casefold() if found else ""
            yield Phrase(claim, Span(start, end), mention.concept, determiner.strip())


def _names(written: str, concept: Concept, language: str) -> bool:
    """Whether it is one of the concept's names, and near the usual one.

    A "course" is not to everybody what "training" is.
    """
    usual = set(terms(concept.label(language), language))
    if not written.isupper() and not usual & set(terms(written, language)):
        return False
    return _singular(written) in {_singular(name) for name in concept.names(language)}


def _singular(name: str) -> str:
    return " ".join(word.rstrip("sx") for word in folded(name).replace("-", " ").split())


class Genders:
    """Of French nouns, as the articles before them tell; a noun seen with both has none."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        seen: dict[str, Counter[str]] = defaultdict(Counter)
        for claim in claims:
            if claim.language == "fr":
                for gender, pattern in (("m", _MASCULINE), ("f", _FEMININE)):
                    for noun in pattern.findall(claim.text):
                        seen[noun.casefold()][gender] += 1
        self._of = {noun: max(both, key=lambda g: both[g]) for noun, both in seen.items()}

    def of(self, phrase: Phrase) -> str:
        """Masculine is "m", feminine "f"; "?" where nothing tells; empty for English."""
        if phrase.claim.language != "fr":
            return ""
        if phrase.determiner in ("le", "un", "du", "au"):
            return "m"
        if phrase.determiner in ("la", "une", "de la", "à la"):
            return "f"
        head = re.match(r"\w+", phrase.text.casefold())
        noun = head.group() if head else ""
        return self._of.get(noun) or self._of.get(noun.rstrip("sx")) or "?"
