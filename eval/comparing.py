"""Which of two runs over the same questions is better, and how sure that is.

Every measure is compared question by question; a measure of the whole set (ECE, AURC …) has no
value for one question and is told without a test. The broken promise of a hard gate counts as a
regression whatever else improved.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from corpus.wording import KnownError
from eval.measures.definitions import BY_NAME, GATES, MEASURES
from eval.run import ItemResult, Run
from eval.significance import CONFIDENCE, holm, interval, questions_needed, randomisation_p

SMALLEST = 0.02  # a difference below this changes nobody's choice
TESTED = tuple(m.name for m in MEASURES if not (m.is_gate or m.is_of_the_set))
Values = NDArray[np.float64]  # a row for each question: its value in the first run, in the second


class Verdict(StrEnum):
    """What may be said of the second run."""

    BETTER = "better"
    WORSE = "worse"
    NO_DIFFERENCE = "no_difference"
    NOT_ENOUGH = "not_enough_questions"


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """One measure in both runs, over the questions to which it applies in both."""

    measure: str
    questions: int
    a: float
    b: float
    low: float  # the 95 % interval of the difference b - a
    high: float
    p: float
    p_holm: float = 1.0  # adjusted for the family of measures
    verdict: Verdict = Verdict.NO_DIFFERENCE
    needed: int | None = None  # about how many questions would tell, when these do not

    @property
    def difference(self) -> float:
        return self.b - self.a


@dataclass(frozen=True, slots=True)
class Untested:
    """A figure of the whole set in both runs."""

    measure: str
    a: float
    b: float


@dataclass(frozen=True, slots=True)
class Change:
    """A question that fared otherwise: `gain` is the mean over its measures, losses negative."""

    id: str
    question: str
    gain: float
    moved: dict[str, tuple[float, float]]  # measure -> its two values


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that can be said about two runs over one gold set."""

    a: Run
    b: Run
    smallest: float
    measures: tuple[Compared, ...]
    gates: tuple[Untested, ...]
    of_the_set: tuple[Untested, ...]
    changes: tuple[Change, ...]  # the largest loss first

    def with_verdict(self, verdict: Verdict) -> tuple[Compared, ...]:
        return tuple(each for each in self.measures if each.verdict is verdict)

    @property
    def broken_gates(self) -> tuple[Untested, ...]:
        return tuple(gate for gate in self.gates if gate.b < 1)

    @property
    def is_regression(self) -> bool:
        return self.verdict is Verdict.WORSE

    @property
    def verdict(self) -> Verdict:
        """Worse for one measure is worse; better needs that none is."""
        found = {each.verdict for each in self.measures}
        if self.broken_gates or Verdict.WORSE in found:
            return Verdict.WORSE
        if Verdict.BETTER in found:
            return Verdict.BETTER
        # No measure at all tells nothing either.
        return Verdict.NO_DIFFERENCE if found == {Verdict.NO_DIFFERENCE} else Verdict.NOT_ENOUGH


def compare(a: Run, b: Run, smallest: float = SMALLEST, only: Collection[str] = ()) -> Comparison:
    """Compare run `b` with run `a`; a difference inside ±`smallest` counts as none.

    The family of tests is `only` these measures, or all: the fewer, the smaller the differences
    that can be told. Raises KnownError when the runs are not over the same questions.
    """
    pairs = _paired(a, b)
    values = {
        measure.name: np.array(both)
        for measure in MEASURES
        if measure.name in (only or TESTED) and (both := _both(measure.name, pairs))
    }
    alike = all(_outcome(one) == _outcome(other) for one, other in pairs)
    return Comparison(
        a=a,
        b=b,
        smallest=smallest,
        measures=_same(values) if alike else _tested(values, smallest),
        gates=tuple(
            Untested(name, _exact(a, name), _exact(b, name))
            for name in GATES
            if name in a.measures and name in b.measures
        ),
        of_the_set=tuple(
            Untested(m.name, a.measures[m.name], b.measures[m.name])
            for m in MEASURES
            if m.is_of_the_set and m.name in a.measures and m.name in b.measures
        ),
        changes=_changes(pairs),
    )


