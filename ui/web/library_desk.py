"""The desk of the real library."""

from collections.abc import Sequence

from langchain_core.runnables import Runnable

from corpus.article import Article
from corpus.source import Source
from index.library import Library
from index.report import AddReport, Progress
from qa.answer import Answer
from qa.question import Question


class LibraryDesk:
    """Serves the page from a library and the chain over it."""

    def __init__(
        self, library: Library, chain: Runnable[Question, Answer], allow_private_addresses: bool
    ) -> None:
        self._library = library
        self._chain = chain
        self._allow_private_addresses = allow_private_addresses

    def warm_up(self) -> None:
        """Load model and index now, so that the first person does not wait for them."""
        self._library.snapshot().hybrid.search("warm up", 1, "en")

    def ask(self, question: Question) -> Answer:
        return self._chain.invoke(question)

    def article(self, article_id: str) -> Article:
        return self._library.snapshot().article(article_id)

    def articles(self) -> tuple[Article, ...]:
        return self._library.snapshot().articles()

    def add(self, sources: Sequence[Source], progress: Progress) -> AddReport:
        return self._library.add(
            sources, allow_private_addresses=self._allow_private_addresses, progress=progress
        )

    def remove(self, article_ids: Sequence[str]) -> None:
        self._library.remove(article_ids)
