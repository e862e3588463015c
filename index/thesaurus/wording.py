"""The words of a text as terms are compared with them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from corpus.characters import without_accents
from index.analysis import is_function_word, stem, words
from index.thesaurus.concept import LANGUAGES

# Acronyms that are words or prefixes in lower case; function words, as "ces", are known to the
# analysis. Written small, these name nothing.
_ALSO_WORDS = frozenset({"bi", "bu", "cab", "dec", "ex", "mot", "roi", "sea", "si", "va"})


@dataclass(frozen=True)
class Wording:
    """A text's words and, for each, the key that terms are compared by: its stem."""

    written: tuple[str, ...]
    keys: tuple[str, ...]  # of a function word, which has no stem, the word itself
    content: tuple[int, ...]  # positions of the words that are no function words

    @property
    def pattern(self) -> tuple[tuple[str, ...], bool]:
        """Keys by which the text is recognised in another, and whether they are all of them.

        Function words are left out, so that "voix du client" is found in "voix client"; but
        with a single other word they make the difference: to "report to" is not a "report".
        """
        if len(self.content) == 1 < len(self.keys):
            return self.keys, True
        return tuple(self.keys[at] for at in self.content), False

    def end_of(self, keys: Sequence[str], at: int, literal: bool) -> int:
        """Position after a run of keys that begins at a word; 0 where there is no such run."""
        if literal:
            return at + len(keys) if self.keys[at : at + len(keys)] == keys else 0
        first = self._rank.get(at)
        if first is None:
            return 0
        positions = self.content[first : first + len(keys)]
        if tuple(self.keys[position] for position in positions) != keys:
            return 0
        return positions[-1] + 1

    def between(self, start: int, end: int) -> str:
        """The words that carry meaning, as they are written but for capitals."""
        return " ".join(self.written[at].casefold() for at in self.content if start <= at < end)

    @cached_property
    def shouted(self) -> bool:
        """Whether capitals say nothing here: all letters are, those of long words too."""
        return not any(c.islower() for word in self.written for c in word) and any(
            len(word) > 5 for word in self.written
        )

    @cached_property
    def _rank(self) -> dict[int, int]:
        return {position: rank for rank, position in enumerate(self.content)}


def wording_of(text: str, language: str) -> Wording:
    written = tuple(words(text, language))
    stems = [stem(word, language) for word in written]
    return Wording(
        written,
        tuple(
            key or without_accents(word.casefold())
            for word, key in zip(written, stems, strict=True)
        ),
        tuple(position for position, key in enumerate(stems) if key),
    )


def acronym_at(wording: Wording, at: int) -> str:
    """The word as an acronym, in lower case and without a plural's s; "" if it is none.

    Any case will do, as people write "nps"; a word of either language needs its capitals.
    """
    written = wording.written[at]
    if written.endswith("s") and written[:-1].isupper():
        written = written[:-1]
    folded = written.casefold()
    is_word = folded in _ALSO_WORDS or any(is_function_word(folded, each) for each in LANGUAGES)
    return "" if is_word and (wording.shouted or not written.isupper()) else folded
