"""What learners report to be wrong."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from corpus.training.report_store import Report, ReportStore
from tests.accounts import Clock


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> ReportStore:
    return ReportStore(tmp_path / "library.db", clock)


def test_a_report_counts_once_a_person_and_the_last_time_counts(
    store: ReportStore, clock: Clock
) -> None:
    store.report("i1", "ada")
    store.report("i1", "bob")
    clock.pass_(hours=2)
    store.report("i1", "ada")
    at = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
    later = datetime(2026, 11, 22, 11, 30, tzinfo=UTC)
    assert store.all() == (Report("i1", "bob", at), Report("i1", "ada", later))


def test_a_report_is_withdrawn_by_whoever_made_it(store: ReportStore) -> None:
    for item, person in (("i1", "ada"), ("i1", "bob"), ("i2", "ada")):
        store.report(item, person)
    store.withdraw("i1", "ada")
    assert [(each.item, each.person) for each in store.all()] == [("i1", "bob"), ("i2", "ada")]
    assert [each.item for each in store.of("ada")] == ["i2"]
