"""The library: changed in one step, read as one, and mended when its files are not whole."""

import json
import shutil
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import filelock
import pytest

import index.derived
import index.generation
import index.manifest
import index.storage
from corpus.article import Article, Kind
from corpus.source import Source
from corpus.starter import starter_sources
from corpus.wording import KnownError
from index.embedding import Embedder
from index.library import Library
from index.manifest import Manifest, Vouched
from tests.fake_embedder import FakeEmbedder
from tests.invented import ALL, BAKERY, FERRY, MUSEUM, at, file_of


@pytest.fixture
def filled(library: Library) -> Library:
    library.add_articles(ALL)
    return library


@pytest.fixture
def reopen(home: Path) -> Iterator[Callable[..., Library]]:
    """Opens the home's library as another process would."""
    opened: list[Library] = []

    def open_again(embedder: Embedder | None = None, *, starter: bool = False) -> Library:
        opened.append(Library(home, embedder or FakeEmbedder(), starter=starter))
        return opened[-1]

    yield open_again
    for library in opened:
        library.close()


def titles(library: Library) -> list[str]:
    return [article.title for article in library.snapshot().articles()]


def file_in(folder: Path, name: str) -> str:
    """What the only file of that name in a generation holds."""
    (path,) = folder.rglob(name)
    return path.read_text()


def found(library: Library, query: str, language: str = "fr") -> list[str]:
    """Titles of the articles that hold the words."""
    snapshot = library.snapshot()
    hits = snapshot.lexical.search(query, 50, language)
    return [snapshot.article(hit.passage.article_id).title for hit in hits]


# Adding, changing, removing


def test_files_are_added_and_reported(library: Library, tmp_path: Path) -> None:
    sources = [file_of(BAKERY, tmp_path), file_of(FERRY, tmp_path)]
    report = library.add(sources)
    assert [(a.title, a.language, a.passages, a.source) for a in report.added] == [
        ("Le cahier vert", "fr", 1, "cahier.md"),
        ("Minutes on the quay", "en", 1, "ferry.md"),
    ]
    assert (report.updated, report.unchanged, report.skipped) == ((), (), ())
    assert report.generation == library.snapshot().generation
    stored = library.snapshot().article(report.added[0].article_id)
    assert (stored.text, stored.locator) == (BAKERY.text, str(tmp_path / "cahier.md"))
    assert found(library, "cahier") == ["Le cahier vert"]


def test_an_unchanged_file_costs_nothing(
    library: Library, embedder: FakeEmbedder, tmp_path: Path
) -> None:
    sources = [file_of(BAKERY, tmp_path), file_of(FERRY, tmp_path)]
    generation = library.add(sources).generation
    embedder.embedded.clear()
    report = library.add(sources)
    assert [a.title for a in report.unchanged] == ["Le cahier vert", "Minutes on the quay"]
    assert (report.added, report.updated, report.generation) == ((), (), generation)
    assert embedder.embedded == []


def test_one_more_article_costs_one_article(filled: Library, embedder: FakeEmbedder) -> None:
    embedder.embedded.clear()
    new = Article(title="Neuf", text="Un seul kiosque vend des cerfs-volants.", language="fr")
    filled.add_articles([new])
    assert embedder.embedded == ["Neuf\nUn seul kiosque vend des cerfs-volants."]


def test_a_changed_file_updates_its_article(
    library: Library, embedder: FakeEmbedder, tmp_path: Path
) -> None:
    library.add([file_of(BAKERY, tmp_path), file_of(FERRY, tmp_path)])
    changed = replace(BAKERY, text=BAKERY.text.replace("cahier", "registre"))
    embedder.embedded.clear()
    report = library.add([file_of(changed, tmp_path)])
    assert [(a.article_id, a.title) for a in report.updated] == [(changed.id, "Le cahier vert")]
    assert sorted(titles(library)) == ["Le cahier vert", "Minutes on the quay"]
    assert library.snapshot().article(changed.id).text == changed.text
    with pytest.raises(KnownError):
        library.snapshot().article(BAKERY.id)
    assert found(library, "registre") == ["Le cahier vert"]
    assert embedder.embedded == [f"{changed.title}\n{changed.text}"]  # its one passage


def test_new_metadata_alone_are_an_update(library: Library) -> None:
    library.add_articles([BAKERY])
    study = replace(BAKERY, kind=Kind.STUDY, title="Le cahier")
    report = library.add_articles([study])
    assert [a.title for a in report.updated] == ["Le cahier"]
    assert library.snapshot().articles() == (study,)


