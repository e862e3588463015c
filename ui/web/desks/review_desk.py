"""The desk of feedback over a library; the rights of evaluators are checked here."""

from collections.abc import Callable, Collection

from corpus.feedback import Complaint, Feedback
from corpus.feedback_store import FeedbackStore
from corpus.people import Person, Right
from corpus.wording import KnownError
from eval.gold import check_fits, gold_item, gold_json
from eval.reviewing import draft, still_fitting
from index.holdings import Holdings
from qa.freezing import Frozen
from ui.web.desks.feedback_desk import Made, Review
from ui.web.doors.visitor import visitor


class ReviewDesk:
    """`may_open` gives the visitor an answer of one's own or a shared one, `opened` any answer.

    Both raise KnownError for an answer that is not there. `holdings` is the library of today.
    """

    def __init__(
        self,
        store: FeedbackStore,
        may_open: Callable[[str], Frozen],
        opened: Callable[[str], Frozen],
        holdings: Callable[[], Holdings],
    ) -> None:
        self._store = store
        self._may_open = may_open
        self._opened = opened
        self._holdings = holdings

    def give(
        self, answer_id: str, good: bool, complaints: tuple[Complaint, ...] = (), comment: str = ""
    ) -> None:
        self._may_open(answer_id)
        self._store.give(
            Feedback(
                person=visitor().id,
                answer=answer_id,
                good=good,
                complaints=complaints,
                comment=comment,
            )
        )

    def given(self, answer_id: str) -> Feedback | None:
        return self._store.given(visitor().id, answer_id)

    def withdraw(self, answer_id: str) -> None:
        self._store.withdraw(visitor().id, answer_id)

    def waiting(self) -> tuple[Feedback, ...]:
        _evaluator()
        return self._store.waiting()

    def review(self, feedback_id: str) -> Review:
        _evaluator()
        feedback = self._waiting(feedback_id)
        frozen = self._opened(feedback.answer)
        return Review(feedback, frozen, draft(feedback, frozen, self._holdings().article))

    def make_gold(self, feedback_id: str, refuses: bool, places: Collection[str]) -> None:
        evaluator = _evaluator()
        item = self.review(feedback_id).draft.item(refuses, places)
        check_fits([item], self._holdings())
        self._store.make_gold(feedback_id, evaluator.id, item.id, gold_json(item))

    def set_aside(self, feedback_id: str) -> None:
        _evaluator()
        self._store.set_aside(feedback_id)

    def take_back(self, feedback_id: str) -> None:
        _evaluator()
        self._store.take_back(feedback_id)

    def reviewed(self) -> tuple[Made, ...]:
        _evaluator()
        holdings = self._holdings()
        made = []
        for each in self._store.reviewed():
            item = gold_item(each.item)
            fitting, _ = still_fitting([item], holdings)
            made.append(Made(each.feedback, item, bool(fitting)))
        return tuple(made)

    def _waiting(self, feedback_id: str) -> Feedback:
        for feedback in self._store.waiting():
            if feedback.id == feedback_id:
                return feedback
        raise KnownError(
            en="This opinion is no longer waiting: it was reviewed or taken back meanwhile.",
            fr="Cet avis n’est plus en attente : il a été examiné ou retiré entre-temps.",
        )


def _evaluator() -> Person:
    """The visitor. Raises KnownError for anybody who is no evaluator."""
    person = visitor()
    if not person.may(Right.EVALUATE):
        raise KnownError(
            en="Feedback is reviewed by evaluators. Ask an administrator to make you one.",
            fr="Les avis sont examinés par les évaluateurs. Demandez ce rôle à un administrateur.",
        )
    return person
