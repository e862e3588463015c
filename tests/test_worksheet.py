"""A worksheet as DOCX, read back by python-docx."""

import io
from dataclasses import replace

import docx as word
import pytest

from corpus.article import Article
from corpus.wording import InterfaceLanguage, Wording
from index.passage import Span
from qa.training.path.reading import Extract, Reading
from tests.memo_material import HOSTILE
from tests.path_material import competency, said
from tests.test_memo_word import footnotes
from ui.memo.document import fit
from ui.training import worksheet_bytes, worksheet_name

ARTICLE = Article(
    title="Un mandat écrit",
    text="## Pourquoi\n\nUn mandat écrit protège le poste. Le reste suit.",
    authors=("Camille Exemple",),
    publisher="Revue d’essai",
    date="2021",
    language="fr",
    url="https://example.org/mandat",
)
KEY = "Un mandat écrit protège le poste."
AT = ARTICLE.text.index(KEY)
READING = Reading((Extract(ARTICLE, Span(0, len(ARTICLE.text)), "fr", 9, Span(AT, AT + len(KEY))),))
DAY = "2026-11-22T09:00:00+00:00"
SHEET = competency("mandate", 30)


def lines(data: bytes) -> list[tuple[str, str]]:
    document = word.Document(io.BytesIO(data))
    return [(p.style.name, p.text) for p in document.paragraphs if p.style]


def filled(fields: dict[str, str], language: InterfaceLanguage = "en") -> bytes:
    return worksheet_bytes(SHEET, fields, READING, DAY, language)


def test_the_learners_words_under_each_question() -> None:
    data = filled({"who": "Zoé Durand,\nsponsor\n\n\nand the board", "when": "On Tuesday"})
    assert lines(data)[:11] == [
        ("Memo Kind", "Worksheet"),
        ("Title", "Sheet of mandate"),
        ("Body Text", "Purpose of mandate"),
        ("Aside", "Competency: The mandate · About 20 minutes"),
        ("Heading 1", "Who?"),
        ("Aside", "Name them"),
        ("Body Text", "Zoé Durand,\nsponsor"),
        ("Body Text", "and the board"),
        ("Heading 1", "When?"),
        ("Aside", "A date"),
        ("Body Text", "On Tuesday"),
    ]


def test_what_is_empty_has_lines_to_write_on() -> None:
    blank = [text for _, text in lines(filled({"who": " \n "})) if text.startswith("___")]
    assert blank == ["\n".join(["_" * 72] * 3)] * 2


def test_the_passages_are_quoted_with_their_source() -> None:
    data = filled({})
    (note,) = footnotes(data)
    assert note.startswith(f"“{KEY}” (in French). Camille Exemple, Un mandat écrit, Revue d’essai")
    entries = [text for style, text in lines(data) if style == "Bibliography"]
    assert entries == [
        "Exemple, Camille (2021). Un mandat écrit. Revue d’essai. https://example.org/mandat"
    ]


def test_in_french() -> None:
    sheet = replace(
        SHEET,
        worksheet=replace(SHEET.worksheet, purpose=said("x", "Qui décide : « moi » ou toi ?")),
    )
    data = worksheet_bytes(sheet, {}, READING, DAY, "fr")
    found = lines(data)
    assert found[:4] == [
        ("Memo Kind", "Fiche de travail"),
        ("Title", "Fiche mandate"),
        ("Body Text", "Qui décide\u00a0: «\u00a0moi\u00a0» ou toi\u00a0?"),
        ("Aside", "Compétence\u00a0: Le mandate · Environ 20\u00a0minutes"),
    ]
    assert footnotes(data)[0].startswith(f"«\u00a0{KEY}\u00a0» Camille Exemple")
    document = word.Document(io.BytesIO(data))
    header = document.sections[0].header.paragraphs[0].text
    assert header == "cxlit\tFiche de travail · 22 novembre 2026"


@pytest.mark.parametrize("hostile", HOSTILE)
def test_what_is_written_stays_text(hostile: str) -> None:
    found = [text for _, text in lines(filled({"who": f"a {hostile} b"}))]
    assert fit(f"a {hostile} b") in found


def test_the_same_input_makes_the_same_bytes() -> None:
    assert filled({"who": "Zoé"}) == filled({"who": "Zoé"})
    assert filled({"who": "Zoé"}) != filled({"who": "Zora"})


def test_the_name_is_of_plain_letters() -> None:
    named = replace(SHEET, name=Wording("Voice & ear", "Écoute & voix"))
    assert worksheet_name(named, "en") == "worksheet-voice-ear.docx"
    assert worksheet_name(named, "fr") == "fiche-ecoute-voix.docx"
    assert worksheet_name(replace(SHEET, name=Wording("¿?", "¿?")), "fr") == "fiche-cxlit.docx"
