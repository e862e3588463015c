"""From arguments to sources."""

import os
from pathlib import Path

import pytest

from corpus.finding import find_sources, normalised_url
from corpus.source import located_file


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("b.txt", "a.md", "sub/c.txt", ".hidden.txt", ".git/d.txt", "a.md.meta.yaml"):
        path = tmp_path / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("texte")
    (tmp_path / "docs" / "photo.png").write_bytes(b"x")
    (tmp_path / "empty").mkdir()
    return tmp_path


def test_a_folder_is_searched_through_in_order(folder: Path) -> None:
    sources, skipped = find_sources(["docs/"])
    assert [source.name for source in sources] == ["docs/a.md", "docs/b.txt", "docs/sub/c.txt"]
    assert sources[0].locator == str(folder / "docs" / "a.md")
    assert [entry.source for entry in skipped] == ["docs/photo.png"]
    assert ".png" in skipped[0].reason.fr
    assert ".png" in skipped[0].reason.en


def test_a_file_keeps_its_name_as_given_and_comes_once(folder: Path) -> None:
    sources, skipped = find_sources(["docs/../docs/b.txt", "docs/b.txt", "docs/*.txt"])
    assert [source.name for source in sources] == ["docs/../docs/b.txt"]
    assert sources[0].locator == str(folder / "docs" / "b.txt")
    assert skipped == []


def test_globs(folder: Path) -> None:
    sources, _ = find_sources(["docs/**/*.txt"])
    assert [source.name for source in sources] == ["docs/b.txt", "docs/sub/c.txt"]


@pytest.mark.parametrize(
    ("argument", "words"),
    [
        ("empty", "no file to read"),
        ("nowhere.txt", "no such file"),
        ("", "no such file"),
        ("docs/*.pdf", "No file matches"),
        ("http://", "not a complete web address"),
        ("a\0b", "no such file"),
        ("x" * 5000, "no such file"),
        ("~nobody-here/x.txt", "no such file"),
    ],
)
def test_what_names_nothing_is_skipped_with_a_sentence(
    folder: Path, argument: str, words: str
) -> None:
    sources, skipped = find_sources([argument])
    assert sources == []
    assert [entry.source for entry in skipped] == [argument]
    assert words in skipped[0].reason.en
    assert skipped[0].reason.fr


def test_urls() -> None:
    given = ["HTTPS://Example.org:443/A?b=1#c", "https://example.org/A?b=1"]
    sources, _ = find_sources(given)
    assert [(source.name, source.locator) for source in sources] == [
        ("HTTPS://Example.org:443/A?b=1#c", "https://example.org/A?b=1")
    ]
    assert normalised_url("http://[::1]:8080") == "http://[::1]:8080/"


def test_a_name_that_is_not_utf8_can_be_stored(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"caf\xe9.txt")
    path.write_text("Du café.", encoding="utf-8")
    (source,), skipped = find_sources([str(path)])
    assert (source.location, skipped) == (path, [])
    assert source.name.endswith("caf\ufffd.txt")
    assert located_file(source.locator) == path


def test_two_names_that_are_not_utf8_are_two_places(tmp_path: Path) -> None:
    for name in (b"\xe9tude.txt", b"\xe0tude.txt"):
        (tmp_path / os.fsdecode(name)).write_text("Une étude.", encoding="utf-8")
    sources, _ = find_sources([str(tmp_path)])
    assert [located_file(source.locator) for source in sources] == [s.location for s in sources]
    assert len({source.locator for source in sources}) == 2
