"""Cohorts in the database: codes, members, and what is left when somebody leaves."""

from pathlib import Path

import pytest

from corpus.people import Role
from corpus.training.cohort_store import CohortStore, Member
from corpus.wording import KnownError
from tests.accounts import Clock, Door


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> CohortStore:
    return CohortStore(tmp_path / "library.db", clock)


def test_a_cohort_comes_out_as_it_went_in(store: CohortStore, tmp_path: Path) -> None:
    door = Door(tmp_path / "library.db")
    ada = door.add("Ada", Role.ADMIN)
    id_ = store.make("  Spring \n 2027 ", ada.id)
    cohort = store.of(id_)
    assert cohort
    assert (cohort.name, cohort.trainer, cohort.trainer_name) == ("Spring 2027", ada.id, "Ada")
    assert cohort.at == "2026-11-22T09:30:00+00:00"
    assert store.of_trainer(ada.id) == store.all() == (cohort,)
    assert store.of_trainer("bob") == ()
    assert store.of("nothing") is None
    door.close()


def test_a_code_is_read_however_it_is_typed(store: CohortStore) -> None:
    cohort = store.of(store.make("Spring", "ada"))
    assert cohort and len(cohort.code) == 8
    assert cohort.shown_code == f"{cohort.code[:4]}-{cohort.code[4:]}"
    for typed in (cohort.code, cohort.shown_code, f" {cohort.shown_code.lower()} "):
        assert store.with_code(typed) == cohort
    assert store.with_code("") is None
    assert store.with_code(cohort.code[:-1]) is None


@pytest.mark.parametrize("name", ["", "  \n", "x" * 101])
def test_a_name_that_is_none_is_refused(store: CohortStore, name: str) -> None:
    id_ = store.make("Spring", "ada")
    for attempt in (lambda: store.make(name, "ada"), lambda: store.rename(id_, name)):
        with pytest.raises(KnownError, match="a name of at most 100 characters"):
            attempt()
    assert [each.name for each in store.all()] == ["Spring"]


def test_members_join_once_and_leave(store: CohortStore, tmp_path: Path, clock: Clock) -> None:
    door = Door(tmp_path / "library.db")
    door.add("Ada", Role.ADMIN)
    zoe, bob = door.add("Zoé", Role.READER), door.add("Bob", Role.READER)
    spring, autumn = store.make("Spring", "local"), store.make("Autumn", "local")
    store.join(spring, zoe.id)
    store.join(spring, bob.id)
    clock.pass_(days=1)
    store.join(spring, bob.id)
    store.join(autumn, bob.id)
    joined = "2026-11-22T09:30:00+00:00"
    assert store.members(spring) == (Member(bob.id, "Bob", joined), Member(zoe.id, "Zoé", joined))
    assert [each.name for each in store.of_member(bob.id)] == ["Autumn", "Spring"]
    store.leave(spring, bob.id)
    assert [each.name for each in store.members(spring)] == ["Zoé"]
    assert [each.name for each in store.of_member(bob.id)] == ["Autumn"]
    door.close()


def test_a_deleted_cohort_takes_its_members_along(store: CohortStore) -> None:
    id_ = store.make("Spring", "ada")
    store.join(id_, "zoe")
    store.delete(id_)
    assert (store.all(), store.members(id_), store.of_member("zoe")) == ((), (), ())
    store.join(id_, "zoe")  # the invitation was still open in a browser
    assert store.members(id_) == ()


def test_a_cohort_is_renamed(store: CohortStore) -> None:
    id_ = store.make("Spring", "ada")
    store.rename(id_, "Été")
    assert [each.name for each in store.all()] == ["Été"]
