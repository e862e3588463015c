"""Texts for people, always in both languages of the product.

A text is written once, at the place that knows what happened, in English and in French;
the language is chosen only when it is shown. So an error can cross every layer without a
catalogue of message keys.
"""

from typing import Literal, NamedTuple

InterfaceLanguage = Literal["en", "fr"]


class Wording(NamedTuple):
    """One text in English and in French."""

    en: str
    fr: str

    def in_language(self, language: str) -> str:
        """Return the French text for "fr", the English one for every other language."""
        return self.fr if language == "fr" else self.en


class KnownError(Exception):
    """Something that a person can mend; says what is wrong and what to do, in both languages."""

    def __init__(self, *, en: str, fr: str) -> None:
        super().__init__(en)
        self.wording = Wording(en=en, fr=fr)
