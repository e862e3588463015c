"""The language of a text or of a question.

A statistical identifier is right on paragraphs and unreliable on « quel ROI »; on short
texts function words decide, and the identifier only where they are silent.
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import Protocol, cast

from corpus.characters import folded
from corpus.wording import Wording

LANGUAGES = ("fr", "en", "de", "es", "it", "nl", "pt")
LANGUAGE_NAMES = {"en": Wording("English", "anglais"), "fr": Wording("French", "français")}
FRENCH_OR_ENGLISH = ("fr", "en")  # in which questions are asked

_SAMPLE = 20_000  # characters; more does not change the verdict
_SHORT = 200  # characters; up to here function words are asked first
_LEAST_CONFIDENCE = 0.5  # of the identifier, over its candidates, on a longer text
_LEAST_CONFIDENCE_SHORT = 0.6

# Function words and question words, folded; words of both languages ("on", "client") are out.
_FRENCH = """
a-t-il au aux avec avoir c'est ce ces cet cette chez combien comme comment contre d dans  de
depuis des doit doit-il doit-on doivent donc du elle elles en entre est est-ce et etre  faire
faut faut-il il ils je l la le les leur leurs lui mais mes mon n ne nos notre nous  ou par pas
peut peut-on plutot pour pourquoi qu quand que quel quelle quelles quels qui  quoi sa sans se
selon ses si son sont sous sur ta te tes ton tous tout toute toutes un  une vers vos votre vous
y a-t-on sert existe rattache meilleur meilleure
"""
_ENGLISH = """
a about after all and any are as at be been before best between but by can could did do  does
for from get give had has have he her his how i if in into is it its list many me  more most
much must my name need no not of or our over shall should she so some tell than  that the their
them then there these they this those to under vs was we were what when  where which who whom
whose why will with without would you your explain
"""
_FUNCTION_WORDS = {"fr": frozenset(_FRENCH.split()), "en": frozenset(_ENGLISH.split())}
_AMBIGUOUS = frozenset({"a", "me", "on", "if", "no", "son", "as", "an", "or", "y", "d", "l", "n"})
_ACCENTS = re.compile(r"[éèêëàâçùûîïôœ«»]", re.I)
_ACRONYM = re.compile(r"\b[A-Z]{2,5}\b")
_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_ACCENT_WEIGHT = 1.5  # English has French words with accents ("résumé"), but few


class _Identifier(Protocol):
    def set_languages(self, langs: list[str]) -> None: ...

    def classify(self, text: str) -> tuple[str, float]: ...


def detect_language(text: str, candidates: Sequence[str] = LANGUAGES) -> str:
    """Return the ISO 639-1 code of the one of `candidates` that `text` is written in, or "".

    Empty when unsure: no letters, or no candidate clearly ahead of the others.
    """
    sample = text[:_SAMPLE]
    if not _WORDS.search(sample):
        return ""
    if len(sample) <= _SHORT:
        words_only = _ACRONYM.sub(" ", sample)  # in "NPS or CES?", CES is no French « ces »
        certain = _by_function_words(sample if sample.isupper() else words_only, candidates)
        if certain or not _WORDS.search(words_only):
            return certain
    language, confidence = _identifier(tuple(candidates)).classify(sample)
    least = _LEAST_CONFIDENCE_SHORT if len(sample) <= _SHORT else _LEAST_CONFIDENCE
    return language if confidence >= least else ""


def question_language(text: str) -> str:
    """Return "fr" or "en", whichever a question is asked in; "en" when unsure."""
    return detect_language(text, FRENCH_OR_ENGLISH) or "en"


def _by_function_words(text: str, candidates: Sequence[str]) -> str:
    """Weigh the function words of French against those of English; "" when they balance."""
    words = _WORDS.findall(folded(text).replace("'", " "))
    weights = {
        language: sum(0.5 if word in _AMBIGUOUS else 1.0 for word in words if word in known)
        for language, known in _FUNCTION_WORDS.items()
        if language in candidates
    }
    if "fr" in weights and _ACCENTS.search(text):
        weights["fr"] += _ACCENT_WEIGHT
    if set(weights) != set(candidates):
        return ""  # other languages share these words: leave it to the identifier
    ranked = sorted(weights, key=lambda language: weights[language], reverse=True)
    best = weights[ranked[0]]
    second = weights[ranked[1]] if len(ranked) > 1 else 0.0
    return ranked[0] if best > second else ""


@cache
def _identifier(candidates: tuple[str, ...]) -> _Identifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(list(candidates))
    return cast(_Identifier, identifier)
