"""Accounts and keys from the command line."""

import io
import sys
from pathlib import Path

import pytest

from corpus.accounts import Accounts
from corpus.people import Role
from corpus.sessions import Sessions
from tests.command_line import CommandLine, Ran

PASSWORD = "correct horse battery staple"


@pytest.fixture
def people(cxlit: CommandLine, monkeypatch: pytest.MonkeyPatch) -> "People":
    return People(cxlit, monkeypatch)


class Terminal(io.StringIO):
    """Where somebody sits."""

    def isatty(self) -> bool:
        return True


class People:
    """`cxlit people`, with a password on standard input."""

    def __init__(self, cxlit: CommandLine, patch: pytest.MonkeyPatch) -> None:
        self.cxlit = cxlit
        self._patch = patch
        self.typed_into: type[io.StringIO] = io.StringIO

    def __call__(self, *arguments: str, password: str = PASSWORD) -> Ran:
        self._patch.setattr(sys, "stdin", self.typed_into(f"{password}\nnot this line\n"))
        return self.cxlit("people", *arguments)

    def add(self, name: str, role: str, *more: str) -> Ran:
        return self("add", name, "--role", role, "--password-stdin", *more)


def test_a_team_is_made(people: People) -> None:
    assert people("list").out == (
        "There are no accounts: nobody signs in, and the page is for this machine only.\n"
    )
    assert people("list", "--json").json == {"people": []}
    added = people.add("Ada", "admin", "--json")
    assert (added.code, added.json["name"], added.json["role"]) == (0, "Ada", "admin")
    assert added.json["open"] is True and added.json["locked_until"] is None
    assert people.add("Zoé Martin", "reader").out == "Zoé Martin · reader\n"
    assert people("close", "zoé martin").out == "Zoé Martin · reader · closed\n"
    assert people("list").out == "Ada · admin\nZoé Martin · reader · closed\n"
    assert people("role", "Zoé Martin", "librarian").code == 0
    assert people("reopen", "Zoé Martin", "--password-stdin").out == "Zoé Martin · librarian\n"
    listed = people("list", "--json").json["people"]
    assert [(each["name"], each["role"], each["open"]) for each in listed] == [
        ("Ada", "admin", True),
        ("Zoé Martin", "librarian", True),
    ]


def test_the_password_is_the_first_line(people: People, home: Path) -> None:
    people.add("Ada", "admin")
    accounts = Accounts(home / "library.db")
    assert accounts.verified("Ada", PASSWORD).role is Role.ADMIN
    changed = people("password", "Ada", "--password-stdin", password="four other long words")
    assert changed.code == 0
    assert accounts.verified("Ada", "four other long words").name == "Ada"
    accounts.close()


def test_what_is_wrong_is_one_sentence(people: People) -> None:
    first = people.add("Bob", "reader")
    assert (first.code, first.out) == (1, "")
    assert first.complaint.startswith("The first account is an administrator")
    people.add("Ada", "admin")
    assert "already" in people.add("ADA", "reader").complaint
    weak = people("add", "Eve", "--role", "reader", "--password-stdin", password="short")
    assert "12 characters or more" in weak.complaint
    assert "last open account" in people("close", "Ada").complaint
    assert "last open account" in people("role", "Ada", "reader").complaint
    assert "no account “Eve”" in people("close", "Eve").complaint
    king = people("add", "Eve", "--role", "king")
    assert king.code == 2
    assert "'--role': “king” is no role. Write one of: reader, librarian," in " ".join(
        king.err.replace("│", " ").split()
    )
    assert "no key “”" in people("revoke", "").complaint
    undecoded = people("password", "Ada", "--password-stdin", password="\udcff" * 12)
    assert undecoded.complaint.startswith("The password must be UTF-8.")
    assert people("list", "--json").json["people"][0]["role"] == "admin"


def test_without_a_terminal_it_says_how_to_send_the_password(people: People) -> None:
    refused = people("add", "Ada", "--role", "admin")
    assert refused.code == 1
    assert "--password-stdin" in refused.complaint


def test_on_a_terminal_it_asks_twice(people: People, monkeypatch: pytest.MonkeyPatch) -> None:
    typed = iter([PASSWORD, "a slip of the fingers", PASSWORD, PASSWORD])
    monkeypatch.setattr("getpass.getpass", lambda prompt: next(typed))
    people.typed_into = Terminal
    assert "differ" in people("add", "Ada", "--role", "admin").complaint
    assert people("list", "--json").json == {"people": []}
    assert people("add", "Ada", "--role", "admin").code == 0


def test_a_key_is_shown_once_and_revoked(people: People, home: Path) -> None:
    people.add("Ada", "admin")
    made = people("key", "ada", "--days", "7", "--name", "nightly report")
    key = made.out.removesuffix("\n")
    assert made.code == 0 and "\n" not in key and "Authorization: Bearer" in made.err
    sessions = Sessions(home / "library.db")
    recognised = sessions.recognised(key, key=True)
    assert recognised is not None and recognised.person.name == "Ada"
    (listed,) = people("keys", "--json").json["keys"]
    assert (listed["person"], listed["purpose"]) == ("Ada", "nightly report")
    assert key not in people("keys").out
    assert people("keys").out.startswith(f"{listed['id']}  Ada · nightly report · ")
    ended = people("revoke", listed["id"], "--json")
    assert ended.json["revoked"]["purpose"] == "nightly report"
    assert sessions.recognised(key, key=True) is None
    sessions.close()
    assert people("keys").out == "There are no keys.\n"
    assert "There is no key" in people("revoke", listed["id"]).complaint
    both = people("key", "Ada", "--json").json
    assert both["purpose"] == "API" and len(both["key"]) == 43


def test_a_closed_account_gets_no_key(people: People) -> None:
    people.add("Ada", "admin")
    people.add("Bob", "reader")
    people("close", "Bob")
    assert "is closed" in people("key", "Bob").complaint


def test_it_speaks_french(people: People) -> None:
    people.cxlit.speaks("fr")
    assert people("list").out.startswith("Il n’y a pas de compte")
    assert "administrateur" in people.add("Bob", "reader").complaint


def test_the_old_setting_says_what_replaces_it(cxlit: CommandLine) -> None:
    cxlit.patch.setenv("CXLIT_AUTH", "ada:secret")
    refused = cxlit("serve")
    assert refused.code == 1
    assert "cxlit people add NAME --role admin" in refused.complaint


def test_others_are_not_served_without_accounts(cxlit: CommandLine) -> None:
    refused = cxlit("serve", "--host", "0.0.0.0")
    assert refused.code == 1
    assert "cxlit people add NAME --role admin" in refused.complaint
