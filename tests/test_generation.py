"""A generation on disk: read as it was written, or refused with the command that mends it."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

import index.generation
from corpus.wording import KnownError
from index.building import build
from index.generation import MANIFEST, Contents, fingerprint, read_contents, write_contents
from index.report import silent
from index.vector_cache import VectorCache
from tests.fake_embedder import FakeEmbedder
from tests.invented import ALL, BAKERY, FERRY

FILES = [
    "manifest.json",
    "passages.jsonl",
    "vectors.faiss",
    "sentences.npy",
    "lexical/fr/data.csc.index.npy",
    "lexical/en/vocab.index.json",
    "lexical/en/size.json",
]


@pytest.fixture
def contents(tmp_path: Path, embedder: FakeEmbedder) -> Contents:
    cache = VectorCache(tmp_path / "vectors.db", embedder)
    try:
        return build(ALL, {}, cache, silent)
    finally:
        cache.close()


@pytest.fixture
def folder(tmp_path: Path, contents: Contents) -> Path:
    folder = tmp_path / "gen-000001"
    folder.mkdir()
    write_contents(contents, folder, "fake-1")
    return folder


def refused(folder: Path, embedding: str = "fake-1") -> str:
    with pytest.raises(KnownError) as error:
        read_contents(folder, embedding)
    assert "lancez : cxlit rebuild" in error.value.wording.fr
    assert "run: cxlit rebuild" in error.value.wording.en
    return error.value.wording.en


def test_contents_are_read_as_they_were_written(
    contents: Contents, folder: Path, embedder: FakeEmbedder
) -> None:
    read, _ = read_contents(folder, "fake-1")
    assert read.passages == contents.passages
    np.testing.assert_array_equal(read.sentence_vectors, contents.sentence_vectors)
    query = embedder.query("le cahier du patron")
    for found, expected in zip(
        read.vectors.search(query, 9), contents.vectors.search(query, 9), strict=True
    ):
        np.testing.assert_array_equal(found, expected)
    assert list(read.lexical) == list(contents.lexical) == ["en", "fr"]
    for language, index_ in contents.lexical.items():
        terms = ["quai", "cahi", "captain", "letter"]
        np.testing.assert_array_equal(read.lexical[language].scores(terms), index_.scores(terms))


def test_rows_agree_with_the_articles(contents: Contents, embedder: FakeEmbedder) -> None:
    by_id = {article.id: article for article in ALL}
    assert [p.article_id for p in contents.passages] == [a.id for a in ALL]  # one passage each
    for row, passage in enumerate(contents.passages):
        article = by_id[passage.article_id]
        assert contents.row_of[passage.id] == row
        text = f"{article.title}\n{article.text[passage.start : passage.end]}"
        rows, cosines = contents.vectors.search(embedder.query(text), 1)
        assert (rows.tolist(), cosines.tolist()) == ([row], pytest.approx([1.0]))
        first = contents.sentence_rows[row]
        for at, (start, end) in enumerate(passage.sentences):
            expected = embedder.query(f"{article.title} — {article.text[start:end]}")
            np.testing.assert_allclose(contents.sentence_vectors[first + at], expected, atol=2**-11)
    assert contents.sentence_rows[-1] == len(contents.sentence_vectors)
    assert {k: v.tolist() for k, v in contents.rows_by_language.items()} == {
        "fr": [0, 2],
        "en": [1, 3],
    }


def test_an_empty_library_is_a_generation_too(tmp_path: Path, embedder: FakeEmbedder) -> None:
    cache = VectorCache(tmp_path / "vectors.db", embedder)
    empty = build([], {}, cache, silent)
    cache.close()
    folder = tmp_path / "empty"
    folder.mkdir()
    write_contents(empty, folder, "fake-1")
    read, _ = read_contents(folder, "fake-1")
    assert (read.passages, read.lexical, len(read.vectors)) == ((), {}, 0)


def flip(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 0x10
    path.write_bytes(data)


def truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-7])


def empty(path: Path) -> None:
    path.write_bytes(b"")


@pytest.mark.parametrize("name", FILES[1:])
@pytest.mark.parametrize("damage", [flip, truncate, empty, Path.unlink], ids=lambda d: d.__name__)
def test_a_damaged_file_is_refused_by_name(
    folder: Path, name: str, damage: Callable[[Path], None]
) -> None:
    damage(folder / name)
    assert str(folder / name) in refused(folder)


@pytest.mark.parametrize("damage", [truncate, empty], ids=lambda d: d.__name__)
def test_a_damaged_manifest_is_refused(folder: Path, damage: Callable[[Path], None]) -> None:
    damage(folder / MANIFEST)
    assert MANIFEST in refused(folder)


@pytest.mark.parametrize(
    "text", ["[]", "7", '"gen"', "{}", '{"format": 1}', '{"files": {"vectors.faiss": 3}}', "\x00"]
)
def test_a_manifest_of_another_shape_is_refused(folder: Path, text: str) -> None:
    (folder / MANIFEST).write_text(text)
    refused(folder)


def test_no_flipped_bit_of_the_manifest_goes_unseen(folder: Path, contents: Contents) -> None:
    whole = (folder / MANIFEST).read_bytes()
    for at in range(0, len(whole), 7):
        damaged = bytearray(whole)
        damaged[at] ^= 0x02
        (folder / MANIFEST).write_bytes(damaged)
        try:
            read, _ = read_contents(folder, "fake-1")
        except KnownError as error:
            assert "cxlit rebuild" in str(error)
        else:  # a size or a space, which nothing depends on: every file was still verified
            assert read.passages == contents.passages


def test_files_of_another_generation_are_refused(
    folder: Path, tmp_path: Path, embedder: FakeEmbedder
) -> None:
    cache = VectorCache(tmp_path / "vectors.db", embedder)
    changed = [replace(BAKERY, text=BAKERY.text.replace("vert", "gris")), FERRY, *ALL[2:]]
    other = tmp_path / "gen-000002"
    other.mkdir()
    write_contents(build(changed, {}, cache, silent), other, "fake-1")
    cache.close()
    for name in ("vectors.faiss", "passages.jsonl", "sentences.npy"):
        mine = (folder / name).read_bytes()
        (folder / name).write_bytes((other / name).read_bytes())
        assert name in refused(folder)
        (folder / name).write_bytes(mine)
    read_contents(folder, "fake-1")  # put back, all is well


def test_two_files_that_changed_places_are_refused(folder: Path) -> None:
    one, two = folder / "vectors.faiss", folder / "sentences.npy"
    one.rename(folder / "aside")
    two.rename(one)
    (folder / "aside").rename(two)
    assert "vectors.faiss" in refused(folder) or "sentences.npy" in refused(folder)


def test_an_index_of_another_model_is_refused(folder: Path) -> None:
    assert "another embedding model" in refused(folder, "fake-2")


@pytest.mark.parametrize("name", ["CUTTING", "FORMAT"])
def test_an_index_of_an_older_cxlit_is_refused(
    folder: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index.generation, name, getattr(index.generation, name) + 1)
    assert "an older cxlit" in refused(folder)


def test_the_manifest_vouches_for_every_file(folder: Path) -> None:
    manifest = json.loads((folder / MANIFEST).read_text())
    found = {str(p.relative_to(folder)) for p in folder.rglob("*") if p.is_file()}
    assert set(manifest["files"]) == found - {MANIFEST}
    assert set(FILES) <= found
    assert manifest["passages"] == len(ALL)


def test_the_fingerprint_changes_with_a_word(
    folder: Path, tmp_path: Path, embedder: FakeEmbedder
) -> None:
    cache = VectorCache(tmp_path / "vectors.db", embedder)
    changed = replace(BAKERY, text=BAKERY.text.replace("vert", "gris"))
    other = tmp_path / "other"
    other.mkdir()
    write_contents(build([changed, *ALL[1:]], {}, cache, silent), other, "fake-1")
    cache.close()
    assert fingerprint(other) != fingerprint(folder)


_IN_ANOTHER_PROCESS = """
import sys
from pathlib import Path
from index.library import Library
from tests.fake_embedder import FakeEmbedder
from tests.invented import ALL
library = Library(Path(sys.argv[1]), FakeEmbedder(), starter=False)
library.add_articles(ALL)
print(library.snapshot().fingerprint)
"""


def test_equal_articles_have_an_equal_fingerprint_in_every_process(
    folder: Path, tmp_path: Path
) -> None:
    for seed in ("1", "2"):  # sets of words come in another order
        done = subprocess.run(
            [sys.executable, "-c", _IN_ANOTHER_PROCESS, str(tmp_path / f"home-{seed}")],
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=Path(__file__).parents[1],
            capture_output=True,
            text=True,
            check=True,
        )
        assert done.stdout.strip() == fingerprint(folder)
