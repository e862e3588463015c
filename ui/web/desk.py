"""The desk: all that the page asks of the library behind it."""

from collections.abc import Sequence
from typing import Protocol

from corpus.article import Article
from corpus.source import Source
from index.report import AddReport, Progress
from qa.answer import Answer
from qa.question import Question


class Desk(Protocol):
    """Answers questions and keeps the articles; every method may raise `KnownError`."""

    def ask(self, question: Question) -> Answer: ...

    def article(self, article_id: str) -> Article: ...

    def articles(self) -> tuple[Article, ...]: ...

    def add(self, sources: Sequence[Source], progress: Progress) -> AddReport: ...

    def remove(self, article_ids: Sequence[str]) -> None: ...
