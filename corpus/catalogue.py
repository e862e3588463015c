"""The catalogue: all articles, in SQLite, by generation.

Every row says in which generation it became visible and in which it stopped to be. A writer
stages the rows of the next generation, which nobody reads yet, and the library then publishes
that generation by one rename (see `index.publishing`). A writer that is killed in between
leaves rows of a generation that never came to be; the next writer discards them. So a reader
that works with generation n sees exactly n, whatever happens beside it.

What a person removed stays in its row, marked with the generation that removed it, so that the
last removals can be undone; rows that gave way to a changed version are forgotten.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from corpus.answered import AnsweredQuestion
from corpus.article import Article, BasedOn, Kind, Record
from corpus.database import TABLES, open_database, say_hindrances
from corpus.topics import Topic

REMOVALS_KEPT = 20  # that can be undone, the last one first

_article = sa.Table(
    "article",
    TABLES,
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
    sa.Column("original_title", sa.String),
    sa.Column("note_date", sa.String),
    sa.Column("topics", sa.JSON),
    sa.Column("questions", sa.JSON),
    sa.Column("collections", sa.JSON),
    sa.Column("corrected", sa.JSON),
    sa.Column("based_on", sa.String),
    sa.Column("removed_by_hand", sa.Boolean),  # can be brought back
    sa.Column("known_since", sa.Integer),  # generation it first came with; a correction keeps it
)
_HEAVY = ("text", "removed", "questions", "signature")  # what a record leaves out
_AT_ONCE = 500  # SQLite bounds the parameters of a query
_published = sa.Table("published", TABLES, sa.Column("generation", sa.Integer))


class Catalogue:
    """Articles in `path`, opened or created at the newest schema.

    Raises KnownError when the file is not a cxlit library or was written by a newer cxlit.
    """

    def __init__(self, path: Path) -> None:
        self._engine = open_database(path)
        say_hindrances(self._engine, path)

    def close(self) -> None:
        self._engine.dispose()

    def articles(self, generation: int) -> tuple[Article, ...]:
        """All articles of a generation, in the order in which they were added."""
        query = sa.select(_article).where(_visible(generation)).order_by(_article.c.row)
        with self._engine.connect() as connection:
            return tuple(_to_article(row) for row in connection.execute(query).mappings())

    def records(self, generation: int) -> tuple[Record, ...]:
        """The same without the texts: a library of 10,000 articles is listed at once."""
        columns = [column for column in _article.c if column.name not in _HEAVY]
        query = (
            sa.select(*columns, sa.func.length(_article.c.text).label("characters"))
            .where(_visible(generation))
            .order_by(_article.c.row)
        )
        with self._engine.connect() as connection:
            return tuple(
                Record(id=row["article_id"], characters=row["characters"], **_known(row))
                for row in connection.execute(query).mappings()
            )

    def article(self, article_id: str, generation: int) -> Article | None:
        query = sa.select(_article).where(_visible(generation), _article.c.article_id == article_id)
        with self._engine.connect() as connection:
            row = connection.execute(query).mappings().first()
        return _to_article(row) if row else None

    def questions(self, generation: int) -> dict[str, tuple[AnsweredQuestion, ...]]:
        """What each article is known to answer, by article id, in its order; no key if nothing."""
        query = (
            sa.select(_article.c.article_id, _article.c.questions)
            .where(_visible(generation))
            .order_by(_article.c.article_id)
        )
        with self._engine.connect() as connection:
            return {
                article_id: _to_questions(written)
                for article_id, written in connection.execute(query)
                if written
            }

    def ids(self, generation: int) -> frozenset[str]:
        query = sa.select(_article.c.article_id).where(_visible(generation))
        with self._engine.connect() as connection:
            return frozenset(connection.execute(query).scalars())

    def signatures(self, generation: int) -> dict[str, bytes]:
        """Near-duplicate signature of each article, by article id."""
        query = sa.select(_article.c.article_id, _article.c.signature).where(_visible(generation))
        with self._engine.connect() as connection:
            return dict(connection.execute(query).all())

    def came_after(self, then: int, generation: int) -> frozenset[str]:
        """Ids of a generation's articles that were unknown in the earlier generation `then`."""
        query = sa.select(_article.c.article_id).where(
            _visible(generation), _article.c.known_since > then
        )
        with self._engine.connect() as connection:
            return frozenset(connection.execute(query).scalars())

    def last_removed(self, generation: int) -> tuple[tuple[Article, bytes], ...]:
        """Articles of the last removal that are still gone, with their signatures."""
        gone = sa.and_(
            _article.c.removed_by_hand.is_(True),
            _article.c.removed_in <= generation,
            _article.c.article_id.not_in(
                sa.select(_article.c.article_id).where(_visible(generation))
            ),
        )
        last = sa.select(sa.func.max(_article.c.removed_in)).where(gone).scalar_subquery()
        query = sa.select(_article).where(gone, _article.c.removed_in == last)
        with self._engine.connect() as connection:
            rows = connection.execute(query.order_by(_article.c.row)).mappings()
            return tuple((_to_article(row), row["signature"]) for row in rows)

    def published(self) -> int:
        """Newest generation that is known to have been published; 0 before the first."""
        with self._engine.connect() as connection:
            return connection.execute(sa.select(sa.func.max(_published.c.generation))).scalar() or 0

    def stage(
        self,
        generation: int,
        added: Sequence[tuple[Article, bytes]],
        removed: Iterable[str],
        *,
        by_hand: bool = False,
    ) -> None:
        """Write, in one transaction, what becomes visible with `generation`.

        `added` pairs each article with its near-duplicate signature; `removed` are article ids,
        which make room for changed versions or, removed `by_hand`, can be brought back.
        """
        gone = list(removed)
        with self._engine.begin() as connection:
            for start in range(0, len(gone), _AT_ONCE):
                some = gone[start : start + _AT_ONCE]
                connection.execute(
                    sa.update(_article)
                    .where(_visible(generation - 1), _article.c.article_id.in_(some))
                    .values(removed_in=generation, removed_by_hand=by_hand)
                )
            if added:
                known = _known_since(connection, [article.id for article, _ in added])
                rows = [
                    {
                        **_to_row(article, signature, generation),
                        "known_since": known.get(article.id, generation),
                    }
                    for article, signature in added
                ]
                connection.execute(sa.insert(_article), rows)

    def confirm(self, generation: int, *, keep_from: int) -> None:
        """Note that `generation` is published; forget rows that ended before `keep_from`.

        Of the removals by hand, the last REMOVALS_KEPT are remembered.
        """
        with self._engine.begin() as connection:
            connection.execute(sa.delete(_published))
            connection.execute(sa.insert(_published).values(generation=generation))
            by_hand = _article.c.removed_by_hand
            # What came back is removed no longer, even if it gives way to a new version later.
            back = sa.select(_article.c.article_id).where(_visible(generation))
            connection.execute(
                sa.update(_article)
                .where(by_hand.is_(True), _article.c.article_id.in_(back))
                .values(removed_by_hand=False)
            )
            connection.execute(
                sa.delete(_article).where(_article.c.removed_in <= keep_from, by_hand.is_not(True))
            )
            removals = sa.select(_article.c.removed_in).where(by_hand.is_(True)).distinct()
            newest = removals.order_by(_article.c.removed_in.desc()).limit(REMOVALS_KEPT)
            connection.execute(
                sa.delete(_article).where(
                    _article.c.removed_in <= keep_from, _article.c.removed_in.not_in(newest)
                )
            )

    def discard_after(self, generation: int) -> None:
        """Undo what a writer staged beyond `generation` and never published."""
        with self._engine.begin() as connection:
            connection.execute(sa.delete(_article).where(_article.c.added_in > generation))
            connection.execute(
                sa.update(_article)
                .where(_article.c.removed_in > generation)
                .values(removed_in=None, removed_by_hand=None)
            )


