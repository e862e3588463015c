"""Sessions end when they should; keys open what they should."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.people import Person, Role
from corpus.wording import KnownError
from tests.accounts import Door


@pytest.fixture
def door(tmp_path: Path) -> Iterator[Door]:
    door = Door(tmp_path / "library.db")
    yield door
    door.close()


@pytest.fixture
def ada(door: Door) -> Person:
    return door.add("Ada", Role.ADMIN)


@pytest.fixture
def bob(door: Door, ada: Person) -> Person:
    return door.add("Bob", Role.READER)


def who(door: Door, token: str, *, key: bool = False) -> Person | None:
    recognised = door.sessions.recognised(token, key=key)
    return recognised.person if recognised else None


def used(door: Door, token: str) -> None:
    recognised = door.sessions.recognised(token)
    assert recognised is not None
    if recognised.renewal_due:
        door.sessions.renew(token)


def test_a_session_stands_for_its_person(door: Door, ada: Person, bob: Person) -> None:
    tokens = [door.sessions.begin(person, lasting=False) for person in (ada, bob, bob)]
    assert [who(door, token) for token in tokens] == [ada, bob, bob]
    assert len(set(tokens)) == 3
    assert min(map(len, tokens)) >= 43  # 256 bits in base64
    assert who(door, "made up") is None
    assert who(door, "\ud800") is None


def test_an_unused_session_ends_after_twelve_hours(door: Door, ada: Person) -> None:
    token = door.sessions.begin(ada, lasting=False)
    door.clock.pass_(hours=11, minutes=59)
    assert who(door, token) == ada
    door.clock.pass_(minutes=1)
    assert who(door, token) is None


def test_use_puts_the_end_off_but_not_beyond_thirty_days(door: Door, ada: Person) -> None:
    token = door.sessions.begin(ada, lasting=False)
    for _ in range(65):  # every eleven hours, for 29 days and 19 hours
        door.clock.pass_(hours=11)
        used(door, token)
    door.clock.pass_(hours=4)
    used(door, token)
    door.clock.pass_(hours=1)
    assert who(door, token) is None


def test_not_every_request_writes(door: Door, ada: Person) -> None:
    token = door.sessions.begin(ada, lasting=False)
    due = []
    for _ in range(7):
        recognised = door.sessions.recognised(token)
        assert recognised is not None
        due.append(recognised.renewal_due)
        if recognised.renewal_due:
            door.sessions.renew(token)
        door.clock.pass_(minutes=2)
    assert due == [False, False, False, True, False, False, True]


def test_a_session_kept_on_the_device_lasts_thirty_days_unused(door: Door, ada: Person) -> None:
    token = door.sessions.begin(ada, lasting=True)
    door.clock.pass_(days=29, hours=23)
    recognised = door.sessions.recognised(token)
    assert recognised is not None and not recognised.renewal_due
    door.clock.pass_(hours=1)
    assert who(door, token) is None


def test_signing_out_ends_one_session(door: Door, bob: Person) -> None:
    one, other = (door.sessions.begin(bob, lasting=False) for _ in range(2))
    assert who(door, one) == bob
    door.sessions.end(one)
    assert [who(door, one), who(door, other)] == [None, bob]


def test_a_new_password_ends_all_sessions_but_the_one_that_set_it(door: Door, bob: Person) -> None:
    own, other = (door.sessions.begin(bob, lasting=True) for _ in range(2))
    key, _ = door.sessions.issue_key(bob, "report", 90)
    recognised = door.sessions.recognised(own)
    assert recognised is not None
    door.accounts.set_password(bob.id, "another long password", but=recognised.digest)
    assert [who(door, own), who(door, other), who(door, key, key=True)] == [bob, None, bob]


def test_closing_an_account_ends_all_and_reopening_brings_nothing_back(
    door: Door, ada: Person, bob: Person
) -> None:
    token = door.sessions.begin(bob, lasting=True)
    key, _ = door.sessions.issue_key(bob, "report", 90)
    others = door.sessions.begin(ada, lasting=True)
    assert who(door, token) == bob
    door.accounts.shut(bob.id)
    assert [who(door, token), who(door, key, key=True), who(door, others)] == [None, None, ada]
    door.accounts.reopen(bob.id, "another long password")
    assert [who(door, token), who(door, key, key=True)] == [None, None]


def test_another_role_counts_at_once(door: Door, bob: Person) -> None:
    token = door.sessions.begin(bob, lasting=False)
    assert who(door, token) == bob
    door.accounts.change_role(bob.id, Role.LIBRARIAN)
    assert who(door, token) == Person(bob.id, "Bob", Role.LIBRARIAN)


def test_a_change_by_another_process_counts_at_once(
    door: Door, bob: Person, tmp_path: Path
) -> None:
    token = door.sessions.begin(bob, lasting=False)
    assert who(door, token) == bob
    other = Door(tmp_path / "library.db")
    other.accounts.shut(bob.id)
    other.close()
    assert who(door, token) is None


def test_what_is_remembered_needs_no_query(
    door: Door, bob: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    token = door.sessions.begin(bob, lasting=False)
    assert who(door, token) == bob
    monkeypatch.setattr(door.sessions, "_found", None)
    assert who(door, token) == bob


def test_expired_sessions_are_deleted_and_nothing_opens_the_door_from_the_file(
    door: Door, bob: Person, tmp_path: Path
) -> None:
    token = door.sessions.begin(bob, lasting=False)
    recognised = door.sessions.recognised(token)
    assert recognised is not None
    stored = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert token.encode() not in stored
    assert recognised.digest.encode() in stored
    assert who(door, recognised.digest) is None
    door.clock.pass_(hours=13)
    door.sessions.begin(bob, lasting=False)
    with door.sessions._engine.connect() as connection:
        left = connection.exec_driver_sql("SELECT token FROM sessions").scalars().all()
    assert len(left) == 1 and recognised.digest not in left


def test_a_key_is_no_session_and_a_session_no_key(door: Door, bob: Person) -> None:
    token = door.sessions.begin(bob, lasting=False)
    key, made = door.sessions.issue_key(bob, "  nightly   report ", 90)
    assert [who(door, key, key=True), who(door, key)] == [bob, None]
    assert [who(door, token, key=True), who(door, token)] == [None, bob]
    assert (made.person, made.purpose) == (bob, "nightly report")
    assert made.expires == "2027-02-20T09:30:00+00:00"
    assert door.sessions.keys() == (made,)


def test_a_key_expires_and_is_revoked(door: Door, bob: Person) -> None:
    short, _ = door.sessions.issue_key(bob, "one day", 1)
    long, made = door.sessions.issue_key(bob, "longer", 90)
    door.clock.pass_(days=1)
    assert [who(door, short, key=True), who(door, long, key=True)] == [None, bob]
    assert door.sessions.revoke(made.id) == made
    assert who(door, long, key=True) is None
    with pytest.raises(KnownError, match="There is no key"):
        door.sessions.revoke(made.id)


@pytest.mark.parametrize(("purpose", "days"), [("ok", 0), ("ok", 3651), ("", 9), ("x" * 61, 9)])
def test_a_key_has_its_bounds(door: Door, bob: Person, purpose: str, days: int) -> None:
    with pytest.raises(KnownError):
        door.sessions.issue_key(bob, purpose, days)
    assert door.sessions.keys() == ()