def _paired(a: Run, b: Run) -> list[tuple[ItemResult, ItemResult]]:
    if a.gold_sha256 != b.gold_sha256:
        raise KnownError(
            en=f"The runs are over different gold sets ({a.gold}: {a.gold_sha256[:12]}, "
            f"{b.gold}: {b.gold_sha256[:12]}). Run both over the same file.",
            fr=f"Les deux évaluations portent sur des jeux différents ({a.gold} : "
            f"{a.gold_sha256[:12]}, {b.gold} : {b.gold_sha256[:12]}). Refaites-les sur le même "
            "fichier.",
        )
    others = {item.id: item for item in b.items}
    if {item.id for item in a.items} != others.keys():
        raise KnownError(
            en=f"The runs are over different questions of {a.gold} ({len(a.items)} and "
            f"{len(b.items)}). Use the same --limit for both, or none.",
            fr=f"Les deux évaluations portent sur des questions différentes de {a.gold} "
            f"({len(a.items)} et {len(b.items)}). Donnez la même --limit aux deux, ou aucune.",
        )
    return [(item, others[item.id]) for item in a.items]


def _both(
    measure: str, pairs: Sequence[tuple[ItemResult, ItemResult]]
) -> list[tuple[float, float]]:
    """The values of the questions to which the measure applies in both runs."""
    return [
        (one.measures[measure], other.measures[measure])
        for one, other in pairs
        if measure in one.measures and measure in other.measures
    ]


def _outcome(item: ItemResult) -> tuple[object, ...]:
    """What was found and answered, wherever it came from."""
    return item.retrieved, item.measures, {**item.answer, "index": None}


def _same(values: dict[str, Values]) -> tuple[Compared, ...]:
    """No statistics where every answer is the same: nothing is left to chance."""
    return tuple(
        Compared(measure=name, questions=len(both), a=mean, b=mean, low=0.0, high=0.0, p=1.0)
        for name, both in values.items()
        for mean in (float(both[:, 0].mean()),)
    )


def _tested(values: dict[str, Values], smallest: float) -> tuple[Compared, ...]:
    """Every measure with its interval, its p among all of them, and what follows."""
    differences = {name: both[:, 1] - both[:, 0] for name, both in values.items()}
    p_values = [randomisation_p(each) for each in differences.values()]
    tested = []
    for name, p, p_holm in zip(values, p_values, holm(p_values), strict=True):
        a, b = map(float, values[name].mean(axis=0))
        low, high = interval(differences[name])
        row = Compared(
            measure=name,
            questions=len(values[name]),
            a=a,
            b=b,
            low=low,
            high=high,
            p=p,
            p_holm=p_holm,
        )
        verdict = _verdict(row, smallest)
        needed = None
        if verdict is Verdict.NOT_ENOUGH:
            needed = questions_needed(differences[name], smallest, len(values))
        tested.append(replace(row, verdict=verdict, needed=needed))
    return tuple(tested)


def _verdict(row: Compared, smallest: float) -> Verdict:
    if row.p_holm < 1 - CONFIDENCE:
        rose = row.difference > 0
        return Verdict.WORSE if rose == BY_NAME[row.measure].lower_is_better else Verdict.BETTER
    if -smallest <= row.low and row.high <= smallest:
        return Verdict.NO_DIFFERENCE
    return Verdict.NOT_ENOUGH


def _exact(run: Run, measure: str) -> float:
    """The mean without the rounding of the scorecard, which could hide one exception in many."""
    values = [item.measures[measure] for item in run.items if measure in item.measures]
    return sum(values) / len(values)


def _changes(pairs: Sequence[tuple[ItemResult, ItemResult]]) -> tuple[Change, ...]:
    changes = []
    for one, other in pairs:
        moved, gain = {}, 0.0
        for measure in MEASURES:
            for a, b in _both(measure.name, [(one, other)]):
                if a != b:
                    moved[measure.name] = (a, b)
                    gain += a - b if measure.lower_is_better else b - a
        if moved:
            changes.append(Change(one.id, one.question, gain / len(one.measures), moved))
    return tuple(sorted(changes, key=lambda change: (change.gain, change.id)))
