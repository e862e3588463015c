"""A generation on disk: read as it was written, or refused with the command that mends it."""

import errno
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
import index.manifest
from corpus.answered import AnsweredQuestion
from corpus.article import Article
from corpus.wording import KnownError
from index.building import build, digest
from index.contents import Contents, Part, contents_of
from index.cutting import cut
from index.generation import New, read_segments, write_generation
from index.manifest import MANIFEST, Indexed, OlderIndexError, read_manifest
from index.report import silent
from index.vector_cache import VectorCache
from tests.fake_embedder import FakeEmbedder
from tests.invented import ALL, BAKERY, FERRY

FILES = [
    "passages.jsonl",
    "vectors.faiss",
    "sentences.npy",
    "tokens.npy",
    "places.npy",
    "tokens_of.npy",
    "questions.npz",
    "terms.npz",
]
ASKED = replace(
    BAKERY,
    questions=(
        AnsweredQuestion("Who reads the complaints?", "en", 60, 119),
        AnsweredQuestion("Le pain a-t-il changé ?", "fr", 300, 400),
    ),
)
WITH_QUESTIONS = (ASKED, *ALL[1:])

Build = Callable[..., New]


@pytest.fixture
def built(tmp_path: Path, embedder: FakeEmbedder) -> Build:
    """Segments of articles."""

    def build_segment(*articles: Article) -> New:
        cache = VectorCache(tmp_path / "vectors.db", embedder)
        cuts = [(article, cut(article)) for article in articles]
        try:
            segment = build(cuts, cache, silent)
        finally:
            cache.close()
        return segment, {a.id: Indexed(digest(a), len(passages)) for a, passages in cuts}

    return build_segment


@pytest.fixture
def folder(tmp_path: Path, built: Build) -> Path:
    folder = tmp_path / "gen-000001"
    folder.mkdir()
    write_generation(folder, "fake-1", [], folder, [built(*WITH_QUESTIONS)])
    return folder


def contents(folder: Path) -> Contents:
    manifest = read_manifest(folder)
    segments = read_segments(folder, manifest, {})
    return contents_of([Part(segments[entry.name], entry.gone) for entry in manifest.segments])


def next_to(folder: Path, *new: New, gone: frozenset[str] = frozenset()) -> Path:
    """The generation after the one in `folder`."""
    after = folder.with_name("gen-000002")
    after.mkdir()
    kept = [replace(entry, gone=gone) for entry in read_manifest(folder).segments]
    write_generation(after, "fake-1", kept, folder, new)
    return after


def file_in(folder: Path, name: str) -> Path:
    (path,) = folder.rglob(name)
    return path


def refused(folder: Path) -> str:
    with pytest.raises(KnownError) as error:
        contents(folder)
    assert "lancez\u00a0: cxlit rebuild" in error.value.wording.fr
    assert "run: cxlit rebuild" in error.value.wording.en
    return error.value.wording.en


def test_contents_are_read_as_they_were_written(
    folder: Path, built: Build, embedder: FakeEmbedder
) -> None:
    segment, _ = built(*WITH_QUESTIONS)
    expected, read = contents_of([Part(segment, frozenset())]), contents(folder)
    assert read.passages == expected.passages
    query = embedder.query("le cahier du patron")
    for name in ("vectors", "questions"):
        found = getattr(read, name).search(query, 9), getattr(expected, name).search(query, 9)
        np.testing.assert_array_equal(found[0][0], found[1][0])
        np.testing.assert_array_equal(found[0][1], found[1][1])
    assert list(read.lexical) == list(expected.lexical) == ["en", "fr"]
    for language, lexical in expected.lexical.items():
        terms = ["quai", "cahi", "captain", "letter"]
        np.testing.assert_array_equal(read.lexical[language].scores(terms), lexical.scores(terms))


def test_rows_agree_with_the_articles(folder: Path, embedder: FakeEmbedder) -> None:
    read = contents(folder)
    by_id = {article.id: article for article in ALL}
    assert [p.article_id for p in read.passages] == [a.id for a in ALL]  # one passage each
    for row, passage in enumerate(read.passages):
        article = by_id[passage.article_id]
        assert read.row_of[passage.id] == row
        text = f"{article.title}\n{article.text[passage.start : passage.end]}"
        rows, cosines = read.vectors.search(embedder.query(text), 1)
        assert (rows.tolist(), cosines.tolist()) == ([row], pytest.approx([1.0], abs=1e-5))
        vectors = read.sentences_of(passage)
        assert len(vectors) == len(passage.sentences)
        for (start, end), vector in zip(passage.sentences, vectors, strict=True):
            np.testing.assert_allclose(vector, embedder.query(article.text[start:end]), atol=2**-11)
        # The words of its last sentence are all found there, and nowhere else in the article.
        start, end = passage.sentences[-1]
        tokens = embedder.query_tokens(article.text[start:end])
        match = read.late_interaction(tokens, passage)
        assert match.sentences.argmax() == len(passage.sentences) - 1
        assert match.sentences[-1] == pytest.approx(match.passage, abs=1e-6)
        assert match.passage > 0.8 > 0.7 > match.sentences[:-1].max()
    assert {k: v.tolist() for k, v in read.rows_by_language.items()} == {
        "fr": [0, 2],
        "en": [1, 3],
    }


