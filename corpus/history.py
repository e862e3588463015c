"""The history: what people asked on this machine, and whether the library answered.

It is personal data. It is kept in `library.db` beside the articles, it is sent nowhere, and
whoever asked can turn it off and have it deleted.
"""

from dataclasses import asdict, dataclass
from pathlib import Path

import sqlalchemy as sa

from corpus.database import TABLES, open_database
from corpus.wording import KnownError

_PATIENCE_S = 2.0  # a person waits for the answer while its record waits for a writer

_asked = sa.Table(
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

    @property
    def answered(self) -> bool:
        return not self.reason


class History:
    """The questions in the library `path`. Raises KnownError when it cannot be opened."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._engine = open_database(path, _PATIENCE_S)

    def close(self) -> None:
        self._engine.dispose()

    def note(self, asked: Asked) -> None:
        """Raises KnownError when the library is locked, read-only or full."""
        try:
            with self._engine.begin() as connection:
                connection.execute(sa.insert(_asked).values(asdict(asked)))
        except sa.exc.DBAPIError as error:
            raise KnownError(
                en=f"The question is not in the history ({error.orig}): check {self._path}, or "
                "set CXLIT_HISTORY=0 to keep none.",
                fr=f"La question n'est pas dans l'historique ({error.orig}) : vérifiez "
                f"{self._path}, ou donnez à CXLIT_HISTORY la valeur 0 pour n'en garder aucun.",
            ) from error

    def all(self) -> tuple[Asked, ...]:
        """Every question, the oldest first."""
        columns = [column for column in _asked.c if column.name != "row"]
        with self._engine.connect() as connection:
            rows = connection.execute(sa.select(*columns).order_by(_asked.c.row)).mappings()
            return tuple(Asked(**{**row, "cited": tuple(row["cited"])}) for row in rows)

    def forget(self) -> int:
        """Delete all of them, from the disk too; returns how many there were.

        Raises KnownError, and deletes nothing, when the library is locked or read-only.
        """
        try:
            with self._engine.connect() as connection:
                connection.exec_driver_sql("PRAGMA secure_delete = ON")  # overwritten with zeros
                gone = connection.execute(sa.delete(_asked)).rowcount
                connection.commit()
                # The write-ahead log holds the words as they came in: it is emptied, too.
                connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").close()
                return int(gone)
        except sa.exc.DBAPIError as error:
            raise KnownError(
                en=f"The history cannot be deleted ({error.orig}). Check that {self._path} is "
                "yours to write, and try again.",
                fr=f"L'historique ne peut pas être supprimé ({error.orig}). Vérifiez que vous "
                f"pouvez écrire {self._path}, et réessayez.",
            ) from error
