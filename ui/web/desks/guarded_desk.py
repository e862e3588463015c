"""The library's desk behind a check of rights: what a reader's page hides is refused here."""

from collections.abc import Callable, Sequence
from pathlib import Path

from corpus.article import Article, Record
from corpus.correcting import Correction
from corpus.exchange.bibliography import BibliographyFormat
from corpus.filters import Filters
from corpus.people import Right
from corpus.source import Source
from corpus.wording import KnownError, Wording
from index.passage import Hit
from index.report import AddReport, Preview, Progress
from qa.answer import Answer
from qa.health import Health
from qa.question import Question
from ui.web.ask.suggestions import Suggested
from ui.web.desks.desk import Desk
from ui.web.doors.visitor import visitor

WHO_MAY = {
    Right.KEEP_LIBRARY: Wording(
        en="Adding, changing and removing articles is for librarians and administrators. Ask an "
        "administrator for the role of a librarian.",
        fr="Ajouter, modifier et retirer des articles revient aux bibliothécaires et aux "
        "administrateurs. Demandez le rôle de bibliothécaire à un administrateur.",
    ),
    Right.EVALUATE: Wording(
        en="Reviewing what people think of answers is for evaluators and administrators. Ask an "
        "administrator for the role of an evaluator.",
        fr="Examiner les avis sur les réponses revient aux évaluateurs et aux administrateurs. "
        "Demandez le rôle d’évaluateur à un administrateur.",
    ),
    Right.TRAIN: Wording(
        en="Judging quiz items and looking after cohorts is for trainers and administrators. Ask "
        "an administrator for the role of a trainer.",
        fr="Juger les questions et suivre les cohortes revient aux formateurs et aux "
        "administrateurs. Demandez le rôle de formateur à un administrateur.",
    ),
    Right.ADMINISTER: Wording(
        en="Accounts are looked after by administrators. Ask one of them.",
        fr="Les comptes sont gérés par les administrateurs. Adressez-vous à l’un d’eux.",
    ),
}


def demand(right: Right) -> None:
    """Raises KnownError that says who may, unless the visitor does."""
    if not visitor().may(right):
        sentence = WHO_MAY[right]
        raise KnownError(en=sentence.en, fr=sentence.fr)


class GuardedDesk:
    """Hands on what everybody may do; the rest wants the right to keep the library."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def ask(self, question: Question, found: Callable[[Sequence[Hit]], None]) -> Answer:
        return self._desk.ask(question, found)

    def search(self, query: str, k: int, filters: Filters) -> Sequence[Hit]:
        return self._desk.search(query, k, filters)

    def related(self, article_id: str, question: str) -> Sequence[Hit]:
        return self._desk.related(article_id, question)

    def suggested(self) -> Sequence[Suggested]:
        return self._desk.suggested()

    def article(self, article_id: str) -> Article:
        return self._desk.article(article_id)

    def records(self) -> tuple[Record, ...]:
        return self._desk.records()

    def preview(self, sources: Sequence[Source], progress: Progress) -> Preview:
        demand(Right.KEEP_LIBRARY)  # it reads files and web pages
        return self._desk.preview(sources, progress)

    def adopt(self, articles: Sequence[Article], progress: Progress) -> AddReport:
        demand(Right.KEEP_LIBRARY)
        return self._desk.adopt(articles, progress)

    def correct(
        self, article_id: str, correction: Correction, collections: Sequence[str] | None
    ) -> Article:
        demand(Right.KEEP_LIBRARY)
        return self._desk.correct(article_id, correction, collections)

    def update(self, article_id: str, progress: Progress) -> AddReport:
        demand(Right.KEEP_LIBRARY)
        return self._desk.update(article_id, progress)

    def remove(self, article_ids: Sequence[str]) -> None:
        demand(Right.KEEP_LIBRARY)
        self._desk.remove(article_ids)

    def restore(self) -> tuple[Article, ...]:
        demand(Right.KEEP_LIBRARY)
        return self._desk.restore()

    def export(self, path: Path) -> None:
        self._desk.export(path)

    def take_in(self, path: Path, progress: Progress) -> AddReport:
        demand(Right.KEEP_LIBRARY)
        return self._desk.take_in(path, progress)

    def bibliography(self, records: Sequence[Record], form: BibliographyFormat) -> str:
        return self._desk.bibliography(records, form)

    def health(self) -> Health:
        return self._desk.health()
