"""A desk of feedback for tests of the page: all in memory, drafts over the fake articles."""

from collections.abc import Collection
from dataclasses import replace

from corpus.article import Article
from corpus.feedback import Complaint, Feedback, State
from corpus.wording import KnownError
from eval.gold import GoldItem
from eval.reviewing import draft
from qa.freezing import Frozen
from tests.fake_desk import ENGLISH, FRENCH, HOSTILE
from ui.web.desks.feedback_desk import Made, Review

AT = "2026-11-22T09:45:00+00:00"


class FakeFeedback:
    """Refuses a comment with "broken" in it; whoever comes may review."""

    def __init__(self) -> None:
        self.reset()

    def reset(self) -> None:
        self.all: dict[str, Feedback] = {}  # by id, the oldest first
        self.gold: dict[str, GoldItem] = {}  # by id of the feedback
        self.does_not_fit: set[str] = set()
        self._answers: dict[str, Frozen] = {}
        self._given = 0

    def add(
        self, frozen: Frozen, good: bool, *complaints: Complaint, name: str = "", comment: str = ""
    ) -> Feedback:
        """Somebody's opinion of this answer, which waits."""
        feedback = Feedback(
            id=self._new_id(), at=AT, person="p1", answer=frozen.id,
            name=name, question=frozen.question.text, good=good, complaints=complaints,
            comment=comment,
        )  # fmt: skip
        self.all[feedback.id] = feedback
        self._answers[frozen.id] = frozen
        return feedback

    def give(
        self, answer_id: str, good: bool, complaints: tuple[Complaint, ...] = (), comment: str = ""
    ) -> None:
        if "broken" in comment:
            raise KnownError(en="The disk is full.", fr="Le disque est plein.")
        self.withdraw(answer_id)
        id_ = self._new_id()
        self.all[id_] = Feedback(
            id=id_, at=AT, person="local", answer=answer_id, good=good, complaints=complaints,
            comment=comment,
        )  # fmt: skip

    def given(self, answer_id: str) -> Feedback | None:
        own = [f for f in self.all.values() if (f.person, f.answer) == ("local", answer_id)]
        return next(iter(own), None)

    def withdraw(self, answer_id: str) -> None:
        if given := self.given(answer_id):
            del self.all[given.id]

    def waiting(self) -> tuple[Feedback, ...]:
        return tuple(each for each in self.all.values() if each.state is State.WAITING)

    def review(self, feedback_id: str) -> Review:
        feedback = self._waiting(feedback_id)
        frozen = self._answers[feedback.answer]
        return Review(feedback, frozen, draft(feedback, frozen, _article))

    def make_gold(self, feedback_id: str, refuses: bool, places: Collection[str]) -> None:
        self.gold[feedback_id] = self.review(feedback_id).draft.item(refuses, places)
        self._move(feedback_id, State.MADE_GOLD)

    def set_aside(self, feedback_id: str) -> None:
        self._move(feedback_id, State.SET_ASIDE)

    def take_back(self, feedback_id: str) -> None:
        self.gold.pop(feedback_id, None)
        self._move(feedback_id, State.WAITING)

    def reviewed(self) -> tuple[Made, ...]:
        return tuple(
            Made(id_, item, id_ not in self.does_not_fit) for id_, item in self.gold.items()
        )

    def _new_id(self) -> str:
        self._given += 1
        return f"f{self._given}"

    def _waiting(self, feedback_id: str) -> Feedback:
        for feedback in self.waiting():
            if feedback.id == feedback_id:
                return feedback
        raise KnownError(en="It is no longer waiting.", fr="Il n’est plus en attente.")

    def _move(self, feedback_id: str, state: State) -> None:
        self.all[feedback_id] = replace(self.all[feedback_id], state=state)


def _article(article_id: str) -> Article:
    for article in (FRENCH, ENGLISH, HOSTILE):
        if article.id == article_id:
            return article
    raise KnownError(en="There is no such article.", fr="Cet article n’existe pas.")
