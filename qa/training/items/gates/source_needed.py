"""Whoever has not read the source cannot pick the right option out of the question alone."""

import re

from corpus.wording import Wording
from index.analysis import places
from qa.numbers import numbers
from qa.roles import mentions
from qa.training.item import ItemKind
from qa.training.items.draft import Draft
from qa.training.items.gates.gate import Context, asked

_JUDGED = frozenset({ItemKind.TRUE_FALSE, ItemKind.POSITION})
# An item repeats what its list is about, a definition a part of its term, as wrong options do.
_ECHOES = frozenset({ItemKind.LIST, ItemKind.DEFINITION})


def unsaid(draft: Draft, context: Context) -> Wording | None:
    """The question holds no content word of a term or name that is asked for, nor the figure.

    Nor does it name the concept in other words. What may echo the question is left to `no_echo`.
    """
    if draft.kind in _JUDGED or draft.kind in _ECHOES:
        return None
    said = asked(draft)
    if draft.kind is ItemKind.FIGURE:
        told = numbers(draft.right.text) & numbers(said)
    else:
        told = _names(draft.right.text, draft, context) & context.stems(said, draft.language)
        told |= _roles(draft.right.text) & _roles(said)  # marketing directors and the CMO Council
        if draft.kind is ItemKind.CLOZE:
            told |= _concepts(draft.right.text, draft, context) & _concepts(said, draft, context)
    if told:
        return Wording(
            en=f"the question already says “{min(told)}”, of the right option",
            fr=f"la question dit déjà « {min(told)} », qui est dans la bonne réponse",
        )
    return None


def no_echo(draft: Draft, context: Context) -> Wording | None:
    """The right option is not the one that has most words in common with the question."""
    if draft.kind in _JUDGED:
        return None
    said = context.stems(asked(draft), draft.language)

    def echo(text: str) -> int:
        return len(context.stems(text, draft.language) & said)

    right = echo(draft.right.text)
    others = [echo(option.text) for option in draft.distractors]
    if right and others and right > max(others):
        return Wording(
            en="only the right option repeats words of the question",
            fr="seule la bonne réponse reprend des mots de la question",
        )
    return None


def no_set_phrase(draft: Draft, context: Context) -> Wording | None:
    """What is left out of the sentence is a whole term or name, not the rest of a known one."""
    if draft.kind is not ItemKind.CLOZE:
        return None
    quote, language = draft.quote, draft.language
    start, end = (at - draft.claim.span.start for at in draft.answer)
    spans = places(quote, language)
    for mention in context.thesaurus.mentions_in(quote, language):
        if mention.end > len(spans):
            continue
        first, last = spans[mention.start][0], spans[mention.end - 1][1]
        cuts = first < end and start < last and (first < start or end < last)
        if cuts and not _within(first, last, start, end, spans):
            return _part_of(quote[first:last])
    if name := _name_around(quote, start, end):
        return _part_of(name)
    return None


def _within(first: int, last: int, start: int, end: int, spans: list[tuple[int, int]]) -> bool:
    """Whether every word of a mention stands in the gap: a determiner before it does not count."""
    return all(start <= a and b <= end for a, b in spans if first <= a and b <= last)


def _name_around(quote: str, start: int, end: int) -> str:
    """A name in capitals that goes on beyond the gap; "" where there is none."""
    gap = quote[start:end]
    before = re.search(r"(?<=\w\s)[A-ZÀ-Þ][\w&-]+\s$", quote[:start])
    after = re.match(r"\s[A-ZÀ-Þ][\w&-]+", quote[end:])
    if before and gap[:1].isupper():
        return before.group() + gap
    last = gap.split()[-1] if gap.split() else ""
    if after and last[:1].isupper() and not last.isupper():
        return gap + after.group()
    return ""


def _names(text: str, draft: Draft, context: Context) -> frozenset[str]:
    """Stems by which an option is known; of a source's label, those of whoever wrote it."""
    if draft.kind is ItemKind.SOURCE:
        text = re.sub(r"\b(?:19|20)\d\d\b", "", text)
    return context.stems(text, draft.language)


def _concepts(text: str, draft: Draft, context: Context) -> frozenset[str]:
    return context.concepts(text, draft.language)


def _roles(text: str) -> frozenset[str]:
    return frozenset(mention.role for mention in mentions(text))


def _part_of(whole: str) -> Wording:
    return Wording(en=f"the gap is a part of “{whole}”", fr=f"la lacune fait partie de « {whole} »")
