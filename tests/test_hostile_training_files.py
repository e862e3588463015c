"""Hostile texts in what is taken out of training: a worksheet, a deck for Anki, tables as CSV."""

import csv
import io
import re
import sqlite3
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import docx as word
import lxml.html
import pytest

from corpus.article import Article
from corpus.training.cohort_store import Member
from corpus.wording import InterfaceLanguage, Wording
from index.passage import Span
from qa.training.cohort.cohorts import MemberProgress, Progress
from qa.training.cohort.item_statistics import ItemStatistics
from qa.training.path.reading import Extract, Reading
from qa.training.review.anki import Deck, write_deck
from qa.training.review.cards import Marked
from tests.hostile_answers import TEXTS
from tests.hostile_training import ITEMS, LEARNT
from tests.path_material import competency
from tests.word_files import loads_nothing
from ui.memo.document import fit
from ui.training import worksheet_bytes
from ui.training.cohort_csv import items_csv, progress_csv

AT = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
SHEET = competency("mandate", 30)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def _extract(article: Article) -> Extract:
    # Languages are codes of two letters wherever articles are read.
    read = replace(article, language="fr")
    end = len(read.text) // 2
    return Extract(read, Span(0, len(read.text)), "fr", 9, Span(0, end))


def _marked(number: int, text: str) -> Marked:
    article = LEARNT[number % len(LEARNT)]
    return Marked(
        card=f"passage:{number:016x}", at=AT, work=article.work, article_id=article.id, start=0,
        end=9, quote=text, title=text, heading=text,
    )  # fmt: skip


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_worksheet_loads_nothing_and_says_what_was_written(language: InterfaceLanguage) -> None:
    fields = {"who": "\n\n".join(f"a {text} b" for text in TEXTS), "when": TEXTS[0]}
    reading = Reading(tuple(map(_extract, LEARNT)))
    data = worksheet_bytes(SHEET, fields, reading, AT.isoformat(), language)
    loads_nothing(data)
    said = " ".join(paragraph.text for paragraph in word.Document(io.BytesIO(data)).paragraphs)
    words = " ".join(said.split())
    for text in TEXTS:
        assert " ".join(fit(f"a {text} b").split()) in words


def test_a_deck_has_no_html_but_its_own(tmp_path: Path) -> None:
    """Nor what Anki fills in, plays or typesets: {{Answer}}, [sound:…], [latex]…"""
    titled = [replace(item, id=f"i{n}", card=f"i{n}", stem=t, shown=t, why=Wording(t, t),
                      options=(t, f"b {t}", f"c {t}"), quote=t, answer_start=0, answer_end=len(t))
              for n, t in enumerate(TEXTS) for item in ITEMS[n % len(ITEMS):][:1]]  # fmt: skip
    marked = [_marked(number, text) for number, text in enumerate(TEXTS)]
    records = {article.id: article for article in LEARNT}
    names = {item.competency: Wording(TEXTS[0], TEXTS[1]) for item in ITEMS}
    with (tmp_path / "deck.apkg").open("wb") as file:
        assert write_deck(file, Deck(titled, marked, "en"), records, names, AT) == 2 * len(TEXTS)
    with zipfile.ZipFile(tmp_path / "deck.apkg") as archive:
        assert sorted(archive.namelist()) == ["collection.anki2", "media"]
        archive.extract("collection.anki2", tmp_path)
    database = sqlite3.connect(tmp_path / "collection.anki2")
    notes = [fields.split("\x1f") for (fields,) in database.execute("SELECT flds FROM notes")]
    database.close()
    assert len(notes) == 2 * len(TEXTS)
    for fields in notes:
        assert len(fields) == 7
        for field in filter(None, map(str.strip, fields)):
            for element in lxml.html.fromstring(f"<main>{field}</main>").iter():
                assert element.tag in {"main", "a", "br", "li", "mark", "ol"}
                assert set(element.attrib) <= ({"href"} if element.tag == "a" else set())
                assert re.match("https?://", element.get("href", "https://"))
            assert not set("{}[]") & set(field)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_table_has_as_many_cells_as_columns_and_no_formula(language: InterfaceLanguage) -> None:
    progress = Progress(5, 3, AT, ())
    members = [MemberProgress(Member(f"p{n}", t, AT.isoformat()), progress)
               for n, t in enumerate(TEXTS)]  # fmt: skip
    asked = [(replace(ITEMS[0], id=f"i{n}", stem=t, shown=t, options=(t, "b"), competency=t),
              ItemStatistics(f"i{n}", 8, 5)) for n, t in enumerate(TEXTS)]  # fmt: skip
    people = rows(progress_csv(members, (), language), language)
    assert [row[0].removeprefix("'") for row in people] == [t.removeprefix("'") for t in TEXTS]
    items = rows(items_csv(asked, (), language), language)
    assert [row[1].removeprefix("'") for row in items] == [t.removeprefix("'") for t in TEXTS]


def rows(table: bytes, language: InterfaceLanguage) -> list[list[str]]:
    """Without the header; each as long as it, and nothing that a spreadsheet would compute."""
    text = io.StringIO(table.decode("utf-8-sig"), newline="")
    header, *found = csv.reader(text, delimiter=";" if language == "fr" else ",")
    for row in found:
        assert len(row) == len(header)
        assert not [cell for cell in row if cell.startswith(_FORMULA)]
    return found
