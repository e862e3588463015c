"""The placements of learners: begun, left and taken up again, made into what a plan follows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from corpus.training.plan_store import PlanStore
from corpus.wording import KnownError
from index.report import Progress, silent
from qa.training.bank import Bank
from qa.training.competency import Competency
from qa.training.item import Item
from qa.training.path.kept_plan import KeptPlan, keep_plan, kept_plan
from qa.training.path.placement import Placement, draw_placement, placed, question_of
from qa.training.quiz import QuizQuestion
from qa.training.review.review import Grade, Occasion
from qa.training.review.reviews import Reviews


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of the placement, which it is and of how many."""

    question: QuizQuestion
    number: int  # from 1
    total: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was answered to one question of a placement; empty: "I don't know"."""

    item: Item
    said: str
    correct: bool


class Placements:
    """Every method is told the person that it acts for."""

    def __init__(
        self,
        store: PlanStore,
        map_: Sequence[Competency],
        bank: Bank,
        reviews: Reviews,
        today: Callable[[], date],
    ) -> None:
        self._store = store
        self._map = tuple(map_)
        self._bank = bank
        self._reviews = reviews
        self._today = today

    def begin(self, person: str, language: str, progress: Progress = silent) -> None:
        """One that is under way goes on. Raises KnownError when there is nothing to ask."""
        kept = self.settled(person)
        if kept.placement:
            return
        self._bank.refresh(progress)
        drawn = draw_placement(self._bank.items(language), self._map, person, kept.taken)
        if not drawn.questions:
            raise KnownError(
                en="The library gives no questions in this language yet. Begin without the "
                "placement, or add articles first.",
                fr="La bibliothèque ne donne pas encore de questions dans cette langue. Commencez "
                "sans le positionnement, ou ajoutez d’abord des articles.",
            )
        keep_plan(self._store, person, replace(kept, taken=kept.taken + 1, placement=drawn))

    def question(self, person: str) -> Asked | None:
        """The first that is not answered; None when no placement is under way."""
        under_way = self.settled(person).placement
        if under_way is None:
            return None
        left = self._left(under_way, person)
        total = len(under_way.questions)
        return Asked(left[0], total - len(left) + 1, total)

    def answer(self, person: str, item_id: str, option: int | None) -> None:
        """`option` is one of `item.options`; None: "I don't know". The last one makes the plan.

        What is no question of the placement under way, or was answered before, changes nothing.
        """
        under_way = kept_plan(self._store, person).placement
        if under_way is None:
            return
        for each in self._left(under_way, person):
            if each.item.id == item_id:
                self._record(person, under_way.review_of(person, item_id), each.item, option)
        self.settled(person)

    def settled(self, person: str) -> KeptPlan:
        """What is kept, with a placement that is answered made into a plan.

        Also one whose last answer was kept just before the program was stopped.
        """
        kept = kept_plan(self._store, person)
        if kept.placement and not self._left(kept.placement, person):
            self.finish(person)
            kept = kept_plan(self._store, person)
        return kept

    def finish(self, person: str) -> None:
        """The plan follows from what was answered so far; questions left open were not asked."""
        kept = kept_plan(self._store, person)
        if kept.placement is None:
            return
        right = {each.id: each.correct is True for each in self._reviews.of(person)}
        answers: dict[str, bool] = {}
        competency_of: dict[str, str] = {}
        for id_, _ in kept.placement.questions:
            review, item = kept.placement.review_of(person, id_), self._bank.item(id_)
            if review in right and item:
                answers[id_] = right[review]
                competency_of[id_] = item.competency
        found = kept.placed  # with nothing answered, that of the placement before
        if answers:
            found = placed(answers, competency_of.__getitem__, self._map)
        start = kept.start or self._today().isoformat()
        done = replace(kept, start=start, placed=found, placement=None)
        keep_plan(self._store, person, replace(done, last=kept.placement) if answers else done)

    def outcomes(self, person: str) -> tuple[Outcome, ...]:
        """What was answered in the placement that was finished last, in its order."""
        last = kept_plan(self._store, person).last
        if last is None:
            return ()
        reviews = {each.id: each for each in self._reviews.of(person)}
        found = []
        for id_, _ in last.questions:
            item, review = self._bank.item(id_), reviews.get(last.review_of(person, id_))
            if item and review:
                found.append(Outcome(item, review.said, review.correct is True))
        return tuple(found)

    def leave(self, person: str) -> None:
        """As if it had not been begun; the plan stays as it is, and so do the answers."""
        kept = kept_plan(self._store, person)
        keep_plan(self._store, person, replace(kept, placement=None))

    def _left(self, under_way: Placement, person: str) -> list[QuizQuestion]:
        """The questions that are not answered, without those whose item is gone altogether."""
        answered = {each.id for each in self._reviews.of(person)}
        found = []
        for id_, order in under_way.questions:
            item = self._bank.item(id_)
            if item and under_way.review_of(person, id_) not in answered:
                found.append(question_of(item, order))
        return found

    def _record(self, person: str, id_: str, item: Item, option: int | None) -> None:
        """What is none of the options is "I don't know"."""
        said = "" if option not in range(len(item.options)) else item.options[option or 0]
        correct = option == item.key
        self._reviews.answer(
            person,
            id=id_,
            card=item.card,
            item=item.id,
            grade=Grade.GOOD if correct else Grade.AGAIN,
            correct=correct,
            occasion=Occasion.PLACEMENT,
            said=said,
        )
