"""Rows of `library.db` that a test needs there, and does not care about."""

from pathlib import Path

from corpus.kept import Kept, KeptAnswers, Stored


def answer_row(path: Path, id_: str, question: str = "Who?") -> None:
    """A kept answer of which nobody opens the document."""
    kept = Kept(id=id_, person="local", at="", question=question, language="en")
    answers = KeptAnswers(path)
    answers.keep(Stored(kept, {}, {}), "")
    answers.close()
