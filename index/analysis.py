"""Text to terms for lexical search, by language."""

import re
import unicodedata
from functools import cache, lru_cache
from typing import Any

from corpus.characters import without_accents

VERSION = 2  # part of the index fingerprint: change it when terms change

_STEMMERS = {
    "fr": "french", "en": "english", "de": "german", "es": "spanish", "it": "italian",
    "nl": "dutch", "pt": "portuguese",
}  # fmt: skip
_ELISION = re.compile(r"\b(?:[cdjlmnst]|qu|lorsqu|puisqu|quoiqu|jusqu)['’](?=\w)", re.IGNORECASE)
_ACRONYM = re.compile(r"[A-Z]{2,5}")
_TERM = re.compile(r"\w+")
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae"})  # letters to Unicode; keyboards lack them


def terms(text: str, language: str) -> list[str]:
    """Stems of the words that carry meaning, in order, without accents.

    Stemmed before accents are folded, because the French stemmer reads them; folded after,
    because people leave them out. Stop words in capitals are acronyms: CES, AI.
    """
    written = [
        word.casefold().translate(_LIGATURES)
        for word in words(text, language)
        if not is_function_word(word, language) or _ACRONYM.fullmatch(word)
    ]
    stemmer = _stemmer(language)
    stems = stemmer.stemWords(written) if stemmer else written
    return [without_accents(stem) for stem in stems]


def words(text: str, language: str) -> list[str]:
    """All words as they are written, in order, without what French elides before them."""
    text = unicodedata.normalize("NFKC", text)
    return _TERM.findall(_ELISION.sub("", text) if language == "fr" else text)


def places(text: str, language: str) -> list[tuple[int, int]]:
    """Where each of the `words` stands in the text as it is written: start and end."""
    if language == "fr":
        text = _ELISION.sub(lambda elided: " " * len(elided[0]), text)
    return [found.span() for found in _TERM.finditer(text)]


@lru_cache(maxsize=20_000)
def stem(word: str, language: str) -> str:
    """The term of a single word; "" for a function word."""
    return "".join(terms(word, language))


def is_function_word(word: str, language: str) -> bool:
    """Whether `word` carries no meaning of its own, as "the" and "avec"."""
    return without_accents(word.casefold()) in _stop_words(language)


@cache
def _stop_words(language: str) -> frozenset[str]:
    from bm25s import stopwords

    listed = {"fr": stopwords.STOPWORDS_FRENCH, "en": stopwords.STOPWORDS_EN_PLUS}.get(language, ())
    # Words of questions, which the lists leave in and which no passage is about.
    asked = {
        "fr": "quel quelle quels quelles quoi comment pourquoi combien où quand si plus doit "
        "doivent peut peuvent faut cela ça cette cet être avoir fait entre chez",
        "en": "whose could would may might must shall us many much",
    }.get(language, "")
    return frozenset(without_accents(word) for word in (*listed, *asked.split()))


@cache
def _stemmer(language: str) -> Any:
    import Stemmer

    name = _STEMMERS.get(language)
    return Stemmer.Stemmer(name) if name else None
