"""Quotations in a recommendation, each looked up in what is attached and in the library."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from corpus.characters import folded
from corpus.filters import Filters
from index.passage import Span
from index.search import search
from index.snapshot import Snapshot
from qa.quoting import MINIMUM_WORDS, WORD, locate
from qa.training.debate.advocate.attributing import Source, attributed, sentences_of
from qa.training.debate.advocate.naming import stands_in
from qa.training.debate.advocate.recommendation import Attached, meets
from qa.training.debate.advocate.resembling import Candidate, nearest, nearest_in_meaning

_QUOTED = re.compile(r"«\s*([^«»]+?)\s*»|“\s*([^“”]+?)\s*”|\"\s*([^\"]+?)\s*\"")
# "[…]", "(...)", "…": something is left out, on purpose and visibly.
_LEFT_OUT = re.compile(r"\s*[\[(]\s*(?:…|\.{3})\s*[\])]\s*|\s*(?:…|\.{3})\s*")
_SET_IN = re.compile(r"\[(\w)\]")  # "[T]he": a letter whose case was changed
_STOPS = " .,;:!?"
_ENDS = re.compile(r"(?<=[.!?])\s+(?=[A-ZÀ-Þ])|\n")  # of sentences, around a quotation
_LOOKED_AT = 20  # passages
_A_SENTENCE = 6  # words; fewer between quotation marks may be a term, or irony
# Likeness from which on a sentence is what a changed quotation was taken from: of a few words
# only one may differ, as they resemble much by chance.
_ALIKE, _ALIKE_BRIEF = 0.7, 0.8


class Found(StrEnum):
    """What became of a quotation."""

    ATTACHED = "attached"
    ELSEWHERE = "elsewhere"  # in the library, and not in what is attached
    CHANGED = "changed"  # `at` is the sentence that it resembles
    NOWHERE = "nowhere"
    INVENTED = (
        "invented"  # a source of the library is named that does not say it; `at`: the nearest
    )
    MISATTRIBUTED = "misattributed"  # another source says it


@dataclass(frozen=True, slots=True, eq=False)  # one of its kind
class Quotation:
    """Words between quotation marks, and where they stand."""

    words: str
    found: Found
    at: Candidate | None = None
    source: str = ""  # that the text names for it, if it is one of the library


def quotations(
    text: str, attached: Sequence[Attached], snapshot: Snapshot
) -> tuple[Quotation, ...]:
    """Every quotation of three words or more, in order; titles and terms are none."""
    titles = {
        folded(title)
        for record in snapshot.records()
        for title in (record.title, record.original_title)
    }
    found = (
        _attributed(_looked_up(words, attached, snapshot), introduced, snapshot)
        for words, introduced in dict(reversed(list(_quoted(text)))).items()
        if folded(words.strip(_STOPS)) not in titles
    )
    return tuple(quotation for quotation in reversed(list(found)) if quotation)


def _quoted(text: str) -> Iterator[tuple[str, str]]:
    """What stands between quotation marks, and the words around that say whose it is.

    In pieces where something is left out.
    """
    for match in _QUOTED.finditer(text):
        whole = next(group for group in match.groups() if group)
        before = _ENDS.split(text[: match.start()])[-1]
        after = _ENDS.split(text[match.end() :])[0]
        for piece in _LEFT_OUT.split(whole):
            if len(WORD.findall(piece)) >= MINIMUM_WORDS:
                yield piece.strip(), f"{before.rstrip()} ”{after}"


def _attributed(
    quotation: Quotation | None, introduced: str, snapshot: Snapshot
) -> Quotation | None:
    """Also whether it is of the source that is named for it, where the library has that one."""
    if quotation is None or quotation.found is Found.CHANGED:
        return quotation
    sources = attributed(introduced, snapshot)
    if not sources:
        return quotation
    name = sources[0].name
    theirs = [each for source in sources for each in source.candidates(snapshot)]
    at = quotation.at
    if at is None:
        at = nearest_in_meaning(quotation.words, theirs, snapshot)
        return replace(quotation, found=Found.INVENTED, at=at, source=name)
    said = any(article is at[0] and meets(span, at[2]) for article, _, span in theirs)
    spoken = any(
        _names(at[0].text[span.start : span.end], source)
        for source in sources
        for _, _, span in sentences_of(at[0], snapshot)
        if meets(span, at[2])
    )
    if said or spoken:
        return replace(quotation, source=name)
    return replace(quotation, found=Found.MISATTRIBUTED, source=name)


def _names(sentence: str, source: Source) -> bool:
    return any(stands_in(name, sentence) for name in source.names)


def _looked_up(words: str, attached: Sequence[Attached], snapshot: Snapshot) -> Quotation | None:
    for each in attached:
        span = _located(words, each.article.text)
        if _located(words, each.text) or (span and meets(span, each.span)):
            passage, sentence = each.sentences[0]
            return Quotation(words, Found.ATTACHED, (each.article, passage, span or sentence))
    passages = [
        *(passage for each in attached for passage in each.passages),
        *(hit.passage for hit in search(words, _LOOKED_AT, Filters(), snapshot).hits),
    ]
    for passage in passages:
        article = snapshot.article(passage.article_id)
        if span := _located(words, article.text):
            return Quotation(words, Found.ELSEWHERE, (article, passage, span))
    sentences = (
        (snapshot.article(passage.article_id), passage, span)
        for passage in passages
        for span in passage.sentences
    )
    brief = len(WORD.findall(words)) < _A_SENTENCE
    if meant := nearest(words, sentences, _ALIKE_BRIEF if brief else _ALIKE, part=True):
        return Quotation(words, Found.CHANGED, meant)
    return None if brief else Quotation(words, Found.NOWHERE)


def _located(words: str, text: str) -> Span | None:
    """Also without the punctuation that the learner's own sentence puts inside the marks."""
    for written in dict.fromkeys((words, words.strip(_STOPS))):
        for cased in _cased(written):
            if span := locate(cased, text):
                return span
    return None


def _cased(words: str) -> Iterator[str]:
    """The words, and those with the other case of their first letter, which is no change."""
    plain = _SET_IN.sub(r"\1", words)
    yield plain
    yield plain[:1].swapcase() + plain[1:]
