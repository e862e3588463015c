"""Concepts, recognised in a text by what they are called there."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile

from corpus.characters import without_accents
from index.thesaurus.concept import LANGUAGES, Concept
from index.thesaurus.wording import Wording, acronym_at, wording_of


@dataclass(frozen=True, slots=True)
class Mention:
    """A concept in a text: named by its words from `start` up to `end`, counted in words."""

    concept: Concept
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Term:
    keys: tuple[str, ...]
    literal: bool  # every key counts; otherwise those of function words are left out
    written: str
    concept: Concept
    ambiguous: bool


class Recogniser:
    """Finds concepts by their terms; of two terms that fit, the longer one."""

    def __init__(self, concepts: Sequence[Concept]) -> None:
        self._concepts = concepts

    def mentions_in(self, text: str, language: str) -> list[Mention]:
        """Mentions in order, none of which overlaps another.

        An ambiguous term counts where a term that is none names a neighbour of its concept.
        """
        wording = wording_of(text, language)
        settled: list[Mention] = []
        doubtful: list[Mention] = []
        at = 0
        while at < len(wording.keys):
            readings = self._readings(wording, at, language)
            mentions = [Mention(term.concept, at, end) for end, term in readings]
            firm = [
                m for m, (_, term) in zip(mentions, readings, strict=True) if not term.ambiguous
            ]
            if firm:
                settled.append(firm[0])
            else:
                doubtful += mentions
            at = readings[0][0] if readings else at + 1
        named = {mention.concept.id for mention in settled}
        taken: set[int] = set()
        for mention in doubtful:
            if self._neighbours[mention.concept.id] & named and mention.start not in taken:
                settled.append(mention)
                taken.add(mention.start)
        return sorted(settled, key=lambda mention: mention.start)

    def _readings(self, wording: Wording, at: int, language: str) -> list[tuple[int, _Term]]:
        """The longest terms that begin at a word, each after its end.

        One stem may be that of several words, as of "governance" and "government": then what
        is written most alike is meant.
        """
        found = [
            (end, term)
            for term in self._terms_from.get(language, {}).get(wording.keys[at], ())
            if (end := wording.end_of(term.keys, at, term.literal))
        ]
        if not found:
            term = self._by_acronym.get(acronym_at(wording, at))
            return [(at + 1, term)] if term else []
        longest = max(end for end, _ in found)
        alike = {
            term: _likeness(wording.between(at, longest), term.written)
            for end, term in found
            if end == longest
        }
        best = max(alike.values())
        return [(longest, term) for term, likeness in alike.items() if likeness == best]

    @cached_property
    def _terms_from(self) -> dict[str, dict[str, list[_Term]]]:
        """Language -> first key -> terms that begin with it."""
        table: dict[str, dict[str, list[_Term]]] = {}
        for language in LANGUAGES:
            table[language] = defaultdict(list)
            for term in self._terms_of(language):
                table[language][term.keys[0]].append(term)
        return table

    def _terms_of(self, language: str) -> Iterator[_Term]:
        for concept in self._concepts:
            ambiguous = concept.ambiguous.get(language, ())
            for name in (*concept.terms[language], *ambiguous):
                wording = wording_of(name, language)
                keys, literal = wording.pattern
                if keys:
                    written = wording.between(0, len(wording.keys))
                    yield _Term(keys, literal, written, concept, name in ambiguous)

    @cached_property
    def _by_acronym(self) -> dict[str, _Term]:
        return {
            acronym.casefold(): _Term((), True, acronym, concept, False)
            for concept in self._concepts
            for acronym in concept.acronyms
        }

    @cached_property
    def _neighbours(self) -> dict[str, set[str]]:
        """Id -> ids one step away, whichever of the two says so."""
        table: dict[str, set[str]] = defaultdict(set)
        for concept in self._concepts:
            for other in (*concept.related, *concept.broader):
                table[concept.id].add(other)
                table[other].add(concept.id)
        return table


def _likeness(one: str, other: str) -> tuple[int, int, int]:
    """Length of the common beginning, then of what is left; accents, often left out, come last."""
    plain, other_plain = without_accents(one), without_accents(other)
    return (
        _shared(plain, other_plain),
        -abs(len(plain) - len(other_plain)),
        _shared(one, other),
    )


def _shared(one: str, other: str) -> int:
    """Number of letters that both begin with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
