import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from corpus.training.item_store import ItemStore, KeptItem, Published, Verdict
from corpus.wording import KnownError

AT = datetime(2026, 11, 22, 8, 0, 0, 5, UTC)
LATER = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
ONE = KeptItem("1" * 16, "card-1", {"stem": "Qui l’affirme ?", "options": ["a", "b"]})
TWO = KeptItem("2" * 16, "card-2", {"stem": "Who says this?", "options": ["c", "d"]})


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.db"


@pytest.fixture
def store(path: Path) -> Iterator[ItemStore]:
    store = ItemStore(path)
    yield store
    store.close()


def verdict(item: str = ONE.id, *, accepted: bool = False, reason: str = "unclear") -> Verdict:
    return Verdict(item, accepted, reason, "p9", "2026-11-22T09:00:00+00:00")


def test_a_new_store_is_empty(store: ItemStore) -> None:
    assert (store.live(), store.cards(), store.verdicts()) == ((), {}, {})
    assert store.published() == Published("", "")
    assert store.find(ONE.id) is None


def test_what_is_published_is_live_whoever_opens_it(store: ItemStore, path: Path) -> None:
    store.publish([TWO, ONE], "f1", AT)
    again = ItemStore(path)
    assert again.live() == (ONE, TWO)
    assert again.published() == Published("f1", "2026-11-22T08:00:00.000005+00:00")
    again.close()


def test_what_is_not_made_any_more_is_retired_and_can_come_back(store: ItemStore) -> None:
    store.publish([ONE, TWO], "f1", AT)
    store.publish([TWO], "f2", LATER)
    assert store.live() == (TWO,)
    assert store.find(ONE.id) == ONE
    assert store.cards() == {ONE.id: "card-1", TWO.id: "card-2"}

    changed = KeptItem(ONE.id, "card-3", {"stem": "Qui l’affirme ?", "options": ["a", "e"]})
    store.publish([changed, TWO], "f3", LATER)
    assert store.live() == (changed, TWO)


def test_an_empty_library_retires_all(store: ItemStore) -> None:
    store.publish([ONE, TWO], "f1", AT)
    store.publish([], "f2", LATER)
    assert store.live() == ()
    assert store.published().fingerprint == "f2"


def test_the_last_verdict_counts_and_can_be_taken_back(store: ItemStore) -> None:
    store.publish([ONE], "f1", AT)
    store.judge(verdict())
    store.judge(verdict(accepted=True, reason=""))
    assert store.verdicts() == {ONE.id: verdict(accepted=True, reason="")}
    store.take_back(ONE.id)
    assert store.verdicts() == {}


def test_a_verdict_outlives_its_item(store: ItemStore) -> None:
    store.publish([ONE], "f1", AT)
    store.judge(verdict())
    store.publish([], "f2", LATER)
    assert store.verdicts() == {ONE.id: verdict()}


def test_what_was_never_made_is_not_judged(store: ItemStore) -> None:
    with pytest.raises(KnownError, match="There is no item 9999") as refusal:
        store.judge(verdict("9999"))
    assert "Il n’y a pas de question 9999" in refusal.value.wording.fr


def test_one_makes_items_while_the_other_waits(store: ItemStore, path: Path) -> None:
    other = ItemStore(path)
    with store.making(), pytest.MonkeyPatch.context() as patch:
        patch.setattr("corpus.training.item_store._PATIENCE_S", 0.01)
        with pytest.raises(KnownError, match="Another cxlit is making"), other.making():
            pass
    with other.making():
        pass
    other.close()


def test_a_kill_while_publishing_leaves_the_old_items(store: ItemStore, path: Path) -> None:
    store.publish([ONE], "f1", AT)
    program = f"""
import os, signal
from datetime import UTC, datetime
from pathlib import Path
import sqlalchemy as sa
from corpus.training.item_store import ItemStore, KeptItem
store = ItemStore(Path({json.dumps(str(path))}))
@sa.event.listens_for(store._engine, "before_cursor_execute")
def die(connection, cursor, statement, *_):
    if statement.startswith("INSERT INTO bank"):
        os.kill(os.getpid(), signal.SIGKILL)
store.publish([KeptItem("2" * 16, "c", {{}})], "f2", datetime.now(UTC))
"""
    done = subprocess.run([sys.executable, "-c", program], cwd=Path(__file__).parents[1],
                          env=dict(os.environ), check=False)  # fmt: skip
    assert done.returncode == -signal.SIGKILL
    assert store.live() == (ONE,)
    assert store.published().fingerprint == "f1"
    store.publish([ONE, TWO], "f3", LATER)  # nothing is locked
    assert store.live() == (ONE, TWO)
