"""Where a quiz item comes from, as it is shown: its quote inside its paragraph."""

import contextlib
from dataclasses import dataclass

from corpus.article import Article
from corpus.wording import KnownError
from index.passage import Span
from qa.training.item import Item
from ui.web.desks.desk import Desk
from ui.web.reader.reading import Mark, Run, shown, surroundings


@dataclass(frozen=True, slots=True)
class Source:
    """An item's quote in its article; no article: the library does not have it any more."""

    item: Item
    article: Article | None = None
    runs: tuple[Run, ...] = ()

    @property
    def places(self) -> str:
        """What the reader highlights, as `Reader.open_from` wants it."""
        return f"{self.item.start}-{self.item.end}"


def source_of(item: Item, article: Article | None) -> Source:
    """The quote in the article as it is now, if it stands where it stood."""
    if article is None or article.text[item.start : item.end] != item.quote:
        return Source(item)
    quote = Span(item.start, item.end)
    window = surroundings(article.text, quote)
    return Source(item, article, shown(article.text, (Mark(quote),), window))


def source_in(library: Desk, item: Item) -> Source:
    article: Article | None = None
    with contextlib.suppress(KnownError):  # it has left the library since
        article = library.article(item.article_id)
    return source_of(item, article)
