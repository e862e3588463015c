"""The library as one file: what goes in comes out, and nothing damaged or foreign comes in."""

import hashlib
import io
import json
import os
import zipfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import corpus.exchange.archive
from corpus.answered import AnsweredQuestion
from corpus.article import Article, BasedOn, Kind
from corpus.exchange.archive import FORMAT, read_archive, write_archive
from corpus.topics import Topic
from corpus.wording import KnownError
from tests.invented import ALL, BAKERY, FERRY

FULL = replace(
    BAKERY,
    original_title="Le « cahier » 😀",
    kind=Kind.STUDY,
    topics=(Topic.NPS, Topic.B2B),
    based_on=BasedOn.EXCERPT,
    note_date="2026-11-22",
    collections=("Nos études",),
    corrected=("title",),
    questions=(AnsweredQuestion("Qui note ?", "fr", 0, 66),),
)


def packed(articles: list[Article]) -> bytes:
    file = io.BytesIO()
    assert write_archive(file, articles) == len(articles)
    return file.getvalue()


def changed(path: Path, change: Callable[[dict[str, Any]], None], **about: Any) -> Path:
    """An archive of the bakery with its line changed, and hashed again."""
    line = json.loads(zipfile.ZipFile(io.BytesIO(packed([FULL]))).read("articles.jsonl"))
    change(line)
    written = json.dumps(line).encode() + b"\n"
    known = {"format": 1, "articles": 1, "sha256": hashlib.sha256(written).hexdigest(), **about}
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("articles.jsonl", written)
        archive.writestr("cxlit.json", json.dumps(known))
    return path


def test_everything_that_is_known_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "library.zip"
    path.write_bytes(packed([FULL, FERRY]))
    found = read_archive(path)
    assert found == (FULL, FERRY)
    assert [article.id for article in found] == [BAKERY.id, FERRY.id]
    assert changed(path, lambda line: None) and read_archive(path) == (FULL,)


def test_the_same_articles_make_the_same_bytes() -> None:
    assert packed(list(ALL)) == packed(list(ALL))
    about = json.loads(zipfile.ZipFile(io.BytesIO(packed([FULL]))).read("cxlit.json"))
    assert (about["format"], about["articles"]) == (FORMAT, 1)


@pytest.mark.parametrize(
    "change",
    [
        lambda line: line.update(text=line["text"] + " Et puis."),  # not what its id says
        lambda line: line.pop("text"),
        lambda line: line.update(title=3),
        lambda line: line.update(authors="Odile"),
        lambda line: line.update(kind="book"),
        lambda line: line.update(topics=["cats"]),
        lambda line: line.update(date="yesterday"),
        lambda line: line["questions"][0].update(end=10_000),
        lambda line: line["questions"][0].update(start=-1),
    ],
)
def test_an_article_that_is_not_itself_is_refused(
    tmp_path: Path, change: Callable[[dict[str, Any]], None]
) -> None:
    with pytest.raises(KnownError, match="The archive is damaged"):
        read_archive(changed(tmp_path / "x.zip", change))


@pytest.mark.parametrize(
    "about", [{"sha256": "0"}, {"articles": 2}, {"format": "1"}, {"format": None}]
)
def test_what_is_not_whole_is_refused(tmp_path: Path, about: dict[str, Any]) -> None:
    with pytest.raises(KnownError, match="The archive is damaged"):
        read_archive(changed(tmp_path / "x.zip", lambda line: None, **about))


def test_a_newer_format_is_refused_with_a_sentence(tmp_path: Path) -> None:
    path = changed(tmp_path / "x.zip", lambda line: None, format=FORMAT + 1)
    with pytest.raises(KnownError, match="written by a newer cxlit") as refused:
        read_archive(path)
    assert "mettez cxlit à jour" in refused.value.wording.fr


@pytest.mark.parametrize("at", range(0, 1400, 50))
def test_no_damaged_byte_goes_unseen(tmp_path: Path, at: int) -> None:
    """Whatever was read is what was written, or nothing was read."""
    data = bytearray(packed([FULL, FERRY]))
    data[at % len(data)] ^= 0xFF
    path = tmp_path / "x.zip"
    path.write_bytes(data)
    with suppress(KnownError):  # not raised for a byte that says nothing, such as a date
        assert read_archive(path) == (FULL, FERRY)


def test_what_is_no_archive_of_ours_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.txt", "Bonjour")
    with pytest.raises(KnownError, match="was not written by cxlit export"):
        read_archive(path)
    path.write_bytes(b"no zip")
    with pytest.raises(KnownError, match="The file is not a ZIP"):
        read_archive(path)
    pipe = tmp_path / "pipe.zip"
    os.mkfifo(pipe)
    with pytest.raises(KnownError, match="is a device or a pipe"):  # and does not wait for it
        read_archive(pipe)
    for nothing in (tmp_path / "nowhere.zip", tmp_path):
        with pytest.raises(KnownError, match="cannot be read"):
            read_archive(nothing)


@pytest.mark.parametrize("limit", ["MOST_ARTICLES", "MOST_BYTES", "LONGEST_LINE"])
def test_a_huge_archive_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str
) -> None:
    path = tmp_path / "x.zip"
    path.write_bytes(packed([FULL, FERRY]))
    monkeypatch.setattr(corpus.exchange.archive, limit, 1)
    with pytest.raises(KnownError, match="The archive has more than"):
        read_archive(path)


@pytest.mark.parametrize("content", [b"", b"Some text", b"%PDF-1.7"])
def test_what_is_no_zip_is_called_so(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(content)
    with pytest.raises(KnownError, match="The file is not a ZIP"):
        read_archive(path)
    path.write_bytes(b"PK" + content)
    with pytest.raises(KnownError, match="The archive is damaged"):
        read_archive(path)
