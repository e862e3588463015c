"""The memo as DOCX, read back by python-docx and as the XML that it is."""

import io
import json
import sys
import zipfile
from typing import Any

import docx as word
import pytest
from docx.oxml.ns import qn
from lxml import etree

from corpus.wording import InterfaceLanguage, KnownError
from qa.freezing import Frozen
from tests.memo_material import (
    BOARD,
    CEO,
    DISPUTED,
    FRENCH,
    HOSTILE,
    POINT,
    REFUSED,
    frozen,
    hostile,
)
from ui.memo import MemoForm, memo_bytes
from ui.memo.composing import memo
from ui.memo.document import fit, one_line
from ui.memo.syntax_tree import syntax_tree


def docx(*kept: Frozen, language: InterfaceLanguage = "en") -> bytes:
    return memo_bytes(kept, MemoForm.DOCX, language)


def part(data: bytes, name: str) -> Any:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def words(node: Any) -> str:
    """All text of runs below a node, with its line breaks."""
    return "".join(
        "\n" if each.tag == qn("w:br") else each.text or ""
        for each in node.iter(qn("w:t"), qn("w:br"))
    )


def footnotes(data: bytes) -> list[str]:
    """In the order of the document, as Word numbers them."""
    by_id = {
        note.get(qn("w:id")): words(note).strip()
        for note in part(data, "word/footnotes.xml").iter(qn("w:footnote"))
    }
    places = part(data, "word/document.xml").iter(qn("w:footnoteReference"))
    return [by_id[place.get(qn("w:id"))] for place in places]


@pytest.fixture(scope="module")
def disputed() -> bytes:
    return docx(frozen(DISPUTED))


def test_footnotes_hold_the_quotes_exactly(disputed: bytes) -> None:
    notes = footnotes(disputed)
    for note, quote in zip(notes, (CEO.quote, BOARD.quote, POINT.quote), strict=True):
        assert note.startswith(f"“{quote}”")


def test_later_references_lead_to_the_same_footnote(disputed: bytes) -> None:
    document = part(disputed, "word/document.xml")
    bookmarks = {each.get(qn("w:name")) for each in document.iter(qn("w:bookmarkStart"))}
    fields = [field.text.split()[1] for field in document.iter(qn("w:instrText"))]
    # Both sentences, then both rows of the table.
    assert fields == ["note_1", "note_2", "note_1", "note_2"]
    assert set(fields) <= bookmarks


def test_structure_and_styles(disputed: bytes) -> None:
    document = word.Document(io.BytesIO(disputed))
    styled = [(p.style.name, p.text) for p in document.paragraphs if p.style]
    assert styled[:4] == [
        ("Memo Kind", "Board memo"),
        ("Title", "Who leads?"),
        ("Aside", "Answered on 22 November 2026"),
        ("Heading 1", "Answer"),
    ]
    entries = [text for style, text in styled if style == "Bibliography"]
    assert entries[0].startswith("Éditions du Lac (n.d.). Le comité d'abord.")
    (table,) = document.tables
    assert [cell.text for cell in table.rows[0].cells] == [
        "Position", "Sources", "Years", "Kinds", "Languages",
    ]  # fmt: skip
    assert [row.cells[0].text for row in table.rows[1:]] == [
        "The chief executive", "The board", "Other",
    ]  # fmt: skip
    header_row = table.rows[0]._tr
    assert header_row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
    section = document.sections[0]
    assert section.header.paragraphs[0].text == "cxlit\tBoard memo · 22 November 2026"
    assert round(section.page_width.mm) == 210  # type: ignore[union-attr]


@pytest.mark.parametrize(("language", "region"), [("en", "en-GB"), ("fr", "fr-FR")])
def test_language_and_properties(language: InterfaceLanguage, region: str) -> None:
    data = docx(frozen(DISPUTED), language=language)
    spoken = part(data, "word/styles.xml").find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    assert spoken.get(qn("w:val")) == region
    properties = word.Document(io.BytesIO(data)).core_properties
    assert (properties.title, properties.author) == ("Who leads?", "cxlit")
    assert properties.language == region
    assert str(properties.created) == "2026-11-22 08:00:00+00:00"


