"""Whether an answer says what was expected, checked by rules and therefore the same every time.

Figures, dates and names have to be there, all of them, in whatever form the language gives them,
in a sentence that is to the point: a year or a name stands in many sentences by chance. Of a
list, the share of its items counts. Yes or no is read from the first sentence where it says so
itself; where it lets a source speak, the source has to be one of the spans that take the stand.

Whatever has nothing to check word by word is right when it quotes half of a span that answers,
or has enough words in common with one: token F1 as in SQuAD (Rajpurkar et al. 2016), over stems
without function words, because quotes are in two languages and sentences are cut at other
places than spans.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from corpus.characters import folded
from eval.gold import Expected, GoldItem
from eval.measures.overlap import quotes, quotes_half
from eval.measures.said import Said
from index.analysis import terms
from qa.numbers import numbers, ratios

ENOUGH = 0.5  # token F1 of an answer; one sentence of a span of two has 0.67
TO_THE_POINT = 0.2  # token F1 of a sentence that may hold the figure or the name
RIGHT = 0.5  # of `answer_correct`, from which on an answer counts as right
_STANDS = {
    "yes": re.compile(r"(?:yes|oui)\b"),
    "no": re.compile(r"(?:no|non)\b"),
    "depends": re.compile(
        r"(?:it|that|this|ca|cela) depends?\b|sources? differ"
        r"|les (?:sources|avis) (?:divergent|different)"
    ),
}


def correctness(said: Said, item: GoldItem, spans: Sequence[str]) -> float:
    """0 to 1; `spans` are the words of the item's spans, in order. 0 for what says nothing."""
    expected, relevant = _expected(item), to_the_point(said, item, spans)
    if not relevant.sentences:
        return 0.0
    if expected == Expected():
        return float(_is_alike(said, item, spans))
    words = (*missing_figures(relevant, expected), *missing_names(relevant, expected))
    parts = [float(not words)]
    if expected.items:
        parts.append(1 - len(missing_items(said, expected)) / len(expected.items))
    if expected.yes_no:
        parts.append(float(takes_the_stand(said, item)))
    return min(parts)


def first_sentence_answers(said: Said, item: GoldItem, spans: Sequence[str]) -> float:
    """1 when the first sentence is right by itself.

    The first sentence of a list or of several positions need not hold them all: there it has to
    quote a span that answers.
    """
    first = said.first
    if item.answer.items or item.positions:
        return float(any(quotes(c, span) for c in first.citations for span in item.spans))
    return float(correctness(first, item, spans) >= RIGHT)


def to_the_point(said: Said, item: GoldItem, spans: Sequence[str]) -> Said:
    """The sentences that quote a span which answers, or have some words in common with one."""
    return said.only(
        sentence
        for sentence in said.sentences
        for alone in (said.only((sentence,)),)
        if any(quotes(c, span) for c in alone.citations for span in item.spans)
        or overlap(alone, item, spans) >= TO_THE_POINT
    )


def missing(said: Said, item: GoldItem, spans: Sequence[str]) -> tuple[str, ...]:
    """What was expected and is not said."""
    expected, relevant = _expected(item), to_the_point(said, item, spans)
    return (
        *missing_figures(relevant, expected),
        *missing_names(relevant, expected),
        *missing_items(said, expected),
    )


def missing_figures(said: Said, expected: Expected) -> tuple[str, ...]:
    there = numbers(said.text) | ratios(said.text)
    return tuple(figure for figure in expected.figures if not _has_figure(figure, said, there))


def missing_names(said: Said, expected: Expected) -> tuple[str, ...]:
    return _missing(said, expected.names, r"\b{}\b")


def missing_items(said: Said, expected: Expected) -> tuple[str, ...]:
    """Items under their first name; an ending may follow: "formation" is in "formations"."""
    return _missing(said, expected.items, r"\b{}")


def takes_the_stand(said: Said, item: GoldItem) -> bool:
    opening = folded(said.text)
    for stand, pattern in _STANDS.items():
        if pattern.match(opening):
            return stand == item.answer.yes_no
    return any(quotes(c, span) for c in said.first.citations for span in item.spans)


def overlap(said: Said, item: GoldItem, spans: Sequence[str]) -> float:
    """The best token F1 with a span: of a sentence, of a quote, or of the whole."""
    shown: list[tuple[str, str]] = [
        (said.text, item.language),
        *((sentence.text, item.language) for sentence in said.sentences),
        *((citation.quote, citation.language) for citation in said.citations),
    ]
    return max(
        (
            _token_f1(terms(text, language), terms(span, gold.language))
            for text, language in shown
            for gold, span in zip(item.spans, spans, strict=True)
        ),
        default=0.0,
    )


def _expected(item: GoldItem) -> Expected:
    """Without the names that the question gives away."""
    asked = folded(item.question)
    names = (ways for ways in item.answer.names if not any(folded(way) in asked for way in ways))
    return replace(item.answer, names=tuple(names))


def _is_alike(said: Said, item: GoldItem, spans: Sequence[str]) -> bool:
    quoted = any(quotes_half(c, span) for c in said.citations for span in item.spans)
    return quoted or overlap(said, item, spans) >= ENOUGH


def _has_figure(figure: str, said: Said, there: frozenset[str]) -> bool:
    wanted = ratios(figure) or numbers(figure)
    if wanted and wanted <= there:
        return True
    as_written = rf"(?<![\w.,]){re.escape(folded(figure))}(?!\w|[.,]\d)"
    return bool(re.search(as_written, folded(said.text)))


def _missing(said: Said, wanted: Sequence[Sequence[str]], pattern: str) -> tuple[str, ...]:
    text = folded(said.text)
    return tuple(
        ways[0]
        for ways in wanted
        if not any(re.search(pattern.format(re.escape(folded(way))), text) for way in ways)
    )


def _token_f1(shown: Sequence[str], gold: Sequence[str]) -> float:
    common = (Counter(shown) & Counter(gold)).total()
    if not common:
        return 0.0
    return 2 * common / (len(shown) + len(gold))
