"""The desk: all that the page asks of the library behind it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from corpus.article import Article, Record
from corpus.correcting import Correction
from corpus.exchange.bibliography import BibliographyFormat
from corpus.source import Source
from index.report import AddReport, Preview, Progress
from qa.answer import Answer
from qa.health import Health
from qa.question import Question
from ui.web.suggestions import Suggested


class Desk(Protocol):
    """Answers questions and keeps the articles; every method may raise `KnownError`."""

    def ask(self, question: Question) -> Answer: ...

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
