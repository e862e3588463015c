"""An article in the reader as HTML, with the citations of the answer marked in it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from corpus.article import Article
from corpus.wording import InterfaceLanguage, Wording
from index.passage import Hit, Span
from ui.web import texts
from ui.web.markup import render
from ui.web.reader import words as reader_words
from ui.web.reader.place import Place
from ui.web.reader.reading import blocks, meet, shown

_FIRST_WORDS = 110  # characters of a place that say what is there


class AlsoHere(NamedTuple):
    """A place in the article that bears on the question and is not quoted."""

    span: Span
    heading: str
    words: str


def reader_html(
    article: Article,
    place: Place,
    related: Sequence[Hit],
    language: InterfaceLanguage,
    *,
    gone: bool = False,
    learnable: bool = False,
    said: Wording | None = None,
) -> str:
    """The whole article; `related` is what in it bears on the question.

    `gone`: it has left the library. `learnable`: what is selected in it can be marked; what
    became of that is `said`.
    """
    return render(
        "reader.html",
        language,
        w=reader_words,
        article=article,
        runs=shown(article.text, place.marks),
        also=list(also_here(article, place, related)),
        at=place.at,
        here=place.spans[0].start if place.spans else None,
        total=len(place.trail),
        position=_position(place),
        gone=gone,
        learnable=learnable,
        said=said,
    )


def failed_html(wording: Wording, language: InterfaceLanguage) -> str:
    """Why there is nothing to read, in a panel that closes like any other."""
    return render("reader_failed.html", language, wording=wording)


def also_here(article: Article, place: Place, related: Sequence[Hit]) -> Iterator[AlsoHere]:
    """What is related and not highlighted already, in the order of the article."""
    marked = [mark.span for mark in place.marks]
    for passage in sorted((hit.passage for hit in related), key=lambda passage: passage.start):
        span = Span(passage.start, passage.end)
        if not any(meet(mark, span) for mark in marked):
            heading = passage.heading.rpartition(" › ")[2]
            yield AlsoHere(span, heading, _first_words(article.text, span))


def _position(place: Place) -> Wording:
    total = len(place.trail)
    if not place.at:
        return texts.counted(total, reader_words.TOTAL_ONE, reader_words.TOTAL_MANY)
    return texts.filled(reader_words.POSITION, n=place.at, total=total)


def _first_words(text: str, span: Span) -> str:
    """Of the first paragraph or list item in the span, cut between two words."""
    said = [block.span for block in blocks(text) if block.kind != "heading"]
    own = next((each for each in said if meet(each, span)), span)
    words = text[max(own.start, span.start) : min(own.end, span.end)]
    if len(words) <= _FIRST_WORDS:
        return words
    return f"{words[:_FIRST_WORDS].rpartition(' ')[0]}…"
