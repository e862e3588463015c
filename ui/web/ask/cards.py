"""Source cards: for each article that an answer uses, its quotes inside their paragraphs."""

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.article import Article
from index.passage import Hit, Span
from qa.answer import Answer, Citation
from ui.web.reader.reading import Mark, Run, meet, shown, surroundings


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A stretch of an article with the quotes in it; a nearest passage has none."""

    window: Span
    marks: tuple[Mark, ...]
    language: str
    heading: str
    runs: tuple[Run, ...]

    @property
    def places(self) -> str:
        """What the reader highlights when the excerpt is opened there: "start-end" each."""
        return " ".join(
            f"{start}-{end}" for start, end in [mark.span for mark in self.marks] or [self.window]
        )


@dataclass(frozen=True, slots=True)
class Card:
    """One article and what is shown of it."""

    article: Article
    excerpts: tuple[Excerpt, ...]

    @property
    def places(self) -> str:
        return " ".join(excerpt.places for excerpt in self.excerpts)


def cards(answer: Answer) -> tuple[Card, ...]:
    """The articles of an answer in order of first use, or the nearest ones of an abstention."""
    if answer.abstained:
        return found_cards(answer.nearest, answer.articles)
    articles = {article.id: article for article in answer.articles}
    used = dict.fromkeys(citation.article_id for citation in answer.citations)
    return tuple(Card(articles[id_], _quoted(answer, articles[id_])) for id_ in used)


def found_cards(hits: Sequence[Hit], articles: Sequence[Article]) -> tuple[Card, ...]:
    """Passages by article, in the order they were found in; what is no longer there is left out."""
    there = {article.id: article for article in articles}
    used = dict.fromkeys(hit.passage.article_id for hit in hits if hit.passage.article_id in there)
    return tuple(Card(there[id_], _found(hits, there[id_])) for id_ in used)


def _found(hits: Sequence[Hit], article: Article) -> tuple[Excerpt, ...]:
    """Nothing in them is highlighted: they resemble the question, they do not answer it."""
    excerpts = []
    for hit in hits:
        passage = hit.passage
        if passage.article_id == article.id:
            window = Span(passage.start, passage.end)
            runs = shown(article.text, (), window)
            excerpts.append(Excerpt(window, (), passage.language, passage.heading, runs))
    return tuple(excerpts)


def _quoted(answer: Answer, article: Article) -> tuple[Excerpt, ...]:
    """Quotes of one paragraph or one list share an excerpt; in order of first citation."""
    merged: list[tuple[Span, list[Citation]]] = []
    for citation in answer.citations:
        if citation.article_id != article.id:
            continue
        window, together = _window(citation, article), [citation]
        for other in [entry for entry in merged if meet(entry[0], window)]:
            merged.remove(other)
            window = Span(min(window.start, other[0].start), max(window.end, other[0].end))
            together = [*other[1], *together]
        merged.append((window, together))
    merged.sort(key=lambda entry: min(citation.number for citation in entry[1]))
    return tuple(_excerpt(article, window, together) for window, together in merged)


def _excerpt(article: Article, window: Span, citations: list[Citation]) -> Excerpt:
    marks = tuple(Mark(Span(quote.start, quote.end), quote.number) for quote in citations)
    runs = shown(article.text, marks, window)
    return Excerpt(window, marks, citations[0].language, "", runs)


def _window(citation: Citation, article: Article) -> Span:
    """The paragraph of a quote, as far as it lies in its passage (a paragraph may be endless).

    A passage's id ends in its place, see `Passage.id`.
    """
    paragraph = surroundings(article.text, Span(citation.start, citation.end))
    start, _, end = citation.passage_id.rpartition(":")[2].partition("-")
    if not (start.isdecimal() and end.isdecimal()):
        return paragraph
    return Span(
        min(max(int(start), paragraph.start), citation.start),
        max(min(int(end), paragraph.end), citation.end),
    )
