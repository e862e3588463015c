"""The tables of people: accounts, the sessions and keys that stand for them, preferences."""

from typing import Any

import sqlalchemy as sa

from corpus.database import TABLES
from corpus.people import Person, Role

people = sa.Table(
    "people",
    TABLES,
    sa.Column("id", sa.String, primary_key=True),
    sa.Column("name", sa.String),
    sa.Column("folded", sa.String),  # the name as names are compared
    sa.Column("role", sa.String),
    sa.Column("password", sa.String),  # its Argon2 hash, with salt and parameters
    sa.Column("created", sa.String),  # UTC, ISO 8601 to the second, as all times
    sa.Column("closed", sa.Boolean),
    sa.Column("failures", sa.Integer),  # wrong passwords in a row
    sa.Column("locked_until", sa.String),  # empty: never was
)
sessions = sa.Table(
    "sessions",
    TABLES,
    sa.Column("token", sa.String, primary_key=True),  # SHA-256 of what the browser holds
    sa.Column("person", sa.String, sa.ForeignKey("people.id", ondelete="CASCADE")),
    sa.Column("name", sa.String),  # what a key is for; empty for a browser's session
    sa.Column("created", sa.String),
    sa.Column("expires", sa.String),
    sa.Column("renewed", sa.Boolean),  # whether use puts the end off
)
preferences = sa.Table(
    "preferences",
    TABLES,
    sa.Column("person", sa.String, primary_key=True),  # without an account: "local"
    sa.Column("language", sa.String),
)


def person_in(row: Any) -> Person:
    """Whom a row with the columns of `people` describes."""
    return Person(row.id, row.name, Role(row.role))
