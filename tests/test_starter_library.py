"""The reading notes that come with cxlit: complete front matter, bounded length, own words."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import yaml

from corpus.article import Article, BasedOn, Kind
from corpus.reading import read_article
from corpus.starter import starter_sources
from corpus.topics import Topic

LIBRARY = Path(__file__).parents[1] / "corpus" / "library"
# Real articles, beside the project on a developer's machine, never inside it.
ARTICLES = Path(__file__).parents[2] / "shared" / "seeds"
NOTES = sorted(LIBRARY.glob("*.md"))
IN_FRENCH, IN_ENGLISH = "## Résumé en français\n", "## Summary in English\n"
RUN = 8  # words in a row that count as copied
KEYS = {
    "title", "original_title", "authors", "publisher", "date", "url", "language", "kind",
    "topics", "based_on", "note_date", "questions",
}  # fmt: skip
SOURCE_KINDS = set(Kind) - {Kind.NOTE}
each_note = pytest.mark.parametrize("path", NOTES, ids=lambda path: path.stem)


@dataclass(frozen=True)
class Note:
    """A note's front matter and its three parts."""

    known: dict[str, Any]
    text: str
    french: str
    english: str

    @property
    def body(self) -> str:
        return f"{self.text}\n{self.french}\n{self.english}"


@cache
def note(path: Path) -> Note:
    opening, front_matter, body = path.read_text(encoding="utf-8").split("---\n", 2)
    assert opening == "", f"{path.name} does not begin with its front matter"
    assert body.count(IN_FRENCH) == body.count(IN_ENGLISH) == 1, path.name
    text, summaries = body.split(IN_FRENCH)
    french, english = summaries.split(IN_ENGLISH)
    return Note(yaml.safe_load(front_matter), text, french, english)


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def runs(text: str) -> Iterator[tuple[str, ...]]:
    """Every run of RUN words of a text."""
    listed = words(text)
    return (tuple(listed[i : i + RUN]) for i in range(len(listed) - RUN + 1))


def sentences(text: str) -> list[str]:
    lines = (line.removeprefix("- ") for line in text.splitlines() if not line.startswith("## "))
    return [part for line in lines for part in re.split(r"(?<=[.!?])\s+", line) if part.strip()]


def test_there_are_a_hundred_notes_and_each_language_has_its_share() -> None:
    languages = Counter(note(path).known["language"] for path in NOTES)
    assert languages["fr"] >= 45
    assert languages["en"] >= 45
    assert languages.total() >= 100


def test_every_topic_has_several_sources() -> None:
    counts = Counter(topic for path in NOTES for topic in note(path).known["topics"])
    assert {topic for topic in Topic if counts[topic] < 3} == set()


def test_no_source_has_two_notes() -> None:
    notes = defaultdict(list)
    for path in NOTES:
        notes[note(path).known["url"]].append(path.name)
    assert [names for names in notes.values() if len(names) > 1] == []


@each_note
def test_the_front_matter_is_complete_and_valid(path: Path) -> None:
    known = note(path).known
    assert known.keys() == KEYS
    for key in ("title", "original_title", "publisher", "url"):
        assert isinstance(known[key], str), key
        assert known[key].strip(), key
    assert all(isinstance(author, str) and author.strip() for author in known["authors"])
    assert known["language"] in {"fr", "en"}
    assert known["kind"] in SOURCE_KINDS
    assert known["based_on"] in set(BasedOn)
    assert 1 <= len(known["topics"]) <= 4
    assert set(known["topics"]) <= set(Topic)


@each_note
def test_the_link_is_well_formed(path: Path) -> None:
    parts = urlsplit(note(path).known["url"])
    assert parts.scheme in {"http", "https"}
    assert re.fullmatch(r"[\w-]+(\.[\w-]+)+(:\d+)?", parts.netloc)
    assert not re.search(r"\s", parts.path + parts.query)


