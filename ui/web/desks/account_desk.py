"""The desk of people over the accounts in `library.db`."""

from typing import Literal

from corpus.accounts import Accounts
from corpus.people import Person, Right, Role
from corpus.preferences import Preferences
from corpus.sessions import Recognised, Sessions
from corpus.wording import KnownError
from ui.web.desks.guarded_desk import demand
from ui.web.doors.visitor import session, visitor


class AccountDesk:
    """Serves the door and the tab of people. Each method that changes others wants the right."""

    def __init__(self, accounts: Accounts, sessions: Sessions, preferences: Preferences) -> None:
        self._accounts = accounts
        self._sessions = sessions
        self._preferences = preferences

    def has_accounts(self) -> bool:
        return self._accounts.any()

    def recognised(self, token: str, *, key: bool = False) -> Recognised | None:
        return self._sessions.recognised(token, key=key)

    def renew(self, token: str) -> None:
        self._sessions.renew(token)

    def sign_in(self, name: str, password: str, *, lasting: bool) -> str:
        person = self._accounts.verified(name, password)
        return self._sessions.begin(person, lasting=lasting)

    def sign_out(self, token: str) -> None:
        self._sessions.end(token)

    def language(self) -> Literal["", "en", "fr"]:
        return self._preferences.language(visitor().id)

    def speak(self, language: Literal["en", "fr"]) -> None:
        self._preferences.speak(visitor().id, language)

    def change_password(self, old: str, new: str) -> None:
        person = visitor()
        if not self.has_accounts():
            raise KnownError(
                en="Nobody signs in here, so there is no password to change.",
                fr="Personne ne se connecte ici : il n’y a pas de mot de passe à changer.",
            )
        self._accounts.verified(person.name, old)
        self._accounts.set_password(person.id, new, but=session())

    def accounts(self) -> tuple[tuple[Person, bool], ...]:
        demand(Right.ADMINISTER)
        return tuple((account.person, account.open) for account in self._accounts.all())

    def add(self, name: str, role: Role, password: str) -> Person:
        demand(Right.ADMINISTER)
        return self._accounts.add(name, role, password)

    def change_role(self, person_id: str, role: Role) -> None:
        demand(Right.ADMINISTER)
        self._accounts.change_role(person_id, role)

    def close(self, person_id: str) -> None:
        demand(Right.ADMINISTER)
        self._accounts.shut(person_id)

    def reopen(self, person_id: str, password: str) -> None:
        demand(Right.ADMINISTER)
        self._accounts.reopen(person_id, password)
