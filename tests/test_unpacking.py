"""ZIP archives: what is inside is read as in a folder, and nothing gets out of them."""

import io
import os
import stat
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path, PurePosixPath

import pytest

import corpus.unpacking
from corpus.finding import find_sources
from corpus.reading import read_article
from corpus.source import Source
from corpus.unpacking import unpacked

TEXT = b"Le cahier vert de la boulangerie est relu chaque lundi."
Member = tuple[str | zipfile.ZipInfo, bytes]


@pytest.fixture
def archive(tmp_path: Path) -> Callable[..., Source]:
    """Makes reports.zip from members, changed afterwards where a test wants it broken."""

    def make(*members: Member, change: Callable[[bytes], bytes] = lambda data: data) -> Source:
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packing:
            for name, data in members:
                packing.writestr(name, data)
        path = tmp_path / "reports.zip"
        path.write_bytes(change(made.getvalue()))
        return Source("docs/reports.zip", path, str(path))

    return make


def reasons(source: Source) -> dict[str, str]:
    """What is skipped, and why, when nothing can be had."""
    with unpacked([source]) as (found, skipped):
        assert found == []
        assert all(entry.reason.fr != entry.reason.en for entry in skipped)
        return {entry.source: entry.reason.en for entry in skipped}


def test_a_member_is_a_source_of_its_own(archive: Callable[..., Source], tmp_path: Path) -> None:
    other = Source("other.txt", tmp_path / "other.txt", "other")
    source = archive(
        ("2016/cahier.txt", TEXT),
        ("2016/cahier.txt.meta.yaml", b"title: Le cahier\ndate: 2016"),
        ("2016/", b""),
        ("2016/.hidden.txt", TEXT),
        ("__MACOSX/2016/._cahier.txt", b"\0"),
        ("a.md", b"# Un titre\n\n" + TEXT),
    )
    with unpacked([source, other]) as (found, skipped):
        assert skipped == []
        assert [each.name for each in found] == [
            "docs/reports.zip/2016/cahier.txt",
            "docs/reports.zip/a.md",
            "other.txt",
        ]
        assert found[0].locator == f"{source.locator}/2016/cahier.txt"
        article = read_article(found[0])
        assert (article.title, article.date) == ("Le cahier", "2016")
        assert article.text == TEXT.decode()
        place = found[0].location
        assert isinstance(place, Path)
    assert not place.exists()


def test_nothing_stays_when_reading_is_interrupted(archive: Callable[..., Source]) -> None:
    with (
        pytest.raises(KeyboardInterrupt),
        unpacked([archive(("a.txt", TEXT))]) as (found, _),
    ):
        place = found[0].location
        raise KeyboardInterrupt
    assert isinstance(place, Path)
    assert not place.parent.parent.exists()


def test_an_archive_in_a_folder_is_found(archive: Callable[..., Source], tmp_path: Path) -> None:
    archive(("a.txt", TEXT))
    (tmp_path / "PLUS.ZIP").write_bytes((tmp_path / "reports.zip").read_bytes())
    sources, skipped = find_sources([str(tmp_path)])
    assert skipped == []
    with unpacked(sources) as (found, _):
        assert sorted(each.locator for each in found) == [
            f"{tmp_path}/PLUS.ZIP/a.txt",
            f"{tmp_path}/reports.zip/a.txt",
        ]


def test_a_word_document_is_no_archive(archive: Callable[..., Source]) -> None:
    source = archive(("word/document.xml", b"<w:document/>"))
    with unpacked([source]) as (found, _):
        assert found == [source]


@pytest.mark.parametrize(
    "name", ["../out.txt", "/out.txt", "a/../../out.txt", "C:/out.txt", "C:\\out.txt", "..\\o.txt"]
)
def test_no_name_leads_out(archive: Callable[..., Source], tmp_path: Path, name: str) -> None:
    out = PurePosixPath(name.replace("\\", "/")).name
    before = set(tmp_path.parent.rglob(out))
    shown = name.replace("\\", "/")
    (skipped,) = reasons(archive((name, TEXT))).items()
    assert skipped[0] == f"docs/reports.zip/{shown}"
    assert "leads out of the archive" in skipped[1]
    assert set(tmp_path.parent.rglob(out)) == before


def test_what_is_no_document_is_named(archive: Callable[..., Source]) -> None:
    link = zipfile.ZipInfo("link.txt")
    link.create_system = 3
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    told = reasons(archive(("in.zip", b"PK"), ("photo.png", b"x"), (link, b"/etc/passwd")))
    assert "archive inside the archive" in told["docs/reports.zip/in.zip"]
    assert ".png are not read" in told["docs/reports.zip/photo.png"]
    assert "This is a link" in told["docs/reports.zip/link.txt"]


