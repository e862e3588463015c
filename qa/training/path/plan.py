"""The plan of a learner: three phases of thirty days, made of what the placement showed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from corpus.wording import Wording
from qa.training.competency import Competency
from qa.training.path.placement import Placed

PHASES = (30, 60, 90)  # days from the start by which each ends


class StepKind(StrEnum):
    """What there is to do for a competency, in the order in which it is done."""

    READ = "read"
    DISPUTES = "disputes"
    QUESTIONS = "questions"
    WORK = "work"


@dataclass(frozen=True, slots=True)
class Step:
    """One step; an optional one counts as left to nobody."""

    competency: str  # id
    kind: StepKind
    optional: bool = False

    @property
    def id(self) -> str:
        return f"{self.competency}/{self.kind}"


@dataclass(frozen=True, slots=True)
class Entry:
    """One competency in a plan, why it stands where it does, and its steps."""

    competency: Competency
    placed: Placed
    why: Wording | None  # None where no placement was taken
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Phase:
    """What is to be done by a day."""

    days: int
    until: date
    entries: tuple[Entry, ...]

    def days_left(self, today: date) -> int:
        """Negative when it is over."""
        return (self.until - today).days


@dataclass(frozen=True, slots=True)
class Plan:
    """The phases that have competencies, in order."""

    start: date
    phases: tuple[Phase, ...]

    @property
    def entries(self) -> tuple[Entry, ...]:
        return tuple(entry for phase in self.phases for entry in phase.entries)


WHY = {
    Placed.MISSED: Wording(
        "Not yet known in the placement: to read in full.",
        "Pas encore acquis au positionnement\u00a0: à lire en entier.",
    ),
    Placed.KNOWN: Wording(
        "Right in the placement, which asks very little: later in its thirty days, and reading is "
        "up to you.",
        "Juste au positionnement, qui demande peu\u00a0: plus tard dans ces trente jours, lecture "
        "facultative.",
    ),
    Placed.NOT_ASKED: Wording(
        "The placement did not ask about this: it is read in full.",
        "Le positionnement n’a pas porté sur ce point\u00a0: il se lit en entier.",
    ),
}
_EARLIER = (Placed.MISSED, Placed.NOT_ASKED, Placed.KNOWN)


def plan(map_: Sequence[Competency], placed: Mapping[str, Placed], start: date) -> Plan:
    """The plan that begins on `start`; what `placed` does not name was not asked.

    Empty, no placement was taken.
    """
    taken = bool(placed)
    entries = [_entry(each, placed.get(each.id, Placed.NOT_ASKED), taken) for each in map_]
    phases = []
    for days in PHASES:
        own = [entry for entry in entries if entry.competency.phase == days]
        own.sort(key=lambda entry: _EARLIER.index(entry.placed))
        if own:
            phases.append(Phase(days, start + timedelta(days=days), tuple(own)))
    return Plan(start, tuple(phases))


def _entry(competency: Competency, placed: Placed, taken: bool) -> Entry:
    kinds = [kind for kind in StepKind if kind is not StepKind.DISPUTES or competency.disputes]
    known = placed is Placed.KNOWN
    steps = (Step(competency.id, kind, known and kind is StepKind.READ) for kind in kinds)
    return Entry(competency, placed, WHY[placed] if taken else None, tuple(steps))
