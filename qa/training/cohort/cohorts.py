"""Cohorts: a trainer invites learners, and sees how far those are who have joined.

What a trainer sees of a learner is decided here: progress by competency, the day of the last
answer, and answers as part of the figures of an item. Never what a learner has written.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from corpus.clock import Clock, now
from corpus.training.cohort_store import Cohort, CohortStore, Member
from corpus.wording import KnownError
from qa.training.bank import Bank
from qa.training.cohort.item_statistics import ItemStatistics, item_statistics
from qa.training.competency import Competency
from qa.training.item import Item
from qa.training.mastery import Mastery, mastery
from qa.training.review.reviews import Reviews


@dataclass(frozen=True, slots=True)
class Progress:
    """How far one learner is."""

    answers: int  # of quizzes, placement and review
    right: int
    last: datetime | None  # answer, of whatever kind
    mastery: tuple[Mastery, ...]  # by competency, in the map's order


@dataclass(frozen=True, slots=True)
class MemberProgress:
    """How far one member of a cohort is."""

    member: Member
    progress: Progress


class Cohorts:
    """All that is done with cohorts.

    A method that takes a `trainer` refuses the cohorts of other trainers with KnownError.
    """

    def __init__(
        self,
        store: CohortStore,
        competencies: Sequence[Competency],
        bank: Bank,
        reviews: Reviews,
        clock: Clock = now,
    ) -> None:
        self._store = store
        self._competencies = competencies
        self._bank = bank
        self._reviews = reviews
        self._clock = clock

    def make(self, trainer: str, name: str) -> Cohort:
        return self.of(trainer, self._store.make(name, trainer))

    def of(self, trainer: str, cohort_id: str) -> Cohort:
        cohort = self._store.of(cohort_id)
        if cohort is None or cohort.trainer != trainer:
            raise KnownError(
                en="You have no such cohort: it was deleted, or is another trainer's. Open the "
                "list of your cohorts again.",
                fr="Vous n’avez pas de telle cohorte\u00a0: elle a été supprimée, ou un autre "
                "formateur la suit. Ouvrez de nouveau la liste de vos cohortes.",
            )
        return cohort

    def of_trainer(self, trainer: str) -> tuple[Cohort, ...]:
        return self._store.of_trainer(trainer)

    def all(self) -> tuple[Cohort, ...]:
        """Of every trainer: for whoever keeps the file in which they are."""
        return self._store.all()

    def rename(self, trainer: str, cohort_id: str, name: str) -> None:
        self._store.rename(self.of(trainer, cohort_id).id, name)

    def delete(self, trainer: str, cohort_id: str) -> None:
        """Its members keep all that they have learnt."""
        self._store.delete(self.of(trainer, cohort_id).id)

    def progress(self, trainer: str, cohort_id: str) -> tuple[MemberProgress, ...]:
        """Of every member, by name."""
        members = self._store.members(self.of(trainer, cohort_id).id)
        return tuple(MemberProgress(each, self.of_person(each.person)) for each in members)

    def statistics(self, trainer: str, cohort_id: str) -> tuple[tuple[Item, ItemStatistics], ...]:
        """Of every item that a member has answered, the hardest first, from members alone."""
        members = {each.person for each in self._store.members(self.of(trainer, cohort_id).id)}
        answers = [each for each in self._reviews.of_items() if each.person in members]
        found = ((self._bank.item(each.item), each) for each in item_statistics(answers))
        return tuple((item, each) for item, each in found if item is not None)

    def invited(self, code: str) -> Cohort:
        """The cohort that the code is for. Raises KnownError where it is for none."""
        cohort = self._store.with_code(code)
        if cohort is None:
            raise KnownError(
                en="This code opens no cohort. Check it, or ask your trainer for a new one.",
                fr="Ce code n’ouvre aucune cohorte. Vérifiez-le, ou demandez-en un autre à "
                "votre formateur.",
            )
        return cohort

    def joined(self, person: str) -> tuple[Cohort, ...]:
        """The cohorts that this learner is in."""
        return self._store.of_member(person)

    def join(self, person: str, code: str) -> Cohort:
        cohort = self.invited(code)
        self._store.join(cohort.id, person)
        return cohort

    def leave(self, person: str, cohort_id: str) -> None:
        """The trainer sees nothing of this learner any more, whatever was seen before."""
        self._store.leave(cohort_id, person)

    def of_person(self, person: str) -> Progress:
        """How far a learner is, as the learner sees it too."""
        reviews = self._reviews.of(person)
        judged = [review for review in reviews if review.item and review.correct is not None]
        return Progress(
            answers=len(judged),
            right=sum(review.correct is True for review in judged),
            last=max((review.at for review in reviews), default=None),
            mastery=mastery(self._competencies, self._bank, self._reviews, person, self._clock()),
        )
