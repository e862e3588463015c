"""The desk of the real library: by the same functions as the command."""

import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from langchain_core.runnables import Runnable

from corpus.article import Article, Record
from corpus.collecting import collection_name
from corpus.correcting import Correction, corrected
from corpus.exchange.archive import read_archive, write_archive
from corpus.exchange.bibliography import BibliographyFormat, bibliography
from corpus.exchange.works import works
from corpus.filters import Filters
from corpus.rereading import no_copies, sources_again
from corpus.source import Source
from corpus.unpacking import unpacked
from index.intake import QuestionSource
from index.library import Library
from index.passage import Hit
from index.report import AddReport, Preview, Progress
from index.search import search
from qa.answer import Answer
from qa.chain import answer_chain
from qa.found import WhenFound
from qa.health import Health
from qa.question import Question
from qa.related import related
from ui.web.ask.suggestions import Suggested, suggested_of


def _no_writer() -> None:
    """Without a chat model that writes questions."""


class LibraryDesk:
    """Serves the page from a library and the chain over it.

    `look_after` computes the library's health; `copy_of` gives the file that stands for a web
    page, see `sources_again`; `question_writer` one for each addition, as one that failed stops.
    """

    def __init__(
        self,
        library: Library,
        chain: Runnable[Question, Answer],
        allow_private_addresses: bool,
        *,
        look_after: Callable[[], Health],
        copy_of: Callable[[str], Path | None] = no_copies,
        question_writer: Callable[[], QuestionSource | None] = _no_writer,
    ) -> None:
        self._library = library
        self._chain = chain
        self._allow_private_addresses = allow_private_addresses
        self._look_after = look_after
        self._copy_of = copy_of
        self._question_writer = question_writer
        self._asking = threading.Lock()
        self._suggested: tuple[int, tuple[Suggested, ...]] = (0, ())  # of which generation

    def warm_up(self) -> None:
        """Load all that a question needs now, so that the first person does not wait for it.

        Asked of the embedded answerer alone: a chat model may be far away, or cost money.
        """
        answer_chain(self._library).invoke(Question("Who should own customer experience?"))
        self.suggested()

    def ask(self, question: Question, found: Callable[[Sequence[Hit]], None]) -> Answer:
        return self._chain.invoke(question, {"callbacks": [WhenFound(found)]})

    def search(self, query: str, k: int, filters: Filters) -> list[Hit]:
        return search(query, k, filters, self._library.snapshot()).hits

    def related(self, article_id: str, question: str) -> list[Hit]:
        return related(article_id, question, self._library.snapshot())

    def suggested(self) -> tuple[Suggested, ...]:
        snapshot = self._library.snapshot()
        with self._asking:
            if self._suggested[0] != snapshot.generation:
                self._suggested = (snapshot.generation, suggested_of(snapshot))
            return self._suggested[1]

    def article(self, article_id: str) -> Article:
        return self._library.snapshot().article(article_id)

    def records(self) -> tuple[Record, ...]:
        return self._library.snapshot().records()

    def preview(self, sources: Sequence[Source], progress: Progress) -> Preview:
        with unpacked(sources) as (found, refused):
            preview = self._library.preview(
                found, allow_private_addresses=self._allow_private_addresses, progress=progress
            )
        return replace(preview, skipped=(*refused, *preview.skipped))

    def adopt(self, articles: Sequence[Article], progress: Progress) -> AddReport:
        return self._library.add_articles(
            articles, progress=progress, write_questions=self._question_writer()
        )

    def correct(
        self, article_id: str, correction: Correction, collections: Sequence[str] | None
    ) -> Article:
        records = self._library.holdings().records()

        def changed(article: Article) -> Article:
            if correction:
                article = corrected(article, correction)
            if collections is not None:
                names = (collection_name(name, records) for name in collections)
                article = replace(article, collections=tuple(names))
            return article

        return self._library.correct([article_id], changed).articles[0]

    def update(self, article_id: str, progress: Progress) -> AddReport:
        article = self.article(article_id)
        with sources_again([article], self._copy_of) as (found, gone):
            report = self._library.add(
                found,
                allow_private_addresses=self._allow_private_addresses,
                progress=progress,
                write_questions=self._question_writer(),
            )
        return replace(report, skipped=(*gone, *report.skipped))

    def remove(self, article_ids: Sequence[str]) -> None:
        self._library.remove(article_ids)

    def restore(self) -> tuple[Article, ...]:
        return self._library.restore()

    def export(self, path: Path) -> None:
        snapshot = self._library.snapshot()
        ids = sorted(record.id for record in snapshot.records())
        with path.open("wb") as file:
            write_archive(file, map(snapshot.article, ids))

    def take_in(self, path: Path, progress: Progress) -> AddReport:
        return self._library.import_articles(read_archive(path), progress=progress)

    def bibliography(self, records: Sequence[Record], form: BibliographyFormat) -> str:
        wanted = {record.work for record in records}
        whole = [record for record in self.records() if record.work in wanted]
        return bibliography(works(whole), form)

    def health(self) -> Health:
        return self._look_after()
