"""How far a learner is on a plan: what is done, what is left, what comes next."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil

from qa.training.competency import Competency
from qa.training.item import Item
from qa.training.mastery import Mastery
from qa.training.path.plan import Entry, Phase, Plan, Step, StepKind
from qa.training.review.review import Occasion, Review

QUIZ = 6  # questions of a competency, or as many as there are
MINUTES_A_DISPUTE = 3  # to read who takes which position
MINUTES_A_QUESTION = 0.5
_COUNTED = frozenset({Occasion.QUIZ, Occasion.REVIEW})  # the placement asks before one has read


@dataclass(frozen=True, slots=True)
class StepState:
    """A step as it stands; one that is not possible (there are no questions) is left to nobody."""

    step: Step
    minutes: int
    done: bool
    possible: bool = True
    answered: int = 0  # of the questions
    wanted: int = 0

    @property
    def is_left(self) -> bool:
        return self.possible and not self.done and not self.step.optional


@dataclass(frozen=True, slots=True)
class EntryState:
    """A competency of the plan as it stands."""

    entry: Entry
    steps: tuple[StepState, ...]
    mastery: Mastery

    @property
    def left(self) -> tuple[StepState, ...]:
        return tuple(each for each in self.steps if each.is_left)

    @property
    def is_done(self) -> bool:
        return not self.left

    @property
    def minutes_left(self) -> int:
        return sum(each.minutes for each in self.left)


@dataclass(frozen=True, slots=True)
class PhaseState:
    """A phase as it stands on a day."""

    phase: Phase
    days_left: int  # negative when it is over
    entries: tuple[EntryState, ...]

    @property
    def minutes_left(self) -> int:
        return sum(each.minutes_left for each in self.entries)

    @property
    def done(self) -> int:
        """Competencies."""
        return sum(each.is_done for each in self.entries)


@dataclass(frozen=True, slots=True)
class Progress:
    """The whole plan as it stands."""

    plan: Plan
    phases: tuple[PhaseState, ...]

    @property
    def entries(self) -> tuple[EntryState, ...]:
        return tuple(entry for phase in self.phases for entry in phase.entries)

    @property
    def next(self) -> StepState | None:
        """The first step that is left; None at the end."""
        return next((step for entry in self.entries for step in entry.left), None)

    @property
    def minutes_left(self) -> int:
        return sum(phase.minutes_left for phase in self.phases)

    @property
    def steps_done(self) -> int:
        return sum(step.done for entry in self.entries for step in entry.steps)

    @property
    def steps_to_do(self) -> int:
        """Those done and those left."""
        return self.steps_done + sum(len(entry.left) for entry in self.entries)


@dataclass(frozen=True, slots=True)
class Learnt:
    """What is known of a learner, by competency and by step."""

    done: frozenset[str]  # ids of steps that the learner marked
    reading: Mapping[str, int]  # minutes, by competency
    questions: Mapping[str, tuple[int, int]]  # answered and wanted, by competency
    mastery: Mapping[str, Mastery]


def progress(plan: Plan, learnt: Learnt, today: date) -> Progress:
    """`learnt` names every competency of the plan."""
    phases = (
        PhaseState(
            phase,
            phase.days_left(today),
            tuple(_entry_state(entry, learnt) for entry in phase.entries),
        )
        for phase in plan.phases
    )
    return Progress(plan, tuple(phases))


def questions_answered(
    map_: Sequence[Competency], items: Sequence[Item], language: str, reviews: Sequence[Review]
) -> dict[str, tuple[int, int]]:
    """How many cards of each competency were answered, up to those wanted, and how many are."""
    answered = {
        each.card for each in reviews if each.occasion in _COUNTED and each.correct is not None
    }
    found = {}
    for competency in map_:
        own = [item for item in items if item.competency == competency.id]
        offered = {item.card for item in own if item.language == language}
        wanted = min(QUIZ, len(offered))
        met = len({item.card for item in own} & answered)
        found[competency.id] = (min(met, wanted), wanted)
    return found


def _entry_state(entry: Entry, learnt: Learnt) -> EntryState:
    steps = tuple(_step_state(step, entry.competency, learnt) for step in entry.steps)
    return EntryState(entry, steps, learnt.mastery[entry.competency.id])


def _step_state(step: Step, competency: Competency, learnt: Learnt) -> StepState:
    marked = step.id in learnt.done
    match step.kind:
        case StepKind.READ:
            minutes = learnt.reading[competency.id]
            return StepState(step, minutes, marked, possible=minutes > 0)
        case StepKind.DISPUTES:
            return StepState(step, MINUTES_A_DISPUTE * len(competency.disputes), marked)
        case StepKind.QUESTIONS:
            answered, wanted = learnt.questions[competency.id]
            minutes = ceil((wanted - answered) * MINUTES_A_QUESTION)
            done = wanted > 0 and answered == wanted
            return StepState(step, minutes, done, wanted > 0, answered, wanted)
        case StepKind.WORK:
            return StepState(step, competency.worksheet.minutes, marked)
