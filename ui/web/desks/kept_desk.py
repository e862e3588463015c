"""The desk of kept answers over the store in the library's database."""

from collections.abc import Callable, Sequence

from corpus.kept import Kept, KeptAnswers, Stored
from corpus.wording import KnownError
from index.library import Library
from qa.answer import Answer
from qa.freezing import Documents, Frozen, thawed
from qa.question import Question
from qa.standing import Standing, standing
from ui.recording import keep, not_kept
from ui.terminal import to_stderr
from ui.web.doors.visitor import visitor


class KeptDesk:
    """Everything is the visitor's own. With `history` False only what is asked for is kept.

    `ask_again` is the chain with the embedded answerer: a chat model is not made to write for
    somebody who opens an old answer.
    """

    def __init__(
        self,
        store: KeptAnswers,
        library: Library,
        ask_again: Callable[[Question], Answer],
        *,
        history: bool,
    ) -> None:
        self._store = store
        self._library = library
        self._ask_again = ask_again
        self._history = history

    def records(self) -> bool:
        return self._history

    def record(self, question: Question, answer: Answer) -> str:
        if not self._history:
            return ""
        try:
            return keep(self._store, visitor().id, question, answer)
        except Exception as error:  # noqa: BLE001  the answer is there, and is to be shown
            to_stderr(not_kept(error))
            return ""

    def keep(self, question: Question, answer: Answer) -> str:
        return keep(self._store, visitor().id, question, answer, noted=self._history)

    def kept(self, search: str = "", *, favourites: bool = False) -> tuple[Kept, ...]:
        return self._store.entries(visitor().id, search, favourites=favourites)

    def entry(self, answer_id: str) -> Kept | None:
        return self._store.entry(answer_id, visitor().id)

    def opened(self, answer_id: str) -> Frozen:
        return _thawed(self._store.find(answer_id, visitor().id))

    def reviewed(self, answer_id: str) -> Frozen:
        """Anybody's; for the desk of feedback, which knows who may review."""
        return _thawed(self._store.find(answer_id, None))

    def standing(self, frozen: Frozen) -> Standing:
        return standing(frozen, self._library.snapshot(), self._ask_again)

    def favour(self, answer_id: str, favourite: bool) -> None:
        if not self._store.favour(answer_id, visitor().id, favourite):
            raise _no_such_answer()

    def share(self, answer_id: str) -> None:
        if not self._store.share(answer_id, visitor().id):
            raise _no_such_answer()

    def unshare(self, answer_id: str) -> None:
        if not self._store.unshare(answer_id, visitor().id):
            raise _no_such_answer()

    def forget(self, answer_ids: Sequence[str]) -> int:
        return self._store.forget(visitor().id, answer_ids)

    def forget_all(self) -> int:
        return self._store.forget_all(visitor().id)


def _thawed(stored: Stored | None) -> Frozen:
    if stored is None:
        raise _no_such_answer()
    return thawed(stored.kept.id, stored.kept.at, Documents(stored.document, stored.articles))


def _no_such_answer() -> KnownError:
    """One sentence for all that cannot be opened: who guesses learns nothing."""
    return KnownError(
        en="There is no answer at this link. It was deleted, or is not shared with you: ask "
        "whoever sent it to share it again.",
        fr="Il n’y a pas de réponse à ce lien. Elle a été supprimée, ou n’est pas partagée avec "
        "vous\u00a0: demandez à la personne qui vous l’a envoyé de la partager de nouveau.",
    )
