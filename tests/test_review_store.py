"""Answers survive a kill at any point, and two who answer at once both count."""

import json
import os
import signal
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from qa.training.review.review import Grade, Occasion
from tests.learning import MORNING, Learning

POINTS = ("", "before insert", "after insert", "before schedule", "before commit", "after commit")
KILLED = 9


def answer(learning: Learning, id_: str, person: str = "ada") -> None:
    learning.reviews.answer(
        person, id=id_, card="c1", grade=Grade.GOOD, correct=True, occasion=Occasion.REVIEW
    )


def answer_and_die(home: str, point: str) -> None:
    """In a process of its own: one answer, then a second one that reaches the point."""
    from corpus.training import review_store

    learning = Learning(Path(home))
    answer(learning, "first")
    learning.later(minutes=10)

    def reached(name: str) -> None:
        if name == point:
            os.kill(os.getpid(), signal.SIGKILL)

    import sqlalchemy as sa

    engine = learning.store._engine
    for moment, event in (("before", "before_cursor_execute"), ("after", "after_cursor_execute")):

        @sa.event.listens_for(engine, event)
        def executing(*args: object, _moment: str = moment) -> None:
            statement = str(args[2])
            if statement.startswith("INSERT OR IGNORE INTO reviews"):
                reached(f"{_moment} insert")
            if statement.startswith("INSERT INTO schedules"):
                reached(f"{_moment} schedule")

    sa.event.listen(engine, "commit", lambda _: reached("before commit"))
    assert review_store.ReviewStore is type(learning.store)
    answer(learning, "second")
    reached("after commit")


def in_a_process(call: str) -> subprocess.Popen[str]:
    code = f"from tests.test_review_store import *; {call}"
    return subprocess.Popen(
        [sys.executable, "-c", code],
        cwd=Path(__file__).parents[1],
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


@pytest.mark.parametrize("point", POINTS)
def test_a_kill_leaves_the_second_answer_whole_or_not_at_all(point: str, tmp_path: Path) -> None:
    process = in_a_process(f"answer_and_die({str(tmp_path)!r}, {point!r})")
    _, said = process.communicate()
    assert process.returncode == (-KILLED if point else 0), said
    learning = Learning(tmp_path)
    kept = [review.id for review in learning.reviews.of("ada")]
    whole = point in ("", "after commit")
    assert kept == (["first", "second"] if whole else ["first"])
    schedule = learning.reviews.schedules("ada")["c1"]
    assert schedule.reviews == len(kept)
    assert schedule.last_review == MORNING + timedelta(minutes=10 if whole else 0)
    # Whoever sends it again loses nothing and counts it once.
    learning.later(minutes=10)
    answer(learning, "second")
    assert learning.reviews.schedules("ada")["c1"].reviews == 2


def answer_often(home: str, name: str) -> None:
    learning = Learning(Path(home))
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    for number in range(20):
        learning.later(seconds=1)
        answer(learning, f"{name}{number}", "ada")
        answer(learning, f"{name}{number}", name)


def test_two_processes_that_answer_at_once_both_count(tmp_path: Path) -> None:
    Learning(tmp_path)
    names = ("bo", "cy")
    processes = [in_a_process(f"answer_often({str(tmp_path)!r}, {name!r})") for name in names]
    for process in processes:
        _, said = process.communicate()
        assert process.returncode == 0, said
    learning = Learning(tmp_path)
    assert learning.reviews.schedules("ada")["c1"].reviews == 40
    every = {review.id for review in learning.reviews.of("ada")}
    assert every == {f"{name}{number}" for name in names for number in range(20)}
    for name in names:
        assert learning.reviews.schedules(name)["c1"].reviews == 20


def test_the_state_is_readable_json(tmp_path: Path) -> None:
    learning = Learning(tmp_path)
    answer(learning, "r1")
    (row,) = learning.store.schedules("ada")
    assert row["due"] == "2026-11-22T09:10:00.000000+00:00"
    assert json.loads(json.dumps(row["state"]))["reviews"] == 1
