"""The memo as PDF, read back by pypdf."""

import io
import sys
from typing import Any

import pytest
from pypdf import PdfReader

from corpus.wording import InterfaceLanguage, KnownError
from qa.answer import Answer
from tests.memo_material import DISPUTED, FRENCH, HOSTILE, REFUSED, answer, frozen, hostile
from ui.memo import MemoForm, memo_bytes


def pdf(*answers: Answer, language: InterfaceLanguage = "en") -> bytes:
    return memo_bytes([frozen(each) for each in answers], MemoForm.PDF, language)


def read(data: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(data))


def text(data: bytes) -> str:
    """All pages, on one line."""
    return " ".join(" ".join(page.extract_text() for page in read(data).pages).split())


@pytest.fixture(scope="module")
def disputed() -> bytes:
    return pdf(DISPUTED)


def test_what_it_says(disputed: bytes) -> None:
    said = text(disputed)
    for words in (
        "Board memo Who leads? Answered on 22 November 2026",
        "The sources disagree",
        "“Le comité décide de tout, « sans exception », dit l'auteur.” (in French). Reading note, "
        "based on an excerpt, on Le comité d'abord, Éditions du Lac, undated.",
        "Page 1 / 1",
    ):
        assert words in said


@pytest.mark.parametrize("language", ["en", "fr"])
def test_it_is_tagged_titled_and_in_a_language(language: InterfaceLanguage) -> None:
    reader = read(pdf(DISPUTED, language=language))
    root: Any = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert root["/Lang"].startswith(language)
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata
    assert (reader.metadata.title, reader.metadata.author) == ("Who leads?", "cxlit")
    assert str(reader.metadata.creation_date) == "2026-11-22 08:00:00+00:00"
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()


def test_links_lead_to_the_sources(disputed: bytes) -> None:
    addresses = {
        annotation.get_object()["/A"]["/URI"]
        for page in read(disputed).pages
        for annotation in page.get("/Annots", [])
        if "/URI" in annotation.get_object().get("/A", {})
    }
    assert addresses == {
        "https://www.field.example/who-leads?a=1&b=2",
        "https://lac.example/comite",
    }


def test_each_of_several_answers_begins_a_page() -> None:
    pages = [page.extract_text() for page in read(pdf(DISPUTED, FRENCH, REFUSED)).pages]
    starts = ["Board memo", "1. Who leads?", "2. Qui décide", "3. What is the", "Bibliography"]
    assert len(pages) == 5
    assert all(start in page for start, page in zip(starts, pages, strict=True))


def test_the_same_answers_make_the_same_bytes(disputed: bytes) -> None:
    assert pdf(DISPUTED) == disputed


def test_what_others_write_is_shown_and_nothing_else() -> None:
    kept = [hostile(payload) for payload in HOSTILE]
    data = memo_bytes(kept, MemoForm.PDF, "en")
    said = text(data)
    for payload in (HOSTILE[0], HOSTILE[3], HOSTILE[11], HOSTILE[12], HOSTILE[14]):
        assert f"“Before {payload} after.”" in said
    assert "root:" not in said  # no file was read
    assert b"/JavaScript" not in data and b"/EmbeddedFile" not in data


def test_words_that_no_line_can_hold_break() -> None:
    kept = answer(question="é" * 300)
    first = read(pdf(kept)).pages[0]
    widths: list[float] = []
    first.extract_text(visitor_text=lambda words, _, matrix, *__: widths.append(matrix[4]))
    assert max(widths) < float(first.mediabox.width)
    assert "".join(text(pdf(kept)).split()).count("é" * 300) >= 1


@pytest.mark.parametrize("code", ["english", "x", "EN", "e1"])
def test_a_code_that_is_no_language_is_left_out(code: str) -> None:
    said = text(pdf(answer(question="Who leads?", language=code), DISPUTED))
    assert "Who leads?" in said
    assert "Who leads?" in text(pdf(answer(question="Who leads?", language=code)))


def test_without_typst_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(KnownError, match="pip install typst"):
        pdf(DISPUTED)
