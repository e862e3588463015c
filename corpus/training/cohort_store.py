"""Cohorts and who is in them, in `library.db`.

A person is in a cohort as long as that person's row is there: who leaves is not seen from then on.
"""

import secrets
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.dialects import sqlite

from corpus.clock import Clock, now, stamp
from corpus.database import TABLES, open_database, say_hindrances
from corpus.people_tables import people
from corpus.wording import KnownError

LONGEST_NAME = 100  # characters
_SIGNS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"  # none is taken for another
_CODE = 8  # signs: as many as nobody finds by trying

_cohorts = sa.Table(
    "cohorts",
    TABLES,
    sa.Column("id", sa.String, primary_key=True),
    sa.Column("name", sa.String),
    sa.Column("trainer", sa.String),  # a person's id
    sa.Column("code", sa.String),  # whoever has it may join
    sa.Column("at", sa.String),
)
_members = sa.Table(
    "cohort_members",
    TABLES,
    sa.Column(
        "cohort", sa.String, sa.ForeignKey("cohorts.id", ondelete="CASCADE"), primary_key=True
    ),
    sa.Column("person", sa.String, primary_key=True),
    sa.Column("at", sa.String),
)


@dataclass(frozen=True, slots=True)
class Cohort:
    """Learners who are followed together by one trainer."""

    id: str
    name: str
    trainer: str  # id of a person
    trainer_name: str  # empty where that person has no account
    code: str  # of the invitation, as it is kept; `shown_code` is for people
    at: str  # UTC, ISO 8601 to the second

    @property
    def shown_code(self) -> str:
        return f"{self.code[:4]}-{self.code[4:]}"


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody in a cohort."""

    person: str  # id
    name: str  # empty where that person has no account
    joined: str  # UTC, ISO 8601 to the second


class CohortStore:
    """The cohorts in the library `path`. Raises KnownError when it cannot be opened."""

    def __init__(self, path: Path, clock: Clock = now) -> None:
        self._engine = open_database(path)
        say_hindrances(self._engine, path)
        self._clock = clock

    def close(self) -> None:
        self._engine.dispose()

    def make(self, name: str, trainer: str) -> str:
        """The id of a new cohort. Raises KnownError for a name that is none."""
        row = {
            "id": secrets.token_hex(8),
            "name": _clean(name),
            "trainer": trainer,
            "code": "".join(secrets.choice(_SIGNS) for _ in range(_CODE)),
            "at": stamp(self._clock()),
        }
        with self._engine.begin() as connection:
            connection.execute(sa.insert(_cohorts).values(row))
        return str(row["id"])

    def rename(self, cohort: str, name: str) -> None:
        renamed = sa.update(_cohorts).where(_cohorts.c.id == cohort).values(name=_clean(name))
        with self._engine.begin() as connection:
            connection.execute(renamed)

    def delete(self, cohort: str) -> None:
        """Its members keep all that they have learnt."""
        with self._engine.begin() as connection:
            connection.execute(sa.delete(_cohorts).where(_cohorts.c.id == cohort))

    def all(self) -> tuple[Cohort, ...]:
        """By name."""
        return self._read()

    def of_trainer(self, trainer: str) -> tuple[Cohort, ...]:
        """By name."""
        return self._read(_cohorts.c.trainer == trainer)

    def of_member(self, person: str) -> tuple[Cohort, ...]:
        """By name."""
        joined = sa.select(_members.c.cohort).where(_members.c.person == person)
        return self._read(_cohorts.c.id.in_(joined))

    def with_code(self, code: str) -> Cohort | None:
        """The cohort that a code invites to, however it was typed."""
        signs = "".join(sign for sign in code.upper() if sign.isalnum())
        return next(iter(self._read(_cohorts.c.code == signs)), None)

    def of(self, cohort: str) -> Cohort | None:
        return next(iter(self._read(_cohorts.c.id == cohort)), None)

    def join(self, cohort: str, person: str) -> None:
        """Once, however often; nothing where the cohort is gone."""
        there = sa.select(
            _cohorts.c.id, sa.literal(person), sa.literal(stamp(self._clock()))
        ).where(_cohorts.c.id == cohort)
        joined = sqlite.insert(_members).from_select(["cohort", "person", "at"], there)
        with self._engine.begin() as connection:
            connection.execute(joined.on_conflict_do_nothing())

    def leave(self, cohort: str, person: str) -> None:
        gone = sa.delete(_members).where(_members.c.cohort == cohort, _members.c.person == person)
        with self._engine.begin() as connection:
            connection.execute(gone)

    def members(self, cohort: str) -> tuple[Member, ...]:
        """By name."""
        query = (
            sa.select(_members.c.person, people.c.name, _members.c.at)
            .outerjoin(people, people.c.id == _members.c.person)
            .where(_members.c.cohort == cohort)
            .order_by(people.c.folded, _members.c.person)
        )
        with self._engine.connect() as connection:
            rows = connection.execute(query).all()
        return tuple(Member(row.person, row.name or "", row.at) for row in rows)

    def _read(self, *wanted: sa.ColumnElement[bool]) -> tuple[Cohort, ...]:
        query = (
            sa.select(_cohorts, people.c.name.label("trainer_name"))
            .outerjoin(people, people.c.id == _cohorts.c.trainer)
            .where(*wanted)
            .order_by(sa.func.lower(_cohorts.c.name), _cohorts.c.at, _cohorts.c.id)
        )
        with self._engine.connect() as connection:
            rows = connection.execute(query).mappings().all()
        return tuple(Cohort(**{**row, "trainer_name": row["trainer_name"] or ""}) for row in rows)


def _clean(name: str) -> str:
    name = " ".join(name.split())
    if not 0 < len(name) <= LONGEST_NAME:
        raise KnownError(
            en=f"A cohort needs a name of at most {LONGEST_NAME} characters. Write one.",
            fr=f"Une cohorte a besoin d’un nom d’au plus {LONGEST_NAME} caractères. Écrivez-en un.",
        )
    return name
