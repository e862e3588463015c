"""The desk of people acts for the visitor, and lets only administrators change others."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from corpus.people import LOCAL, Person, Role
from corpus.wording import KnownError
from tests.accounts import PASSWORD, Door, visit

OTHER = "four other long words"


@pytest.fixture
def door(tmp_path: Path) -> Iterator[Door]:
    door = Door(tmp_path / "library.db")
    yield door
    door.close()


@pytest.fixture
def ada(door: Door) -> Person:
    return door.add("Ada", Role.ADMIN)


def test_only_administrators_look_after_accounts(door: Door, ada: Person) -> None:
    people = [door.add(role.value, role) for role in Role if role is not Role.ADMIN]
    target = door.add("Target", Role.READER)
    before = door.accounts.all()
    steps: list[Callable[[], object]] = [
        door.desk.accounts,
        lambda: door.desk.add("Eve", Role.ADMIN, PASSWORD),
        lambda: door.desk.change_role(target.id, Role.ADMIN),
        lambda: door.desk.close(target.id),
        lambda: door.desk.reopen(target.id, OTHER),
    ]
    for person in people:
        for step in steps:
            with visit(person), pytest.raises(KnownError, match="looked after by administrators"):
                step()
    assert door.accounts.all() == before
    with visit(ada):
        for step in steps:
            step()
    assert {a.person.name for a in door.accounts.all()} >= {"Eve", "Target"}
    assert door.accounts.verified("Target", OTHER).role is Role.ADMIN


def test_nobody_changes_anything_without_being_known(door: Door, ada: Person) -> None:
    for step in (door.desk.accounts, door.desk.language, lambda: door.desk.close(ada.id)):
        with pytest.raises(LookupError):
            step()


def test_a_password_is_changed_by_whoever_knows_it(door: Door, ada: Person) -> None:
    bob = door.add("Bob", Role.READER)
    own, other, adas = (door.sessions.begin(person, lasting=True) for person in (bob, bob, ada))
    recognised = door.sessions.recognised(own)
    assert recognised is not None
    with visit(bob, recognised.digest):
        with pytest.raises(KnownError, match="do not open an account"):
            door.desk.change_password("not it at all", OTHER)
        with pytest.raises(KnownError, match="12 characters"):
            door.desk.change_password(PASSWORD, "short")
        door.desk.change_password(PASSWORD, OTHER)
    assert door.accounts.verified("Bob", OTHER) == bob
    assert door.accounts.verified("Ada", PASSWORD) == ada
    known = [door.sessions.recognised(token) is not None for token in (own, other, adas)]
    assert known == [True, False, True]


def test_guessing_at_ones_own_password_locks_it_too(door: Door, ada: Person) -> None:
    with visit(ada):
        for _ in range(5):
            with pytest.raises(KnownError, match="do not open an account"):
                door.desk.change_password("a guess at it all", OTHER)
        with pytest.raises(KnownError, match="too many tries"):
            door.desk.change_password(PASSWORD, OTHER)


def test_without_accounts_there_is_no_password_and_a_language_all_the_same(door: Door) -> None:
    with visit(LOCAL):
        with pytest.raises(KnownError, match="no password to change"):
            door.desk.change_password("", OTHER)
        assert door.desk.language() == ""
        door.desk.speak("fr")
        assert door.desk.language() == "fr"
    ada = door.add("Ada", Role.ADMIN)
    with visit(ada):  # what was chosen before goes with the first account
        assert door.desk.language() == "fr"