def test_a_question_leads_to_the_passage_that_answers_it(
    built: Build, embedder: FakeEmbedder
) -> None:
    paragraphs = [
        " ".join(f"mot{n} suite{n}" for n in range(start, start + 50)) + "."
        for start in (0, 50, 100)
    ]
    text = "\n\n".join(paragraphs)
    asked = tuple(
        AnsweredQuestion(f"Question {n} ?", "fr", text.index(paragraph), text.index(paragraph) + 9)
        for n, paragraph in enumerate(paragraphs)
    )
    long = Article(title="Long", text=text, language="fr", questions=asked)
    empty = Article(title="Vide", text="- ", questions=asked[:1])  # no passage: nowhere to lead
    segment, _ = built(FERRY, empty, long, ASKED)
    found = contents_of([Part(segment, frozenset())])
    assert [found.passages[row].article_id for row in found.question_rows] == (
        [long.id] * 3 + [BAKERY.id] * 2
    )
    for question, row in zip((*asked, *ASKED.questions), found.question_rows, strict=True):
        passage = found.passages[row]
        assert passage.start <= question.start < passage.end
        (at,), (cosine,) = found.questions.search(embedder.query(question.text), 1)
        assert found.question_rows[at] == row
        assert cosine == pytest.approx(1.0, abs=1e-5)


def test_an_empty_library_is_a_generation_too(tmp_path: Path) -> None:
    folder = tmp_path / "empty"
    folder.mkdir()
    write_generation(folder, "fake-1", [], folder, [])
    read = contents(folder)
    assert (read.passages, read.lexical, len(read.vectors), len(read.questions)) == ((), {}, 0, 0)


def test_articles_without_a_word_are_a_segment_too(folder: Path, built: Build) -> None:
    empty = Article(title="Vide", text="- ")
    after = next_to(folder, built(empty))
    assert contents(after).passages == contents(folder).passages
    assert read_manifest(after).articles[empty.id].passages == 0


def test_a_heading_with_a_strange_line_separator_is_read_as_it_was(
    folder: Path, built: Build
) -> None:
    strange = Article(title="T", text="## Un\u2028deux\n\nTexte du chapitre.", language="fr")
    (passage,) = cut(strange)
    assert passage in contents(next_to(folder, built(strange))).passages


# What one generation takes over from the one before


def test_segments_are_shared_not_copied(folder: Path, built: Build) -> None:
    more = Article(title="Neuf", text="Un seul kiosque vend des cerfs-volants.", language="fr")
    after = next_to(folder, built(more))
    for name in FILES:
        (mine,) = folder.rglob(name)
        assert (after / mine.relative_to(folder)).samefile(mine)
    assert [p.article_id for p in contents(after).passages] == [*(a.id for a in ALL), more.id]


def test_where_links_do_not_work_files_are_copied(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(path: Path, target: Path) -> None:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(Path, "hardlink_to", no_links)
    after = next_to(folder)
    assert not file_in(after, "vectors.faiss").samefile(file_in(folder, "vectors.faiss"))
    assert contents(after).passages == contents(folder).passages


def test_what_is_gone_is_nowhere(folder: Path, embedder: FakeEmbedder) -> None:
    left = contents(next_to(folder, gone=frozenset({BAKERY.id, FERRY.id})))
    ids = [article.id for article in ALL[2:]]
    assert [passage.article_id for passage in left.passages] == ids
    assert len(left.vectors) == 2
    rows, _ = left.vectors.search(embedder.query("cahier"), 9)
    assert sorted(rows.tolist()) == [0, 1]
    assert {k: v.tolist() for k, v in left.rows_by_language.items()} == {"fr": [0], "en": [1]}
    assert [len(left.lexical[name]) for name in ("en", "fr")] == [1, 1]
    assert left.lexical["fr"].document_frequency("cahi") == 0
    assert (len(left.questions), left.question_rows.tolist()) == (0, [])
    for passage in left.passages:
        before = contents(folder)
        np.testing.assert_array_equal(left.sentences_of(passage), before.sentences_of(passage))
        tokens = embedder.query_tokens("musée reader")
        found, known = (c.late_interaction(tokens, passage) for c in (left, before))
        assert (found.passage, found.shortfall) == (known.passage, known.shortfall)
        np.testing.assert_array_equal(found.sentences, known.sentences)


def test_what_is_known_is_not_read_again(folder: Path) -> None:
    known = read_segments(folder, read_manifest(folder), {})
    after = next_to(folder, gone=frozenset({FERRY.id}))
    file_in(after, "sentences.npy").write_bytes(file_in(folder, "sentences.npy").read_bytes()[::-1])
    again = read_segments(after, read_manifest(after), known)
    assert [*again.values()] == [*known.values()]
    refused(after)  # by whoever reads it for the first time


# Files that are not whole


def flip(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 0x10
    path.write_bytes(data)


def truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-7])


