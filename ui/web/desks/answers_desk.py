"""The desk of kept answers: history, favourites, links; each person's own."""

from collections.abc import Sequence
from typing import Protocol

from corpus.kept import Kept
from qa.answer import Answer
from qa.freezing import Frozen
from qa.question import Question
from qa.standing import Standing


class AnswersDesk(Protocol):
    """Every method acts for the visitor (see `visitor`) and may raise `KnownError`."""

    def records(self) -> bool:
        """Whether answers are kept without being asked for."""

    def record(self, question: Question, answer: Answer) -> str:
        """The id under which it is in the history; empty where no history is kept.

        Never raises: an answer is not lost because it could not be kept.
        """

    def keep(self, question: Question, answer: Answer) -> str:
        """The id; keeps it where no history is kept, too, as somebody asked for it."""

    def kept(self, search: str = "", *, favourites: bool = False) -> tuple[Kept, ...]:
        """The visitor's own that name every word of the search, the latest first."""

    def entry(self, answer_id: str) -> Kept | None:
        """One of the visitor's own."""

    def opened(self, answer_id: str) -> Frozen:
        """The visitor's own, or one that somebody shared."""

    def standing(self, frozen: Frozen) -> Standing: ...

    def favour(self, answer_id: str, favourite: bool) -> None: ...

    def share(self, answer_id: str) -> None:
        """From now on the link opens for whoever may use the page."""

    def unshare(self, answer_id: str) -> None:
        """The link opens for nobody else any more."""

    def forget(self, answer_ids: Sequence[str]) -> int:
        """Delete these of the visitor's own, from the disk too; how many there were."""

    def forget_all(self) -> int: ...
