"""The concepts of the field and the ways between them."""

from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property, lru_cache

from index.analysis import terms
from index.thesaurus.concept import Concept
from index.thesaurus.recognition import Mention, Recogniser
from index.thesaurus.wording import wording_of

REMEMBERED = 8192  # texts whose mentions are kept: rules ask for those of one sentence many times
Form = tuple[str, ...]  # stems that together show a concept


class Thesaurus:
    """Concepts, found in a text and by their neighbours."""

    def __init__(self, concepts: Sequence[Concept]) -> None:
        self.concepts = tuple(concepts)
        self._recognised = lru_cache(maxsize=REMEMBERED)(Recogniser(self.concepts).mentions_in)
        self._forms: dict[tuple[str, str], tuple[Form, ...]] = {}

    def mentions_in(self, text: str, language: str) -> list[Mention]:
        """Which words of a text name which concept, in order; no two mentions overlap."""
        return list(self._recognised(text, language))

    def concepts_in(self, text: str, language: str) -> list[Concept]:
        """Concepts that a text names, each once, in order."""
        named = {m.concept.id: m.concept for m in self.mentions_in(text, language)}
        return list(named.values())

    def acronym(self, word: str) -> str:
        """The acronym that `word` is in any case, as it is written; "" when it is none."""
        return self._acronyms.get(word.casefold(), "")

    def forms(self, concept: Concept, language: str) -> tuple[Form, ...]:
        """Stems of each of the concept's names in a language, each form once."""
        key = concept.id, language
        if key not in self._forms:
            shown = [name for name in concept.names(language) if _shows(name, concept, language)]
            stems = (tuple(dict.fromkeys(terms(name, language))) for name in shown)
            self._forms[key] = tuple(dict.fromkeys(form for form in stems if form))
        return self._forms[key]

    def narrower(self, concept: Concept) -> Sequence[Concept]:
        """Concepts one step narrower, in the order of the thesaurus."""
        return self._narrower[concept.id]

    @cached_property
    def _acronyms(self) -> dict[str, str]:
        """As written, by their letters in lower case."""
        return {each.casefold(): each for concept in self.concepts for each in concept.acronyms}

    @cached_property
    def _narrower(self) -> dict[str, list[Concept]]:
        table: dict[str, list[Concept]] = defaultdict(list)
        for concept in self.concepts:
            for id_ in concept.broader:
                table[id_].append(concept)
        return table


def _shows(name: str, concept: Concept, language: str) -> bool:
    """Whether stems are enough to see a name: "hold" is not "on hold".

    Such a name counts where it is the preferred one and nothing shows the concept better.
    """
    _, literal = wording_of(name, language).pattern
    return not literal or name == concept.label(language)
