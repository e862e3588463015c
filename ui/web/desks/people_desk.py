"""The desk of people: the door, accounts for administrators, each person's own settings."""

from typing import Literal, Protocol

from corpus.people import Person, Role
from corpus.sessions import Recognised


class Door(Protocol):
    """Who comes in: asked by `sign_in.SignIn`, before there is a visitor."""

    def has_accounts(self) -> bool:
        """Whether people sign in here. Asked at every request."""

    def recognised(self, token: str, *, key: bool = False) -> Recognised | None:
        """Who the session, or a program's key, stands for. Asked at every request."""

    def renew(self, token: str) -> None:
        """The session is in use."""

    def sign_in(self, name: str, password: str, *, lasting: bool) -> str:
        """The token of a new session. Raises KnownError when name or password is wrong."""

    def sign_out(self, token: str) -> None: ...


class PeopleDesk(Door, Protocol):
    """Every method acts for the visitor (see `visitor`) and may raise `KnownError`."""

    def language(self) -> Literal["", "en", "fr"]:
        """Of the interface, as the visitor chose it last; empty before."""

    def speak(self, language: Literal["en", "fr"]) -> None: ...

    def change_password(self, old: str, new: str) -> None:
        """The visitor's own; other sessions of the visitor end."""

    def accounts(self) -> tuple[tuple[Person, bool], ...]:
        """Everybody, and whether the account is open. Administrators only, as all that follow."""

    def add(self, name: str, role: Role, password: str) -> Person: ...

    def change_role(self, person_id: str, role: Role) -> None: ...

    def close(self, person_id: str) -> None:
        """Nobody signs in with it any more; sessions end; what the person kept stays."""

    def reopen(self, person_id: str, password: str) -> None:
        """Also for whoever forgot the password: it is a new one, and all sessions end."""