def test_a_quote_says_its_language(disputed: bytes) -> None:
    notes = part(disputed, "word/footnotes.xml")
    runs = {words(run): run.find(f"{qn('w:rPr')}/{qn('w:lang')}") for run in notes.iter(qn("w:r"))}
    assert runs[BOARD.quote].get(qn("w:val")) == "fr-FR"
    assert runs[CEO.quote].get(qn("w:val")) == "en-GB"


def test_several_answers_begin_new_pages() -> None:
    data = docx(frozen(DISPUTED), frozen(FRENCH), frozen(REFUSED), language="fr")
    document = word.Document(io.BytesIO(data))
    assert document.styles["Heading 1"].paragraph_format.page_break_before
    assert len(document.tables) == 2
    assert len(footnotes(data)) == 3


def test_the_same_answers_make_the_same_bytes(disputed: bytes) -> None:
    assert docx(frozen(DISPUTED)) == disputed


def test_what_others_write_stays_text() -> None:
    data = docx(*map(hostile, HOSTILE))
    document = part(data, "word/document.xml")
    asked = [
        words(p)
        for p in document.iter(qn("w:p"))
        if p.find(f"{qn('w:pPr')}/{qn('w:pStyle')}[@{qn('w:val')}='Heading1']") is not None
    ]
    expected = [f"{n}. {one_line(payload)}" for n, payload in enumerate(HOSTILE, start=1)]
    assert asked[:-1] == expected
    quotes = [f"“Before {fit(payload)} after.”" for payload in HOSTILE]
    assert [n[: len(q)] for n, q in zip(footnotes(data), quotes, strict=True)] == quotes
    fields = {field.text.split()[0] for field in document.iter(qn("w:instrText"))}
    assert fields == {"NOTEREF"}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert [name for name in archive.namelist() if "media" in name] == []
        links = b"".join(archive.read(n) for n in archive.namelist() if n.endswith(".rels"))
    targets = [each.partition(b'"')[0] for each in links.split(b'Target="')[1:]]
    assert {t[:18] for t in targets if b":" in t} == {b"https://x.example/"}


def test_without_pandoc_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypandoc", None)
    with pytest.raises(KnownError, match="pip install pypandoc_binary"):
        docx(frozen(DISPUTED))


def test_nor_without_its_program(monkeypatch: pytest.MonkeyPatch) -> None:
    import pypandoc

    def none(*_: Any, **__: Any) -> None:
        raise OSError("No pandoc was found")

    monkeypatch.setattr(pypandoc, "convert_text", none)
    with pytest.raises(KnownError) as raised:
        docx(frozen(DISPUTED))
    assert "Installez-le avec\u00a0: pip install pypandoc_binary" in raised.value.wording.fr


def test_the_tree_has_nothing_that_pandoc_would_open() -> None:
    def kinds(node: Any) -> set[str]:
        if isinstance(node, dict):
            return {str(node.get("t", ""))} | kinds(list(node.values()))
        return set().union(*map(kinds, node)) if isinstance(node, list) else set()

    tree = syntax_tree(memo([hostile(payload) for payload in HOSTILE], "en", ()))
    assert kinds(tree) - {""} == {
        "AlignDefault", "AlignLeft", "BulletList", "ColWidth", "Div", "Emph", "Header", "Link",
        "MetaString", "Note", "Para", "Plain", "RawInline", "Space", "Span", "Str", "Strong",
        "Table",
    }  # fmt: skip
    written = json.dumps(tree).replace("\\", "")
    assert written.count('"RawInline"') == written.count("NOTEREF note_") == len(HOSTILE)
