"""What the starter library answers: questions written without sight of the notes' own."""

import json
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

import numpy as np

from corpus.article import Article
from corpus.language import question_language
from corpus.reading import read_article
from corpus.starter import starter_sources
from eval.bench.section import Row, Section, Value
from eval.bench.workplace import PROJECT, Workplace
from index.library import Library
from index.searcher import Searcher
from index.snapshot import Snapshot
from qa.answer import Answer
from qa.chain import answer_chain
from qa.question import Question

QUESTIONS = PROJECT / "eval" / "starter_questions.jsonl"
LANGUAGES = ("fr", "en")
Outcome = TypeVar("Outcome")
DEPTH = 50  # passages searched for the first five sources


@dataclass(frozen=True, slots=True)
class Asked:
    """A question and the notes that answer it, by file name; none: nothing in the library does."""

    text: str
    language: str
    notes: frozenset[str]


def read_questions(path: Path = QUESTIONS) -> tuple[Asked, ...]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return tuple(
        Asked(entry["question"], entry["language"], frozenset(entry["notes"]))
        for entry in map(json.loads, lines)
    )


def measure(place: Workplace) -> Section:
    notes = [read_article(source) for source in starter_sources()]
    questions = read_questions()
    if place.quick:
        notes, questions = notes[:20], questions[:10]
    answerable = [asked for asked in questions if asked.notes]
    unanswerable = [asked for asked in questions if not asked.notes]
    bare = [replace(note, questions=()) for note in notes]
    rows: list[Row] = []
    with closing(_library(place, "bare", bare)) as library:
        snapshot = library.snapshot()
        rows += _searched("dense", snapshot.dense, snapshot, answerable)
        rows += _searched("BM25", snapshot.lexical, snapshot, answerable)
        rows += _searched("fused", snapshot.fused, snapshot, answerable)
        rows += _searched("hybrid, notes without questions", snapshot.hybrid, snapshot, answerable)
    with closing(_library(place, "starter", notes)) as library:
        snapshot = library.snapshot()
        rows += _searched("**hybrid**", snapshot.hybrid, snapshot, answerable)
        chain = answer_chain(library)
        answers = [(asked, chain.invoke(Question(asked.text))) for asked in answerable]
        refused = [(asked, chain.invoke(Question(asked.text))) for asked in unanswerable]
    rows += _answered(answers)
    rows.append(_row("nothing answers, and it says so", refused, lambda _, a: a.abstained))
    return Section(
        name="starter",
        about=(
            f"{len(answerable)} questions that the {len(notes)} notes of the starter library "
            f"answer, half of them from a note in the other language, and {len(unanswerable)} near "
            "misses (right subject, missing fact) that none answers: `eval/starter_questions.jsonl`"
            ", written from the notes' texts without sight of the questions in their front matter. "
            "A search succeeds when the right note is the first, or among the first five. Weights "
            "that concern known questions were chosen on these questions: the difference that they "
            "make is an upper bound."
        ),
        columns=("share of the questions in", "French", "English", "both"),
        rows=tuple(rows),
    )


def _library(place: Workplace, name: str, notes: Sequence[Article]) -> Library:
    library = Library(place.folder / name, place.embedder, starter=False, cache=place.models)
    library.add_articles(notes)
    return library


def _searched(
    name: str, searcher: Searcher, snapshot: Snapshot, questions: Sequence[Asked]
) -> list[Row]:
    """Success@1 and Success@5, a note ranking where its best passage does."""
    source_of = {record.id: Path(record.source).name for record in snapshot.records()}
    found = []
    for asked in questions:
        hits = searcher.search(asked.text, DEPTH, question_language(asked.text))
        sources = dict.fromkeys(source_of[hit.passage.article_id] for hit in hits)
        found.append((asked, list(sources)))

    def among_first(k: int) -> Callable[[Asked, list[str]], bool]:
        return lambda asked, sources: not asked.notes.isdisjoint(sources[:k])

    return [_row(f"{name}: Success@{k}", found, among_first(k)) for k in (1, 5)]


def _answered(answers: Sequence[tuple[Asked, Answer]]) -> list[Row]:
    return [
        _row("answered", answers, lambda _, answer: not answer.abstained),
        _row("the first sentence cites a note that answers", answers, _first_is_right),
        _row("two independent sources or more are cited", answers, lambda _, a: _works(a) >= 2),
    ]


def _first_is_right(asked: Asked, answer: Answer) -> bool:
    if not answer.sentences:
        return False
    numbers = answer.sentences[0].citations
    cited = {c.article_id for c in answer.citations if c.number in numbers}
    sources = {Path(article.source).name for article in answer.articles if article.id in cited}
    return not asked.notes.isdisjoint(sources)


def _works(answer: Answer) -> int:
    cited = {citation.article_id for citation in answer.citations}
    return len({article.work for article in answer.articles if article.id in cited})


def _row(
    label: str,
    outcomes: Sequence[tuple[Asked, Outcome]],
    succeeded: Callable[[Asked, Outcome], bool],
) -> Row:
    """In which share of the questions `succeeded`, by language and in all."""
    shares: list[Value] = []
    for languages in (*((language,) for language in LANGUAGES), LANGUAGES):
        these = [succeeded(a, outcome) for a, outcome in outcomes if a.language in languages]
        shares.append(float(np.mean(these)) if these else None)
    return Row(label, tuple(shares))
