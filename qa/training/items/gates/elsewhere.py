"""Wrong options come from other passages, and the quote does not say them, too."""

from corpus.characters import folded
from corpus.wording import Wording
from qa.numbers import numbers
from qa.training.item import ItemKind
from qa.training.items.draft import Draft, Option
from qa.training.items.gates.gate import Context

_LABELS = frozenset({ItemKind.TRUE_FALSE, ItemKind.POSITION})


def from_elsewhere(draft: Draft, context: Context) -> Wording | None:
    """Each stands where it is said to stand; labels stand nowhere."""
    if draft.kind in _LABELS:
        return None
    for option in draft.distractors:
        if why := _why_not(option, draft, context):
            return why
    return None


def _why_not(option: Option, draft: Draft, context: Context) -> Wording | None:
    claim = draft.claim
    if _says(draft.quote, option.text, draft.kind):
        return Wording(
            en=f"the quote says “{option.text}”, too",
            fr=f"la citation dit aussi « {option.text} »",
        )
    if option.span is None:
        return None
    here = option.article_id == claim.article.id
    passage = claim.passage
    if here and option.span.start < passage.end and passage.start < option.span.end:
        return Wording(
            en=f"“{option.text}” is of the passage that is asked about",
            fr=f"« {option.text} » vient du passage sur lequel porte la question",
        )
    text = context.article(option.article_id).text
    if text[option.span.start : option.span.end] != option.text:
        return Wording(
            en=f"“{option.text}” does not stand where it should",
            fr=f"« {option.text} » ne se trouve pas à l’endroit indiqué",
        )
    return None


def _says(quote: str, option: str, kind: ItemKind) -> bool:
    if kind is ItemKind.FIGURE:
        return numbers(option) <= numbers(quote)
    return f" {_words(option)} " in f" {_words(quote)} "


def _words(text: str) -> str:
    return " ".join("".join(c if c.isalnum() else " " for c in folded(text)).split())
