"""Recommendations on contested questions in `library.db`, one a person and question.

What one looks like inside is for the devil's advocate to know; here it is a document.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from corpus.database import TABLES, open_database, say_hindrances

Document = Mapping[str, Any]  # JSON

_recommendations = sa.Table(
    "recommendations",
    TABLES,
    sa.Column("person", sa.String, primary_key=True),
    sa.Column("dispute", sa.String, primary_key=True),
    sa.Column("at", sa.String),
    sa.Column("document", sa.JSON),
)


@dataclass(frozen=True, slots=True)
class StoredRecommendation:
    """One person's on one dispute, as it was last kept."""

    dispute: str
    at: str  # UTC, ISO 8601 to the second
    document: Document


class RecommendationStore:
    """Those in the library `path`. Raises KnownError when it cannot be opened."""

    def __init__(self, path: Path) -> None:
        self._engine = open_database(path)
        say_hindrances(self._engine, path)

    def close(self) -> None:
        self._engine.dispose()

    def keep(self, person: str, stored: StoredRecommendation) -> None:
        """In place of what that person wrote on that dispute before."""
        row = {
            "person": person,
            "dispute": stored.dispute,
            "at": stored.at,
            "document": stored.document,
        }
        query = insert(_recommendations).values(row)
        query = query.on_conflict_do_update(
            index_elements=["person", "dispute"],
            set_={"at": query.excluded.at, "document": query.excluded.document},
        )
        with self._engine.begin() as connection:
            connection.execute(query)

    def of(self, person: str) -> tuple[StoredRecommendation, ...]:
        """The latest first."""
        wanted = _recommendations.c.person == person
        query = sa.select(_recommendations).where(wanted)
        latest = query.order_by(_recommendations.c.at.desc(), _recommendations.c.dispute)
        with self._engine.connect() as connection:
            return tuple(_stored(row) for row in connection.execute(latest))

    def find(self, person: str, dispute: str) -> StoredRecommendation | None:
        query = sa.select(_recommendations).where(
            _recommendations.c.person == person, _recommendations.c.dispute == dispute
        )
        with self._engine.connect() as connection:
            row = connection.execute(query).first()
        return _stored(row) if row else None

    def delete(self, person: str, dispute: str) -> None:
        with self._engine.begin() as connection:
            connection.execute(
                sa.delete(_recommendations).where(
                    _recommendations.c.person == person, _recommendations.c.dispute == dispute
                )
            )


def _stored(row: sa.Row[Any]) -> StoredRecommendation:
    return StoredRecommendation(row.dispute, row.at, row.document)