def test_the_same_content_under_another_name_is_skipped(library: Library, tmp_path: Path) -> None:
    library.add([file_of(BAKERY, tmp_path)])
    report = library.add([file_of(BAKERY, tmp_path, "copie.md")])
    (skipped,) = report.skipped
    assert skipped.source == "copie.md"
    assert "already has this text: “Le cahier vert”" in skipped.reason.en
    assert "from cahier.md" in skipped.reason.en
    assert titles(library) == ["Le cahier vert"]


def test_a_near_duplicate_is_added_and_reported(filled: Library) -> None:
    slightly = replace(at(FERRY, "/f2"), text=FERRY.text.replace("twelve", "eleven"), title="F2")
    report = filled.add_articles([slightly])
    assert [a.title for a in report.added] == ["F2"]
    (near,) = report.near_duplicates
    assert (near.title, near.resembles_title, near.resembles_id) == (
        "F2",
        "Minutes on the quay",
        FERRY.id,
    )


def test_an_unreadable_source_does_not_hold_up_the_rest(library: Library, tmp_path: Path) -> None:
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7 nothing more")
    broken = replace_location(file_of(MUSEUM, tmp_path), tmp_path / "broken.pdf")
    report = library.add([broken, file_of(BAKERY, tmp_path)])
    assert [s.source for s in report.skipped] == ["broken.pdf"]
    assert titles(library) == ["Le cahier vert"]


def replace_location(source: Source, path: Path) -> Source:
    return replace(source, name=path.name, location=path, locator=str(path))


def test_removed_articles_are_gone_from_search_and_files(filled: Library, home: Path) -> None:
    generation = filled.remove([BAKERY.id])
    assert generation == filled.snapshot().generation
    assert titles(filled) == [a.title for a in ALL[1:]]
    assert found(filled, "boulangerie") == []
    # More than a fifth of its segment is gone: the segment was written anew without it.
    assert BAKERY.id not in file_in(home / "index" / f"gen-{generation:06d}", "passages.jsonl")
    assert BAKERY.id not in file_in(home / "index" / f"gen-{generation:06d}", "manifest.json")
    filled.remove([FERRY.id])  # after one more publication no trace of the first one is kept
    remaining = list((home / "index").rglob("passages.jsonl"))
    assert not any(BAKERY.id in path.read_text() for path in remaining)
    with pytest.raises(KnownError):
        filled.snapshot().article(BAKERY.id)


def test_removing_what_is_not_there_removes_nothing(filled: Library) -> None:
    before = filled.snapshot()
    with pytest.raises(KnownError, match="no article ffffffffffffffff"):
        filled.remove([BAKERY.id, "f" * 16])
    assert filled.snapshot() is before
    assert filled.remove([]) == before.generation


def test_a_removed_article_can_come_back(filled: Library, embedder: FakeEmbedder) -> None:
    filled.remove([BAKERY.id])
    embedder.embedded.clear()
    filled.add_articles([BAKERY])
    assert titles(filled) == [a.title for a in (*ALL[1:], BAKERY)]
    assert found(filled, "boulangerie") == ["Le cahier vert"]
    assert embedder.embedded == []  # its vectors are remembered


def test_files_that_exchange_their_texts_are_both_kept(library: Library, tmp_path: Path) -> None:
    library.add([file_of(BAKERY, tmp_path, "a.md"), file_of(FERRY, tmp_path, "b.md")])
    sources = [file_of(FERRY, tmp_path, "a.md"), file_of(BAKERY, tmp_path, "b.md")]
    report = library.add(sources)
    assert [(a.source, a.title) for a in report.updated] == [
        ("a.md", "Minutes on the quay"),
        ("b.md", "Le cahier vert"),
    ]
    assert {a.text for a in library.snapshot().articles()} == {BAKERY.text, FERRY.text}
    assert library.add(sources).generation == report.generation


def test_only_two_generations_are_kept(filled: Library, home: Path) -> None:
    for article in ALL[:3]:
        filled.remove([article.id])
    live = filled.snapshot().generation
    assert sorted(path.name for path in (home / "index").iterdir()) == [
        "CURRENT",
        f"gen-{live - 1:06d}",
        f"gen-{live:06d}",
    ]


def test_progress_is_told_stage_by_stage(library: Library, tmp_path: Path) -> None:
    steps: list[tuple[str, int, int]] = []
    library.add([file_of(MUSEUM, tmp_path)], progress=lambda *step: steps.append(step))
    assert steps == [  # one passage is one text
        ("read", 0, 1),
        ("read", 1, 1),
        ("embed", 1, 1),
        ("publish", 0, 1),
        ("publish", 1, 1),
    ]


# The starter library


def test_the_starter_library_is_there_once_and_not_again(
    home: Path, reopen: Callable[..., Library]
) -> None:
    library = reopen(starter=True)
    articles = library.snapshot().articles()
    assert [a.source for a in articles] == [s.name for s in starter_sources()] != []
    assert all(a.is_note for a in articles)
    library.remove([a.id for a in articles])
    assert reopen(starter=True).snapshot().articles() == ()


