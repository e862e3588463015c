"""Plans, steps and worksheets in the database, seen by another connection each time."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from corpus.training.plan_store import Filled, PlanStore


class Ticking:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.at = datetime(2026, 11, 22, 9, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.at


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "library.db"


def test_each_person_has_one_plan(file: Path) -> None:
    store = PlanStore(file)
    assert store.plan("p") is None
    store.keep_plan("p", {"start": "2026-11-22"})
    store.keep_plan("q", {"start": "2026-11-23"})
    store.keep_plan("p", {"start": "2026-11-24"})
    again = PlanStore(file)
    assert again.plan("p") == {"start": "2026-11-24"}
    assert again.plan("q") == {"start": "2026-11-23"}


def test_a_step_keeps_the_day_on_which_it_was_done(file: Path) -> None:
    clock = Ticking()
    store = PlanStore(file, clock)
    store.mark("p", "mandate/read")
    clock.at = datetime(2026, 11, 23, 9, tzinfo=UTC)
    store.mark("p", "mandate/read")
    store.mark("p", "mandate/work")
    store.mark("q", "voice/read")
    assert PlanStore(file).steps("p") == {
        "mandate/read": "2026-11-22T09:00:00+00:00",
        "mandate/work": "2026-11-23T09:00:00+00:00",
    }
    store.unmark("p", "mandate/read")
    store.unmark("p", "never/done")
    assert list(PlanStore(file).steps("p")) == ["mandate/work"]
    assert list(PlanStore(file).steps("q")) == ["voice/read"]


def test_a_worksheet_is_as_it_was_last_written(file: Path) -> None:
    clock = Ticking()
    store = PlanStore(file, clock)
    assert store.worksheet("p", "mandate") == Filled()
    store.keep_worksheet("p", "mandate", {"who": "Zoé", "when": "mardi"})
    clock.at = datetime(2026, 11, 23, 9, tzinfo=UTC)
    store.keep_worksheet("p", "mandate", {"who": "Zoé « elle »", "when": ""})
    store.keep_worksheet("q", "mandate", {"who": "another"})
    found = PlanStore(file).worksheet("p", "mandate")
    assert found == Filled("2026-11-23T09:00:00+00:00", {"who": "Zoé « elle »", "when": ""})
    assert PlanStore(file).worksheet("p", "voice") == Filled()
