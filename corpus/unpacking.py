"""ZIP archives of documents: every document inside is a source of its own.

What an archive says of itself is not believed: names may lead out of it, sizes may lie, and
forty kilobytes may unpack into gigabytes. Everything is counted while it is unpacked.
"""

import errno
import lzma
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from corpus.declared import is_sidecar
from corpus.loading import FORMATS, MOST_BYTES, check_size, unsupported
from corpus.source import Skipped, Source
from corpus.wording import KnownError

ARCHIVE_SUFFIX = ".zip"
MOST_MEMBERS = 5_000
MOST_UNPACKED = 1024 * 1024 * 1024  # bytes of all documents of one archive

_CHUNK = 1024 * 1024
_UTF8_NAME = 0x800  # flag bits of a member: APPNOTE.TXT 4.4.4
_ENCRYPTED = 0x1
_WORD_DOCUMENT = "word/document.xml"  # a DOCX under another name
_DAMAGED = (
    zipfile.BadZipFile, NotImplementedError, EOFError, ValueError, struct.error, zlib.error,
    lzma.LZMAError,
)  # fmt: skip
_DISK_FULL = (errno.ENOSPC, errno.EDQUOT)


@contextmanager
def unpacked(sources: Sequence[Source]) -> Iterator[tuple[list[Source], list[Skipped]]]:
    """The sources, each archive among them replaced by its documents, and what is not taken.

    The documents lie in a temporary folder that is deleted at the end of the context. Each is
    named and located as if the archive were a folder: "reports.zip/2016/effort.pdf".
    """
    found: list[Source] = []
    skipped: list[Skipped] = []
    with TemporaryDirectory(prefix="cxlit-") as folder:
        for number, source in enumerate(sources):
            if not is_archive(source.location):
                found.append(source)
                continue
            try:
                inside, refused = _documents(source, Path(folder, str(number)))
                found += inside
                skipped += refused
            except KnownError as error:
                skipped.append(Skipped(source.name, error.wording))
        yield found, skipped


def is_archive(location: Path | str) -> bool:
    return (
        isinstance(location, Path)
        and location.suffix.lower() == ARCHIVE_SUFFIX
        and location.is_file()
    )


def _documents(source: Source, folder: Path) -> tuple[list[Source], list[Skipped]]:
    """Raises KnownError when nothing in the archive can be had."""
    try:
        with zipfile.ZipFile(source.location) as archive:
            if _WORD_DOCUMENT in archive.namelist():
                return [source], []
            return _unpacked(archive, source, folder)
    except _DAMAGED as error:
        raise _damaged() from error
    except OSError as error:
        raise KnownError(
            en=f"The archive cannot be read or unpacked ({error.strerror}). Check that you may "
            "read it and that there is room on the disk.",
            fr=f"L’archive ne peut pas être lue ou décompressée ({error.strerror}). Vérifiez que "
            "vous pouvez la lire et qu’il reste de la place sur le disque.",
        ) from error


def _unpacked(
    archive: zipfile.ZipFile, source: Source, folder: Path
) -> tuple[list[Source], list[Skipped]]:
    members = {_name(member): member for member in _visible(archive)}
    _check(members)
    found: list[Source] = []
    skipped: list[Skipped] = []
    total = 0
    for name, member in sorted(members.items()):
        shown = f"{source.name}/{name}"
        path = folder / name
        try:
            _check_member(name, member)
            total += _unpack(archive, member, path)
        except KnownError as error:
            skipped.append(Skipped(shown, error.wording))
            continue
        if total > MOST_UNPACKED:
            raise _too_large()
        if not is_sidecar(name):
            found.append(Source(shown, path, f"{source.locator}/{name}"))
    return found, skipped


def _visible(archive: zipfile.ZipFile) -> Iterator[zipfile.ZipInfo]:
    """All files but hidden ones, as in a folder; macOS adds a hidden twin to every file."""
    for member in archive.infolist():
        parts = PurePosixPath(_name(member)).parts
        hidden = any(p == "__MACOSX" or (p.startswith(".") and p != "..") for p in parts)
        if not member.is_dir() and not hidden:
            yield member


