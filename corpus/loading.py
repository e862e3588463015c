"""From bytes to a loaded document: which loader, and what is refused before one is asked.

A new format is one file in `corpus/loaders/` and one line in `FORMATS`.
"""

from importlib import import_module
from pathlib import PurePath
from typing import NamedTuple, Protocol, cast

from corpus.loaded import LONGEST_TEXT, Loaded
from corpus.sniffing import sniffed_suffix
from corpus.wording import KnownError

_MIB = 1024 * 1024


class Format(NamedTuple):
    """How one kind of file is read: its loader's module and the most bytes it may have."""

    module: str
    most_bytes: int


_TEXT = Format("corpus.loaders.text", 8 * _MIB)  # 2,000,000 characters of four bytes
_MARKDOWN = Format("corpus.loaders.markdown", 8 * _MIB)
_HTML = Format("corpus.loaders.html", 8 * _MIB)

FORMATS = {
    ".txt": _TEXT,
    ".md": _MARKDOWN,
    ".markdown": _MARKDOWN,
    ".html": _HTML,
    ".htm": _HTML,
    ".pdf": Format("corpus.loaders.pdf", 32 * _MIB),  # pictures count, too
    ".docx": Format("corpus.loaders.docx", 32 * _MIB),
}
MOST_BYTES = max(each.most_bytes for each in FORMATS.values())


class Loader(Protocol):
    """The one function of every module in `corpus/loaders/`."""

    def __call__(self, data: bytes) -> Loaded:
        """Read `data`. Raises KnownError for unreadable data."""


def load(data: bytes, name: str) -> Loaded:
    """Read the document in `data` with the loader for its content, or else for its name.

    Raises KnownError for an empty, too large, unsupported or unreadable document.
    """
    if not data.strip(b"\0 \t\r\n\f\xef\xbb\xbf\xfe\xff"):
        raise KnownError(
            en="The file is empty. Check that it was saved or downloaded completely.",
            fr="Le fichier est vide. Vérifiez qu’il a été enregistré ou téléchargé en entier.",
        )
    form = _format_of(name, data)
    check_size(len(data), form.most_bytes)
    loaded = _loader(form)(data)
    if len(loaded.text) > LONGEST_TEXT:
        length, most = f"{len(loaded.text):,}", f"{LONGEST_TEXT:,}"
        raise KnownError(
            en=f"The text has {length} characters; at most {most} are read. Split it into several "
            "files.",
            fr=f"Le texte compte {_in_french(length)} caractères ; {_in_french(most)} au plus sont "
            "lus. Découpez-le en plusieurs fichiers.",
        )
    return loaded


def _format_of(name: str, data: bytes) -> Format:
    """Return the format that the content proves, or the one that the name claims.

    Raises KnownError when neither is one that can be read, or when a binary format is
    claimed and the content is not of it.
    """
    claimed = PurePath(name).suffix.lower()
    proved = sniffed_suffix(data)
    if proved and not (proved == ".html" and claimed in {".md", ".markdown"}):
        return FORMATS[proved]
    if claimed in {".pdf", ".docx"}:
        kind = claimed.removeprefix(".").upper()
        raise KnownError(
            en=f"The file is named {claimed} but is no {kind} document. Export it again, or "
            "give it the extension of what it is.",
            fr=f"Le fichier s’appelle {claimed} mais n’est pas un document {kind}. Exportez-le "
            "de nouveau, ou donnez-lui l’extension de ce qu’il est.",
        )
    if claimed not in FORMATS:
        raise unsupported(claimed)
    return FORMATS[claimed]


def check_size(size: int, most_bytes: int) -> None:
    """Raise KnownError when a document of `size` bytes is larger than `most_bytes`."""
    if size > most_bytes:
        megabytes, most = f"{size / _MIB:.1f}", most_bytes // _MIB
        raise KnownError(
            en=f"The file has {megabytes} MB; at most {most} MB of this format are read. "
            "Split it or leave out its pictures.",
            fr=f"Le fichier pèse {_in_french(megabytes)} Mo ; {most} Mo au plus sont lus dans ce "
            "format. Découpez-le ou retirez-en les images.",
        )


def unsupported(suffix: str) -> KnownError:
    """Return the error for a file whose extension no loader knows."""
    known = ", ".join(FORMATS)
    return KnownError(
        en=f"Files {suffix or 'without extension'} are not read. Convert this one to one of: "
        f"{known}.",
        fr=f"Les fichiers {suffix or 'sans extension'} ne sont pas lus. Convertissez celui-ci dans "
        f"l’un de ces formats : {known}.",
    )


def _loader(form: Format) -> Loader:
    # Imported at the first use: lxml, pypdf and python-docx are slow to import.
    return cast(Loader, import_module(form.module).load)


def _in_french(number: str) -> str:
    """An English number as French writes it: "1,234.5" as "1 234,5"."""
    return number.translate(str.maketrans(",.", "\u00a0,"))
