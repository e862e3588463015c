"""Search as HTML: the form, the passages that were found, and how many there are."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from corpus.article import Article
from corpus.wording import InterfaceLanguage
from index.matching import Matcher
from index.passage import Hit, Span
from ui.web import texts
from ui.web.markup import render
from ui.web.reader.reading import Mark, Piece, Run, shown
from ui.web.search import words as search_words
from ui.web.search.excerpts import body, excerpt
from ui.web.search.words import SearchOrder

MOST = 50  # passages of one search; further ones have little to do with it
STEP = 10  # passages that are shown at once


class View(NamedTuple):
    """What was searched for, and how it is looked at."""

    query: str = ""
    order: SearchOrder = SearchOrder.RELEVANCE
    shown: int = STEP


@dataclass(frozen=True, slots=True)
class FoundPassage:
    """A passage as it is shown."""

    place: int  # in the list, from 1
    hit: Hit
    article: Article
    title: tuple[Piece, ...]
    heading: tuple[Piece, ...]
    runs: tuple[Run, ...]  # of the extract
    whole: tuple[Run, ...]  # empty where the extract is all of it

    @property
    def places(self) -> str:
        """What the reader highlights: "start-end"."""
        return f"{self.hit.passage.start}-{self.hit.passage.end}"


def form_html(language: InterfaceLanguage) -> str:
    orders = [
        (each.value, name.in_language(language)) for each, name in search_words.ORDERS.items()
    ]
    return render("search_form.html", language, w=search_words, orders=orders)


def start_html(language: InterfaceLanguage) -> str:
    """What stands in the place of results before anything was searched for."""
    examples = search_words.EXAMPLES[language]
    return render("search_start.html", language, w=search_words, examples=examples)


def found_html(
    view: View,
    hits: Sequence[Hit],
    article: Callable[[str], Article],
    dates: Callable[[str], str],
    language: InterfaceLanguage,
) -> str:
    """The passages that are shown so far; `article` and `dates` look one up by its id."""
    hits = list(hits)
    if view.order is SearchOrder.DATE:
        hits.sort(key=lambda hit: dates(hit.passage.article_id), reverse=True)
    matcher = Matcher(view.query)
    passages = [
        _passage(place, hit, article(hit.passage.article_id), matcher)
        for place, hit in enumerate(hits[: view.shown], 1)
    ]
    return render(
        "search_found.html",
        language,
        w=search_words,
        passages=passages,
        ranked=view.order is SearchOrder.RELEVANCE,
        further=min(STEP, len(hits) - len(passages)),
        matching=any(_marked(passage) for passage in passages),
    )


def none_html(filtered: bool, language: InterfaceLanguage) -> str:
    """Why nothing was found, and what to do."""
    return render("search_none.html", language, w=search_words, filtered=filtered)


def count_html(hits: Sequence[Hit], order: SearchOrder, language: InterfaceLanguage) -> str:
    """How much was found, for the live region."""
    articles = len({hit.passage.article_id for hit in hits})
    if len(hits) == MOST:
        found = texts.filled(search_words.CLOSEST, n=MOST)
    else:
        found = texts.counted(len(hits), search_words.FOUND_ONE, search_words.FOUND_MANY)
    if hits:
        named = texts.counted(articles, texts.ARTICLES_ONE, texts.ARTICLES_MANY)
        found = texts.filled(search_words.FROM, found=found, articles=named)
        if order is SearchOrder.DATE:
            found = texts.filled(search_words.BY_DATE, found=found)
    return render("search_count.html", language, count=found)


def _passage(place: int, hit: Hit, article: Article, matcher: Matcher) -> FoundPassage:
    passage = hit.passage
    window = Span(passage.start, passage.end)
    matches = [
        Span(span.start + window.start, span.end + window.start)
        for span in matcher.spans(article.text[window.start : window.end], passage.language)
    ]
    marks = [Mark(span) for span in _joined(matches, article.text)]
    whole = body(passage)
    extract = excerpt(passage, article.text, matches)
    cut = extract != whole
    runs = shown(article.text, marks, extract)
    return FoundPassage(
        place,
        hit,
        article,
        _pieces(article.title, matcher.spans(article.title, article.language)),
        _pieces(passage.heading, matcher.spans(passage.heading, passage.language)),
        _elided(runs, extract.start > whole.start, extract.end < whole.end) if cut else runs,
        shown(article.text, marks, whole) if cut else (),
    )


def _joined(spans: Sequence[Span], text: str) -> list[Span]:
    """Words that follow each other as one span."""
    joined: list[Span] = []
    for span in spans:
        if joined and text[joined[-1].end : span.start] in {" ", "-"}:
            span = Span(joined.pop().start, span.end)
        joined.append(span)
    return joined


def _pieces(text: str, spans: Sequence[Span]) -> tuple[Piece, ...]:
    """A line of text with these spans marked."""
    pieces, at = [], 0
    for span in _joined(spans, text):
        pieces += [Piece(text[at : span.start]), Piece(text[span.start : span.end], Mark(span))]
        at = span.end
    return tuple(piece for piece in (*pieces, Piece(text[at:])) if piece.text)


def _elided(runs: tuple[Run, ...], before: bool, after: bool) -> tuple[Run, ...]:
    """The runs with "…" where something is left out."""
    if not runs:
        return runs
    changed = list(runs)
    if before:
        first = changed[0].blocks[0]
        first = replace(first, pieces=(Piece("… "), *first.pieces))
        changed[0] = replace(changed[0], blocks=(first, *changed[0].blocks[1:]))
    if after:
        last = changed[-1].blocks[-1]
        last = replace(last, pieces=(*last.pieces, Piece(" …")))
        changed[-1] = replace(changed[-1], blocks=(*changed[-1].blocks[:-1], last))
    return tuple(changed)


def _marked(passage: FoundPassage) -> bool:
    """Whether any word of it is highlighted."""
    blocks = [block for run in (*passage.runs, *passage.whole) for block in run.blocks]
    every = (*passage.title, *passage.heading, *(p for block in blocks for p in block.pieces))
    return any(piece.mark for piece in every)
