"""Loaders: one contract for all formats, each format's own, and encodings."""

import io
from collections.abc import Callable

import docx
import pytest
from fpdf import FPDF

from corpus.article import Kind
from corpus.decoding import decode_text
from corpus.loaded import Loaded, Metadata
from corpus.loading import FORMATS, load
from corpus.wording import KnownError

FIRST = "La boulangère salue chaque client par son nom."
SECOND = "Elle sait aussi qui préfère la croûte bien cuite."


def _pdf(*pages: str, title: str = "", author: str = "") -> bytes:
    document = FPDF()
    document.set_title(title)
    document.set_author(author)
    document.set_font("helvetica", size=12)
    for page in pages:
        document.add_page()
        document.multi_cell(0, 6, page)
    return bytes(document.output())


def _docx() -> bytes:
    document = docx.Document()
    document.core_properties.title = "Le pain"
    document.core_properties.author = "Léa Morel; Paul Petit"
    document.add_heading("La boutique", level=1)
    document.add_paragraph(FIRST)
    document.add_paragraph(SECOND)
    document.add_paragraph("croûte", style="List Bullet")
    document.add_paragraph("peser", style="List Number")
    document.add_paragraph("cuire", style="List Number")
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "pain", "2 €"
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _html() -> bytes:
    return (
        '<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Le pain</title>'
        '<meta name="author" content="Léa Morel"><meta property="og:site_name" content="Le Four">'
        '<meta property="article:published_time" content="2020-03-04T08:00:00Z">'
        '<link rel="canonical" href="https://four.example/pain"></head><body>'
        "<nav><a href='/'>Accueil</a></nav><script>var volee = 'poison';</script>"
        f"<article><h2>La boutique</h2><p onclick='poison()'>{FIRST}</p><style>.poison{{}}</style>"
        f"<p>{SECOND}</p><ul><li>croûte</li><li>mie</li></ul></article>"
        "<footer>Tous droits</footer></body></html>"
    ).encode()


SAMPLES: dict[str, Callable[[], bytes]] = {
    ".txt": lambda: f"{FIRST}\n\n{SECOND}".encode(),
    ".md": lambda: f"# La boutique\n\n{FIRST}\n\n**{SECOND}**".encode(),
    ".markdown": lambda: f"{FIRST}\n\n{SECOND}".encode(),
    ".html": _html,
    ".htm": _html,
    ".pdf": lambda: _pdf(f"{FIRST}\n\n{SECOND}"),
    ".docx": _docx,
}


def test_every_format_has_a_sample() -> None:
    assert SAMPLES.keys() == FORMATS.keys()


@pytest.mark.parametrize("suffix", SAMPLES)
def test_contract(suffix: str) -> None:
    loaded = load(SAMPLES[suffix](), f"../x/essai{suffix.upper()}")
    assert isinstance(loaded, Loaded)
    assert FIRST in loaded.text
    assert SECOND in loaded.text
    assert "poison" not in loaded.text


@pytest.mark.parametrize("suffix", SAMPLES)
@pytest.mark.parametrize("data", [b"", b" \n\t\n", b"\xef\xbb\xbf"])
def test_contract_for_empty_files(suffix: str, data: bytes) -> None:
    with pytest.raises(KnownError, match="empty"):
        load(data, f"essai{suffix}")


@pytest.mark.parametrize("suffix", SAMPLES)
def test_contract_for_binary_data(suffix: str) -> None:
    with pytest.raises(KnownError):
        load(bytes(range(256)) * 64, f"essai{suffix}")


def test_markdown() -> None:
    source = (
        "---\ntitle: Le pain\nauthors: [Léa Morel, Paul Petit]\ndate: 2020-03-04\nlang: fr-FR\n"
        "publisher: Le Four\nurl: https://four.example\nkind: study\nmood: gaie\n---\n"
        "Une *belle* [miche](https://x.example) `ronde` <!-- caché -->\n\nTitre\n=====\n\n"
        "### Sous-titre ##\n\n* a\n* __b__\n\n> cité\n\n---\n![le four](f.png)\n"
    )
    loaded = load(source.encode(), "a.md")
    assert loaded.metadata == Metadata(
        title="Le pain",
        authors=("Léa Morel", "Paul Petit"),
        publisher="Le Four",
        date="2020-03-04",
        language="fr",
        url="https://four.example",
        kind=Kind.STUDY,
    )
    assert [line for line in loaded.text.splitlines() if line.strip()] == [
        "Une belle miche ronde ",
        "## Titre",
        "## Sous-titre",
        "* a",
        "* b",
        "cité",
        "le four",
    ]


