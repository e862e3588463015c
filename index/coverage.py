"""How much of what a question names a text speaks about.

A cosine says that two texts are on one topic; it hardly falls when the one fact that was asked
for is missing. Coverage sees just that: it counts the things that the question names, the rare
ones more, and a thing that no passage of the library holds weighs most.
"""

import math
from collections.abc import Collection
from dataclasses import dataclass

from index.analysis import terms, words
from index.contents import Contents
from index.thesaurus import Concept, Mention, Thesaurus

# A word that the thesaurus does not translate may well be there in the other language.
UNTRANSLATED = 0.3

# Stems that stand before the thing that is asked for and say how much of it is wanted.
_QUALIFIERS = frozenset(
    {"main", "key", "major", "most", "import", "top", "best", "differ"}
    | {"princip", "premier", "essentiel", "meilleur", "different"}
    | {"two", "three", "four", "five", "six", "deux", "trois", "quatr", "cinq"}
)


@dataclass(frozen=True, slots=True)
class Need:
    """One thing that a question names, a word or a concept, by the stems that would show it."""

    weight: float  # inverse document frequency
    words: frozenset[str]  # the question's own stems
    forms: dict[str, tuple[frozenset[str], ...]]  # language -> sets of stems; one is enough

    def met_by(self, stems: Collection[str], language: str) -> bool:
        return self.words.issubset(stems) or any(
            form.issubset(stems) for form in self.forms.get(language, ())
        )


class Coverage:
    """The needs of one question over one library."""

    def __init__(
        self, question: str, language: str, thesaurus: Thesaurus, contents: Contents
    ) -> None:
        self._question = question
        self._language = language
        self._thesaurus = thesaurus
        self._contents = contents
        written = words(question, language)
        # A concept that is named twice is needed once, by the words that name it first.
        mentions: dict[str, Mention] = {}
        for mention in thesaurus.mentions_in(question, language):
            mentions.setdefault(mention.concept.id, mention)
        concepts = [
            (m.concept, frozenset(terms(" ".join(written[m.start : m.end]), language)))
            for m in mentions.values()
        ]
        explained = {stem for _, stems in concepts for stem in stems}
        single = [
            stem for stem in dict.fromkeys(terms(question, language)) if stem not in explained
        ]
        self.needs = (
            *(self._concept_need(concept, stems) for concept, stems in concepts),
            *(self._need(frozenset({stem}), {}) for stem in single),
        )

    def of_first(self, stems: Collection[str], language: str) -> bool:
        """Whether a text with these stems speaks of what the question names first.

        "Which main qualities does a CCO need?" wants qualities; the rest says which ones.
        """
        asked = (t for t in terms(self._question, self._language) if t not in _QUALIFIERS)
        first = next(asked, "")
        return any(need.met_by(stems, language) for need in self.needs if first in need.words)

    def of(self, stems: Collection[str], language: str) -> float:
        """Share of the question's weight, 0 to 1, that a text with these stems meets."""
        met = total = 0.0
        for need in self.needs:
            weight = need.weight
            if language != self._language and not need.forms:
                weight *= UNTRANSLATED
            total += weight
            if need.met_by(stems, language):
                met += weight
        return met / total if total else 0.0

    def _concept_need(self, concept: Concept, words: frozenset[str]) -> Need:
        forms = {
            language: tuple(frozenset(f) for f in self._thesaurus.forms(concept, language))
            for language in concept.terms
        }
        return self._need(words, forms)

    def _need(self, words: frozenset[str], forms: dict[str, tuple[frozenset[str], ...]]) -> Need:
        return Need(self._rarity(words, forms), words, forms)

    def _rarity(self, words: frozenset[str], forms: dict[str, tuple[frozenset[str], ...]]) -> float:
        """BM25's inverse document frequency, over the languages in which the need has a form."""
        frequency = size = 0
        for language, index in self._contents.lexical.items():
            if language != self._language and language not in forms:
                continue
            size += len(index)
            alternatives = [words, *forms.get(language, ())]
            frequency += max(
                min(index.document_frequency(stem) for stem in form) for form in alternatives
            )
        return math.log(1 + (size - frequency + 0.5) / (frequency + 0.5))
