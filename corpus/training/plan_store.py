"""Learners' plans, the steps that they have done, and their worksheets, in `library.db`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from corpus.clock import Clock, now, stamp
from corpus.database import TABLES, open_database, say_hindrances

Document = Mapping[str, Any]  # JSON

_PATIENCE_S = 5.0  # a person waits while what was written waits for another writer

_plans = sa.Table(
    "plans",
    TABLES,
    sa.Column("person", sa.String, primary_key=True),
    sa.Column("at", sa.String),
    sa.Column("document", sa.JSON),
)
_steps_done = sa.Table(
    "steps_done",
    TABLES,
    sa.Column("person", sa.String, primary_key=True),
    sa.Column("step", sa.String, primary_key=True),
    sa.Column("at", sa.String),
)
_worksheets = sa.Table(
    "worksheets",
    TABLES,
    sa.Column("person", sa.String, primary_key=True),
    sa.Column("competency", sa.String, primary_key=True),
    sa.Column("at", sa.String),
    sa.Column("document", sa.JSON),
)


@dataclass(frozen=True, slots=True)
class Filled:
    """A worksheet as somebody has filled it in."""

    at: str = ""  # when it was last written, UTC, ISO 8601; empty: never
    fields: Mapping[str, str] = field(default_factory=dict)  # the words by id of the field


class PlanStore:
    """Raises KnownError when the library `path` cannot be opened, and where it cannot be used."""

    def __init__(self, path: Path, clock: Clock = now) -> None:
        self._clock = clock
        self._engine = open_database(path, _PATIENCE_S)
        say_hindrances(self._engine, path)

    def close(self) -> None:
        self._engine.dispose()

    def plan(self, person: str) -> Document | None:
        query = sa.select(_plans.c.document).where(_plans.c.person == person)
        with self._engine.connect() as connection:
            found: Document | None = connection.execute(query).scalar()
        return found

    def keep_plan(self, person: str, document: Document) -> None:
        """In place of the one before."""
        row = {"person": person, "at": stamp(self._clock()), "document": document}
        self._write(insert(_plans).values(row), ["at", "document"])

    def steps(self, person: str) -> dict[str, str]:
        """The steps done and when each was."""
        query = sa.select(_steps_done.c.step, _steps_done.c.at).where(
            _steps_done.c.person == person
        )
        with self._engine.connect() as connection:
            return dict(connection.execute(query).all())

    def mark(self, person: str, step: str) -> None:
        """Done; a step that was done before keeps its day."""
        row = {"person": person, "step": step, "at": stamp(self._clock())}
        with self._engine.begin() as connection:
            connection.execute(insert(_steps_done).values(row).on_conflict_do_nothing())

    def unmark(self, person: str, step: str) -> None:
        with self._engine.begin() as connection:
            connection.execute(
                sa.delete(_steps_done).where(
                    _steps_done.c.person == person, _steps_done.c.step == step
                )
            )

    def worksheet(self, person: str, competency: str) -> Filled:
        query = sa.select(_worksheets.c.at, _worksheets.c.document).where(
            _worksheets.c.person == person, _worksheets.c.competency == competency
        )
        with self._engine.connect() as connection:
            row = connection.execute(query).first()
        return Filled(row.at, row.document) if row else Filled()

    def keep_worksheet(self, person: str, competency: str, fields: Mapping[str, str]) -> None:
        """In place of what was written there before."""
        row = {
            "person": person,
            "competency": competency,
            "at": stamp(self._clock()),
            "document": dict(fields),
        }
        self._write(insert(_worksheets).values(row), ["at", "document"])

    def _write(self, statement: Any, renewed: list[str]) -> None:
        values = {name: statement.excluded[name] for name in renewed}
        with self._engine.begin() as connection:
            connection.execute(statement.on_conflict_do_update(set_=values))
