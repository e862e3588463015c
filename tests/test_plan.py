"""The plan: what comes when, and why."""

from datetime import date

from qa.training.path.placement import Placed
from qa.training.path.plan import WHY, StepKind, plan
from tests.path_material import competency

START = date(2026, 11, 22)
MAP = (
    competency("a", 30, disputes=("reporting-line",)),
    competency("b", 30),
    competency("c", 30),
    competency("d", 90),
)


def test_missed_first_known_last() -> None:
    found = plan(MAP, {"a": Placed.KNOWN, "b": Placed.NOT_ASKED, "c": Placed.MISSED}, START)
    assert [
        (phase.days, [entry.competency.id for entry in phase.entries]) for phase in found.phases
    ] == [
        (30, ["c", "b", "a"]),
        (90, ["d"]),
    ]
    assert [entry.why for entry in found.entries] == [
        WHY[Placed.MISSED],
        WHY[Placed.NOT_ASKED],
        WHY[Placed.KNOWN],
        WHY[Placed.NOT_ASKED],
    ]


def test_without_a_placement_there_is_no_reason() -> None:
    found = plan(MAP, {}, START)
    assert [entry.competency.id for entry in found.entries] == ["a", "b", "c", "d"]
    assert {entry.why for entry in found.entries} == {None}


def test_what_is_known_need_not_be_read() -> None:
    entries = {e.competency.id: e for e in plan(MAP, {"a": Placed.KNOWN}, START).entries}
    assert [(step.id, step.optional) for step in entries["a"].steps] == [
        ("a/read", True),
        ("a/disputes", False),
        ("a/questions", False),
        ("a/work", False),
    ]
    assert not any(step.optional for step in entries["c"].steps)


def test_no_dispute_no_step_for_it() -> None:
    entry = next(each for each in plan(MAP, {}, START).entries if each.competency.id == "b")
    assert [step.kind for step in entry.steps] == [
        StepKind.READ,
        StepKind.QUESTIONS,
        StepKind.WORK,
    ]


def test_days_are_counted_from_the_start() -> None:
    first, last = plan(MAP, {}, START).phases
    assert (first.until, last.until) == (date(2026, 12, 22), date(2027, 2, 20))
    assert first.days_left(date(2026, 12, 1)) == 21
    assert first.days_left(date(2026, 12, 24)) == -2
