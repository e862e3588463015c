"""Hostile answers as memos: no file runs, loads or links anything."""

import re
from dataclasses import replace
from io import BytesIO
from typing import Any

import lxml.html
import pypandoc
import pytest
from pypdf import PdfReader

from qa.freezing import Frozen
from qa.question import Question
from tests.hostile_answers import TEXTS, answered
from tests.word_files import loads_nothing
from ui.memo import MemoForm, memo_bytes

_LINK = re.compile("#|https?://")


def _frozen(turn: int) -> Frozen:
    question = Question(TEXTS[turn])
    answer = answered(question, turn)
    # Languages are codes of two letters wherever articles are read.
    articles = tuple(replace(article, language="fr") for article in answer.articles)
    citations = tuple(replace(citation, language="fr") for citation in answer.citations)
    positions = tuple(replace(position, languages=("fr",)) for position in answer.positions)
    answer = replace(answer, articles=articles, citations=citations, positions=positions)
    return Frozen(f"f{turn}", "2026-11-22T09:30:00+00:00", question, answer)


ANSWERS = [_frozen(turn) for turn in range(14)]  # in which every hostile text is


@pytest.mark.parametrize("reader", ["markdown", "gfm", "commonmark_x"])
def test_markdown_has_no_html_and_no_link_elsewhere(reader: str) -> None:
    text = memo_bytes(ANSWERS, MemoForm.MARKDOWN, "en").decode()
    html = pypandoc.convert_text(text, "html", format=reader)
    for element in lxml.html.fromstring(f"<main>{html}</main>").iter():
        assert element.tag not in {"script", "img", "iframe", "svg", "style", "object", "form"}
        assert not [name for name in element.attrib if name.startswith("on")]
        assert _LINK.match(element.get("href", "#")), element.get("href")


def test_word_loads_nothing() -> None:
    loads_nothing(memo_bytes(ANSWERS, MemoForm.DOCX, "en"))


def test_pdf_runs_nothing_and_reads_no_file() -> None:
    pdf = PdfReader(BytesIO(memo_bytes(ANSWERS, MemoForm.PDF, "en")))
    root: Any = pdf.trailer["/Root"]
    assert "/OpenAction" not in root
    assert "/AA" not in root
    text = "".join(page.extract_text() for page in pdf.pages)
    assert "root:x:0" not in text
    notes = [note.get_object() for page in pdf.pages for note in page.get("/Annots", [])]
    actions = [note["/A"] for note in notes if "/A" in note]
    assert {action["/S"] for action in actions} <= {"/URI", "/GoTo"}
    assert all(str(a["/URI"]).startswith("http") for a in actions if "/URI" in a)
