"""Noting a question and what became of it; an answer is never lost over that."""

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from corpus.history import Asked, History
from corpus.wording import KnownError
from qa.answer import Answer
from qa.question import Question
from ui.terminal import to_stderr


def note(path: Path, question: Question, answer: Answer) -> None:
    """Into the history in the library `path`; what prevents it is said on standard error."""
    asked = Asked(
        question=answer.searched_as,
        language=answer.language,
        at=datetime.now(UTC).isoformat(timespec="seconds"),
        reason=answer.reason or "",
        confidence=answer.confidence,
        filtered=bool(question.filters),
        cited=tuple(dict.fromkeys(citation.article_id for citation in answer.citations)),
    )
    try:
        with closing(History(path)) as history:
            history.note(asked)
    except KnownError as error:
        to_stderr(error.wording)
