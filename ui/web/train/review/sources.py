"""Where a card comes from, as it is shown: its quote inside its paragraph."""

from contextlib import suppress
from dataclasses import dataclass

from corpus.article import Article
from corpus.wording import KnownError
from index.passage import Span
from qa.training.item import Item
from qa.training.review.cards import Marked, stands
from ui.web.desks.desk import Desk
from ui.web.reader.reading import Mark, Run, shown, surroundings


@dataclass(frozen=True, slots=True)
class Quoted:
    """The quote of a card: the words of an item or of a marked passage."""

    quote: str
    language: str


@dataclass(frozen=True, slots=True)
class Source:
    """A quote in its article; no article: it is gone from the library."""

    item: Quoted
    article: Article | None = None
    places: str = ""  # what the reader highlights, as `Reader.open_from` wants it
    runs: tuple[Run, ...] = ()


def item_source(item: Item, library: Desk) -> Source:
    article = _article(item.article_id, library)
    quoted = Quoted(item.quote, item.language)
    if article is None or article.text[item.start : item.end] != item.quote:
        return Source(quoted)
    return _placed(quoted, article, Span(item.start, item.end))


def marked_source(marked: Marked, library: Desk) -> Source:
    """In whichever article of the same work the passage still stands."""
    for record in library.records():
        article = _article(record.id, library) if record.work == marked.work else None
        place = stands(marked, article.text) if article else None
        if article and place:
            return _placed(Quoted(marked.quote, article.language), article, place)
    return Source(Quoted(marked.quote, ""))


def _placed(quoted: Quoted, article: Article, place: Span) -> Source:
    runs = shown(article.text, (Mark(place),), surroundings(article.text, place))
    return Source(quoted, article, f"{place.start}-{place.end}", runs)


def _article(article_id: str, library: Desk) -> Article | None:
    with suppress(KnownError):  # it has left the library since
        return library.article(article_id)
    return None
