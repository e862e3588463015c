"""The conversation drill: somebody asks, the learner answers, the evidence stands beside it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from itertools import zip_longest
from typing import TYPE_CHECKING

from corpus.clock import Clock, now
from corpus.wording import KnownError
from index.library import Library
from qa.answer import Answer
from qa.chain import answer_chain
from qa.question import Question
from qa.training.competency import Challenge, Competency
from qa.training.drill.evidence import in_own_language
from qa.training.drill.self_check import Point, points
from qa.training.review.review import Grade, Occasion, Review, Schedule
from qa.training.review.reviews import Reviews

if TYPE_CHECKING:
    from langchain_core.runnables import Runnable

LONGEST = 5_000  # characters of an answer; it is spoken in two minutes
_PREFIX = "challenge:"


@dataclass(frozen=True, slots=True)
class Due:
    """How the challenges of one competency, or of all, stand for one learner."""

    due: int
    new: int
    total: int
    next: timedelta | None  # in what time the next one is due; None: none is planned


class Drills:
    """The challenges of the competency map; each method acts for the person it is told."""

    def __init__(
        self,
        competencies: Sequence[Competency],
        reviews: Reviews,
        library: Library,
        clock: Clock = now,
    ) -> None:
        self._map = tuple(competencies)
        self._reviews = reviews
        self._library = library
        self._clock = clock

    def challenges(self, competency: str = "") -> tuple[Challenge, ...]:
        """Of one competency in its order; of all by turns, so that they come mixed."""
        wanted = [each.challenges for each in self._map if competency in ("", each.id)]
        rounds = zip_longest(*wanted)
        return tuple(challenge for each in rounds for challenge in each if challenge)

    def challenge(self, id_: str) -> Challenge:
        """Raises KnownError where the map has none of that id."""
        for challenge in self.challenges():
            if challenge.id == id_:
                return challenge
        raise KnownError(
            en="This question is not in the competency map any more. Take another one.",
            fr="Cette question n’est plus dans la carte des compétences. Prenez-en une autre.",
        )

    def next(
        self, person: str, competency: str = "", avoid: Collection[str] = ()
    ) -> Challenge | None:
        """What is due, the longest overdue first; then what is new; None: nothing today.

        `avoid` names challenges that were just answered.
        """
        known = self._schedules(person)
        at = self._clock()
        every = self.challenges(competency)
        open_ = [each for each in every if each.id not in avoid and not _rests(known, each)]
        due = [each for each in open_ if each.id in known and known[each.id].due <= at]
        if due:
            return min(due, key=lambda challenge: known[challenge.id].due)
        return next((each for each in open_ if each.id not in known), None)

    def standing(self, person: str, competency: str = "") -> Due:
        """What is due, new and planned for that person."""
        known = self._schedules(person)
        at = self._clock()
        every = [each for each in self.challenges(competency) if not _rests(known, each)]
        dates = [known[each.id].due for each in every if each.id in known]
        later = [date for date in dates if date > at]
        return Due(
            due=len(dates) - len(later),
            new=len(every) - len(dates),
            total=len(every),
            next=min(later) - at if later else None,
        )

    def evidence(self, challenge: Challenge, language: str) -> Answer:
        """What the library says, by the embedded answerer; or that it does not, with the nearest.

        Whatever chat model is set: what one grades oneself by is the same tomorrow.
        """
        asked = Question(challenge.search.in_language(language))
        return in_own_language(self._chain.invoke(asked))

    def points(self, said: str, evidence: Answer) -> tuple[Point, ...]:
        """What to grade one's own answer by."""
        return points(said, evidence, tuple(self._library.snapshot().records()))

    def answer(
        self, person: str, challenge: Challenge, *, review: str, grade: Grade, said: str
    ) -> Schedule:
        """Keep the learner's words with their own grade, under `review`, the review's id.

        The same id twice counts once.
        """
        return self._reviews.answer(
            person,
            id=review,
            card=card_of(challenge),
            grade=grade,
            occasion=Occasion.DRILL,
            said=said[:LONGEST],
        )

    def before(self, person: str, challenge: Challenge) -> Review | None:
        """What the learner answered last time."""
        return next(reversed(self._reviews.of(person, card_of(challenge))), None)

    def choices(self, person: str, challenge: Challenge) -> dict[Grade, timedelta]:
        """In what time the challenge would come again after each grade."""
        return self._reviews.choices(person, card_of(challenge))

    def competency(self, challenge: Challenge) -> Competency:
        return next(each for each in self._map if challenge in each.challenges)

    @cached_property
    def _chain(self) -> "Runnable[Question, Answer]":
        return answer_chain(self._library)

    def _schedules(self, person: str) -> dict[str, Schedule]:
        """By id of the challenge."""
        return {
            card.removeprefix(_PREFIX): schedule
            for card, schedule in self._reviews.schedules(person).items()
            if card.startswith(_PREFIX)
        }


def card_of(challenge: Challenge) -> str:
    return f"{_PREFIX}{challenge.id}"


def _rests(known: Mapping[str, Schedule], challenge: Challenge) -> bool:
    """Whether the learner has put it aside."""
    return challenge.id in known and known[challenge.id].suspended
