"""One question through the desks: what was found first, then the answer, which is recorded."""

from collections.abc import Callable, Generator, Iterator, Sequence
from typing import NamedTuple

from corpus.article import Article
from corpus.wording import KnownError
from index.passage import Hit
from qa.question import Question
from ui.web.ask.conversation import Exchange
from ui.web.ask.meanwhile import meanwhile
from ui.web.desks.desk import Desk
from ui.web.desks.desks import Desks


class Found(NamedTuple):
    """The passages, best first, and the articles that they are from."""

    hits: Sequence[Hit]
    articles: Sequence[Article]


def answered(desks: Desks, asked: Question) -> Generator[Found, None, Exchange]:
    """Yields what was found as soon as it is; returns the answer once it is in the history."""

    def work(tell: Callable[[Sequence[Hit]], None]) -> Exchange:
        answer = desks.library.ask(asked, tell)
        return Exchange(answer, asked.filters, desks.answers.record(asked, answer))

    answering = meanwhile(work)
    while True:
        try:
            hits = next(answering)
        except StopIteration as ended:
            exchange: Exchange = ended.value
            return exchange
        yield Found(hits, tuple(_articles(desks.library, hits)))


def _articles(library: Desk, hits: Sequence[Hit]) -> Iterator[Article]:
    for article_id in dict.fromkeys(hit.passage.article_id for hit in hits):
        try:
            yield library.article(article_id)
        except KnownError:
            continue  # removed in this very moment; no reason to lose the answer
