"""One notion of the field, whatever it is called in either language."""

from collections.abc import Mapping
from dataclasses import dataclass, field

LANGUAGES = ("en", "fr")


@dataclass(frozen=True)
class Concept:
    """A concept as SKOS has it: preferred and alternative labels, and its neighbours by id.

    https://www.w3.org/TR/skos-reference/
    """

    id: str
    terms: Mapping[str, tuple[str, ...]] = field(hash=False)  # by language, the preferred first
    acronyms: tuple[str, ...] = ()  # of either language: people use both
    # Words that mean something else as well. They name the concept beside a related one only:
    # a "report" is a text, but to whom a CCO "reports" is a matter of hierarchy.
    ambiguous: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    broader: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    note: Mapping[str, str] = field(default_factory=dict, hash=False)  # by language

    def label(self, language: str) -> str:
        """The preferred term; in English for a language that the thesaurus does not have."""
        return self.terms.get(language, self.terms["en"])[0]

    def names(self, language: str) -> tuple[str, ...]:
        """What shows the concept in a text that is looked for, the most usual first.

        Ambiguous words too, last: next to the rest of what is asked they are plain enough.
        """
        if language not in self.terms:
            return ()
        preferred, *others = self.terms[language]
        return (preferred, *self.acronyms, *others, *self.ambiguous.get(language, ()))
