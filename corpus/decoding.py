"""From bytes to characters: the encodings that French and English articles come in."""

import codecs
import re

from corpus.wording import KnownError

# UTF-32 first: its little-endian mark begins with the mark of UTF-16.
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 65_536  # bytes; enough letters to tell encodings apart, and quick on large files

# What French and English texts hold beyond ASCII. Bytes that read as these in Windows-1252
# and as anything else elsewhere are Windows-1252: its guessers confuse it with its neighbours.
_USUAL = frozenset("àâäçéèêëîïôöùûüÿœæÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŒÆ«»‹›‘’“”–—…€°•·™®©§²³½¼\u00a0")
# Labels of Latin-1 and ASCII mean Windows-1252 on the web, where ’ is the byte 0x92:
# https://encoding.spec.whatwg.org/#names-and-labels
_MEANT = {"iso8859-1": "cp1252", "ascii": "cp1252"}
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


def decode_text(data: bytes, *, declared: str = "") -> str:
    """Return the characters of a text file.

    Tried in turn: a byte order mark, UTF-16 without its mark, strict UTF-8, the `declared`
    encoding, Windows-1252, and the best guess of charset-normalizer. Raises KnownError for
    bytes that are no text.
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _checked(_decoded(data, encoding))
    for encoding in (_unmarked_utf16(data), "utf-8", meant_encoding(declared)):
        text = _decoded(data, encoding)
        if text is not None:
            return _checked(text)
    if _looks_like_windows_1252(data[:_SAMPLE]):
        # Five bytes are unassigned in Windows-1252; Latin-1 gives them a (removable) control.
        return _checked(_decoded(data, "cp1252") or data.decode("latin-1"))
    return _checked(_guessed(data))


def meant_encoding(label: str) -> str:
    """What a page or a server means by a label; "" for one that is unknown."""
    try:
        name = codecs.lookup(label).name
    except LookupError:
        return ""
    return _MEANT.get(name, name)


def _decoded(data: bytes, encoding: str) -> str | None:
    if not encoding:
        return None
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _unmarked_utf16(data: bytes) -> str:
    """Latin letters in UTF-16 have a zero in every other byte: which one tells the order."""
    sample = data[:_SAMPLE]
    half = max(len(sample) // 2, 1)
    if sample[1::2].count(0) > 0.4 * half:
        return "utf-16-le"
    if sample[0::2].count(0) > 0.4 * half:
        return "utf-16-be"
    return ""


def _looks_like_windows_1252(sample: bytes) -> bool:
    beyond_ascii = [c for c in sample.decode("cp1252", errors="replace") if ord(c) > 127]
    usual = sum(c in _USUAL for c in beyond_ascii)
    return usual >= 0.8 * len(beyond_ascii)


def _guessed(data: bytes) -> str | None:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    return _decoded(data, best.encoding) if best else None


def _checked(text: str | None) -> str:
    """Refuse what decodes but is no text: more than one control character in a hundred."""
    if text is not None:
        sample = text[:_SAMPLE]
        if "\0" not in sample and len(_CONTROLS.findall(sample)) <= 0.01 * len(sample):
            return text
    raise KnownError(
        en="The content is not text but binary data. Give a text, Markdown, HTML, PDF or "
        "DOCX file.",
        fr="Le contenu n’est pas du texte mais des données binaires. Donnez un fichier texte, "
        "Markdown, HTML, PDF ou DOCX.",
    )