def _name(member: zipfile.ZipInfo) -> str:
    """The name as it was meant: macOS writes UTF-8, and Windows backslashes, unannounced."""
    name = member.filename.replace("\\", "/")
    if member.flag_bits & _UTF8_NAME:
        return name
    try:
        return name.encode("cp437").decode("utf-8")
    except UnicodeError:
        return name


def _check(members: dict[str, zipfile.ZipInfo]) -> None:
    """Raise KnownError for an archive that is refused as a whole."""
    if not members:
        raise KnownError(
            en="The archive holds no file to read. Put articles into it, or give another.",
            fr="L’archive ne contient aucun fichier à lire. Placez-y des articles, ou donnez-en "
            "une autre.",
        )
    if len(members) > MOST_MEMBERS:
        raise KnownError(
            en=f"The archive holds {len(members)} files; at most {MOST_MEMBERS} are read. Split "
            "it, or unpack it and add the folder.",
            fr=f"L’archive contient {len(members)} fichiers ; {MOST_MEMBERS} au plus sont lus. "
            "Découpez-la, ou décompressez-la et ajoutez le dossier.",
        )
    if any(member.flag_bits & _ENCRYPTED for member in members.values()):
        raise KnownError(
            en="The archive is protected by a password. Unpack it and add the folder.",
            fr="L’archive est protégée par un mot de passe. Décompressez-la et ajoutez le dossier.",
        )


def _check_member(name: str, member: zipfile.ZipInfo) -> None:
    """Raise KnownError for a file that is not unpacked."""
    suffix = PurePosixPath(name).suffix.lower()
    if name.startswith("/") or re.match("[A-Za-z]:", name) or ".." in name.split("/"):
        raise KnownError(
            en="The name of this file leads out of the archive. Unpack the archive yourself, and "
            "add the file if you trust it.",
            fr="Le nom de ce fichier mène hors de l’archive. Décompressez vous-même l’archive, et "
            "ajoutez le fichier si vous lui faites confiance.",
        )
    if suffix == ARCHIVE_SUFFIX:
        raise KnownError(
            en="This is an archive inside the archive. Unpack it and add what it holds.",
            fr="C’est une archive dans l’archive. Décompressez-la et ajoutez son contenu.",
        )
    if stat.S_ISLNK(member.external_attr >> 16):
        raise KnownError(
            en="This is a link, not a document. Add the document that it leads to.",
            fr="C’est un lien, pas un document. Ajoutez le document auquel il mène.",
        )
    if suffix not in FORMATS and not is_sidecar(name):
        raise unsupported(suffix)


def _unpack(archive: zipfile.ZipFile, member: zipfile.ZipInfo, path: Path) -> int:
    """The number of bytes written. Raises KnownError for a file that cannot be had."""
    written = 0
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with archive.open(member) as packed, path.open("xb") as plain:
            while chunk := packed.read(_CHUNK):
                written += len(chunk)
                check_size(max(written, member.file_size), MOST_BYTES)
                plain.write(chunk)
    except (*_DAMAGED, OSError) as error:
        if isinstance(error, OSError) and error.errno in _DISK_FULL:
            raise
        raise KnownError(
            en="This file of the archive is damaged, or packed in a way that is not known. Pack "
            "it again as an ordinary ZIP.",
            fr="Ce fichier de l’archive est endommagé, ou compressé d’une façon inconnue. "
            "Recompressez-le en ZIP ordinaire.",
        ) from error
    return written


def _damaged() -> KnownError:
    return KnownError(
        en="The archive is damaged or no ZIP. Check that it was downloaded completely, or pack it "
        "again.",
        fr="L’archive est endommagée ou n’est pas un ZIP. Vérifiez qu’elle a été téléchargée en "
        "entier, ou recompressez-la.",
    )


def _too_large() -> KnownError:
    most = MOST_UNPACKED // 1024**2
    return KnownError(
        en=f"Unpacked, the archive has more than {most} MB. Split it, or unpack it and add the "
        "folder.",
        fr=f"Une fois décompressée, l’archive dépasse {most} Mo. Découpez-la, ou décompressez-la "
        "et ajoutez le dossier.",
    )
