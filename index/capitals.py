"""Queries typed in capitals, read as people write them.

The embedded model knows "What is a customer worth?" better than "WHAT IS A CUSTOMER WORTH?", and
in the latter nothing tells a name from a verb. Acronyms stay as they are: in a text in capitals,
they are those of the thesaurus and whatever has no vowel or has a digit.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.characters import without_accents
from corpus.language import question_language
from index.analysis import is_function_word
from index.thesaurus import Thesaurus, cx_thesaurus

MOSTLY = 0.8  # share of capitals from which they say nothing
LONG = 6  # letters; in capitals, so long a word is none but a word in capitals

_WORD = re.compile(r"[^\W_]+")
_VOWEL = re.compile(r"[aeiouy]")
# Words that an acronym looks like, besides the function words.
_ALSO_NOUNS = {"en": frozenset({"cab", "ex", "sea"}), "fr": frozenset({"ex", "mot"})}
_ALSO_WORDS = {"en": frozenset[str](), "fr": frozenset({"bu", "roi", "si", "va"})}
# Before "CES", "ROI" or "SI" it shows that the acronym is meant: the French words take none.
_ARTICLE = re.compile(r"\b(?:le|du|au|un|quel|the|an)\W$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of a query, and the acronym that it may be; "" when it is none."""

    start: int
    end: int
    written: str
    acronym: str


def without_capitals(query: str) -> str:
    """`query`, in lower case but for acronyms and its first letter if it is typed in capitals.

    Any other query comes back as it is, and so does one of acronyms alone.
    """
    if not _mostly_capitals(query):
        return query
    thesaurus = cx_thesaurus()
    language = question_language(query.lower())
    words = list(_words(query, thesaurus))
    if not _shouted(words, language):
        return query
    pieces, end = [], 0
    for word in words:
        before = query[: word.start]
        pieces += [query[end : word.start], _small(word, before, language)]
        end = word.end
    text = "".join((*pieces, query[end:]))
    first = words[0].start
    return text[:first] + text[first].upper() + text[first + 1 :]


def _words(query: str, thesaurus: Thesaurus) -> Iterator[_Word]:
    for found in _WORD.finditer(query):
        yield _Word(*found.span(), found.group(), _acronym(found.group(), thesaurus))


def _acronym(written: str, thesaurus: Thesaurus) -> str:
    """The acronym as it is written in a text, with the small s of its plural."""
    if known := thesaurus.acronym(written):
        return known
    if written.endswith(("s", "S")) and (known := thesaurus.acronym(written[:-1])):
        return f"{known}s"
    no_word = not _VOWEL.search(without_accents(written.lower()))
    return written if len(written) > 1 and (no_word or not written.isalpha()) else ""


def _shouted(words: Sequence[_Word], language: str) -> bool:
    """Whether it is the words that are in capitals, and not only acronyms."""
    plain = [word.written for word in words if not word.acronym]
    return _mostly_capitals("".join(plain)) and any(
        len(word) >= LONG or is_function_word(word, language) for word in plain
    )


def _mostly_capitals(text: str) -> bool:
    letters = [character for character in text if character.isalpha()]
    return sum(map(str.isupper, letters)) >= MOSTLY * len(letters) > 0


def _small(word: _Word, before: str, language: str) -> str:
    small = word.written.lower()
    if word.acronym and not _is_word(small, before, language):
        return word.acronym
    return "I" if small == "i" and language == "en" else small


def _is_word(small: str, before: str, language: str) -> bool:
    """Whether what looks like an acronym is a word of the language where it stands."""
    if small in _ALSO_NOUNS[language]:
        return True
    could_be = small in _ALSO_WORDS[language] or is_function_word(small, language)
    return could_be and not _ARTICLE.search(before)
