"""From articles back to the sources that they came from."""

import zipfile
from dataclasses import replace
from pathlib import Path

from corpus.article import Article
from corpus.reading import read_article
from corpus.rereading import sources_again
from corpus.source import Source
from corpus.starter import starter_sources
from tests.invented import BAKERY, FERRY


def place(locator: str, source: str = "") -> Article:
    return replace(BAKERY, locator=locator, source=source or locator)


def test_files_pages_and_notes_are_found_again(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(FERRY.text)
    note = starter_sources()[0]
    articles = [
        place(str(path), "docs/a.txt"),
        place("https://example.org/a", "HTTPS://example.org/a"),
        place("https://example.org/copied"),
        place(note.locator, note.name),
    ]
    copies = {"https://example.org/copied": path}
    with sources_again(articles, copies.get) as (found, skipped):
        assert skipped == []
        assert found == [
            Source("docs/a.txt", path, str(path)),
            Source("HTTPS://example.org/a", "https://example.org/a", "https://example.org/a"),
            Source("https://example.org/copied", path, "https://example.org/copied"),
            note,
        ]


def test_what_cannot_be_found_again_is_named(tmp_path: Path) -> None:
    articles = [
        place(str(tmp_path / "gone.txt"), "gone.txt"),
        place("starter:gone.md"),
        place("upload:a.pdf", "a.pdf"),
        place("", "memory"),
        place(str(tmp_path / "gone.zip" / "a.txt"), "gone.zip/a.txt"),
    ]
    with sources_again(articles) as (found, skipped):
        assert found == []
        told = {entry.source: entry.reason for entry in skipped}
    assert "no longer there. The article stays" in told["gone.txt"].en
    assert "no longer comes with cxlit" in told["starter:gone.md"].en
    assert "Upload the new version" in told["a.pdf"].en
    assert "not known where" in told["memory"].en
    assert "no longer there" in told["gone.zip/a.txt"].en
    assert all(reason.fr != reason.en for reason in told.values())


def test_an_archive_is_unpacked_again(tmp_path: Path) -> None:
    path = tmp_path / "r.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("in/a.txt", FERRY.text)
        archive.writestr("other.txt", BAKERY.text)
    articles = [
        place(f"{path}/in/a.txt", "docs/r.zip/in/a.txt"),
        place(f"{path}/in/gone.txt", "docs/r.zip/in/gone.txt"),
    ]
    with sources_again(articles) as (found, skipped):
        (source,) = found
        assert (source.name, source.locator) == ("docs/r.zip/in/a.txt", f"{path}/in/a.txt")
        assert read_article(source).text == FERRY.text
    assert [entry.source for entry in skipped] == ["docs/r.zip/in/gone.txt"]
    path.write_bytes(b"damaged")
    with sources_again(articles[:1]) as (found, skipped):
        assert found == []
    assert skipped[0].source == "docs/r.zip/in/a.txt"
    assert "damaged or no ZIP" in skipped[0].reason.en
