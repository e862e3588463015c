"""Cutting an article into passages.

A passage holds 60 to 180 words where the article allows it: long enough to be understood
alone, short enough to be about one thing and to fit the model's 512 tokens with its title.
It begins with its heading or with a sentence, ends with a sentence, does not run across a
heading unless the section is short, keeps a list with the sentence that announces it, and is in
one language: a summary in another one is a passage of its own, however short.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from corpus.article import Article
from corpus.language import FRENCH_OR_ENGLISH, detect_language
from index.passage import Passage, Span
from index.sentences import split_sentences

MIN_WORDS = 60
MAX_WORDS = 180
VERSION = 3  # part of the index fingerprint: change it when passages change

_HEADING = re.compile(r"(#{1,6}) (.+)")
_ITEM = re.compile(r"[-*•] |\d{1,3}[.)] ")
_WORD = re.compile(r"\S+")
_BLOCK = re.compile(r"[^\n]+(?:\n[^\n]+)*")


@dataclass(slots=True)
class _Unit:
    """Sentences that belong together: a paragraph, or a list with its lead-in."""

    sentences: list[Span]
    words: int
    takes_list: bool  # ends with a colon or with a list item: a list that follows belongs to it


@dataclass(slots=True)
class _Section:
    """What stands under one heading."""

    start: int  # of the heading, or of the headings that follow each other without text
    path: tuple[str, ...]
    units: list[_Unit] = field(default_factory=list)


@dataclass(slots=True)
class _Piece:
    """A passage in the making."""

    start: int
    path: tuple[str, ...]
    sentences: list[Span]
    words: int
    language: str

    def with_next(self, other: "_Piece") -> "_Piece":
        path = self.path or other.path
        sentences = self.sentences + other.sentences
        return _Piece(self.start, path, sentences, self.words + other.words, self.language)


def cut(article: Article) -> tuple[Passage, ...]:
    """Passages of an article in reading order; none for a text without a word."""
    pieces: list[_Piece] = []
    for section in _sections(article):
        for at, (spans, words) in enumerate(_pack(article.text, section.units)):
            start = section.start if at == 0 else spans[0].start
            language = _language(article, spans)
            piece = _Piece(start, section.path, spans, words, language)
            if pieces and _belong_together(pieces[-1], piece):
                pieces[-1] = pieces[-1].with_next(piece)
            else:
                pieces.append(piece)
    return tuple(_passage(article, piece) for piece in pieces)


def _belong_together(before: _Piece, after: _Piece) -> bool:
    """Whether a short piece is to be read with the one after it."""
    short = before.words < MIN_WORDS and before.words + after.words <= MAX_WORDS
    return short and before.language == after.language


def _passage(article: Article, piece: _Piece) -> Passage:
    return Passage(
        article.id,
        piece.start,
        piece.sentences[-1].end,
        piece.language,
        " › ".join(piece.path),
        tuple(piece.sentences),
    )


def _language(article: Article, sentences: list[Span]) -> str:
    """The article's, unless these sentences are clearly in the product's other language."""
    if article.language not in (*FRENCH_OR_ENGLISH, ""):
        return article.language
    text = article.text[sentences[0].start : sentences[-1].end]
    return detect_language(text, FRENCH_OR_ENGLISH) or article.language


def _sections(article: Article) -> Iterator[_Section]:
    section = _Section(0, ())
    above: list[tuple[int, str]] = []  # level and text of the headings above the current place
    for block in _BLOCK.finditer(article.text):
        if heading := _HEADING.fullmatch(block.group()):
            level, text = len(heading[1]), heading[2]
            follows = bool(section.path) and not section.units
            # A heading right under one of the same level is a subtitle of that one.
            while above and above[-1][0] >= level and not (follows and above[-1][0] == level):
                above.pop()
            above.append((level, text))
            if not follows:
                yield section
            start = section.start if follows else block.start()
            section = _Section(start, tuple(text for _, text in above))
            continue
        unit = _unit(article.text, Span(*block.span()), article.language)
        if not unit.sentences:  # spaces, or bullets without a word
            continue
        before = section.units[-1] if section.units else None
        if before and before.takes_list and _ITEM.match(block.group()):
            before.sentences += unit.sentences
            before.words += unit.words
            before.takes_list = unit.takes_list
        else:
            if not section.units and not section.path:
                section.start = unit.sentences[0].start
            section.units.append(unit)
    yield section


def _unit(text: str, block: Span, language: str) -> _Unit:
    """A block's sentences: each item of a list is one, other lines are split."""
    spans: list[Span] = []
    running = block.start  # start of the running text that is not a list item
    at = block.start
    marker = None
    for line in text[block.start : block.end].splitlines(keepends=True):
        if marker := _ITEM.match(line):
            spans += _split(text, Span(running, at), language)
            if item := line[marker.end() :].strip():
                start = at + line.index(item, marker.end())
                spans.append(Span(start, start + len(item)))
            running = at + len(line)
        at += len(line)
    spans += _split(text, Span(running, block.end), language)
    takes_list = bool(marker) or text[block.start : block.end].rstrip().endswith(":")
    return _Unit(spans, sum(_words(text, span) for span in spans), takes_list)


def _split(text: str, span: Span, language: str) -> list[Span]:
    start, end = span
    sentences = split_sentences(text[start:end], language)
    return [Span(start + a, start + b) for s in sentences for a, b in _bounded(text[start:end], s)]


def _bounded(text: str, sentence: Span) -> Iterator[Span]:
    """The sentence; what has no full stop for pages (a table, a log) is cut between words."""
    words = [
        sentence.start + m.start() for m in _WORD.finditer(text[sentence.start : sentence.end])
    ]
    cuts = [sentence.start, *words[MAX_WORDS::MAX_WORDS], sentence.end]
    for start, end in pairwise(cuts):
        yield Span(start, start + len(text[start:end].rstrip()))


def _words(text: str, span: Span) -> int:
    return len(text[span.start : span.end].split())


def _pack(text: str, units: list[_Unit]) -> Iterator[tuple[list[Span], int]]:
    """Fill passages with whole units; a unit that is too long is cut between sentences."""
    spans: list[Span] = []
    words = 0
    for unit in units:
        for piece in _pieces(text, unit):
            count = sum(_words(text, span) for span in piece)
            if spans and words + count > MAX_WORDS:
                yield spans, words
                spans, words = [], 0
            spans = spans + piece
            words += count
    if spans:
        yield spans, words


def _pieces(text: str, unit: _Unit) -> Iterator[list[Span]]:
    """A unit in pieces of similar length, none above MAX_WORDS unless a sentence alone is."""
    if unit.words <= MAX_WORDS:
        yield unit.sentences
        return
    parts = -(-unit.words // MAX_WORDS)
    target = unit.words / parts
    piece: list[Span] = []
    words = 0
    for span in unit.sentences:
        count = _words(text, span)
        if piece and (words + count / 2 > target or words + count > MAX_WORDS):
            yield piece
            piece, words = [], 0
        piece = [*piece, span]
        words += count
    yield piece
