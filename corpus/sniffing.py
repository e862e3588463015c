"""What a file really is, by its first bytes; the extension is only what it claims to be."""

import io
import re
import zipfile

from corpus.wording import KnownError, Wording

_IMAGE = Wording(en="an image", fr="une image")
_ARCHIVE = Wording(en="an archive", fr="une archive")
_MEDIA = Wording(en="a sound or a video", fr="un son ou une vidéo")
_PROGRAM = Wording(en="a program", fr="un programme")
_OLD_OFFICE = Wording(
    en="an old Office document (.doc, .xls, .ppt)",
    fr="un ancien document Office (.doc, .xls, .ppt)",
)
_RICH_TEXT = Wording(en="a rich text document (RTF)", fr="un document RTF")

# Signatures: https://en.wikipedia.org/wiki/List_of_file_signatures
_UNREADABLE = (
    (b"\x89PNG", _IMAGE),
    (b"\xff\xd8\xff", _IMAGE),
    (b"GIF8", _IMAGE),
    (b"II*\x00", _IMAGE),
    (b"MM\x00*", _IMAGE),
    (b"\x1f\x8b", _ARCHIVE),
    (b"7z\xbc\xaf", _ARCHIVE),
    (b"Rar!", _ARCHIVE),
    (b"ID3", _MEDIA),
    (b"RIFF", _MEDIA),
    (b"\x7fELF", _PROGRAM),
    (b"MZ\x90", _PROGRAM),
    (b"\xd0\xcf\x11\xe0", _OLD_OFFICE),
    (b"{\\rtf", _RICH_TEXT),
)
_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}>\s*)?<(?:!doctype\s+html|html)\b", re.I
)
_PDF_WINDOW = 1024  # bytes; readers accept that much junk before the mark %PDF-


def sniffed_suffix(data: bytes) -> str:
    """Return ".pdf", ".docx" or ".html" when the first bytes prove it, "" when they do not.

    Raises KnownError when they prove that the file is nothing that can be read.
    """
    if b"%PDF-" in data[:_PDF_WINDOW]:
        return ".pdf"
    if data.startswith(b"PK\x03\x04"):
        if _holds_word_document(data):
            return ".docx"
        raise _unreadable(_ARCHIVE)
    for signature, what in _UNREADABLE:
        if data.startswith(signature):
            raise _unreadable(what)
    return ".html" if _HTML.match(data[:_PDF_WINDOW]) else ""


def _holds_word_document(data: bytes) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return "word/document.xml" in archive.namelist()
    except zipfile.BadZipFile:
        # Cut short: the DOCX loader has the better sentence for that.
        return b"word/" in data[: _PDF_WINDOW * 64]


def _unreadable(what: Wording) -> KnownError:
    return KnownError(
        en=f"This is {what.en}, whatever its name says. Export its text as TXT, PDF or DOCX "
        "and add that.",
        fr=f"C’est {what.fr}, quoi qu’en dise son nom. Exportez son texte en TXT, PDF ou DOCX "
        "et ajoutez ce fichier.",
    )
