"""The reading notes that come with cxlit: complete front matter, bounded length, own words."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
import yaml

LIBRARY = Path(__file__).parents[1] / "corpus" / "library"
# Real articles, beside the project on a developer's machine, never inside it.
ARTICLES = Path(__file__).parents[2] / "shared" / "seeds"
NOTES = sorted(LIBRARY.glob("*.md"))
SUMMARY = "## Summary in English"
RUN = 8  # words in a row that count as copied
KEYS = {
    "title", "authors", "publisher", "date", "url",
    "language", "kind", "based_on", "note_date",
}  # fmt: skip
each_note = pytest.mark.parametrize("path", NOTES, ids=lambda path: path.stem)


def parts(path: Path) -> tuple[dict[str, Any], str, str]:
    """Front matter, French text and English summary of a note."""
    opening, front_matter, body = path.read_text(encoding="utf-8").split("---\n", 2)
    assert opening == "", f"{path.name} does not begin with its front matter"
    assert body.count(SUMMARY) == 1, f"{path.name} wants exactly one '{SUMMARY}'"
    french, english = body.split(SUMMARY)
    return yaml.safe_load(front_matter), french, english


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def runs(text: str) -> dict[tuple[str, ...], None]:
    """Every run of RUN words of a text, in order."""
    listed = words(text)
    return dict.fromkeys(tuple(listed[i : i + RUN]) for i in range(len(listed) - RUN + 1))


def shared_runs(one: str, other: str) -> list[str]:
    others = runs(other)
    return [" ".join(run) for run in runs(one) if run in others]


def body(path: Path) -> str:
    """All that a reader sees below the title; titles of originals are citations, not copies."""
    _, french, english = parts(path)
    return french + english


def headings_and_sentences(text: str) -> Iterator[str]:
    for line in text.splitlines():
        if line.startswith("## "):
            yield line
        else:
            yield from re.split(r"(?<=[.!?])\s+", line.removeprefix("- "))


def test_five_notes_are_there() -> None:
    assert len(NOTES) >= 5


def test_shared_runs_finds_eight_words_in_a_row_and_not_seven() -> None:
    text = "Un deux trois, quatre cinq six sept huit neuf."
    assert shared_runs(text, "deux trois quatre cinq six sept huit NEUF dix") == [
        "deux trois quatre cinq six sept huit neuf"
    ]
    assert shared_runs(text, "trois quatre cinq six sept huit neuf dix") == []


@each_note
def test_the_front_matter_is_complete_and_valid(path: Path) -> None:
    known = parts(path)[0]
    # Later notes may say more (topics, questions); none says less.
    assert known.keys() >= KEYS
    for key in ("title", "publisher", "url"):
        assert isinstance(known[key], str), key
    assert known["title"].strip()
    assert isinstance(known["authors"], list)
    assert all(isinstance(author, str) and author.strip() for author in known["authors"])
    assert known["url"] == "" or re.fullmatch(r"https?://[^\s/]+\.[^\s]+", known["url"])
    assert known["language"] == "fr"
    assert known["kind"] == "note"
    assert known["based_on"] in {"full text", "excerpt", "abstract"}


@each_note
def test_dates_are_iso_and_in_order(path: Path) -> None:
    known = parts(path)[0]
    noted = date.fromisoformat(str(known["note_date"]))
    published = str(known["date"])  # as precise as known: a day, a month, a year or nothing
    assert re.fullmatch(r"(\d{4}(-\d{2}(-\d{2})?)?)?", published)
    if published:
        assert date.fromisoformat(published + "-01-01"[len(published) - 4 :]) <= noted


@each_note
def test_the_french_text_has_250_to_600_words(path: Path) -> None:
    assert 250 <= len(words(parts(path)[1])) <= 600


@each_note
def test_the_summary_has_three_to_five_sentences(path: Path) -> None:
    sentences = [part for part in headings_and_sentences(parts(path)[2]) if part]
    assert 3 <= len(sentences) <= 5
    assert not any(sentence.startswith("#") for sentence in sentences)


@each_note
def test_every_list_has_a_lead_in_sentence(path: Path) -> None:
    blocks = [block for block in body(path).split("\n\n") if block.strip()]
    for before, block in zip(["", *blocks], blocks, strict=False):
        if block.startswith("- "):
            assert before.endswith(" :"), f"no lead-in before {block[:60]!r}"


@each_note
def test_no_sentence_is_said_twice(path: Path) -> None:
    said = [part for part in headings_and_sentences(body(path)) if part]
    assert len(said) == len(set(said))


def test_no_eight_words_in_a_row_are_shared_by_two_notes() -> None:
    copied = {
        (one.name, other.name): common
        for one, other in combinations(NOTES, 2)
        if (common := shared_runs(body(one), body(other)))
    }
    assert copied == {}


@pytest.mark.skipif(not ARTICLES.is_dir(), reason="the five articles are not beside the project")
def test_no_eight_words_in_a_row_come_from_the_articles() -> None:
    articles = {path.name: path.read_text(encoding="utf-8") for path in ARTICLES.glob("*.txt")}
    assert len(articles) == 5
    copied = {
        (note.name, name): common
        for note in NOTES
        for name, text in articles.items()
        if (common := shared_runs(body(note), text))
    }
    assert copied == {}
