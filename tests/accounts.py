"""Accounts for tests: cheap hashes, a clock that is set by hand, and visits of a person."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import gradio as gr
from argon2 import PasswordHasher
from gradio.context import LocalContext
from starlette.requests import Request

from corpus.accounts import Accounts
from corpus.passwords import Passwords
from corpus.people import Person, Role
from corpus.preferences import Preferences
from corpus.sessions import Sessions
from ui.web.desks.account_desk import AccountDesk
from ui.web.doors.visitor import KEY, SESSION

PASSWORD = "correct horse battery staple"


class Clock:
    """The time, which only passes when a test says so."""

    def __init__(self) -> None:
        self.at = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.at

    def pass_(self, **duration: float) -> None:
        self.at += timedelta(**duration)


class Door:
    """All that stands behind signing in, on one library and one clock."""

    def __init__(self, path: Path) -> None:
        self.clock = Clock()
        # The weakest that Argon2 allows: a test signs in often.
        self.passwords = Passwords(PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
        self.accounts = Accounts(path, self.passwords, self.clock)
        self.sessions = Sessions(path, self.clock)
        self.preferences = Preferences(path)
        self.desk = AccountDesk(self.accounts, self.sessions, self.preferences)

    def add(self, name: str, role: Role) -> Person:
        return self.accounts.add(name, role, PASSWORD)

    def close(self) -> None:
        for each in (self.accounts, self.sessions, self.preferences):
            each.close()


@contextmanager
def visit(person: Person, session: str = "", **headers: str) -> Iterator[None]:
    """An event that this person raised."""
    raw = [(name.encode(), value.encode()) for name, value in headers.items()]
    request = Request({"type": "http", "headers": raw, KEY: person, SESSION: session})
    token = LocalContext.request.set(gr.Request(request))
    try:
        yield
    finally:
        LocalContext.request.reset(token)
