"""A desk of kept answers for tests of the page: in memory, for as many people as sign in."""

import threading
from collections.abc import Sequence
from dataclasses import replace

from corpus.characters import folded
from corpus.kept import Kept
from corpus.people import LOCAL
from corpus.wording import KnownError
from qa.answer import Answer
from qa.freezing import Frozen
from qa.question import Question
from qa.standing import Standing
from ui.web.doors.visitor import visitor

AT = "2026-11-22T09:30:00+00:00"


class FakeAnswers:
    """Every answer is given at `at` and has the `standing` that a test sets."""

    def __init__(self) -> None:
        self.reset()

    def reset(self) -> None:
        self._kept: dict[str, tuple[Kept, Frozen]] = {}
        self.standings: dict[str, Standing] = {}  # by the id of an answer
        self.at = AT
        self.recording = True
        self.failure: Exception | None = None  # of whatever is asked next
        self.listing = threading.Event()  # the list waits for it
        self.listing.set()

    def records(self) -> bool:
        return self.recording

    def record(self, question: Question, answer: Answer) -> str:
        return self.keep(question, answer) if self.recording else ""

    def keep(self, question: Question, answer: Answer) -> str:
        self._fail()
        id_ = f"answer-{len(self._kept) + 1}"
        reason = answer.reason.value if answer.reason else ""
        kept = Kept(
            id=id_, person=_person(), at=self.at, question=question.text,
            language=answer.language, reason=reason,
        )  # fmt: skip
        self._kept[id_] = (kept, Frozen(id_, self.at, question, answer))
        return id_

    def kept(self, search: str = "", *, favourites: bool = False) -> tuple[Kept, ...]:
        self.listing.wait(timeout=20)
        self._fail()
        words = folded(search).split()
        return tuple(
            kept
            for kept, frozen in reversed(self._kept.values())
            if kept.person == _person()
            and (kept.favourite or not favourites)
            and all(word in folded(f"{kept.question} {frozen.answer.text}") for word in words)
        )

    def entry(self, answer_id: str) -> Kept | None:
        kept, _ = self._kept.get(answer_id, (None, None))
        return kept if kept and kept.person == _person() else None

    def opened(self, answer_id: str) -> Frozen:
        self._fail()
        kept, frozen = self._kept.get(answer_id, (None, None))
        if kept is None or frozen is None or not (kept.shared or kept.person == _person()):
            raise _no_such_answer()
        return frozen

    def standing(self, frozen: Frozen) -> Standing:
        return self.standings.get(frozen.id, Standing())

    def favour(self, answer_id: str, favourite: bool) -> None:
        kept, frozen = self._own(answer_id)
        self._kept[answer_id] = (replace(kept, favourite=favourite), frozen)

    def share(self, answer_id: str) -> None:
        kept, frozen = self._own(answer_id)
        self._kept[answer_id] = (replace(kept, shared=True), frozen)

    def unshare(self, answer_id: str) -> None:
        kept, frozen = self._own(answer_id)
        self._kept[answer_id] = (replace(kept, shared=False), frozen)

    def forget(self, answer_ids: Sequence[str]) -> int:
        own = [id_ for id_ in dict.fromkeys(answer_ids) if self.entry(id_)]
        return len([self._kept.pop(id_) for id_ in own])

    def forget_all(self) -> int:
        return self.forget(list(self._kept))

    def _own(self, answer_id: str) -> tuple[Kept, Frozen]:
        self._fail()
        if self.entry(answer_id) is None:
            raise _no_such_answer()
        return self._kept[answer_id]

    def _fail(self) -> None:
        if self.failure:
            failure, self.failure = self.failure, None
            raise failure


def _person() -> str:
    """Who asks; a test that calls the desk itself is whoever sits there."""
    try:
        return visitor().id
    except LookupError:
        return LOCAL.id


def _no_such_answer() -> KnownError:
    return KnownError(
        en="There is no answer at this link.", fr="Il n’y a pas de réponse à ce lien."
    )