def test_a_library_begun_without_the_starter_library_stays_so(
    library: Library, reopen: Callable[..., Library]
) -> None:
    assert titles(library) == []
    assert titles(reopen(starter=True)) == []


# Files that are not whole


def mended(library: Library, home: Path) -> None:
    """Refused with the command that mends it; and the command mends it."""
    with pytest.raises(KnownError) as error:
        library.snapshot()
    assert "run: cxlit rebuild" in error.value.wording.en
    assert "lancez\u00a0: cxlit rebuild" in error.value.wording.fr
    with pytest.raises(KnownError, match="cxlit rebuild"):
        library.add_articles([Article(title="Neuf", text="Un kiosque.", language="fr")])
    library.rebuild()
    assert library.snapshot().articles() == ALL
    assert found(library, "boulangerie") == ["Le cahier vert"]


def live_folder(home: Path) -> Path:
    return home / "index" / (home / "index" / "CURRENT").read_text().strip()


@pytest.mark.parametrize(
    "name",
    [
        "manifest.json",
        "passages.jsonl",
        "vectors.faiss",
        "sentences.npy",
        "tokens.npy",
        "terms.npz",
    ],
)
@pytest.mark.parametrize("damage", ["truncated", "removed"])
def test_a_damaged_index_is_refused_and_rebuilt(
    filled: Library, home: Path, reopen: Callable[..., Library], name: str, damage: str
) -> None:
    (path,) = live_folder(home).rglob(name)
    if damage == "removed":
        path.unlink()
    else:
        path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    mended(reopen(), home)


def test_a_lost_generation_is_refused_and_rebuilt(
    filled: Library, home: Path, reopen: Callable[..., Library]
) -> None:
    shutil.rmtree(live_folder(home))
    mended(reopen(), home)


def test_a_lost_index_is_refused_and_rebuilt(
    filled: Library, home: Path, reopen: Callable[..., Library]
) -> None:
    shutil.rmtree(home / "index")
    mended(reopen(starter=True), home)


def test_a_flipped_bit_is_refused_and_rebuilt(
    filled: Library, home: Path, reopen: Callable[..., Library]
) -> None:
    (path,) = live_folder(home).rglob("vectors.faiss")
    data = bytearray(path.read_bytes())
    data[-5] ^= 1
    path.write_bytes(data)
    library = reopen()
    with pytest.raises(KnownError, match=r"vectors\.faiss is missing or damaged.* cxlit rebuild"):
        library.snapshot()
    library.rebuild()
    assert library.snapshot().articles() == ALL


def test_a_generation_of_another_library_is_refused_and_rebuilt(
    filled: Library, home: Path, tmp_path: Path, reopen: Callable[..., Library]
) -> None:
    other = Library(tmp_path / "other", FakeEmbedder(), starter=False)
    other.add_articles([Article(title="Autre", text="Un autre texte.", language="fr")])
    other.close()
    shutil.rmtree(live_folder(home))
    shutil.copytree(live_folder(tmp_path / "other"), live_folder(home))
    mended(reopen(), home)


def test_an_index_of_another_model_is_refused_and_rebuilt(
    filled: Library, home: Path, reopen: Callable[..., Library]
) -> None:
    other = FakeEmbedder("another model")
    library = reopen(other)
    with pytest.raises(KnownError, match="another embedding model"):
        library.snapshot()
    mended(library, home)
    assert json.loads((live_folder(home) / "manifest.json").read_text())["embedding"] == (
        "another model"
    )
    with pytest.raises(KnownError, match="cxlit rebuild"):
        reopen(FakeEmbedder()).snapshot()


@pytest.mark.parametrize("text", [None, "", "gen-", "garbage\n", "gen-0000"])
def test_without_current_the_right_generation_is_still_read(
    filled: Library, home: Path, reopen: Callable[..., Library], text: str | None
) -> None:
    filled.remove([BAKERY.id])
    expected = filled.snapshot()
    current = home / "index" / "CURRENT"
    if text is None:
        current.unlink()
    else:
        current.write_text(text)
    library = reopen(starter=True)
    snapshot = library.snapshot()
    assert (snapshot.generation, snapshot.fingerprint) == (
        expected.generation,
        expected.fingerprint,
    )
    assert snapshot.articles() == ALL[1:]
    library.add_articles([BAKERY])  # and CURRENT is there again
    assert current.read_text() == f"gen-{expected.generation + 1:06d}\n"


def test_a_damaged_library_file_is_refused(
    filled: Library, home: Path, reopen: Callable[..., Library]
) -> None:
    filled.close()
    (home / "library.db").write_bytes(b"dear diary " * 500)
    with pytest.raises(KnownError, match=r"library\.db cannot be read .* backup"):
        reopen()


