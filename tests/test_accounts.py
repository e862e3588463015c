"""Accounts: names, roles, the administrator who is always left, and guesses at passwords."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from corpus.accounts import Accounts
from corpus.passwords import Passwords
from corpus.people import LOCAL, Person, Role
from corpus.wording import KnownError
from tests.accounts import PASSWORD, Door

WRONG = "not the password at all"


@pytest.fixture
def door(tmp_path: Path) -> Iterator[Door]:
    door = Door(tmp_path / "library.db")
    yield door
    door.close()


@pytest.fixture
def ada(door: Door) -> Person:
    return door.add("Ada", Role.ADMIN)


def test_nobody_is_there_until_somebody_is(door: Door) -> None:
    assert not door.accounts.any()
    assert door.accounts.all() == ()
    door.add("Ada", Role.ADMIN)
    assert door.accounts.any()


def test_an_account_of_another_process_counts_at_once(door: Door, tmp_path: Path) -> None:
    assert not door.accounts.any()
    other = Accounts(tmp_path / "library.db", door.passwords)
    other.add("Ada", Role.ADMIN, PASSWORD)
    other.close()
    assert door.accounts.any()


def test_the_first_one_is_an_administrator_and_owns_what_was_there(door: Door) -> None:
    with pytest.raises(KnownError, match="The first account is an administrator"):
        door.add("Bob", Role.READER)
    assert door.add("Ada", Role.ADMIN).id == LOCAL.id
    assert door.add("Bob", Role.READER).id != LOCAL.id


def test_all_are_listed_by_name(door: Door, ada: Person) -> None:
    zoe, bob = door.add("Zoé", Role.EVALUATOR), door.add("bob", Role.READER)
    door.accounts.shut(bob.id)
    assert [(account.person, account.open) for account in door.accounts.all()] == [
        (ada, True),
        (bob, False),
        (zoe, True),
    ]
    assert door.accounts.all()[0].created == "2026-11-22T09:30:00+00:00"


@pytest.mark.parametrize("name", ["ada", "ADA", "  Ada ", "Ａｄａ"])
def test_a_name_is_there_once_however_it_is_written(door: Door, ada: Person, name: str) -> None:
    with pytest.raises(KnownError, match="already"):
        door.add(name, Role.READER)
    assert door.accounts.verified(name, PASSWORD) == ada
    assert door.accounts.named(name).person == ada


def test_names_are_kept_as_they_are_read(door: Door, ada: Person) -> None:
    assert door.add("  Zoé   Du Pré\t", Role.READER).name == "Zoé Du Pré"
    assert door.add("李小龙", Role.READER).name == "李小龙"


@pytest.mark.parametrize(
    "name", ["", "  ", "a" * 61, "A\u200bda", "A\u202eda", "A\x00da", "\ud800"]
)
def test_names_that_cannot_be_seen_are_refused(door: Door, ada: Person, name: str) -> None:
    with pytest.raises(KnownError):
        door.add(name, Role.READER)
    assert [account.person for account in door.accounts.all()] == [ada]


def test_a_weak_password_makes_no_account(door: Door) -> None:
    with pytest.raises(KnownError, match="12 characters"):
        door.accounts.add("Ada", Role.ADMIN, "short")
    assert not door.accounts.any()


def test_an_administrator_is_always_left(door: Door, ada: Person) -> None:
    bob = door.add("Bob", Role.READER)
    steps: list[Callable[[], None]] = [
        lambda: door.accounts.shut(ada.id),
        lambda: door.accounts.change_role(ada.id, Role.LIBRARIAN),
    ]
    for step in steps:
        with pytest.raises(KnownError, match="the last open account of an administrator"):
            step()
    assert door.accounts.named("Ada").open
    door.accounts.change_role(bob.id, Role.ADMIN)
    door.accounts.shut(ada.id)
    with pytest.raises(KnownError, match="the last open account"):
        door.accounts.shut(bob.id)
    assert [account.open for account in door.accounts.all()] == [False, True]


def test_what_is_not_there_is_a_known_error(door: Door, ada: Person) -> None:
    steps: list[Callable[[], None]] = [
        lambda: door.accounts.shut("nobody"),
        lambda: door.accounts.change_role("nobody", Role.ADMIN),
        lambda: door.accounts.reopen("nobody", PASSWORD),
        lambda: door.accounts.set_password("nobody", PASSWORD),
    ]
    for step in steps:
        with pytest.raises(KnownError, match="no longer exists"):
            step()
    with pytest.raises(KnownError, match="no account “Eve”"):
        door.accounts.named("Eve")


def test_a_closed_account_opens_nothing_until_it_is_reopened(door: Door, ada: Person) -> None:
    bob = door.add("Bob", Role.READER)
    door.accounts.shut(bob.id)
    with pytest.raises(KnownError, match="do not open an account"):
        door.accounts.verified("Bob", PASSWORD)
    door.accounts.reopen(bob.id, "another long password")
    with pytest.raises(KnownError, match="do not open an account"):
        door.accounts.verified("Bob", PASSWORD)
    assert door.accounts.verified("Bob", "another long password") == bob


def test_a_stranger_is_told_no_more_than_whoever_mistypes(door: Door, ada: Person) -> None:
    said = set()
    for name in ("Ada", "Eve"):
        with pytest.raises(KnownError) as refusal:
            door.accounts.verified(name, WRONG)
        said.add(refusal.value.wording)
    assert len(said) == 1


def test_a_stranger_waits_as_long(door: Door, ada: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    tried = []

    def fits(self: Passwords, password: str, kept: str) -> bool:
        tried.append(kept.split("$")[:4])
        return False

    monkeypatch.setattr(Passwords, "fits", fits)
    for name in ("Ada", "Eve"):
        with pytest.raises(KnownError):
            door.accounts.verified(name, WRONG)
    assert tried[0] == tried[1]  # a hash of the same parameters is computed


@pytest.mark.parametrize("name", ["Ada", "Eve"])
def test_five_wrong_passwords_lock_a_name_whether_it_is_there_or_not(
    door: Door, ada: Person, name: str
) -> None:
    def said(password: str = WRONG) -> str:
        with pytest.raises(KnownError) as refusal:
            door.accounts.verified(name, password)
        return refusal.value.wording.en

    for _ in range(5):
        assert "do not open an account" in said()
    assert said(PASSWORD) == "There were too many tries with this name. Try again in 15 minutes."
    door.clock.pass_(minutes=14, seconds=1)
    assert said(PASSWORD) == "There were too many tries with this name. Try again in 1 minute."
    door.clock.pass_(minutes=1)
    for _ in range(5):
        assert "do not open an account" in said()
    assert said() == "There were too many tries with this name. Try again in 30 minutes."
    for minutes, words in ((30, "1 hour."), (60, "2 hours."), (120, "4 hours."), (240, "8 hours.")):
        door.clock.pass_(minutes=minutes)
        for _ in range(5):
            said()
        assert said().endswith(f"Try again in {words}")
    door.clock.pass_(hours=8)
    for _ in range(5):
        said()
    assert said().endswith("Try again in 8 hours.")  # no longer than a night


def test_the_right_password_forgives_wrong_ones(door: Door, ada: Person) -> None:
    for _ in range(3):
        for _ in range(4):
            with pytest.raises(KnownError, match="do not open"):
                door.accounts.verified("Ada", WRONG)
        assert door.accounts.verified("Ada", PASSWORD) == ada


def test_a_lock_outlives_a_restart_and_ends_with_a_new_password(
    door: Door, ada: Person, tmp_path: Path
) -> None:
    for _ in range(5):
        with pytest.raises(KnownError, match="do not open"):
            door.accounts.verified("Ada", WRONG)
    again = Door(tmp_path / "library.db")
    with pytest.raises(KnownError, match="too many tries"):
        again.accounts.verified("Ada", PASSWORD)
    again.accounts.set_password(ada.id, "another long password")
    assert again.accounts.verified("Ada", "another long password") == ada
    again.close()


def test_many_guesses_at_once_are_no_way_round_the_lock(
    door: Door, ada: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    together = threading.Barrier(5)  # five are looked at before the first is answered
    looked_at = []

    def fits(self: Passwords, password: str, kept: str) -> bool:
        looked_at.append(password)
        together.wait(timeout=20)
        return False

    monkeypatch.setattr(Passwords, "fits", fits)
    said: list[str] = []

    def guess() -> None:
        try:
            door.accounts.verified("Ada", WRONG)
        except KnownError as error:
            said.append(error.wording.en)

    guesses = [threading.Thread(target=guess) for _ in range(12)]
    for each in guesses:
        each.start()
    for each in guesses:
        each.join()
    assert len(looked_at) == 5
    assert sum("too many tries" in each for each in said) == 7


def test_old_hashes_are_made_anew_at_the_next_sign_in(door: Door, tmp_path: Path) -> None:
    strong = Accounts(tmp_path / "library.db", Passwords())
    door.add("Ada", Role.ADMIN)
    kept = door.accounts.all()
    assert strong.verified("Ada", PASSWORD).name == "Ada"
    strong.close()
    assert b"m=65536" in (tmp_path / "library.db-wal").read_bytes()
    assert door.accounts.all() == kept
    assert door.accounts.verified("Ada", PASSWORD).name == "Ada"


def test_the_password_stands_nowhere(door: Door, ada: Person, tmp_path: Path) -> None:
    door.sessions.begin(ada, lasting=False)
    stored = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert b"$argon2id$" in stored
    assert PASSWORD.encode() not in stored
