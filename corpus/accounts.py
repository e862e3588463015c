"""Accounts: who may come in, and with what rights."""

import secrets
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import sqlalchemy as sa

from corpus.account_names import clean_name, folded_name
from corpus.changes import Changes
from corpus.clock import Clock, now, stamp
from corpus.database import open_database, say_hindrances
from corpus.guesses import Strangers, lock_after, locked
from corpus.passwords import Passwords, check_new_password
from corpus.people import LOCAL, Person, Role
from corpus.people_tables import people, person_in, sessions
from corpus.wording import KnownError

_PATIENCE_S = 5.0  # a person waits while the change waits for another writer


@dataclass(frozen=True, slots=True)
class Account:
    """A person's account; a closed one lets nobody in."""

    person: Person
    open: bool
    created: str  # UTC, ISO 8601 to the second
    locked_until: str  # likewise; empty: never was


class Accounts:
    """The accounts in the library `path`. Every method raises KnownError for what it refuses.

    Where there are any, one open account at least is an administrator's.
    """

    def __init__(self, path: Path, passwords: Passwords | None = None, clock: Clock = now) -> None:
        self._engine = open_database(path, _PATIENCE_S)
        say_hindrances(self._engine, path)
        self._passwords = passwords or Passwords()
        self._clock = clock
        self._strangers = Strangers()
        self._changes = Changes(self._engine)
        self._any: tuple[int, bool] = (-1, False)  # at which version of the file

    def close(self) -> None:
        self._changes.close()
        self._engine.dispose()

    def any(self) -> bool:
        """Whether people sign in here; told in microseconds while nothing changes."""
        version = self._changes.version()
        if self._any[0] != version:
            with self._engine.connect() as connection:
                found = connection.execute(sa.select(people.c.id).limit(1)).first()
            self._any = (version, found is not None)
        return self._any[1]

    def all(self) -> tuple[Account, ...]:
        """By name."""
        with self._engine.connect() as connection:
            rows = connection.execute(sa.select(people).order_by(people.c.folded))
            return tuple(
                Account(person_in(row), not row.closed, row.created, row.locked_until)
                for row in rows
            )

    def named(self, name: str) -> Account:
        for account in self.all():
            if folded_name(account.person.name) == folded_name(name):
                return account
        raise KnownError(
            en=f"There is no account “{name}”. cxlit people list shows them all.",
            fr=f"Il n’y a pas de compte « {name} ». cxlit people list les montre tous.",
        )

    def add(self, name: str, role: Role, password: str) -> Person:
        name = clean_name(name)
        first = not self.any()
        if first and role is not Role.ADMIN:
            raise KnownError(
                en="The first account is an administrator's, who then adds the others. Choose "
                "the role admin.",
                fr="Le premier compte est celui d’un administrateur, qui ajoute ensuite les "
                "autres. Choisissez le rôle admin.",
            )
        check_new_password(password, name)
        # What was kept here before anybody signed in is the first one's.
        person = Person(LOCAL.id if first else secrets.token_hex(8), name, role)
        row = {
            "id": person.id,
            "name": name,
            "folded": folded_name(name),
            "role": role.value,
            "password": self._passwords.hashed(password),
            "created": stamp(self._clock()),
            "closed": False,
            "failures": 0,
            "locked_until": "",
        }
        try:
            with self._engine.begin() as connection:
                connection.execute(sa.insert(people).values(row))
        except sa.exc.IntegrityError as error:
            raise KnownError(
                en=f"There is an account “{name}” already. Choose another name.",
                fr=f"Il existe déjà un compte « {name} ». Choisissez un autre nom.",
            ) from error
        return person

    def change_role(self, person_id: str, role: Role) -> None:
        self._change(person_id, {"role": role.value})

    def shut(self, person_id: str) -> None:
        """Nobody comes in by it from now on; sessions and keys are gone."""
        self._change(person_id, {"closed": True}, ends_sessions=True)

    def reopen(self, person_id: str, password: str) -> None:
        """With a new password; a lock is gone, too."""
        check_new_password(password, self._of(person_id).name)
        kept = self._passwords.hashed(password)
        opened = {"closed": False, "password": kept, "failures": 0, "locked_until": ""}
        self._change(person_id, opened, ends_sessions=True)

    def set_password(self, person_id: str, password: str, *, but: str = "") -> None:
        """All sessions end `but` the one with this digest; keys stay."""
        check_new_password(password, self._of(person_id).name)
        kept = self._passwords.hashed(password)
        changed = {"password": kept, "failures": 0, "locked_until": ""}
        with self._engine.begin() as connection:
            connection.execute(sa.update(people).filter_by(id=person_id).values(changed))
            browsers = sa.delete(sessions).filter_by(person=person_id, name="")
            connection.execute(browsers.where(sessions.c.token != but))

    def verified(self, name: str, password: str) -> Person:
        """Whose name and password these are. It takes as long, whatever is wrong with them."""
        folded = folded_name(name)
        self._count(folded)
        with self._engine.connect() as connection:
            row = connection.execute(sa.select(people).filter_by(folded=folded)).first()
        kept = row.password if row else self._passwords.nobodys
        if not self._passwords.fits(password, kept) or row is None or row.closed:
            raise KnownError(
                en="This name and this password do not open an account. Check both; an "
                "administrator can give you a new password.",
                fr="Ce nom et ce mot de passe n’ouvrent aucun compte. Vérifiez les deux ; un "
                "administrateur peut vous donner un nouveau mot de passe.",
            )
        right = {"failures": 0, "locked_until": ""}
        if self._passwords.outdated(kept):
            right["password"] = self._passwords.hashed(password)
        with self._engine.begin() as connection:
            connection.execute(sa.update(people).filter_by(id=row.id).values(right))
        return person_in(row)

    def _count(self, folded: str) -> None:
        """A guess counts before it is looked at, so that many at once are no way round the lock."""
        at = self._clock()
        with self._engine.begin() as connection:
            counted = sa.update(people).filter_by(folded=folded)
            connection.execute(counted.values(failures=people.c.failures + 1))
            row = connection.execute(sa.select(people).filter_by(folded=folded)).first()
            if row is not None:
                if row.locked_until > stamp(at):
                    connection.rollback()
                    raise locked(datetime.fromisoformat(row.locked_until), at)
                if lock := lock_after(row.failures):
                    connection.execute(counted.values(locked_until=stamp(at + lock)))
        if row is None:
            self._strangers.count(folded, at)

    def _change(
        self, person_id: str, values: dict[str, object], *, ends_sessions: bool = False
    ) -> None:
        with self._engine.begin() as connection:
            changed = sa.update(people).filter_by(id=person_id).values(values)
            if not connection.execute(changed).rowcount:
                raise _unknown()
            admins = sa.select(people.c.id).filter_by(role=Role.ADMIN.value, closed=False)
            if connection.execute(admins).first() is None:  # and all is as it was
                raise KnownError(
                    en="This is the last open account of an administrator, and one is always "
                    "needed. Make somebody else an administrator first.",
                    fr="C’est le dernier compte ouvert d’un administrateur, et il en faut "
                    "toujours un. Nommez d’abord quelqu’un d’autre administrateur.",
                )
            if ends_sessions:
                connection.execute(sa.delete(sessions).filter_by(person=person_id))

    def _of(self, person_id: str) -> Person:
        with self._engine.connect() as connection:
            row = connection.execute(sa.select(people).filter_by(id=person_id)).first()
        if row is None:
            raise _unknown()
        return person_in(row)


def _unknown() -> KnownError:
    return KnownError(
        en="This account no longer exists. Open the list again.",
        fr="Ce compte n’existe plus. Ouvrez de nouveau la liste.",
    )
