"""Examples to learn from: passages by their sentences, each with questions that it answers.

They come from three sources: the passages written for this (see `passages/README.md`), the notes
of the starter library, and articles of PIAF, French questions on Wikipedia. What measures is
never among them: of notes and of PIAF only a part is taught, told by the hash of the name.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any

from corpus.reading import read_article
from corpus.starter import starter_sources
from index.building import questions_of
from index.cutting import cut
from index.passage import Span
from index.sentences import split_sentences

PASSAGES = Path(__file__).with_name("passages")
OF_PIAF = 120  # passages: enough to keep the model's French general, few beside the field's


@dataclass(frozen=True, slots=True)
class TrainingQuestion:
    """A question with the numbers of the sentences that answer it."""

    text: str
    language: str  # ISO 639-1
    answers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """A passage and what may be asked of it."""

    id: str
    work: str  # the article it is from: its other passages may answer the same question
    above: str  # title and headings
    sentences: tuple[str, ...]
    questions: tuple[TrainingQuestion, ...]
    misses: tuple[str, ...] = ()  # questions on its subject that it does not answer

    @property
    def text(self) -> str:
        """What the model reads, as `index.building` makes it of an article."""
        return f"{self.above}\n{' '.join(self.sentences)}"

    @property
    def spans(self) -> tuple[Span, ...]:
        """The sentences in `text`."""
        spans, start = [], len(self.above) + 1
        for sentence in self.sentences:
            spans.append(Span(start, start + len(sentence)))
            start += len(sentence) + 1
        return tuple(spans)


def written_passages(folder: Path = PASSAGES) -> Iterator[Example]:
    """The passages of this project, theme by theme."""
    for path in sorted(folder.glob("*.jsonl")):
        for entry in _lines(path):
            yield Example(
                id=entry["id"],
                work=entry["id"],
                above=" — ".join(part for part in (entry["title"], entry["heading"]) if part),
                sentences=tuple(entry["sentences"]),
                questions=tuple(
                    TrainingQuestion(q["text"], q["language"], tuple(q["answer"]))
                    for q in entry["questions"]
                ),
                misses=tuple(miss["text"] for miss in entry["misses"]),
            )


def is_taught_note(file_name: str) -> bool:
    """Whether a note may be learnt from: half of them; gold sets measure on the others."""
    return _hash(file_name) % 2 == 1


def notes() -> Iterator[Example]:
    """Passages of the starter library with the questions of their front matter."""
    for source in starter_sources():
        file_name = Path(source.location).name
        if not is_taught_note(file_name):
            continue
        article = read_article(source)
        passages = cut(article)
        asked: list[list[TrainingQuestion]] = [[] for _ in passages]
        for question, at in questions_of(article, passages):
            answers = tuple(
                number
                for number, sentence in enumerate(passages[at].sentences)
                # A list item's sentence begins at its bullet, or after it.
                if question.start - len("- ") <= sentence.start < question.end
            )
            if answers:
                asked[at].append(TrainingQuestion(question.text, question.language, answers))
        for passage, questions in zip(passages, asked, strict=True):
            if questions:
                yield Example(
                    id=f"{file_name}:{passage.start}",
                    work=file_name,
                    above=" — ".join(part for part in (article.title, passage.heading) if part),
                    sentences=tuple(article.text[a:b] for a, b in passage.sentences),
                    questions=tuple(questions),
                )


def is_taught_title(title: str) -> bool:
    """Whether a PIAF article may be learnt from: a quarter; measuring on PIAF leaves it out."""
    return _hash(title) % 4 == 0


def piaf(folder: Path, most: int = OF_PIAF) -> Iterator[Example]:
    """Passages of a question set in the BEIR layout, whose queries also have their "answers"."""
    documents = {entry["_id"]: entry for entry in _lines(folder / "corpus.jsonl")}
    rows = (folder / "qrels.tsv").read_text(encoding="utf-8").splitlines()[1:]
    answering = {query: document for query, document, _ in (row.split("\t") for row in rows)}
    asked: dict[str, list[dict[str, Any]]] = {}
    for query in _lines(folder / "queries.jsonl"):
        document = documents[answering[query["_id"]]]
        if is_taught_title(document["title"]):
            asked.setdefault(document["_id"], []).append(query)
    chosen = sorted(asked)
    Random(1).shuffle(chosen)  # noqa: S311 - a choice that is the same on every machine
    for id_ in chosen[:most]:
        title, text = documents[id_]["title"], documents[id_]["text"]
        sentences = tuple(text[start:end] for start, end in split_sentences(text, "fr"))
        questions = tuple(
            TrainingQuestion(query["text"], "fr", answers)
            for query in asked[id_]
            if (answers := _holding(sentences, query["answers"]))
        )
        if questions:
            yield Example(id_, title, title, sentences, questions)


def _holding(sentences: tuple[str, ...], answers: list[str]) -> tuple[int, ...]:
    return tuple(
        number
        for number, sentence in enumerate(sentences)
        if any(answer in sentence for answer in answers)
    )


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


def _hash(name: str) -> int:
    return int(sha256(name.encode()).hexdigest(), 16)