@pytest.mark.parametrize(
    ("flags", "raw", "meant"),
    [
        (0, "café.txt".encode(), "café.txt"),  # macOS
        (0, "caf\xe9.txt".encode("cp437"), "café.txt"),  # Windows
        (0x800, "café.txt".encode(), "café.txt"),
        (0, b"a\\b.txt", "a/b.txt"),
    ],
)
def test_names_are_read_as_they_were_meant(
    archive: Callable[..., Source], flags: int, raw: bytes, meant: str
) -> None:
    stand_in = b"x" * len(raw)

    def rename(data: bytes) -> bytes:
        changed = bytearray(data.replace(stand_in, raw))
        for at, offset in ((changed.find(b"PK\x03\x04"), 6), (changed.find(b"PK\x01\x02"), 8)):
            changed[at + offset : at + offset + 2] = struct.pack("<H", flags)
        return bytes(changed)

    source = archive((stand_in.decode(), TEXT), change=rename)
    with unpacked([source]) as (found, skipped):
        assert (found[0].name, skipped) == (f"docs/reports.zip/{meant}", [])


def encrypted(data: bytes) -> bytes:
    changed = bytearray(data)
    changed[changed.find(b"PK\x03\x04") + 6] |= 1
    changed[changed.find(b"PK\x01\x02") + 8] |= 1
    return bytes(changed)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (encrypted, "protected by a password"),
        (lambda data: data[:-30], "damaged or no ZIP"),
        (lambda data: b"not a zip", "damaged or no ZIP"),
        (lambda data: b"", "damaged or no ZIP"),
        (lambda data: data[:10] + b"\xff" * 20 + data[30:], "damaged"),
    ],
)
def test_an_unusable_archive_is_refused_with_a_sentence(
    archive: Callable[..., Source], change: Callable[[bytes], bytes], words: str
) -> None:
    (told,) = reasons(archive(("a.txt", TEXT), change=change)).values()
    assert words in told


def test_a_damaged_member_leaves_the_others(archive: Callable[..., Source]) -> None:
    stored = zipfile.ZipInfo("b.txt")
    stored.compress_type = zipfile.ZIP_STORED
    source = archive(
        ("a.txt", b"Bonjour."), (stored, TEXT), change=lambda d: d.replace(b"cahier", b"CAHIER")
    )
    with unpacked([source]) as (found, skipped):
        assert [each.name for each in found] == ["docs/reports.zip/a.txt"]
        assert [entry.source for entry in skipped] == ["docs/reports.zip/b.txt"]
        assert "damaged" in skipped[0].reason.en


@pytest.mark.parametrize("name", ["x" * 300 + ".txt", "a.txt/b.txt"])
def test_a_name_that_no_disk_takes_is_skipped(archive: Callable[..., Source], name: str) -> None:
    with unpacked([archive(("a.txt", TEXT), (name, TEXT))]) as (found, skipped):
        assert (len(found), len(skipped)) == (1, 1)


def test_an_archive_without_a_file(archive: Callable[..., Source]) -> None:
    (told,) = reasons(archive(("empty/", b""))).values()
    assert "holds no file to read" in told


# Bombs. What is announced is changed to a lie in some of them.


def lying(data: bytes) -> bytes:
    """Every member says that it has 9 bytes."""
    changed = bytearray(data)
    for mark, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = changed.find(mark)
        while at >= 0:
            changed[at + offset : at + offset + 4] = struct.pack("<I", 9)
            at = changed.find(mark, at + 4)
    return bytes(changed)


def test_a_member_that_grows_too_large_is_skipped(
    archive: Callable[..., Source], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(corpus.unpacking, "MOST_BYTES", 1024 * 1024)
    large = b" " * (3 * 1024 * 1024)
    source = archive(("a.txt", TEXT), ("large.txt", large))
    with unpacked([source]) as (found, skipped):
        assert [each.name for each in found] == ["docs/reports.zip/a.txt"]
        assert "The file has 3.0 MB; at most 1 MB" in skipped[0].reason.en
    with unpacked([archive(("large.txt", large), change=lying)]) as (found, skipped):
        assert (found, len(skipped)) == ([], 1)


def test_an_archive_that_grows_too_large_is_refused(
    archive: Callable[..., Source], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(corpus.unpacking, "MOST_UNPACKED", 100)
    (told,) = reasons(archive(("a.txt", b"x" * 60), ("b.txt", b"y" * 60))).values()
    assert "Unpacked, the archive has more than" in told


def test_an_archive_of_too_many_files_is_refused(
    archive: Callable[..., Source], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(corpus.unpacking, "MOST_MEMBERS", 2)
    (told,) = reasons(archive(*((f"{n}.txt", TEXT) for n in range(3)))).values()
    assert "The archive holds 3 files; at most 2 are read" in told


def test_an_archive_that_may_not_be_read(archive: Callable[..., Source]) -> None:
    source = archive(("a.txt", TEXT))
    if os.geteuid() == 0:
        pytest.skip("root may read everything")
    Path(source.location).chmod(0)
    (told,) = reasons(source).values()
    assert "cannot be read or unpacked" in told
