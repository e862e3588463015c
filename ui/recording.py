"""Keeping an answer with its evidence, and the question in the history; one way for all.

An answer is never lost because it could not be kept: `note` and the page's desk say what
prevented it on standard error.
"""

import secrets
from contextlib import closing
from pathlib import Path

from corpus.clock import now, stamp
from corpus.history import Asked
from corpus.kept import Kept, KeptAnswers, Stored
from corpus.people import LOCAL
from corpus.wording import KnownError, Wording
from qa.answer import Answer
from qa.freezing import frozen_documents
from qa.question import Question
from ui.terminal import to_stderr

_ID_BYTES = 12  # nobody guesses 96 bits


def keep(
    store: KeptAnswers, person: str, question: Question, answer: Answer, *, noted: bool = True
) -> str:
    """The id under which the answer is kept for this person.

    `noted`: whether the question goes into the history of questions, too. Raises KnownError
    when the library is locked, read-only or full.
    """
    kept = Kept(
        id=secrets.token_hex(_ID_BYTES),
        person=person,
        at=stamp(now()),
        question=answer.question,
        language=answer.language,
        reason=answer.reason or "",
    )
    stored = Stored(kept, *frozen_documents(question, answer))
    store.keep(stored, answer.text, _asked(kept, question, answer) if noted else None)
    return kept.id


def note(path: Path, question: Question, answer: Answer) -> None:
    """Keep what was asked by command in the library `path`."""
    try:
        with closing(KeptAnswers(path)) as store:
            keep(store, LOCAL.id, question, answer)
    except Exception as error:  # noqa: BLE001  the answer is there, and is to be shown
        to_stderr(not_kept(error))


def not_kept(error: Exception) -> Wording:
    """Why an answer is not in the history."""
    if isinstance(error, KnownError):
        return error.wording
    return Wording(
        en=f"The answer is not in the history: {error!r}. Please report this.",
        fr=f"La réponse n’est pas dans l’historique : {error!r}. Merci de le signaler.",
    )


def _asked(kept: Kept, question: Question, answer: Answer) -> Asked:
    return Asked(
        question=answer.searched_as,
        language=answer.language,
        at=kept.at,
        reason=kept.reason,
        confidence=answer.confidence,
        filtered=bool(question.filters),
        cited=tuple(dict.fromkeys(citation.article_id for citation in answer.citations)),
        person=kept.person,
        answer=kept.id,
    )
