"""Reviews, schedules and marked passages in `library.db`, each learner's own.

What a schedule is made of is for those who compute it to know; here its state is a document.
"""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from corpus.database import TABLES, open_database, say_hindrances

Row = Mapping[str, Any]  # column -> value
Replay = Callable[[Sequence[Row]], Row]  # a card's reviews, oldest first -> due, lapses, state

_reviews = sa.Table(
    "reviews",
    TABLES,
    sa.Column("id", sa.String, primary_key=True),
    sa.Column("person", sa.String, primary_key=True),
    sa.Column("card", sa.String),
    sa.Column("item", sa.String),
    sa.Column("at", sa.String),  # UTC, ISO 8601, always to the microsecond: text sorts as time
    sa.Column("rating", sa.Integer),
    sa.Column("correct", sa.Boolean),
    sa.Column("occasion", sa.String),
    sa.Column("said", sa.Text),
)
_schedules = sa.Table(
    "schedules",
    TABLES,
    sa.Column("person", sa.String, primary_key=True),
    sa.Column("card", sa.String, primary_key=True),
    sa.Column("due", sa.String),
    sa.Column("lapses", sa.Integer),
    sa.Column("suspended", sa.Boolean),
    sa.Column("state", sa.JSON),
)
_marked = sa.Table(
    "marked",
    TABLES,
    sa.Column("person", sa.String, primary_key=True),
    sa.Column("card", sa.String, primary_key=True),
    sa.Column("at", sa.String),
    sa.Column("document", sa.JSON),
)
_OLDEST_FIRST = (_reviews.c.at, _reviews.c.id)


class ReviewStore:
    """What learners remember, in the library `path`. Raises KnownError when it cannot be opened."""

    def __init__(self, path: Path) -> None:
        self._engine = open_database(path)
        say_hindrances(self._engine, path)

    def close(self) -> None:
        self._engine.dispose()

    def add(self, person: str, reviews: Sequence[Row], replay: Replay) -> int:
        """Keep the reviews whose ids are new to that person, and schedule their cards anew.

        All or nothing; returns how many were new.
        """
        if not reviews:
            return 0
        rows = [{**review, "person": person} for review in reviews]
        with self._engine.begin() as connection:
            # The insertion comes first: it takes the lock, so that two who answer at the same
            # time each replay what the other has kept.
            before = connection.execute(sa.insert(_reviews).prefix_with("OR IGNORE"), rows)
            for card in sorted({review["card"] for review in reviews}):
                self._schedule(connection, person, card, replay)
            return before.rowcount

    def regrade(self, person: str, id_: str, rating: int, replay: Replay) -> None:
        """The learner's last word on one review; nothing where there is no such review."""
        own = (_reviews.c.person == person, _reviews.c.id == id_)
        with self._engine.begin() as connection:
            connection.execute(sa.update(_reviews).where(*own).values(rating=rating))
            for card in connection.execute(sa.select(_reviews.c.card).where(*own)).scalars().all():
                self._schedule(connection, person, card, replay)

    def reviews(self, person: str, card: str = "") -> tuple[Row, ...]:
        """One person's, of one card or of all, the oldest first."""
        wanted = [_reviews.c.person == person]
        if card:
            wanted.append(_reviews.c.card == card)
        return self._read(sa.select(_reviews).where(*wanted).order_by(*_OLDEST_FIRST))

    def of_items(self) -> tuple[Row, ...]:
        """Everybody's to items that the product judged, the oldest first."""
        judged = (_reviews.c.item != "", _reviews.c.correct.is_not(None))
        return self._read(sa.select(_reviews).where(*judged).order_by(*_OLDEST_FIRST))

    def schedules(self, person: str) -> tuple[Row, ...]:
        """In order of card."""
        own = sa.select(_schedules).where(_schedules.c.person == person)
        return self._read(own.order_by(_schedules.c.card))

    def suspend(self, person: str, card: str, suspended: bool) -> None:
        own = (_schedules.c.person == person, _schedules.c.card == card)
        with self._engine.begin() as connection:
            connection.execute(sa.update(_schedules).where(*own).values(suspended=suspended))

    def mark(self, person: str, card: str, at: str, document: Row) -> None:
        """Marked once more, it stays as it is."""
        row = {"person": person, "card": card, "at": at, "document": dict(document)}
        with self._engine.begin() as connection:
            connection.execute(sa.insert(_marked).prefix_with("OR IGNORE").values(row))

    def unmark(self, person: str, card: str) -> None:
        """Its reviews and its schedule stay."""
        own = (_marked.c.person == person, _marked.c.card == card)
        with self._engine.begin() as connection:
            connection.execute(sa.delete(_marked).where(*own))

    def marked(self, person: str) -> tuple[Row, ...]:
        """The oldest first."""
        own = sa.select(_marked).where(_marked.c.person == person)
        return self._read(own.order_by(_marked.c.at, _marked.c.card))

    def _schedule(self, connection: sa.Connection, person: str, card: str, replay: Replay) -> None:
        own = (_reviews.c.person == person, _reviews.c.card == card)
        every = sa.select(_reviews).where(*own).order_by(*_OLDEST_FIRST)
        rows = [dict(row) for row in connection.execute(every).mappings()]
        computed = dict(replay(rows))
        new = sqlite_insert(_schedules).values(
            person=person, card=card, suspended=False, **computed
        )
        connection.execute(
            new.on_conflict_do_update(index_elements=["person", "card"], set_=computed)
        )

    def _read(self, query: sa.Select[Any]) -> tuple[Row, ...]:
        with self._engine.connect() as connection:
            return tuple(dict(row) for row in connection.execute(query).mappings())