def _known_since(connection: sa.Connection, ids: Sequence[str]) -> dict[str, int]:
    """The generation that each of these articles first came with; no key if it is new."""
    found: dict[str, int] = {}
    for start in range(0, len(ids), _AT_ONCE):
        query = (
            sa.select(_article.c.article_id, sa.func.min(_article.c.known_since))
            .where(_article.c.article_id.in_(ids[start : start + _AT_ONCE]))
            .group_by(_article.c.article_id)
        )
        found |= dict(connection.execute(query).all())
    return found


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
        "original_title": article.original_title,
        "topics": list(article.topics),
        "based_on": article.based_on,
        "note_date": article.note_date,
        "questions": [[q.text, q.language, q.start, q.end] for q in article.questions],
        "collections": list(article.collections),
        "corrected": list(article.corrected),
        "signature": signature,
        "added_in": generation,
        "removed_in": None,
    }


def _to_article(row: sa.RowMapping) -> Article:
    return Article(
        text=row["text"],
        removed=tuple(row["removed"]),
        questions=_to_questions(row["questions"]),
        **_known(row),
    )


def _to_questions(written: Iterable[Sequence[Any]]) -> tuple[AnsweredQuestion, ...]:
    return tuple(AnsweredQuestion(*question) for question in written)


def _known(row: sa.RowMapping) -> dict[str, Any]:
    """The fields that a record and an article share."""
    return {
        "title": row["title"],
        "original_title": row["original_title"],
        "authors": tuple(row["authors"]),
        "publisher": row["publisher"],
        "date": row["date"],
        "language": row["language"],
        "url": row["url"],
        "kind": Kind(row["kind"]) if row["kind"] else None,
        "topics": tuple(Topic(topic) for topic in row["topics"]),
        "based_on": BasedOn(row["based_on"]) if row["based_on"] else None,
        "note_date": row["note_date"],
        "collections": tuple(row["collections"]),
        "corrected": tuple(row["corrected"]),
        "source": row["source"],
        "locator": row["locator"],
    }
