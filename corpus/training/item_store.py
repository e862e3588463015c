"""Quiz items in `library.db`: made anew as a whole, judged one by one, never deleted.

What an item looks like inside is for those who make it to know; here it is a document. One that
is not made any more is retired: answers and schedules refer to it.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from filelock import FileLock, Timeout
from sqlalchemy.dialects.sqlite import insert

from corpus.clock import stamp
from corpus.database import TABLES, open_database, say_hindrances
from corpus.wording import KnownError

Document = Mapping[str, Any]  # JSON

_PATIENCE_S = 120.0  # how long to wait for another process that makes the items

_items = sa.Table(
    "items",
    TABLES,
    sa.Column("id", sa.String, primary_key=True),
    sa.Column("card", sa.String),
    sa.Column("live", sa.Boolean),
    sa.Column("changed", sa.String),
    sa.Column("document", sa.JSON),
)
_bank = sa.Table(
    "bank",
    TABLES,
    sa.Column("row", sa.Integer, primary_key=True),
    sa.Column("fingerprint", sa.String),
    sa.Column("at", sa.String),
)
_verdicts = sa.Table(
    "verdicts",
    TABLES,
    sa.Column("item", sa.String, primary_key=True),
    sa.Column("accepted", sa.Boolean),
    sa.Column("reason", sa.Text),
    sa.Column("trainer", sa.String),
    sa.Column("at", sa.String),
)


@dataclass(frozen=True, slots=True)
class KeptItem:
    """An item as it is kept; the card, which twins share, is no part of the document."""

    id: str
    card: str
    document: Document


@dataclass(frozen=True, slots=True)
class Published:
    """Of what the live items were made, and when; empty before the first time."""

    fingerprint: str = ""
    at: str = ""  # UTC, ISO 8601 to the microsecond: no two sets are of the same


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a trainer thinks of an item; it outlives the library that the item was made of."""

    item: str
    accepted: bool
    reason: str
    trainer: str  # id of a person
    at: str  # UTC, ISO 8601


class ItemStore:
    """The items in the library `path`. Raises KnownError when it cannot be opened."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._engine = open_database(path)
        say_hindrances(self._engine, path)

    def close(self) -> None:
        self._engine.dispose()

    @contextmanager
    def making(self) -> Iterator[None]:
        """For the time in which items are made: by one process, one thread of it.

        Raises KnownError when another one takes too long.
        """
        try:
            with FileLock(self._path.with_name("items.lock"), timeout=_PATIENCE_S):
                yield
        except Timeout as error:
            raise KnownError(
                en="Another cxlit is making the quiz items. Try again when it is done.",
                fr="Un autre cxlit est en train de préparer les questions. Réessayez quand il "
                "aura fini.",
            ) from error

    def publish(self, items: Sequence[KeptItem], fingerprint: str, at: datetime) -> None:
        """Make `items` the live ones, all or nothing; the others are retired."""
        changed = stamp(at)
        rows = [{**asdict(item), "live": True, "changed": changed} for item in items]
        adding = insert(_items)
        new = adding.excluded
        same = sa.and_(_items.c.live, _items.c.card == new.card, _items.c.document == new.document)
        replacing = adding.on_conflict_do_update(
            index_elements=[_items.c.id],
            set_={name: new[name] for name in ("card", "live", "changed", "document")},
            where=sa.not_(same),
        )
        made = {item.id for item in items}
        with self._engine.begin() as connection:
            connection.exec_driver_sql("BEGIN IMMEDIATE")  # what is read below stays so
            live = connection.execute(sa.select(_items.c.id).where(_items.c.live)).scalars()
            gone = [{"gone": id_} for id_ in live if id_ not in made]
            retiring = sa.update(_items).where(_items.c.id == sa.bindparam("gone"))
            if gone:
                connection.execute(retiring.values(live=False, changed=changed), gone)
            if rows:
                connection.execute(replacing, rows)
            connection.execute(sa.delete(_bank))
            row = {"row": 1, "fingerprint": fingerprint, "at": at.isoformat()}
            connection.execute(sa.insert(_bank).values(row))

    def published(self) -> Published:
        with self._engine.connect() as connection:
            row = connection.execute(sa.select(_bank.c.fingerprint, _bank.c.at)).first()
        return Published(*row) if row else Published()

    def live(self) -> tuple[KeptItem, ...]:
        """In order of id."""
        return self._read(_items.c.live)

    def find(self, item_id: str) -> KeptItem | None:
        """One that was ever made, whatever became of it."""
        return next(iter(self._read(_items.c.id == item_id)), None)

    def cards(self) -> dict[str, str]:
        """The card of every item that was ever made, by id."""
        with self._engine.connect() as connection:
            rows = connection.execute(sa.select(_items.c.id, _items.c.card))
            return {row.id: row.card for row in rows}

    def judge(self, verdict: Verdict) -> None:
        """The last word counts. Raises KnownError when no such item was ever made."""
        if self.find(verdict.item) is None:
            raise no_such_item(verdict.item)
        row = asdict(verdict)
        judging = insert(_verdicts).values(row)
        with self._engine.begin() as connection:
            connection.execute(
                judging.on_conflict_do_update(index_elements=[_verdicts.c.item], set_=row)
            )

    def take_back(self, item_id: str) -> None:
        """The item is as if nobody had judged it."""
        with self._engine.begin() as connection:
            connection.execute(sa.delete(_verdicts).where(_verdicts.c.item == item_id))

    def verdicts(self) -> dict[str, Verdict]:
        """By item."""
        with self._engine.connect() as connection:
            rows = connection.execute(sa.select(_verdicts).order_by(_verdicts.c.at)).mappings()
            return {row["item"]: Verdict(**row) for row in rows}

    def _read(self, *wanted: sa.ColumnElement[bool]) -> tuple[KeptItem, ...]:
        query = sa.select(_items.c.id, _items.c.card, _items.c.document)
        with self._engine.connect() as connection:
            rows = connection.execute(query.where(*wanted).order_by(_items.c.id))
            return tuple(KeptItem(row.id, row.card, row.document) for row in rows)


def no_such_item(item_id: str) -> KnownError:
    return KnownError(
        en=f"There is no item {item_id}. See the ids with: cxlit train items",
        fr=f"Il n’y a pas de question {item_id}. Pour voir les identifiants : cxlit train items",
    )