@pytest.mark.parametrize("how", ["removed", "emptied"])
def test_a_lost_library_file_is_no_silent_new_start(
    filled: Library, home: Path, reopen: Callable[..., Library], how: str
) -> None:
    filled.close()
    path = home / "library.db"
    aside = home / "aside.db"
    path.rename(aside)
    if how == "emptied":
        path.touch()
    for _ in range(2):  # the refusal itself must not create the file
        with pytest.raises(KnownError, match=r"library\.db is missing.* backup") as error:
            reopen(starter=True)
    assert "sauvegarde" in error.value.wording.fr
    aside.replace(path)
    assert reopen().snapshot().articles() == ALL


def test_an_older_library_file_is_refused_until_it_is_indexed(
    library: Library, home: Path, reopen: Callable[..., Library]
) -> None:
    library.add_articles(ALL[:2])
    library.close()
    shutil.copy(home / "library.db", home / "backup.db")
    later = reopen()
    later.add_articles(ALL[2:])
    later.close()
    shutil.copy(home / "backup.db", home / "library.db")
    restored = reopen()
    with pytest.raises(KnownError, match=r"articles that library\.db does not.* cxlit rebuild"):
        restored.snapshot()
    restored.rebuild()
    assert restored.snapshot().articles() == ALL[:2]
    assert found(restored, "musée grille") == []


def test_a_home_that_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(KnownError, match=r"cannot be written .* CXLIT_HOME"):
        Library(tmp_path / "file" / "home", FakeEmbedder(), starter=False)


# More than one at a time


def test_two_writers_at_once_both_succeed(library: Library, reopen: Callable[..., Library]) -> None:
    halves = [[at(a, f"/{n}/{a.source}") for a in ALL[n::2]] for n in range(2)]
    libraries = [library, reopen()]
    together = threading.Barrier(2)
    errors: list[BaseException] = []

    def add(number: int) -> None:
        try:
            together.wait()
            for article in halves[number]:
                libraries[number].add_articles([article])
        except BaseException as error:  # noqa: BLE001 - told to the thread that tests
            errors.append(error)

    threads = [threading.Thread(target=add, args=(number,)) for number in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    for each in (*libraries, reopen()):
        assert {a.id for a in each.snapshot().articles()} == {a.id for a in ALL}
        assert each.snapshot().generation == 1 + len(ALL)
        assert found(each, "boulangerie") == ["Le cahier vert"]


def test_a_writer_that_waits_too_long_is_told_so(
    filled: Library, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index.storage, "WRITER_PATIENCE_S", 0.0)
    before = filled.snapshot()
    holding = threading.Event()
    done = threading.Event()

    def hold() -> None:
        with filelock.FileLock(home / "writer.lock"):
            holding.set()
            done.wait()

    other = threading.Thread(target=hold)
    other.start()
    holding.wait()
    try:
        with pytest.raises(KnownError, match="Another cxlit is changing this library"):
            filled.remove([BAKERY.id])
        assert filled.snapshot() is before  # readers do not wait
        assert found(filled, "boulangerie") == ["Le cahier vert"]
    finally:
        done.set()
        other.join()
    filled.remove([BAKERY.id])


@pytest.mark.parametrize("moment", ["before", "verified"])
def test_a_reader_that_is_overtaken_twice_reads_the_newest(
    filled: Library,
    reopen: Callable[..., Library],
    monkeypatch: pytest.MonkeyPatch,
    moment: str,
) -> None:
    """The generation disappears while it is being loaded: before, or between two files."""
    writer = reopen()
    reader = reopen()
    overtaken: list[bool] = []

    def overtake() -> None:
        if not overtaken:
            overtaken.append(True)
            writer.remove([BAKERY.id])
            writer.remove([FERRY.id])

    read_manifest = index.manifest.read_manifest

    def read(folder: Path) -> Manifest:
        if moment == "before":
            overtake()
        return read_manifest(folder)

    verify = index.manifest.verify

    def verified(folder: Path, files: Mapping[str, Vouched]) -> None:
        if moment == "verified" and threading.current_thread().name == "reader":
            overtake_elsewhere()
        verify(folder, files)

    def overtake_elsewhere() -> None:
        thread = threading.Thread(target=overtake, name="writer")
        thread.start()
        thread.join()

    monkeypatch.setattr(index.derived, "read_manifest", read)
    monkeypatch.setattr(index.generation, "verify", verified)
    seen: list[tuple[Article, ...]] = []
    thread = threading.Thread(
        target=lambda: seen.append(reader.snapshot().articles()), name="reader"
    )
    thread.start()
    thread.join()
    assert overtaken == [True]
    assert seen == [ALL[2:]]
