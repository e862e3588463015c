"""The CX glossary: what a question names, in the words of both languages."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from index.analysis import terms

LANGUAGES = ("en", "fr")


@dataclass(frozen=True)
class Concept:
    """One concept with its terms by language; acronyms count in both."""

    id: str
    names: dict[str, tuple[str, ...]]


class Glossary:
    """Concepts, found in a text by their terms."""

    def __init__(self, concepts: tuple[Concept, ...]) -> None:
        self.concepts = concepts

    @classmethod
    def read(cls, path: Path = Path(__file__).parent / "glossary.json") -> "Glossary":
        entries = json.loads(path.read_text(encoding="utf-8"))
        return cls(
            tuple(
                Concept(
                    entry["id"],
                    {lang: (*entry[lang], *entry.get("acronyms", ())) for lang in LANGUAGES},
                )
                for entry in entries
            )
        )

    def concepts_in(self, text: str, language: str) -> list[Concept]:
        """Concepts that a text names, in order; a longer term hides the shorter ones in it."""
        words = terms(text, language)
        found: list[Concept] = []
        at = 0
        while at < len(words):
            length, concept = self._longest_at(words, at, language)
            if concept and concept not in found:
                found.append(concept)
            at += length or 1
        return found

    def terms_for(self, text: str, language: str, into: str) -> list[str]:
        """Stems, in the language `into`, of the terms of every concept that `text` names.

        Without those that the text itself would give in its own language.
        """
        own = set(terms(text, language)) if language == into else set()
        found = (
            stem
            for concept in self.concepts_in(text, language)
            for name in concept.names.get(into, ())
            for stem in terms(name, into)
        )
        return [stem for stem in dict.fromkeys(found) if stem not in own]

    def _longest_at(self, words: list[str], at: int, language: str) -> tuple[int, Concept | None]:
        for stems, concept in self._by_first.get(language, {}).get(words[at], ()):
            if words[at : at + len(stems)] == list(stems):
                return len(stems), concept
        return 0, None

    @cached_property
    def _by_first(self) -> dict[str, dict[str, list[tuple[tuple[str, ...], Concept]]]]:
        """Language -> first stem -> terms that begin with it, longest first."""
        table: dict[str, dict[str, list[tuple[tuple[str, ...], Concept]]]] = {}
        for language, stems, concept in self._stemmed():
            table.setdefault(language, {}).setdefault(stems[0], []).append((stems, concept))
        for entries in table.values():
            for terms_of_word in entries.values():
                terms_of_word.sort(key=lambda entry: -len(entry[0]))
        return table

    def _stemmed(self) -> Iterator[tuple[str, tuple[str, ...], Concept]]:
        for concept in self.concepts:
            for language, names in concept.names.items():
                for name in names:
                    if stems := tuple(terms(name, language)):
                        yield language, stems, concept
