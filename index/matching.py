"""Which words of a text match a query: what a person sees highlighted."""

import re
from functools import cached_property
from typing import NamedTuple

from corpus.language import question_language
from index.analysis import places, stem, terms, words
from index.capitals import without_capitals
from index.passage import Span
from index.thesaurus import Thesaurus, cx_thesaurus

_TOGETHER = re.compile(r"[\w '’-]*")  # no punctuation and no new line in between


class _Wanted(NamedTuple):
    """What is looked for in texts of one language."""

    stems: frozenset[str]
    names: tuple[tuple[str, ...], ...]  # of several words: they count where they stand together


class Matcher:
    """Finds the words of one query in texts of any language.

    A word matches by its stem, as in lexical search: the query's own words, and what the
    thesaurus has for them in the language of the text. Of a name of several words the thesaurus
    knows that they belong together, so "client" alone is no match for a "directeur client".
    """

    def __init__(self, query: str, thesaurus: Thesaurus | None = None) -> None:
        self._query = without_capitals(query)
        self._thesaurus = thesaurus or cx_thesaurus()
        self._wanted: dict[str, _Wanted] = {}  # by language

    def spans(self, text: str, language: str) -> tuple[Span, ...]:
        """The matching words of a text, in order; whole words, and never function words."""
        if language not in self._wanted:
            self._wanted[language] = self._wanted_in(language)
        wanted = self._wanted[language]
        found = [Span(start, end) for start, end in places(text, language)]
        stems = [_stem(text[span.start : span.end], language) for span in found]
        content = [at for at, each in enumerate(stems) if each]
        matching = {at for at in content if stems[at] in wanted.stems}
        for name in wanted.names:
            for first in range(len(content) - len(name) + 1):
                run = content[first : first + len(name)]
                if tuple(stems[at] for at in run) != name:
                    continue
                if _TOGETHER.fullmatch(text, found[run[0]].start, found[run[-1]].end):
                    matching.update(run)
        return tuple(found[at] for at in sorted(matching))

    def _wanted_in(self, language: str) -> _Wanted:
        # A function word of the query stays one, whatever it means in the text's language.
        spoken = self._language
        telling = [word for word in words(self._query, spoken) if stem(word, spoken)]
        forms = [
            form
            for concept in self._thesaurus.concepts_in(self._query, spoken)
            for form in self._thesaurus.forms(concept, language)
        ]
        single = {form[0] for form in forms if len(form) == 1}
        return _Wanted(
            frozenset(terms(" ".join(telling), language)) | single,
            tuple(dict.fromkeys(form for form in forms if len(form) > 1)),
        )

    @cached_property
    def _language(self) -> str:
        return question_language(self._query)


def _stem(word: str, language: str) -> str:
    """Of a word of a text; the small s of an acronym's plural, as in CCOs, no stemmer sees."""
    plural = len(word) > 2 and word.endswith("s") and word[:-1].isupper()
    return stem(word[:-1] if plural else word, language)
