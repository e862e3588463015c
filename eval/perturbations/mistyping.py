"""Questions as they are typed in a hurry: typing errors, no accents, upper case."""

import hashlib
import re

import numpy as np

from corpus.characters import without_accents
from eval.gold import GoldItem

SEED = 2026
ONE_IN = 5  # words of at least LONG letters that are mistyped; never none
LONG = 4
_WORD = re.compile(r"[^\W\d_]+")
_ROWS = {
    "en": ("qwertyuiop", "asdfghjkl", "zxcvbnm"),
    "fr": ("azertyuiop", "qsdfghjklm", "wxcvbn"),
}


def typos(item: GoldItem) -> str:
    """Letters swapped, left out, or replaced by the next key, inside of words.

    First and last letters and acronyms stay. The same item always has the same errors.
    """
    digest = hashlib.sha256(f"{SEED} {item.id}".encode()).digest()
    random = np.random.default_rng(int.from_bytes(digest[:8], "big"))
    words = [w for w in _WORD.finditer(item.question) if _can_be_mistyped(w.group())]
    if not words:
        return item.question
    count = max(1, len(words) // ONE_IN)
    chosen = {words[at].start() for at in random.choice(len(words), count, replace=False)}

    def mistyped(found: re.Match[str]) -> str:
        if found.start() not in chosen:
            return found.group()
        return _mistyped(found.group(), item.language, random)

    return _WORD.sub(mistyped, item.question)


def no_accents(item: GoldItem) -> str:
    return without_accents(item.question)


def upper_case(item: GoldItem) -> str:
    return item.question.upper()


def _can_be_mistyped(word: str) -> bool:
    return len(word) >= LONG and not word.isupper()


def _mistyped(word: str, language: str, random: np.random.Generator) -> str:
    at = int(random.integers(1, len(word) - 2)) if len(word) > LONG - 1 else 1
    match int(random.integers(3)):
        case 0 if word[at] != word[at + 1]:
            return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        case 1 if (beside := _next_key(word[at], language)) != word[at]:
            return word[:at] + beside + word[at + 1 :]
        case _:
            return word[:at] + word[at + 1 :]


def _next_key(letter: str, language: str) -> str:
    """The key to the right, or to the left at the end of a row; an accented letter itself."""
    for row in _ROWS[language]:
        if (at := row.find(letter)) >= 0:
            return row[at + 1] if at + 1 < len(row) else row[at - 1]
    return letter