def empty(path: Path) -> None:
    path.write_bytes(b"")


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("damage", [flip, truncate, empty, Path.unlink], ids=lambda d: d.__name__)
def test_a_damaged_file_is_refused_by_name(
    folder: Path, name: str, damage: Callable[[Path], None]
) -> None:
    path = file_in(folder, name)
    damage(path)
    assert str(path) in refused(folder)


@pytest.mark.parametrize("damage", [truncate, empty], ids=lambda d: d.__name__)
def test_a_damaged_manifest_is_refused(folder: Path, damage: Callable[[Path], None]) -> None:
    damage(folder / MANIFEST)
    assert MANIFEST in refused(folder)


@pytest.mark.parametrize(
    "text", ["[]", "7", '"gen"', "{}", '{"format": 2}', '{"segments": [3]}', "\x00"]
)
def test_a_manifest_of_another_shape_is_refused(folder: Path, text: str) -> None:
    (folder / MANIFEST).write_text(text)
    refused(folder)


def test_no_flipped_bit_of_the_manifest_goes_unseen(folder: Path) -> None:
    whole = (folder / MANIFEST).read_bytes()
    for at in range(0, len(whole), 7):
        damaged = bytearray(whole)
        damaged[at] ^= 0x02
        if damaged[at : at + 1].isspace() or whole[at : at + 1].isspace():
            continue
        (folder / MANIFEST).write_bytes(damaged)
        refused(folder)


def test_files_of_another_generation_are_refused(
    folder: Path, built: Build, tmp_path: Path
) -> None:
    changed = replace(BAKERY, text=BAKERY.text.replace("vert", "gris"))
    other = tmp_path / "other"
    other.mkdir()
    write_generation(other, "fake-1", [], other, [built(changed, *ALL[1:])])
    for name in ("vectors.faiss", "passages.jsonl", "sentences.npy"):
        path = file_in(folder, name)
        mine = path.read_bytes()
        path.write_bytes(file_in(other, name).read_bytes())
        assert name in refused(folder)
        path.write_bytes(mine)
    contents(folder)  # put back, all is well


@pytest.mark.parametrize(("name", "changed"), [("FORMAT", 0), ("ANALYSIS", 0), ("CUTTING", 4)])
def test_an_index_of_an_older_cxlit_is_told_apart(
    folder: Path, monkeypatch: pytest.MonkeyPatch, name: str, changed: int
) -> None:
    monkeypatch.setattr(index.manifest, name, getattr(index.manifest, name) + 1)
    assert "an older cxlit" in refused(folder)
    with pytest.raises(OlderIndexError) as error:
        read_manifest(folder)
    assert (error.value.embedding, error.value.changed) == ("fake-1", changed)


def test_the_manifest_vouches_for_every_file(folder: Path) -> None:
    (entry,) = json.loads((folder / MANIFEST).read_text())["segments"]
    found = {path.name for path in (folder / entry["name"]).iterdir()}
    assert set(entry["files"]) == found == set(FILES)
    assert entry["articles"] == {a.id: [digest(a), 1] for a in WITH_QUESTIONS}


# The fingerprint


def test_the_fingerprint_changes_with_what_is_indexed(built: Build, tmp_path: Path) -> None:
    fingerprints = set()
    for number, article in enumerate(
        (
            BAKERY,
            ASKED,
            replace(BAKERY, text=BAKERY.text.replace("vert", "gris")),
            replace(BAKERY, title="Le cahier gris"),
            replace(BAKERY, collections=("ours",), date="2020"),  # as the first: not indexed
        )
    ):
        folder = tmp_path / str(number)
        folder.mkdir()
        write_generation(folder, "fake-1", [], folder, [built(article, *ALL[1:])])
        fingerprints.add(read_manifest(folder).fingerprint)
    assert len(fingerprints) == 4


def test_the_fingerprint_does_not_tell_how_the_articles_came(
    folder: Path, built: Build, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    new = [built(article) for article in reversed(WITH_QUESTIONS)]
    write_generation(other, "fake-1", [], other, new)
    assert read_manifest(other).fingerprint == read_manifest(folder).fingerprint
    without = next_to(folder, gone=frozenset({ASKED.id}))
    assert read_manifest(without).fingerprint != read_manifest(folder).fingerprint
    back = tmp_path / "back"
    back.mkdir()
    write_generation(back, "fake-1", read_manifest(without).segments, without, [built(ASKED)])
    assert read_manifest(back).fingerprint == read_manifest(folder).fingerprint


_IN_ANOTHER_PROCESS = """
import sys
from pathlib import Path
from index.library import Library
from tests.fake_embedder import FakeEmbedder
from tests.test_generation import WITH_QUESTIONS
library = Library(Path(sys.argv[1]), FakeEmbedder(), starter=False)
library.add_articles(WITH_QUESTIONS)
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
        assert done.stdout.strip() == read_manifest(folder).fingerprint
        (written,) = (tmp_path / f"home-{seed}" / "index" / "gen-000002").glob("segment-*")
        assert written.name == read_manifest(folder).segments[0].name  # byte for byte
