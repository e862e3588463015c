"""Questions that an article is known to answer, each with the paragraph that does."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from corpus.wording import KnownError


@dataclass(frozen=True, slots=True)
class AnsweredQuestion:
    """A question, in ISO 639-1 `language`, that characters start to end of the text answer."""

    text: str
    language: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class DeclaredQuestions:
    """Questions as front matter declares them: `at` are the opening words of a paragraph."""

    at: str
    questions: tuple[tuple[str, str], ...]  # language, question


def located(declared: Iterable[DeclaredQuestions], text: str) -> tuple[AnsweredQuestion, ...]:
    """The declared questions with the paragraph or list line of `text` that each points at.

    Raises KnownError when the opening words begin no paragraph, or more than one.
    """
    lines = list(_lines(text))
    found = []
    for entry in declared:
        opening = " ".join(entry.at.split())
        spans = [span for line, span in lines if opening and line.startswith(opening)]
        if len(spans) != 1:
            raise _lost(opening, len(spans))
        start, end = spans[0]
        found += [AnsweredQuestion(q, language, start, end) for language, q in entry.questions]
    return tuple(found)


def _lines(text: str) -> Iterator[tuple[str, tuple[int, int]]]:
    """Every paragraph or list line, bullet left out, with its place."""
    start = 0
    for line in text.split("\n"):
        bullet = 2 if line.startswith("- ") else 0
        if line and not line.startswith("## "):
            yield line[bullet:], (start + bullet, start + len(line))
        start += len(line) + 1


def _lost(opening: str, count: int) -> KnownError:
    if count == 0:
        return KnownError(
            en=f"A question points at a paragraph that begins “{opening}”, and there is none. "
            "Mend “at” in the front matter.",
            fr=f"Une question renvoie à un paragraphe qui commence par « {opening} », et il n’y "
            "en a pas. Corrigez « at » dans l’en-tête.",
        )
    return KnownError(
        en=f"A question points at a paragraph that begins “{opening}”, and there are {count}. "
        "Make “at” longer in the front matter.",
        fr=f"Une question renvoie à un paragraphe qui commence par « {opening} », et il y en a "
        f"{count}. Allongez « at » dans l’en-tête.",
    )
