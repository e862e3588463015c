"""The sentences of an article that can be asked about alone."""

import re
from collections.abc import Iterator, Sequence

from corpus.article import Article
from index.passage import Passage, Span
from qa.training.items.attributing import attributed
from qa.training.items.claim import Claim
from qa.training.items.leaning import leans

FEWEST, MOST = 8, 45  # words: less says little, more is not kept in mind while one chooses

_WORD = re.compile(r"\w+(?:[-'’.,]\w+)*")
_BULLET = re.compile(r"(?:[-*•]|\d{1,2}[.)])\s+$")
_MARKUP = re.compile(r"https?://|www\.|@\w|[|*_#\[\]{}<>…]|\.\.\.|\n")
_ENDS = re.compile(r"[.][»”\"']?$|[»”]\.$")
_PAIRS = (("(", ")"), ("«", "»"), ("“", "”"))


def claims(article: Article, passages: Sequence[Passage]) -> tuple[Claim, ...]:
    """Claims of the article in its order, each in the language of its passage.

    Sentences in a language that training does not speak are none.
    """
    return tuple(
        _claim(article, passage, span)
        for passage in passages
        if passage.language in ("en", "fr")
        for span in passage.sentences
        if _stands_alone(article.text, span, passage.language)
    )


def _claim(article: Article, passage: Passage, span: Span) -> Claim:
    sentence = article.text[span.start : span.end]
    known = (*article.authors, article.publisher)
    found = attributed(sentence, passage.language, [name for name in known if name])
    speaker = None
    if found.speaker is not None:
        speaker = Span(span.start + found.speaker.start, span.start + found.speaker.end)
    said = found.said
    if said and (leans(said, passage.language) or len(_WORD.findall(said)) < FEWEST - 2):
        said = ""
    return Claim(article, passage, span, speaker, said)


def _stands_alone(text: str, span: Span, language: str) -> bool:
    sentence = text[span.start : span.end]
    line = text[text.rfind("\n", 0, span.start) + 1 : span.start]
    return (
        not line.startswith("#")
        and not _BULLET.search(line)
        and FEWEST <= len(_WORD.findall(sentence)) <= MOST
        and _is_written_out(sentence)
        and not leans(sentence, language)
    )


def _is_written_out(sentence: str) -> bool:
    """Whether it looks like a sentence: begins and ends as one, closes what it opens."""
    first = sentence.lstrip("«“\"' ")[:1]
    return (
        (first.isupper() or first.isdigit())
        and bool(_ENDS.search(sentence))
        and "?" not in sentence
        and not _MARKUP.search(sentence)
        and not any(_unclosed(sentence))
    )


def _unclosed(sentence: str) -> Iterator[bool]:
    yield sentence.count('"') % 2 == 1
    for opening, closing in _PAIRS:
        yield sentence.count(opening) != sentence.count(closing)