@pytest.mark.parametrize(
    ("front_matter", "words"),
    [
        ("title: [a", "not valid YAML"),
        ("kind: rumour", "study, opinion, vendor, guide, interview, note"),
        ("topics: [cats]", "The topic “cats”"),
        ("based_on: hearsay", "full text, excerpt, abstract"),
        ("questions: Who?", "“questions” in the front matter"),
        ("questions: [{fr: Qui ?}]", "“questions” in the front matter"),
        ("date: someday", "The date “someday”"),
    ],
)
def test_bad_front_matter_is_told(front_matter: str, words: str) -> None:
    with pytest.raises(KnownError) as refusal:
        load(f"---\n{front_matter}\n---\nTexte".encode(), "a.md")
    assert words in refusal.value.wording.en


def test_html() -> None:
    loaded = load(_html(), "a.html")
    assert loaded.text == f"## La boutique\n\n{FIRST}\n\n{SECOND}\n\n- croûte\n- mie"
    assert loaded.metadata == Metadata(
        title="Le pain",
        authors=("Léa Morel",),
        publisher="Le Four",
        date="2020-03-04",
        language="fr",
        url="https://four.example/pain",
    )


def test_html_in_a_declared_encoding_and_without_an_article() -> None:
    page = '<html><head><meta charset="windows-1250"></head><body><p>Łódź</p></body></html>'
    assert load(page.encode("cp1250"), "a.html").text.strip() == "Łódź"


def test_a_page_of_scripts_is_told() -> None:
    with pytest.raises(KnownError, match="no text of its own"):
        load(b"<html><body><script>draw()</script></body></html>", "a.html")


def test_docx() -> None:
    loaded = load(_docx(), "a.docx")
    assert loaded.text == (
        f"## La boutique\n\n{FIRST}\n\n{SECOND}\n\n- croûte\n1. peser\n2. cuire\n\n- pain | 2 €"
    )
    assert loaded.metadata == Metadata(title="Le pain", authors=("Léa Morel", "Paul Petit"))


def test_pdf_pages_become_paragraphs() -> None:
    header = "Le Four, revue des boulangers"
    trades = ("boulangers", "bouchers", "fleuristes")
    paragraphs = [f"{FIRST} {SECOND} Les {trade} le savent." for trade in trades]  # two lines each
    pages = [
        f"{header}\nAu marché des {trade}\n{paragraph}\nLes {trade} partent.\n{number}"
        for number, (trade, paragraph) in enumerate(zip(trades, paragraphs, strict=True), start=1)
    ]
    loaded = load(_pdf(*pages, title="Le pain", author="Léa Morel"), "a.pdf")
    assert loaded.text.split("\n\n") == [
        block
        for trade, paragraph in zip(trades, paragraphs, strict=True)
        for block in (f"Au marché des {trade}", paragraph, f"Les {trade} partent.")
    ]
    assert loaded.metadata == Metadata(title="Le pain", authors=("Léa Morel",))


def test_pdf_words_cut_at_line_ends_are_mended() -> None:
    page = (
        "Une longue ligne qui parle de la boulan-\ngerie du village et de sa patronne, peut-\nêtre."
    )
    assert load(_pdf(page), "a.pdf").text == (
        "Une longue ligne qui parle de la boulangerie du village et de sa patronne, peut-être."
    )


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_encodings(encoding: str) -> None:
    text = "L’été à Nîmes, « cœur » du Gard : 5 € la baguette."
    assert decode_text(text.encode(encoding)) == text


@pytest.mark.parametrize("declared", ["iso-8859-1", "ISO_8859-1", "latin1", "us-ascii", "martian"])
def test_latin_1_means_windows_1252(declared: str) -> None:
    assert decode_text("L’été".encode("cp1252"), declared=declared) == "L’été"


def test_latin_1_and_a_declared_encoding() -> None:
    assert decode_text("Déjà vu à l'été".encode("latin-1")) == "Déjà vu à l'été"
    assert decode_text("Łódź".encode("iso-8859-2"), declared="iso-8859-2") == "Łódź"


@pytest.mark.parametrize("name", ["a.txt", "a.docx", "a"])
def test_the_content_goes_before_the_extension(name: str) -> None:
    assert FIRST in load(_pdf(FIRST), name).text


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (b"texte", "a.pdf", "is no PDF document"),
        (b"texte", "a.docx", "is no DOCX document"),
        (b"texte", "a.xyz", "Files .xyz are not read"),
        (b"texte", "a", "without extension"),
        (b"\x89PNG\r\n", "a.txt", "an image"),
        (b"PK\x03\x04rest", "a.docx", "an archive"),
        (b"{\\rtf1 a}", "a.txt", "RTF"),
        (b"\xd0\xcf\x11\xe0rest", "a.docx", "old Office"),
        (b"mot " * 2_200_000, "a.txt", "at most 8 MB"),
        (b"mot " * 600_000, "a.txt", "at most 2,000,000"),
    ],
)
def test_refusals(data: bytes, name: str, words: str) -> None:
    with pytest.raises(KnownError) as refusal:
        load(data, name)
    assert words in refusal.value.wording.en
    assert refusal.value.wording.fr != refusal.value.wording.en
