"""A desk of people for tests of the page: nobody signs in, one person at one machine."""

from typing import Literal

from corpus.people import Person, Role
from corpus.sessions import Recognised


class FakePeople:
    """What wants accounts is tested on the real desk, see test_sign_in and test_people_tab."""

    def __init__(self) -> None:
        self.reset()

    def reset(self) -> None:
        self.spoken: Literal["", "en", "fr"] = ""

    def has_accounts(self) -> bool:
        return False

    def recognised(self, token: str, *, key: bool = False) -> Recognised | None:
        raise NotImplementedError

    def renew(self, token: str) -> None:
        raise NotImplementedError

    def sign_in(self, name: str, password: str, *, lasting: bool) -> str:
        raise NotImplementedError

    def sign_out(self, token: str) -> None:
        raise NotImplementedError

    def language(self) -> Literal["", "en", "fr"]:
        return self.spoken

    def speak(self, language: Literal["en", "fr"]) -> None:
        self.spoken = language

    def change_password(self, old: str, new: str) -> None:
        raise NotImplementedError

    def accounts(self) -> tuple[tuple[Person, bool], ...]:
        return ()

    def add(self, name: str, role: Role, password: str) -> Person:
        raise NotImplementedError

    def change_role(self, person_id: str, role: Role) -> None:
        raise NotImplementedError

    def close(self, person_id: str) -> None:
        raise NotImplementedError

    def reopen(self, person_id: str, password: str) -> None:
        raise NotImplementedError
