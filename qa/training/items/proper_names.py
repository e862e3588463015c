"""Does a text name somebody? Asked where a name would give an answer away."""

import re
from collections.abc import Iterable
from itertools import chain

from corpus.article import Article
from index.thesaurus import LANGUAGES, Thesaurus
from qa.names import names

_SMALL = re.compile(r"(?<!\w)[a-zà-ÿœ]+")
_WORD = re.compile(r"\w[\w&.'’-]*\w|\w")
_IN_BRACKETS = re.compile(r"\([^)]*\)")
_ELIDED = re.compile(r"^(?:[cdjlmnst]|qu)['’]", re.IGNORECASE)


class ProperNames:
    """Names of people, firms and places, told from the words of a library and of its field."""

    def __init__(self, articles: Iterable[Article], thesaurus: Thesaurus) -> None:
        terms = (
            name
            for concept in thesaurus.concepts
            for language in LANGUAGES
            for name in concept.terms[language]
        )
        texts = (article.text for article in articles)
        self._small = frozenset(
            _singular(word) for text in chain(texts, terms) for word in _SMALL.findall(text)
        )
        self._thesaurus = thesaurus

    def in_text(self, text: str) -> bool:
        """Also by a first word that neither writes without a capital.

        Acronyms of the field, and what they stand for in brackets, are no names.
        """
        plain = _WORD.sub(self._without_acronym, _IN_BRACKETS.sub("", text))
        first = _WORD.search(plain)
        return bool(names(plain)) or (first is not None and self._is_name(first[0]))

    def _without_acronym(self, found: re.Match[str]) -> str:
        return "it" if self._thesaurus.acronym(found[0].removesuffix("s")) else found[0]

    def _is_name(self, word: str) -> bool:
        small = re.split(r"['’-]", _ELIDED.sub("", word).casefold())[0]
        return small.isalpha() and _singular(small) not in self._small


def _singular(word: str) -> str:
    return word.rstrip("sx")
