"""The path of each learner: a plan by competency, its steps and worksheets, kept as one goes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from corpus.clock import Clock, now
from corpus.training.plan_store import Filled, PlanStore
from corpus.wording import KnownError
from index.library import Library
from qa.training.bank import Bank
from qa.training.competency import Competency
from qa.training.mastery import mastery
from qa.training.path.contested import Contested, ContestedQuestions
from qa.training.path.kept_plan import KeptPlan, keep_plan, kept_plan
from qa.training.path.placements import Placements
from qa.training.path.plan import StepKind, plan
from qa.training.path.progress import EntryState, Learnt, Progress, progress, questions_answered
from qa.training.path.reading import Reading, Readings
from qa.training.review.reviews import Reviews

LONGEST_FIELD = 20_000  # characters that one writes into a field of a worksheet


@dataclass(frozen=True, slots=True)
class Detail:
    """All of one competency, for one learner."""

    state: EntryState
    reading: Reading
    contested: tuple[Contested, ...]
    worksheet: Filled


class Paths:
    """Every method is told the person that it acts for.

    Raises KnownError when the library cannot be used.
    """

    def __init__(
        self,
        store: PlanStore,
        library: Library,
        map_: Sequence[Competency],
        bank: Bank,
        reviews: Reviews,
        clock: Clock = now,
    ) -> None:
        self._store = store
        self._library = library
        self._map = tuple(map_)
        self._bank = bank
        self._reviews = reviews
        self._clock = clock
        self._readings = Readings()
        self._contested = ContestedQuestions()
        self.placements = Placements(store, map_, bank, reviews, self._today)

    def start(self, person: str) -> None:
        """Begin today, without a placement; a plan that has begun stays."""
        kept = kept_plan(self._store, person)
        if not kept.start:
            keep_plan(self._store, person, replace(kept, start=self._today().isoformat()))

    def progress(self, person: str, language: str) -> Progress | None:
        """How far the person is; None before the plan has begun."""
        kept = self.placements.settled(person)
        return self._progress(person, language, kept) if kept.start else None

    def detail(self, person: str, competency: str, language: str) -> Detail:
        """Raises KnownError for a competency that the map does not have."""
        own = self.competency(competency)
        entries = self._progress(person, language, kept_plan(self._store, person)).entries
        snapshot = self._library.snapshot()
        return Detail(
            state=next(each for each in entries if each.entry.competency.id == own.id),
            reading=self._readings.of(own, language, snapshot),
            contested=self._contested.of(own, language, snapshot),
            worksheet=self._store.worksheet(person, own.id),
        )

    def mark(self, person: str, competency: str, kind: StepKind, *, done: bool = True) -> None:
        """Questions are done by answering them, and cannot be marked: KnownError."""
        if kind is StepKind.QUESTIONS:
            raise KnownError(
                en="Questions are done once they are answered, and cannot be marked. Answer them.",
                fr="Les questions sont faites une fois répondues, et ne se cochent pas. "
                "Répondez-y.",
            )
        step = f"{self.competency(competency).id}/{kind}"
        if done:
            self._store.mark(person, step)
        else:
            self._store.unmark(person, step)

    def reading(self, competency: str, language: str) -> Reading:
        own = self.competency(competency)
        return self._readings.of(own, language, self._library.snapshot())

    def worksheet(self, person: str, competency: str) -> Filled:
        return self._store.worksheet(person, self.competency(competency).id)

    def write(self, person: str, competency: str, fields: Mapping[str, str]) -> None:
        """Keep what was written; what is no field of the worksheet is left out.

        Raises KnownError, and keeps what was there, when a field is too long.
        """
        own = self.competency(competency)
        words = {field.id: fields.get(field.id, "") for field in own.worksheet.fields}
        longest = max(map(len, words.values()), default=0)
        if longest > LONGEST_FIELD:
            raise KnownError(
                en=f"A field has {longest} characters, {LONGEST_FIELD} at most are possible. "
                "Shorten it: nothing was saved.",
                fr=f"Un champ compte {longest} caractères, pour {LONGEST_FIELD} au plus. "
                "Raccourcissez-le\u00a0: rien n’a été enregistré.",
            )
        # What was written into a field that the map has lost since is kept beside.
        before = self._store.worksheet(person, own.id).fields
        self._store.keep_worksheet(person, own.id, {**before, **words})

    def competency(self, id_: str) -> Competency:
        """Raises KnownError when the map has none of that id."""
        for each in self._map:
            if each.id == id_:
                return each
        every = ", ".join(each.id for each in self._map)
        raise KnownError(
            en=f"There is no competency “{id_}”. Choose one of these: {every}.",
            fr=f"Il n’y a pas de compétence «\u00a0{id_}\u00a0». Choisissez parmi\u00a0: {every}.",
        )

    def _progress(self, person: str, language: str, kept: KeptPlan) -> Progress:
        """Where the plan has not begun, as if it did today."""
        snapshot = self._library.snapshot()
        reviews = self._reviews.of(person)
        found = {each.id: self._readings.of(each, language, snapshot) for each in self._map}
        far = mastery(self._map, self._bank, self._reviews, person, self._clock())
        learnt = Learnt(
            done=frozenset(self._store.steps(person)),
            reading={
                id_: reading.minutes if reading.extracts else 0 for id_, reading in found.items()
            },
            questions=questions_answered(self._map, self._bank.items(), language, reviews),
            mastery={each.competency: each for each in far},
        )
        start = date.fromisoformat(kept.start) if kept.start else self._today()
        begun = plan(self._map, kept.placed, start)
        return progress(begun, learnt, self._today())

    def _today(self) -> date:
        return self._clock().astimezone().date()
