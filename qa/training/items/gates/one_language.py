"""Stem, sentence and options are all in the language of the claim."""

import re

from corpus.language import FRENCH_OR_ENGLISH, detect_language
from corpus.wording import Wording
from qa.training.item import ItemKind
from qa.training.items.draft import Draft
from qa.training.items.gates.gate import Context, options_of

_TELLING = 6  # words; of fewer, names and borrowed terms may be the most
_TITLE = re.compile(r"«[^»]*»|“[^”]*”")  # of a work, which has one in its own language
_NAMES = frozenset({ItemKind.WHO_SAID, ItemKind.SOURCE})  # are in no language


def one_language(draft: Draft, context: Context) -> Wording | None:
    """By what is written, and by the passage that an option is taken from."""
    language = draft.language
    texts = [_TITLE.sub("", draft.stem), draft.shown]
    if draft.kind not in _NAMES:
        texts += [option.text for option in options_of(draft)]
        for option in draft.distractors:
            passage = context.passage(option.article_id, option.span) if option.span else None
            if passage and passage.language != language:
                return _other(option.text)
    for text in texts:
        if len(text.split()) >= _TELLING and not _is_in(language, text):
            return _other(text)
    return None


def _is_in(language: str, text: str) -> bool:
    return detect_language(text, FRENCH_OR_ENGLISH) in (language, "")


def _other(text: str) -> Wording:
    return Wording(
        en=f"“{text}” is in another language", fr=f"« {text} » est dans une autre langue"
    )
