"""What learners report to be wrong with quiz items, in `library.db`."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from corpus.clock import Clock, now
from corpus.database import TABLES, open_database, say_hindrances

_reported = sa.Table(
    "reported",
    TABLES,
    sa.Column("item", sa.String, primary_key=True),
    sa.Column("person", sa.String, primary_key=True),
    sa.Column("at", sa.String),
)


@dataclass(frozen=True, slots=True)
class Report:
    """Somebody finds a question wrong."""

    item: str  # id
    person: str  # id
    at: datetime  # UTC


class ReportStore:
    """The reports in the library `path`. Raises KnownError when it cannot be opened."""

    def __init__(self, path: Path, clock: Clock = now) -> None:
        self._engine = open_database(path)
        say_hindrances(self._engine, path)
        self._clock = clock

    def close(self) -> None:
        self._engine.dispose()

    def report(self, item: str, person: str) -> None:
        """Once a person and item, however often; the last time counts."""
        at = self._clock().isoformat()
        reporting = insert(_reported).values(item=item, person=person, at=at)
        with self._engine.begin() as connection:
            connection.execute(
                reporting.on_conflict_do_update(
                    index_elements=[_reported.c.item, _reported.c.person], set_={"at": at}
                )
            )

    def withdraw(self, item: str, person: str) -> None:
        withdrawing = sa.delete(_reported).where(
            _reported.c.item == item, _reported.c.person == person
        )
        with self._engine.begin() as connection:
            connection.execute(withdrawing)

    def all(self) -> tuple[Report, ...]:
        """The oldest first."""
        return self._read()

    def of(self, person: str) -> tuple[Report, ...]:
        """The oldest first."""
        return self._read(_reported.c.person == person)

    def _read(self, *wanted: sa.ColumnElement[bool]) -> tuple[Report, ...]:
        query = sa.select(_reported).where(*wanted).order_by(_reported.c.at, _reported.c.item)
        with self._engine.connect() as connection:
            rows = connection.execute(query).all()
        return tuple(Report(row.item, row.person, datetime.fromisoformat(row.at)) for row in rows)