@each_note
def test_dates_are_iso_and_in_order(path: Path) -> None:
    known = note(path).known
    noted = date.fromisoformat(str(known["note_date"]))
    published = str(known["date"])  # as precise as known: a day, a month, a year or nothing
    assert re.fullmatch(r"(\d{4}(-\d{2}(-\d{2})?)?)?", published)
    if published:
        assert date.fromisoformat(published + "-01-01"[len(published) - 4 :]) <= noted


@each_note
def test_a_note_has_120_to_500_words(path: Path) -> None:
    assert len(words(note(path).text)) >= 120
    assert len(words(note(path).body)) <= 500


@each_note
def test_each_summary_has_two_to_four_sentences(path: Path) -> None:
    for summary in (note(path).french, note(path).english):
        assert 2 <= len(sentences(summary)) <= 4
        assert "## " not in summary


@each_note
def test_every_list_has_a_lead_in_sentence(path: Path) -> None:
    blocks = [block for block in note(path).body.split("\n\n") if block.strip()]
    for before, block in zip(["", *blocks], blocks, strict=False):
        if block.startswith("- "):
            assert before.rstrip().endswith(":"), f"no lead-in before {block[:60]!r}"


@each_note
def test_no_sentence_is_said_twice(path: Path) -> None:
    said = sentences(note(path).body)
    assert len(said) == len(set(said))


@cache
def articles() -> dict[str, Article]:
    read = [read_article(source) for source in starter_sources()]
    return {article.source.removeprefix("library/"): article for article in read}


@each_note
def test_each_question_points_at_a_paragraph(path: Path) -> None:
    """Reading fails where the opening words begin no paragraph, or several."""
    article = articles()[path.name]
    counts = Counter(question.language for question in article.questions)
    assert 6 <= counts["fr"] <= 10
    assert 6 <= counts["en"] <= 10
    assert counts.keys() == {"fr", "en"}
    assert len({question.start for question in article.questions}) >= 3
    for question in article.questions:
        assert question.text.endswith("?")
        paragraph = article.text[question.start : question.end]
        assert "\n" not in paragraph
        assert len(words(paragraph)) >= 5


@each_note
def test_the_record_is_the_one_of_the_source(path: Path) -> None:
    known, article = note(path).known, articles()[path.name]
    assert article.is_note
    assert (article.title, article.url) == (known["title"], known["url"])
    assert (article.original_title, article.publisher) == (
        known["original_title"],
        known["publisher"],
    )
    assert list(article.topics) == known["topics"]
    assert article.language == known["language"]


def test_no_question_is_asked_twice() -> None:
    asked = Counter(
        " ".join(words(question.text))
        for article in articles().values()
        for question in article.questions
    )
    assert {question: count for question, count in asked.items() if count > 1} == {}


def test_shared_runs_are_eight_words_long() -> None:
    text = "Un deux trois, quatre cinq six sept huit neuf."
    assert set(runs(text)) & set(runs("deux trois quatre cinq six sept huit NEUF dix")) == {
        ("deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf")
    }
    assert not set(runs(text)) & set(runs("trois quatre cinq six sept huit neuf dix"))


def test_no_eight_words_in_a_row_are_shared_by_two_notes() -> None:
    found = defaultdict(set)
    for path in NOTES:
        for run in runs(note(path).body):
            found[run].add(path.name)
    assert {" ".join(run): names for run, names in found.items() if len(names) > 1} == {}


@pytest.mark.skipif(not ARTICLES.is_dir(), reason="the five articles are not beside the project")
def test_no_eight_words_in_a_row_come_from_the_articles() -> None:
    texts = [path.read_text(encoding="utf-8") for path in ARTICLES.glob("*.txt")]
    assert len(texts) == 5
    theirs = {run for text in texts for run in runs(text)}
    copied = {
        path.name: [
            " ".join(run) for run in runs(path.read_text(encoding="utf-8")) if run in theirs
        ]
        for path in NOTES
    }
    assert {name: shared for name, shared in copied.items() if shared} == {}
