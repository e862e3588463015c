"""Source cards: for each article that an answer uses, its quotes inside their paragraphs."""

from collections.abc import Iterable
from dataclasses import dataclass

from corpus.article import Article
from index.passage import Hit, Span
from qa.answer import Answer, Citation
from ui.web.reading import Run, shown


@dataclass(frozen=True, slots=True)
class CardQuote:
    """One quote, or one of the nearest passages (`number` 0), and where it stands."""

    number: int
    span: Span
    language: str
    heading: str
    passage: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """One article and what is quoted from it."""

    article: Article
    quotes: tuple[CardQuote, ...]


def cards(answer: Answer) -> tuple[Card, ...]:
    """The articles of an answer in order of first use, or the nearest ones of an abstention."""
    articles = {article.id: article for article in answer.articles}
    if answer.abstained:
        used = [hit.passage.article_id for hit in answer.nearest]
        quotes = [_nearest(hit, articles[hit.passage.article_id]) for hit in answer.nearest]
    else:
        used = [citation.article_id for citation in answer.citations]
        quotes = [_quote(citation, articles[citation.article_id]) for citation in answer.citations]
    grouped = _grouped(zip(used, quotes, strict=True))
    return tuple(Card(articles[article_id], group) for article_id, group in grouped.items())


def _quote(citation: Citation, article: Article) -> CardQuote:
    span = Span(citation.start, citation.end)
    runs = shown(article.text, span, _window(citation))
    return CardQuote(citation.number, span, citation.language, "", runs)


def _nearest(hit: Hit, article: Article) -> CardQuote:
    """Nothing in it is highlighted: it was found to resemble the question, not to answer it."""
    passage = hit.passage
    span = Span(passage.start, passage.end)
    return CardQuote(0, span, passage.language, passage.heading, shown(article.text, None, span))


def _window(citation: Citation) -> Span:
    """The passage around a quote; its id ends in its place (see `Passage.id`)."""
    start, _, end = citation.passage_id.rpartition(":")[2].partition("-")
    if not (start.isdecimal() and end.isdecimal()):
        return Span(citation.start, citation.end)
    return Span(min(int(start), citation.start), max(int(end), citation.end))


def _grouped(pairs: Iterable[tuple[str, CardQuote]]) -> dict[str, tuple[CardQuote, ...]]:
    grouped: dict[str, tuple[CardQuote, ...]] = {}
    for article_id, quote in pairs:
        grouped[article_id] = (*grouped.get(article_id, ()), quote)
    return grouped
