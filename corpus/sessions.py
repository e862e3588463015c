"""Sessions and keys: what stands for a person after the password was right.

A session is a cookie of a browser, a key the bearer token of a program. Both are 256 random bits,
of which the database holds the SHA-256 only: who reads it cannot come in with what stands there.
"""

import hashlib
import logging
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import sqlalchemy as sa

from corpus.changes import Changes
from corpus.clock import Clock, now, stamp
from corpus.database import open_database, say_hindrances
from corpus.people import Person
from corpus.people_tables import people, person_in, sessions
from corpus.wording import KnownError

LONGEST = timedelta(days=30)
_UNUSED = timedelta(hours=12)  # a session that is not kept on the device ends after so long
_RENEWAL = timedelta(minutes=5)  # its end is put off this often at most: each is a write
_LONGEST_KEY = 3650  # days
_LONGEST_PURPOSE = 60  # characters
_ID = 8  # hexadecimal digits of a key's digest that name it
_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Key:
    """A program's key, without what opens the door."""

    id: str  # the beginning of its digest
    person: Person
    purpose: str
    created: str  # UTC, ISO 8601 to the second
    expires: str


@dataclass(frozen=True, slots=True)
class Recognised:
    """Who a token stands for."""

    person: Person
    digest: str  # of the token: names the session
    renewal_due: bool  # see `renew`


@dataclass(frozen=True, slots=True)
class _Known:
    person: Person
    created: datetime
    expires: datetime
    renewed: bool


class Sessions:
    """The sessions in the library `path`; methods raise KnownError when it cannot be used."""

    def __init__(self, path: Path, clock: Clock = now) -> None:
        self._engine = open_database(path, 5.0)
        say_hindrances(self._engine, path)
        self._clock = clock
        self._changes = Changes(self._engine)
        self._known: tuple[int, dict[tuple[str, bool], _Known]] = (-1, {})

    def close(self) -> None:
        self._changes.close()
        self._engine.dispose()

    def begin(self, person: Person, *, lasting: bool) -> str:
        """The token of a new session: for thirty days, or until it is unused for twelve hours."""
        return self._issue(person, "", LONGEST if lasting else _UNUSED, renewed=not lasting)

    def issue_key(self, person: Person, purpose: str, days: int) -> tuple[str, Key]:
        """A program's token, which is kept nowhere, and what is known of it."""
        purpose = " ".join(purpose.split())
        if not 1 <= days <= _LONGEST_KEY:
            raise KnownError(
                en=f"A key is valid for 1 to {_LONGEST_KEY} days, not {days}.",
                fr=f"Une clé vaut de 1 à {_LONGEST_KEY} jours, pas {days}.",
            )
        if not purpose or len(purpose) > _LONGEST_PURPOSE or not purpose.isprintable():
            raise KnownError(
                en=f"Say in at most {_LONGEST_PURPOSE} characters what the key is for.",
                fr=f"Dites en {_LONGEST_PURPOSE} caractères au plus à quoi sert la clé.",
            )
        token = self._issue(person, purpose, timedelta(days=days), renewed=False)
        return token, self._key(_digest(token)[:_ID])

    def recognised(self, token: str, *, key: bool = False) -> Recognised | None:
        """Whose session or key this is; None once it has ended or the account is closed."""
        digest = _digest(token)
        version = self._changes.version()
        if self._known[0] != version:
            self._known = (version, {})
        remembered = self._known[1]
        known = remembered.get((digest, key)) or self._found(digest, key)
        at = self._clock()
        if known is None or known.expires <= at:
            return None
        remembered[digest, key] = known
        due = known.renewed and _next_end(known, at) - known.expires >= _RENEWAL
        return Recognised(known.person, digest, due)

    def renew(self, token: str) -> None:
        """Put the end of a session off because it is used; when that fails, it ends as it was."""
        digest = _digest(token)
        known = self._found(digest, key=False)
        if known is None or not known.renewed:
            return
        later = stamp(_next_end(known, self._clock()))
        try:
            with self._engine.begin() as connection:
                connection.execute(
                    sa.update(sessions).filter_by(token=digest).values(expires=later)
                )
        except (KnownError, sa.exc.DBAPIError):
            _LOG.warning("a session was not renewed", exc_info=True)

    def end(self, token: str) -> None:
        with self._engine.begin() as connection:
            connection.execute(sa.delete(sessions).filter_by(token=_digest(token)))

    def keys(self) -> tuple[Key, ...]:
        """Of everybody, the oldest first, also those that have expired."""
        wanted = _JOINED.where(sessions.c.name != "").order_by(sessions.c.created)
        with self._engine.connect() as connection:
            return tuple(
                Key(row.token[:_ID], person_in(row), row.purpose, row.created, row.expires)
                for row in connection.execute(wanted)
            )

    def revoke(self, key_id: str) -> Key:
        found = self._key(key_id)
        gone = sa.delete(sessions).where(
            sessions.c.name != "", sa.func.substr(sessions.c.token, 1, _ID) == key_id
        )
        with self._engine.begin() as connection:
            connection.execute(gone)
        return found

    def _key(self, key_id: str) -> Key:
        found = [key for key in self.keys() if key.id == key_id]
        if not found:
            raise KnownError(
                en=f"There is no key “{key_id}”. cxlit people keys shows them all.",
                fr=f"Il n’y a pas de clé « {key_id} ». cxlit people keys les montre toutes.",
            )
        return found[0]

    def _issue(self, person: Person, purpose: str, valid: timedelta, *, renewed: bool) -> str:
        token = secrets.token_urlsafe(32)
        at = self._clock()
        row = {
            "token": _digest(token),
            "person": person.id,
            "name": purpose,
            "created": stamp(at),
            "expires": stamp(at + valid),
            "renewed": renewed,
        }
        with self._engine.begin() as connection:
            ended = sa.delete(sessions).where(
                sessions.c.name == "", sessions.c.expires <= stamp(at)
            )
            connection.execute(ended)
            connection.execute(sa.insert(sessions).values(row))
        return token

    def _found(self, digest: str, key: bool) -> _Known | None:
        kind = sessions.c.name != "" if key else sessions.c.name == ""
        wanted = _JOINED.where(sessions.c.token == digest, kind, people.c.closed.is_(False))
        with self._engine.connect() as connection:
            row = connection.execute(wanted).first()
        if row is None:
            return None
        created, expires = map(datetime.fromisoformat, (row.created, row.expires))
        return _Known(person_in(row), created, expires, row.renewed)


_JOINED = sa.select(
    sessions.c.token,
    sessions.c.name.label("purpose"),
    sessions.c.created,
    sessions.c.expires,
    sessions.c.renewed,
    people.c.id,
    people.c.name,
    people.c.role,
).join(people, people.c.id == sessions.c.person)


def _next_end(known: _Known, at: datetime) -> datetime:
    return min(at + _UNUSED, known.created + LONGEST)


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()
