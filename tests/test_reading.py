"""Reading whole articles: the five real ones, sidecars, and hostile files."""

import io
import os
import re
import zipfile
from pathlib import Path

import pypdf
import pytest
from fpdf import FPDF

from corpus.article import Article, Kind
from corpus.cleaning import clean
from corpus.finding import find_sources
from corpus.gluing import mend_glued_words
from corpus.reading import read_article
from corpus.wording import KnownError

SEEDS = Path(__file__).parents[2] / "shared" / "seeds"


def _read(path: Path) -> Article:
    (source,), _ = find_sources([str(path)])
    return read_article(source)


@pytest.fixture(scope="module")
def seeds() -> list[Article]:
    if not SEEDS.is_dir():
        pytest.skip(f"the five real articles are not beside the project ({SEEDS})")
    return [_read(path) for path in sorted(SEEDS.glob("*.txt"))]


def test_what_is_known_about_the_real_articles(seeds: list[Article]) -> None:
    # Titles by their beginning and end: nothing long is copied from the articles.
    titles = (
        ("CCO – Ambassadeur client – Culture", " client"),
        ("Cela devient une curieuse habitude", " le client…"),
        ("Comment on devient", " l’expérience client"),
        ("Quel est le rôle", " de la relation client ?"),
        ("Expérience Clients : patrons", " donniez l'exemple ?"),
    )
    for article, (beginning, end) in zip(seeds, titles, strict=True):
        assert article.title.startswith(beginning)
        assert article.title.endswith(end)
        assert len(article.title) <= 90
    assert [(a.authors, a.date, a.language) for a in seeds] == [
        ((), "2015-09-15", "fr"),
        ((), "", "fr"),
        (("Jeanne Bliss",), "", "fr"),
        ((), "2016-06-02", "fr"),
        ((), "", "fr"),
    ]
    assert all((a.publisher, a.url, a.kind) == ("", "", None) for a in seeds)


def test_real_articles_begin_and_end_with_their_author(seeds: list[Article]) -> None:
    edges = (
        ("Culture client : la fonction", "au sein de son codir."),
        ("Cela devient une curieuse", "n'est qu'un leurre."),
        ("On a beaucoup parlé", "Traduction ContactDistance"),
        ("Sur les cartes de visites", "dans cette différenciation."),
        ("Vous avez sans doute vu", "vécue par les clients."),
    )
    for article, (beginning, end) in zip(seeds, edges, strict=True):
        assert article.text.startswith(beginning)
        assert article.text.endswith(end)


def test_the_body_that_came_twice_is_there_once(seeds: list[Article]) -> None:
    assert seeds[1].text.count("Gartner a conduit") == 1
    assert sum("Gartner a conduit" in words for words in seeds[1].removed) == 1


def test_nothing_of_the_real_articles_is_lost(seeds: list[Article]) -> None:
    for article in seeds:
        original = mend_glued_words(Path(article.locator).read_text(encoding="utf-8"))
        kept = set(re.findall(r"\w+", " ".join((article.text, *article.removed))))
        assert set(re.findall(r"\w+", original)) <= kept
        sentences = re.split(r"(?<=[.!?]) +|\n+", clean(original).text)
        everything = "\n".join((*article.removed, article.text))
        assert [s for s in sentences if s.removeprefix("## ") not in everything] == []


def test_no_furniture_is_left_in_the_real_articles(seeds: list[Article]) -> None:
    furniture = re.compile(
        r"newsletter|call-to-action|commentaire|contactez|en savoir|participer", re.I
    )
    assert [a.title for a in seeds if furniture.search(a.text)] == []


def test_headings_and_bullets_of_the_real_articles(seeds: list[Article]) -> None:
    assert [a.text.count("## ") for a in seeds] == [3, 0, 10, 3, 1]
    assert [a.text.count("\n- ") for a in seeds] == [7, 0, 0, 0, 0]


def test_the_sidecar_goes_before_the_front_matter_and_that_before_the_text(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(
        "---\ntitle: Le four\ndate: 2001\n---\n# Le four\n\nPar Léa Morel\n\n2 juin 2016\n\n"
        "Le four chauffe dès trois heures du matin.\n",
        encoding="utf-8",
    )
    (tmp_path / "a.md.meta.yaml").write_text("date: 2002-02\nkind: vendor\n", encoding="utf-8")
    article = _read(path)
    assert (article.title, article.date, article.authors) == ("Le four", "2002-02", ("Léa Morel",))
    assert (article.kind, article.language) == (Kind.VENDOR, "fr")
    assert article.text == "Le four chauffe dès trois heures du matin."
    assert article.removed == ("Le four", "Par Léa Morel", "2 juin 2016")
    assert (article.source, article.locator) == (str(path), str(path))


def test_a_broken_sidecar_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Un texte.")
    (tmp_path / "a.meta.yaml").write_text("- a list\n")
    with pytest.raises(KnownError, match=r"a\.meta\.yaml"):
        _read(tmp_path / "a.txt")


def _pdf(text: str) -> bytes:
    document = FPDF()
    document.add_page()
    document.set_font("helvetica")
    document.multi_cell(0, 6, text)
    return bytes(document.output())


def _encrypted_pdf() -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(_pdf("Secret.")))
    writer.encrypt("password", algorithm="RC4-128")
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def _zip_bomb() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", b"\0" * 200_000_000)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("empty.txt", b"", "empty"),
        ("binary.txt", bytes(range(256)) * 100, "not text"),
        ("huge.txt", b"mot " * 12_500_000, "at most 32 MB"),
        ("photo.txt", b"\x89PNG\r\n\x1a\n123", "an image"),
        ("broken.pdf", _pdf("Bonjour.")[:300], "damaged"),
        ("noise.pdf", b"%PDF-1.7\n" + bytes(range(256)), "damaged"),
        ("scan.pdf", _pdf(""), "a scan"),
        ("encrypted.pdf", _encrypted_pdf(), "password"),
        ("bomb.docx", _zip_bomb(), "zip bomb"),
        ("cut.docx", b"PK\x03\x04....word/", "damaged"),
        ("furniture.txt", b"Menu\n\nPartager\n\nLaisser un commentaire", "Nothing is left"),
        ("scripts.html", b"<html><script>steal()</script></html>", "no text of its own"),
    ],
)
def test_hostile_files_end_in_a_sentence(
    tmp_path: Path, name: str, data: bytes, words: str
) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(KnownError) as refusal:
        _read(tmp_path / "." / ".." / tmp_path.name / name)
    assert words in refusal.value.wording.en
    assert refusal.value.wording.fr


def test_names_that_climb_are_names_only(tmp_path: Path) -> None:
    (tmp_path / "inside").mkdir()
    (tmp_path / "a.txt").write_text("Le four chauffe.")
    article = _read(tmp_path / "inside" / ".." / "a.txt")
    assert article.locator == str(tmp_path / "a.txt")
    assert article.text == "Le four chauffe."


def test_pipes_are_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(KnownError, match="a device or a pipe"):
        _read(tmp_path / "pipe.txt")
