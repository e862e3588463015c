"""The reading list: it agrees with the notes, and reads back what it writes."""

import json
from pathlib import Path

import pytest

from corpus import reading_list as module
from corpus.article import Kind
from corpus.loaded import Metadata
from corpus.reading_list import (
    READING_LIST,
    ListedSource,
    csl_item,
    items_of_notes,
    lines,
    listed_source,
    main,
    reading_list,
)
from corpus.starter import FOLDER
from corpus.topics import Topic

NOTE = """---
title: "What the note says"
original_title: "Le cahier vert"
authors: ["Odile Marchepied", "Léon Quai"]
publisher: "La Gazette du Port"
date: 2019-03
url: "https://gazette.example/cahier"
language: fr
kind: interview
topics: [complaints, culture]
based_on: excerpt
---

Un texte.
"""
ITEM = {
    "id": "cahier",
    "type": "interview",
    "title": "Le cahier vert",
    "author": [{"literal": "Odile Marchepied"}, {"literal": "Léon Quai"}],
    "publisher": "La Gazette du Port",
    "issued": {"date-parts": [[2019, 3]]},
    "URL": "https://gazette.example/cahier",
    "language": "fr",
    "genre": "interview",
    "keyword": "complaints, culture",
}


def test_the_list_agrees_with_the_notes() -> None:
    items, unreadable = items_of_notes(FOLDER.glob("*.md"))
    assert unreadable == {}
    written = READING_LIST.read_text(encoding="utf-8").splitlines()
    assert [json.loads(line) for line in written] == items, "run python -m corpus.reading_list"
    assert [source.id for source in reading_list()] == sorted(p.stem for p in FOLDER.glob("*.md"))


def test_a_note_becomes_a_csl_item(tmp_path: Path) -> None:
    (tmp_path / "cahier.md").write_text(NOTE, encoding="utf-8")
    assert items_of_notes(tmp_path.glob("*.md")) == ([ITEM], {})


def test_an_item_is_read_as_a_source() -> None:
    assert listed_source(ITEM) == ListedSource(
        id="cahier",
        title="Le cahier vert",
        authors=("Odile Marchepied", "Léon Quai"),
        publisher="La Gazette du Port",
        date="2019-03",
        url="https://gazette.example/cahier",
        language="fr",
        kind=Kind.INTERVIEW,
        topics=(Topic.COMPLAINTS, Topic.CULTURE),
    )


def test_what_is_not_known_is_left_out() -> None:
    item = csl_item("n", Metadata(title="The note's own title", kind=Kind.NOTE))
    assert item == {"id": "n", "type": "webpage", "title": "The note's own title"}
    assert listed_source(item) == ListedSource(id="n", title="The note's own title")


@pytest.mark.parametrize("date", ["", "2016", "2016-06", "2016-06-02"])
def test_dates_survive(date: str) -> None:
    assert listed_source(csl_item("n", Metadata(title="t", date=date))).date == date


@pytest.mark.parametrize(
    ("kind", "csl_type"),
    [(Kind.STUDY, "report"), (Kind.INTERVIEW, "interview"), (Kind.GUIDE, "webpage")],
)
def test_kinds_have_a_csl_type(kind: Kind, csl_type: str) -> None:
    assert csl_item("n", Metadata(title="t", kind=kind))["type"] == csl_type


def test_a_half_written_note_is_told_and_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "cahier.md").write_text(NOTE, encoding="utf-8")
    (tmp_path / "half.md").write_text('---\ntitle: "A\n---\n', encoding="utf-8")
    monkeypatch.setattr(module, "FOLDER", tmp_path)
    monkeypatch.setattr(module, "READING_LIST", tmp_path / "reading_list.jsonl")
    assert main() == 1
    assert "half.md: The front matter is not valid YAML" in capsys.readouterr().err
    assert (tmp_path / "reading_list.jsonl").read_text(encoding="utf-8") == lines([ITEM])
    assert reading_list(tmp_path / "reading_list.jsonl") == (listed_source(ITEM),)
