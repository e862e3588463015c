"""The feedback in `library.db`, beside the answers that it is about.

It goes with them: whoever deletes an answer deletes what was said of it. A gold question that was
made of it stays.
"""

import secrets
from collections.abc import Mapping
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from corpus.clock import now, stamp
from corpus.database import TABLES, open_database, say_hindrances
from corpus.feedback import LONGEST_COMMENT, Complaint, Feedback, Reviewed, State
from corpus.people_tables import people
from corpus.wording import KnownError

_feedback = sa.Table(
    "feedback",
    TABLES,
    sa.Column("id", sa.String, primary_key=True),
    sa.Column("at", sa.String),
    sa.Column("person", sa.String),
    sa.Column("answer", sa.String),
    sa.Column("good", sa.Boolean),
    sa.Column("reasons", sa.JSON),
    sa.Column("comment", sa.Text),
    sa.Column("state", sa.String),
)
_reviewed = sa.Table(
    "reviewed",
    TABLES,
    sa.Column("id", sa.String, primary_key=True),
    sa.Column("at", sa.String),
    sa.Column("reviewer", sa.String),
    sa.Column("feedback", sa.String),
    sa.Column("item", sa.JSON),
)
_answers = sa.table("answers", sa.column("id"), sa.column("question"))
# In the order in which they came: `at` is to the second.
_CAME: sa.ColumnClause[int] = sa.literal_column("feedback.rowid")
_MADE: sa.ColumnClause[int] = sa.literal_column("reviewed.rowid")


class FeedbackStore:
    """The feedback in the library `path`. Raises KnownError when it cannot be opened."""

    def __init__(self, path: Path) -> None:
        self._engine = open_database(path)
        say_hindrances(self._engine, path)

    def close(self) -> None:
        self._engine.dispose()

    def give(self, feedback: Feedback) -> str:
        """Keep it under an id and a time of its own, in place of what waits of that person.

        Raises KnownError when the comment is too long, or the answer is not kept any more.
        """
        if len(feedback.comment) > LONGEST_COMMENT:
            raise KnownError(
                en=f"The comment has {len(feedback.comment)} characters, {LONGEST_COMMENT} at "
                "most are possible. Shorten it.",
                fr=f"Le commentaire compte {len(feedback.comment)} caractères, "
                f"pour {LONGEST_COMMENT} au plus. Raccourcissez-le.",
            )
        given = replace(feedback, id=secrets.token_hex(8), at=stamp(now()), state=State.WAITING)
        row = {**asdict(given), "reasons": list(given.complaints)}
        row = {name: row[name] for name in _feedback.c.keys()}  # noqa: SIM118  columns' names
        try:
            with self._engine.begin() as connection:
                connection.execute(_withdrawing(given.person, given.answer))
                connection.execute(sa.insert(_feedback).values(row))
        except sa.exc.IntegrityError as error:
            raise KnownError(
                en="This answer is not kept any more. Ask the question again.",
                fr="Cette réponse n’est plus conservée. Reposez la question.",
            ) from error
        return given.id

    def given(self, person: str, answer: str) -> Feedback | None:
        """What that person thinks of that answer, as long as nobody has reviewed it."""
        wanted = (
            _feedback.c.person == person,
            _feedback.c.answer == answer,
            _feedback.c.state == State.WAITING,
        )
        return next(iter(self._read(*wanted)), None)

    def withdraw(self, person: str, answer: str) -> None:
        """Take back what waits of that person on that answer."""
        with self._engine.begin() as connection:
            connection.execute(_withdrawing(person, answer))

    def all(self) -> tuple[Feedback, ...]:
        """Whatever its state, the oldest first."""
        return self._read()

    def waiting(self) -> tuple[Feedback, ...]:
        """What nobody has reviewed yet, the oldest first."""
        return self._read(_feedback.c.state == State.WAITING)

    def reviewed(self) -> tuple[Reviewed, ...]:
        """The gold questions made of feedback, the oldest first."""
        with self._engine.connect() as connection:
            rows = connection.execute(sa.select(_reviewed).order_by(_MADE)).mappings()
            return tuple(Reviewed(**row) for row in rows)

    def make_gold(
        self, feedback_id: str, reviewer: str, item_id: str, item: Mapping[str, Any]
    ) -> None:
        """Keep `item`, made of that feedback, and count the feedback as reviewed.

        Raises KnownError when somebody reviewed it meanwhile, or has made this question already.
        """
        row = {
            "id": item_id,
            "at": stamp(now()),
            "reviewer": reviewer,
            "feedback": feedback_id,
            "item": item,
        }
        try:
            with self._engine.begin() as connection:
                self._move(connection, feedback_id, State.MADE_GOLD)
                connection.execute(sa.insert(_reviewed).values(row))
        except sa.exc.IntegrityError as error:
            raise KnownError(
                en="This question is a gold question already. Set this opinion aside, or remove "
                "the gold question first.",
                fr="Cette question est déjà une question de référence. Écartez cet avis, ou "
                "retirez d’abord la question de référence.",
            ) from error

    def set_aside(self, feedback_id: str) -> None:
        """Raises KnownError when somebody reviewed it meanwhile."""
        with self._engine.begin() as connection:
            self._move(connection, feedback_id, State.SET_ASIDE)

    def take_back(self, feedback_id: str) -> None:
        """It waits again, and the gold question that was made of it is gone."""
        with self._engine.begin() as connection:
            connection.execute(sa.delete(_reviewed).where(_reviewed.c.feedback == feedback_id))
            connection.execute(
                sa.update(_feedback)
                .where(_feedback.c.id == feedback_id)
                .values(state=State.WAITING.value)
            )

    def _move(self, connection: sa.Connection, feedback_id: str, state: State) -> None:
        waits = (_feedback.c.id == feedback_id, _feedback.c.state == State.WAITING)
        moved = connection.execute(sa.update(_feedback).where(*waits).values(state=state.value))
        if not moved.rowcount:
            raise KnownError(
                en="This opinion is no longer waiting: it was reviewed or taken back meanwhile.",
                fr="Cet avis n’est plus en attente : il a été examiné ou retiré entre-temps.",
            )

    def _read(self, *wanted: sa.ColumnElement[bool]) -> tuple[Feedback, ...]:
        query = (
            sa.select(_feedback, _answers.c.question, people.c.name)
            .join(_answers, _answers.c.id == _feedback.c.answer)
            .outerjoin(people, people.c.id == _feedback.c.person)
            .where(*wanted)
            .order_by(_CAME)
        )
        with self._engine.connect() as connection:
            return tuple(_feedback_of(row) for row in connection.execute(query).mappings())


def _withdrawing(person: str, answer: str) -> sa.Delete:
    return sa.delete(_feedback).where(
        _feedback.c.person == person,
        _feedback.c.answer == answer,
        _feedback.c.state == State.WAITING,
    )


def _feedback_of(row: sa.RowMapping) -> Feedback:
    known: dict[str, Any] = dict(row)
    reasons = known.pop("reasons")
    return Feedback(
        **{
            **known,
            "name": known["name"] or "",
            "complaints": tuple(Complaint(reason) for reason in reasons),
            "state": State(known["state"]),
        }
    )
