"""The history: what people asked on this machine, and whether the library answered.

It is personal data. It is kept in `library.db` beside the articles, it is sent nowhere, and
whoever asked can turn it off and have it deleted. `corpus.kept` writes and deletes it, together
with the answers.
"""

from dataclasses import asdict, dataclass
from pathlib import Path

import sqlalchemy as sa

from corpus.database import TABLES, open_database
from corpus.people import LOCAL

ASKED = sa.Table(
    "asked",
    TABLES,
    sa.Column("row", sa.Integer, primary_key=True),
    sa.Column("question", sa.Text),
    sa.Column("language", sa.String),
    sa.Column("at", sa.String),
    sa.Column("reason", sa.String),
    sa.Column("confidence", sa.Float),
    sa.Column("filtered", sa.Boolean),
    sa.Column("cited", sa.JSON),
    sa.Column("person", sa.String),
    sa.Column("answer", sa.String),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One question and what became of it."""

    question: str  # self-contained: a follow-up with what it leans on
    language: str  # ISO 639-1
    at: str  # UTC, ISO 8601 to the second: "2026-11-22T07:43:21+00:00"
    reason: str = ""  # why the library did not answer; empty when it did
    confidence: float  # 0 to 1
    filtered: bool = False  # whether filters were set
    cited: tuple[str, ...] = ()  # ids of articles, in order of first use
    person: str = LOCAL.id
    answer: str = ""  # id of the kept answer; empty for questions from before answers were kept

    @property
    def answered(self) -> bool:
        return not self.reason


def note(connection: sa.Connection, asked: Asked) -> None:
    """In the transaction of `connection`."""
    connection.execute(sa.insert(ASKED).values(asdict(asked)))


class History:
    """The questions in the library `path`. Raises KnownError when it cannot be opened."""

    def __init__(self, path: Path) -> None:
        self._engine = open_database(path)

    def close(self) -> None:
        self._engine.dispose()

    def all(self, person: str | None = None) -> tuple[Asked, ...]:
        """Every question, or those of one person; the oldest first."""
        columns = [column for column in ASKED.c if column.name != "row"]
        query = sa.select(*columns).order_by(ASKED.c.row)
        if person is not None:
            query = query.where(ASKED.c.person == person)
        with self._engine.connect() as connection:
            rows = connection.execute(query).mappings()
            return tuple(Asked(**{**row, "cited": tuple(row["cited"])}) for row in rows)
