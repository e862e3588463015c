"""Kept answers: each person's history and favourites, frozen with the evidence behind them.

What an answer and an article look like inside is for those who freeze them to know; here they
are documents. An article is stored once in each form in which answers cite it, and goes with
the last of them.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from corpus.characters import folded
from corpus.database import TABLES, open_database
from corpus.history import ASKED, Asked, note
from corpus.wording import KnownError

Document = Mapping[str, Any]  # JSON

_PATIENCE_S = 2.0  # a person waits for the answer while its record waits for a writer
_AT_ONCE = 500  # SQLite bounds the parameters of a query

_answers = sa.Table(
    "answers",
    TABLES,
    sa.Column("id", sa.String, primary_key=True),
    sa.Column("person", sa.String),
    sa.Column("at", sa.String),
    sa.Column("question", sa.Text),
    sa.Column("language", sa.String),
    sa.Column("reason", sa.String),
    sa.Column("favourite", sa.Boolean),
    sa.Column("shared", sa.Boolean),
    sa.Column("words", sa.Text),  # folded: what a search looks through
    sa.Column("document", sa.JSON),
)
_frozen_articles = sa.Table(
    "frozen_articles",
    TABLES,
    sa.Column("id", sa.String, primary_key=True),  # from the content of the document
    sa.Column("article", sa.String),  # id of the article
    sa.Column("document", sa.JSON),
)
_answer_articles = sa.Table(
    "answer_articles",
    TABLES,
    sa.Column("answer", sa.String, sa.ForeignKey("answers.id"), primary_key=True),
    sa.Column("frozen", sa.String, sa.ForeignKey("frozen_articles.id"), primary_key=True),
)
_ENTRY = tuple(c for c in _answers.c if c.name not in {"words", "document"})
_NEWEST_FIRST: tuple[sa.ColumnElement[Any], ...] = (
    _answers.c.at.desc(),
    sa.literal_column("answers.rowid").desc(),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """One entry of somebody's history; the answer itself is read when it is opened."""

    id: str  # unguessable, as whoever has the link of a shared answer may open it
    person: str  # id
    at: str  # UTC, ISO 8601 to the second
    question: str  # as it was asked
    language: str  # of the answer, ISO 639-1
    reason: str = ""  # why the library did not answer; empty when it did
    favourite: bool = False
    shared: bool = False  # its link opens for others, too


@dataclass(frozen=True, slots=True)
class Stored:
    """An entry with its answer, and the articles that the answer needs by their ids."""

    kept: Kept
    document: Document
    articles: Mapping[str, Document]


