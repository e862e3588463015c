"""The catalogue: all articles, in SQLite, by generation.

Every row says in which generation it became visible and in which it stopped to be. A writer
stages the rows of the next generation, which nobody reads yet, and the library then publishes
that generation by one rename (see `index.publishing`). A writer that is killed in between
leaves rows of a generation that never came to be; the next writer discards them. So a reader
that works with generation n sees exactly n, whatever happens beside it.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

from corpus.article import Article, Kind
from corpus.wording import KnownError

SCHEMA = "0001"  # newest step in corpus/migrations

_metadata = sa.MetaData()
_article = sa.Table(
    "article",
    _metadata,
    sa.Column("row", sa.Integer, primary_key=True),
    sa.Column("article_id", sa.String),
    sa.Column("title", sa.String),
    sa.Column("text", sa.Text),
    sa.Column("authors", sa.JSON),
    sa.Column("publisher", sa.String),
    sa.Column("date", sa.String),
    sa.Column("language", sa.String),
    sa.Column("url", sa.String),
    sa.Column("kind", sa.String),
    sa.Column("source", sa.String),
    sa.Column("locator", sa.String),
    sa.Column("removed", sa.JSON),
    sa.Column("signature", sa.LargeBinary),
    sa.Column("added_in", sa.Integer),
    sa.Column("removed_in", sa.Integer),
)
_published = sa.Table("published", _metadata, sa.Column("generation", sa.Integer))


class Catalogue:
    """Articles in `path`, opened or created at the newest schema.

    Raises KnownError when the file is not a cxlit library or was written by a newer cxlit.
    """

    def __init__(self, path: Path) -> None:
        self._engine = sa.create_engine(f"sqlite:///{path}", connect_args={"timeout": 30})
        sa.event.listen(self._engine, "connect", _prepare)

        @sa.event.listens_for(self._engine, "handle_error")
        def refuse_damaged(context: sa.ExceptionContext) -> None:
            # "malformed", "not a database"; a lock or a full disk is an OperationalError.
            if type(context.original_exception) is sqlite3.DatabaseError:
                raise _unreadable(path, context.original_exception)

        try:
            self._migrate(path)
        except sa.exc.DatabaseError as error:
            raise _unreadable(path, error.orig) from error

    def close(self) -> None:
        self._engine.dispose()

    def articles(self, generation: int) -> tuple[Article, ...]:
        """All articles of a generation, in the order in which they were added."""
        query = sa.select(_article).where(_visible(generation)).order_by(_article.c.row)
        with self._engine.connect() as connection:
            return tuple(_to_article(row) for row in connection.execute(query).mappings())

    def article(self, article_id: str, generation: int) -> Article | None:
        query = sa.select(_article).where(_visible(generation), _article.c.article_id == article_id)
        with self._engine.connect() as connection:
            row = connection.execute(query).mappings().first()
        return _to_article(row) if row else None

    def signatures(self, generation: int) -> dict[str, bytes]:
        """Near-duplicate signature of each article, by article id."""
        query = sa.select(_article.c.article_id, _article.c.signature).where(_visible(generation))
        with self._engine.connect() as connection:
            return dict(connection.execute(query).all())

    def published(self) -> int:
        """Newest generation that is known to have been published; 0 before the first."""
        with self._engine.connect() as connection:
            return connection.execute(sa.select(sa.func.max(_published.c.generation))).scalar() or 0

    def stage(
        self, generation: int, added: Sequence[tuple[Article, bytes]], removed: Iterable[str]
    ) -> None:
        """Write, in one transaction, what becomes visible with `generation`.

        `added` pairs each article with its near-duplicate signature; `removed` are article ids.
        """
        gone = list(removed)
        with self._engine.begin() as connection:
            if gone:
                connection.execute(
                    sa.update(_article)
                    .where(_visible(generation - 1), _article.c.article_id.in_(gone))
                    .values(removed_in=generation)
                )
            if added:
                rows = [_to_row(article, signature, generation) for article, signature in added]
                connection.execute(sa.insert(_article), rows)

    def confirm(self, generation: int, *, keep_from: int) -> None:
        """Note that `generation` is published; forget rows that ended before `keep_from`."""
        with self._engine.begin() as connection:
            connection.execute(sa.delete(_published))
            connection.execute(sa.insert(_published).values(generation=generation))
            connection.execute(sa.delete(_article).where(_article.c.removed_in <= keep_from))

    def discard_after(self, generation: int) -> None:
        """Undo what a writer staged beyond `generation` and never published."""
        with self._engine.begin() as connection:
            connection.execute(sa.delete(_article).where(_article.c.added_in > generation))
            connection.execute(
                sa.update(_article)
                .where(_article.c.removed_in > generation)
                .values(removed_in=None)
            )

    def _migrate(self, path: Path) -> None:
        with self._engine.connect() as connection:
            found = _schema_of(connection)
        if found == SCHEMA:
            return
        if found and found > SCHEMA:
            raise KnownError(
                en=f"{path} was written by a newer cxlit (schema {found}, this one knows "
                f"{SCHEMA}): update cxlit.",
                fr=f"{path} a été écrit par un cxlit plus récent (schéma {found}, celui-ci connaît "
                f"{SCHEMA}) : mettez cxlit à jour.",
            )
        from alembic import command
        from alembic.config import Config

        config = Config()
        config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
        with self._engine.begin() as connection:
            # Python's sqlite3 begins no transaction for CREATE TABLE by itself. In this one a
            # kill leaves no half schema, and a process that starts at the same time waits.
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            config.attributes["connection"] = connection
            command.upgrade(config, "head")


def _unreadable(path: Path, error: BaseException | None) -> KnownError:
    return KnownError(
        en=f"{path} cannot be read as a cxlit library ({error}). Restore it from a backup, or move "
        "it away with the folder index to start anew.",
        fr=f"{path} ne se lit pas comme une bibliothèque cxlit ({error}). Restaurez une "
        "sauvegarde, ou déplacez ce fichier avec le dossier index pour repartir de zéro.",
    )


def _prepare(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
    cursor = connection.cursor()
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = FULL")  # staged rows must be on disk before the rename
    cursor.close()


def _schema_of(connection: sa.Connection) -> str | None:
    if not sa.inspect(connection).has_table("alembic_version"):
        return None
    found = connection.execute(sa.text("SELECT version_num FROM alembic_version")).scalar()
    return str(found) if found else None


def _visible(generation: int) -> sa.ColumnElement[bool]:
    ended = _article.c.removed_in
    return sa.and_(_article.c.added_in <= generation, sa.or_(ended.is_(None), ended > generation))


def _to_row(article: Article, signature: bytes, generation: int) -> dict[str, Any]:
    return {
        "article_id": article.id,
        "title": article.title,
        "text": article.text,
        "authors": list(article.authors),
        "publisher": article.publisher,
        "date": article.date,
        "language": article.language,
        "url": article.url,
        "kind": article.kind,
        "source": article.source,
        "locator": article.locator,
        "removed": list(article.removed),
        "signature": signature,
        "added_in": generation,
        "removed_in": None,
    }


def _to_article(row: sa.RowMapping) -> Article:
    return Article(
        title=row["title"],
        text=row["text"],
        authors=tuple(row["authors"]),
        publisher=row["publisher"],
        date=row["date"],
        language=row["language"],
        url=row["url"],
        kind=Kind(row["kind"]) if row["kind"] else None,
        source=row["source"],
        locator=row["locator"],
        removed=tuple(row["removed"]),
    )
