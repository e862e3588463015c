"""All that `library.db` has of one learner: taken along, merged again, deleted at once."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from corpus.database import open_database, say_hindrances

Row = Mapping[str, Any]  # column -> value

# What one writes in place of what was there before, by what it is about.
_WRITTEN = {"plans": (), "worksheets": ("competency",), "recommendations": ("dispute",)}
_COLUMNS: dict[str, tuple[str, ...]] = {
    **{name: (*about, "at", "document") for name, about in _WRITTEN.items()},
    "steps_done": ("step", "at"),
    "cohort_members": ("cohort", "at"),
    "reported": ("item", "at"),
}
_TABLES = {
    name: sa.table(
        name,
        sa.column("person"),
        *(sa.column(each, sa.JSON if each == "document" else sa.String) for each in columns),
    )
    for name, columns in _COLUMNS.items()
}
_COHORTS = sa.table("cohorts", sa.column("id"), sa.column("name"))
_REVIEWED = ("reviews", "schedules", "marked")  # kept by the `ReviewStore`


class LearnerStore:
    """Of the library `path`. Raises KnownError when it cannot be opened, or used."""

    def __init__(self, path: Path) -> None:
        self._engine = open_database(path)
        say_hindrances(self._engine, path)

    def close(self) -> None:
        self._engine.dispose()

    def of(self, person: str) -> dict[str, tuple[Row, ...]]:
        """That person's rows by table, without the person; reviews and marks apart."""
        with self._engine.connect() as connection:
            return {name: tuple(_own(connection, name, person)) for name in _TABLES}

    def cohorts(self, person: str) -> tuple[Row, ...]:
        """The names of that person's cohorts, and since when."""
        members = _TABLES["cohort_members"]
        query = (
            sa.select(_COHORTS.c.name, members.c.at)
            .join(_COHORTS, _COHORTS.c.id == members.c.cohort)
            .where(members.c.person == person)
            .order_by(members.c.at, _COHORTS.c.name)
        )
        with self._engine.connect() as connection:
            return tuple(dict(row) for row in connection.execute(query).mappings())

    def merge(self, person: str, rows: Mapping[str, Sequence[Row]]) -> None:
        """All or nothing. What was written later stays; a step that is done stays done."""
        with self._engine.begin() as connection:
            for name in (*_WRITTEN, "steps_done"):
                for row in rows.get(name, ()):
                    table = _TABLES[name]
                    new = insert(table).values(person=person, **row)
                    if name == "steps_done":
                        connection.execute(new.on_conflict_do_nothing())
                        continue
                    later = new.excluded
                    connection.execute(
                        new.on_conflict_do_update(
                            index_elements=["person", *_WRITTEN[name]],
                            set_={"at": later.at, "document": later.document},
                            where=later.at > table.c.at,
                        )
                    )

    def forget(self, person: str) -> int:
        """Delete every trace of what that person learnt, from the disk too.

        How many reviews there were.
        """
        with self._erasing() as connection:
            gone = [
                connection.execute(
                    sa.delete(sa.table(name, sa.column("person"))).where(
                        sa.column("person") == person
                    )
                ).rowcount
                for name in (*_REVIEWED, *_TABLES)
            ]
        return gone[0]

    @contextmanager
    def _erasing(self) -> Iterator[sa.Connection]:
        with self._engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA secure_delete = ON")  # overwritten with zeros
            yield connection
            connection.commit()
            # The write-ahead log holds the words as they came in: it is emptied, too.
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").close()


def _own(connection: sa.Connection, name: str, person: str) -> Iterator[Row]:
    table = _TABLES[name]
    columns = [table.c[each] for each in _COLUMNS[name]]
    own = sa.select(*columns).where(table.c.person == person).order_by(*columns[:1])
    return (dict(row) for row in connection.execute(own).mappings())
