"""The desk: all that the page asks of the library behind it."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from corpus.article import Article, Record
from corpus.correcting import Correction
from corpus.exchange.bibliography import BibliographyFormat
from corpus.filters import Filters
from corpus.source import Source
from index.passage import Hit
from index.report import AddReport, Preview, Progress
from qa.answer import Answer
from qa.health import Health
from qa.question import Question
from ui.web.ask.suggestions import Suggested


class Desk(Protocol):
    """Answers questions and keeps the articles; every method may raise `KnownError`."""

    def ask(self, question: Question, found: Callable[[Sequence[Hit]], None]) -> Answer:
        """`found` is told the passages as soon as they are found, before the answer is drawn."""

    def search(self, query: str, k: int, filters: Filters) -> Sequence[Hit]:
        """Passages without an answer, best first."""

    def related(self, article_id: str, question: str) -> Sequence[Hit]:
        """What else in one article bears on a question, best first."""

    def suggested(self) -> Sequence[Suggested]: ...

    def article(self, article_id: str) -> Article: ...

    def records(self) -> tuple[Record, ...]: ...

    def preview(self, sources: Sequence[Source], progress: Progress) -> Preview: ...

    def adopt(self, articles: Sequence[Article], progress: Progress) -> AddReport: ...

    def correct(
        self, article_id: str, correction: Correction, collections: Sequence[str] | None
    ) -> Article: ...

    def update(self, article_id: str, progress: Progress) -> AddReport: ...

    def remove(self, article_ids: Sequence[str]) -> None: ...

    def restore(self) -> tuple[Article, ...]: ...

    def export(self, path: Path) -> None: ...

    def take_in(self, path: Path, progress: Progress) -> AddReport: ...

    def bibliography(self, records: Sequence[Record], form: BibliographyFormat) -> str: ...

    def health(self) -> Health: ...