class KeptAnswers:
    """The answers in the library `path`. Raises KnownError when it cannot be opened."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._engine = open_database(path, _PATIENCE_S)

    def close(self) -> None:
        self._engine.dispose()

    def keep(self, stored: Stored, words: str, asked: Asked | None = None) -> None:
        """All or nothing. `words` are what it is found by, beside the question.

        `asked` goes into the history of questions with it. Raises KnownError when the library is
        locked, read-only or full.
        """
        row = {**asdict(stored.kept), "words": folded(f"{stored.kept.question}\n{words}")}
        with self._writing() as connection:
            connection.execute(sa.insert(_answers).values(**row, document=stored.document))
            for article, document in stored.articles.items():
                id_ = _content_id(document)
                new = {"id": id_, "article": article, "document": document}
                connection.execute(
                    sqlite_insert(_frozen_articles).values(new).on_conflict_do_nothing()
                )
                connection.execute(
                    sa.insert(_answer_articles).values(answer=stored.kept.id, frozen=id_)
                )
            if asked:
                note(connection, asked)

    def entries(
        self, person: str, search: str = "", *, favourites: bool = False
    ) -> tuple[Kept, ...]:
        """One person's that name every word of the search, the newest first."""
        found = [sa.func.instr(_answers.c.words, word) > 0 for word in folded(search).split()]
        query = sa.select(*_ENTRY).where(_answers.c.person == person, *found)
        if favourites:
            query = query.where(_answers.c.favourite)
        with self._engine.connect() as connection:
            rows = connection.execute(query.order_by(*_NEWEST_FIRST)).mappings()
            return tuple(Kept(**row) for row in rows)

    def entry(self, answer_id: str, person: str) -> Kept | None:
        """One of that person's own."""
        query = sa.select(*_ENTRY).where(_answers.c.id == answer_id, _answers.c.person == person)
        with self._engine.connect() as connection:
            row = connection.execute(query).mappings().first()
        return Kept(**row) if row else None

    def find(self, answer_id: str, person: str | None) -> Stored | None:
        """What that person may open: one's own, and what is shared. None may open everything."""
        query = sa.select(_answers).where(_answers.c.id == answer_id, _open_to(person))
        articles = (
            sa.select(_frozen_articles.c.article, _frozen_articles.c.document)
            .join(_answer_articles)
            .where(_answer_articles.c.answer == answer_id)
        )
        with self._engine.connect() as connection:
            row = connection.execute(query).mappings().first()
            if row is None:
                return None
            kept = Kept(**{column.name: row[column.name] for column in _ENTRY})
            return Stored(kept, row["document"], dict(connection.execute(articles).all()))

    def favour(self, answer_id: str, person: str, favourite: bool) -> bool:
        """Whether that person has such an answer."""
        return self._change(answer_id, person, favourite=favourite)

    def share(self, answer_id: str, person: str) -> bool:
        """Whether that person has such an answer."""
        return self._change(answer_id, person, shared=True)

    def unshare(self, answer_id: str, person: str) -> bool:
        """Whether that person has such an answer."""
        return self._change(answer_id, person, shared=False)

    def forget(self, person: str, answer_ids: Sequence[str]) -> int:
        """Delete these of one person's own, from the disk too; returns how many there were."""
        with self._erasing() as connection:
            gone = 0
            for start in range(0, len(answer_ids), _AT_ONCE):
                some = list(answer_ids[start : start + _AT_ONCE])
                own = sa.and_(_answers.c.person == person, _answers.c.id.in_(some))
                noted = ASKED.c.answer.in_(sa.select(_answers.c.id).where(own))
                connection.execute(sa.delete(ASKED).where(noted))
                gone += connection.execute(sa.delete(_answers).where(own)).rowcount
            return gone

    def forget_all(self, person: str | None) -> int:
        """Delete all of one person's, questions without an answer as well; None: everybody's."""
        noted = sa.true() if person is None else ASKED.c.person == person
        own = sa.true() if person is None else _answers.c.person == person
        with self._erasing() as connection:
            alone = sa.delete(ASKED).where(noted, ASKED.c.answer == "")
            gone = connection.execute(alone).rowcount
            connection.execute(sa.delete(ASKED).where(noted))
            return int(gone + connection.execute(sa.delete(_answers).where(own)).rowcount)

    def _change(self, answer_id: str, person: str, **values: bool) -> bool:
        own = sa.and_(_answers.c.id == answer_id, _answers.c.person == person)
        with self._writing() as connection:
            return connection.execute(sa.update(_answers).where(own).values(**values)).rowcount > 0

    @contextmanager
    def _writing(self) -> Iterator[sa.Connection]:
        try:
            with self._engine.begin() as connection:
                yield connection
        except sa.exc.DBAPIError as error:
            raise KnownError(
                en=f"The answer cannot be kept in the history ({error.orig}): check {self._path}, "
                "or set CXLIT_HISTORY=0 to keep none.",
                fr=f"La réponse ne peut pas être gardée dans l’historique ({error.orig}) : "
                f"vérifiez {self._path}, ou donnez à CXLIT_HISTORY la valeur 0 pour n’en garder "
                "aucune.",
            ) from error

    @contextmanager
    def _erasing(self) -> Iterator[sa.Connection]:
        """What is deleted inside goes from the disk, with the articles that nobody cites now."""
        try:
            with self._engine.connect() as connection:
                connection.exec_driver_sql("PRAGMA secure_delete = ON")  # overwritten with zeros
                yield connection
                cited = sa.select(_answer_articles.c.frozen)
                connection.execute(
                    sa.delete(_frozen_articles).where(_frozen_articles.c.id.not_in(cited))
                )
                connection.commit()
                # The write-ahead log holds the words as they came in: it is emptied, too.
                connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").close()
        except sa.exc.DBAPIError as error:
            raise KnownError(
                en=f"The history cannot be deleted ({error.orig}). Check that {self._path} is "
                "yours to write, and try again.",
                fr=f"L’historique ne peut pas être supprimé ({error.orig}). Vérifiez que vous "
                f"pouvez écrire {self._path}, et réessayez.",
            ) from error


def _open_to(person: str | None) -> sa.ColumnElement[bool]:
    if person is None:
        return sa.true()
    return sa.or_(_answers.c.person == person, _answers.c.shared)


def _content_id(document: Document) -> str:
    """The same for the same content, whatever the order of its keys."""
    written = json.dumps(document, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(written.encode()).hexdigest()[:32]
