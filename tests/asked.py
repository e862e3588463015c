"""Questions of a history, and records of a library, with what a test cares about."""

from pathlib import Path
from typing import Any

from corpus.article import Record
from corpus.database import open_database
from corpus.history import Asked, note
from qa.answer import Reason


def asked(question: str, *cited: str, at: int = 0, **known: Any) -> Asked:
    """Answered with these sources; `at` is the second of one minute."""
    when = f"2026-11-22T08:00:{at:02}+00:00"
    return Asked(
        **{"language": "en", "confidence": 0.5, **known}, question=question, at=when, cited=cited
    )


def refused(question: str, reason: Reason = Reason.TOO_WEAK, **known: Any) -> Asked:
    return asked(question, reason=reason, **known)


def noted(path: Path, *questions: Asked) -> None:
    """Put them into the history in the library `path`."""
    engine = open_database(path)
    with engine.begin() as connection:
        for each in questions:
            note(connection, each)
    engine.dispose()


def record(id_: str, **known: Any) -> Record:
    return Record(**{"title": f"Title {id_}", "characters": 100, **known}, id=id_)
