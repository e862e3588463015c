"""What is kept of a learner's plan: when it began, and what the placement showed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from corpus.training.plan_store import PlanStore
from qa.training.path.placement import Placed, Placement


@dataclass(frozen=True, slots=True)
class KeptPlan:
    """All else follows from it, the map and the reviews."""

    start: str = ""  # ISO 8601; empty before the plan has begun
    placed: Mapping[str, Placed] = field(default_factory=dict)  # by competency; empty: not taken
    taken: int = 0  # placements begun
    placement: Placement | None = None  # the one under way
    last: Placement | None = None  # the one that was finished last


def kept_plan(store: PlanStore, person: str) -> KeptPlan:
    document = store.plan(person)
    return _thawed(document) if document else KeptPlan()


def keep_plan(store: PlanStore, person: str, kept: KeptPlan) -> None:
    """In place of the one before."""
    store.keep_plan(
        person,
        {
            "start": kept.start,
            "placed": dict(kept.placed),
            "taken": kept.taken,
            "placement": _frozen(kept.placement),
            "last": _frozen(kept.last),
        },
    )


def _thawed(document: Mapping[str, Any]) -> KeptPlan:
    return KeptPlan(
        start=document["start"],
        placed={id_: Placed(said) for id_, said in document["placed"].items()},
        taken=document["taken"],
        placement=_placement(document["placement"]),
        last=_placement(document.get("last")),
    )


def _frozen(placement: Placement | None) -> dict[str, Any] | None:
    if placement is None:
        return None
    questions = [[item, list(order)] for item, order in placement.questions]
    return {"number": placement.number, "questions": questions}


def _placement(document: Mapping[str, Any] | None) -> Placement | None:
    if document is None:
        return None
    questions = tuple((item, tuple(order)) for item, order in document["questions"])
    return Placement(document["number"], questions)
