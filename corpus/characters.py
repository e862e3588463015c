"""Characters and spaces: one form for what looks the same."""

import re
import unicodedata

_LINE_ENDS = re.compile(r"\r\n?|[\u2028\u0085\x0b\x0c]")
_INVISIBLE = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffc]"
)
_SPACES = re.compile(r"[^\S\n]+")
_BLANK_LINES = re.compile(r"\n{2,}")


def tidy_characters(text: str) -> str:
    """Return `text` in Unicode NFC with single spaces, Unix line ends and nothing invisible.

    Every kind of space becomes an ordinary one, also before the French « : ; ? ! » and inside
    « »: a quote then matches whatever keyboard typed it. Leading spaces of a line go.
    """
    text = _LINE_ENDS.sub("\n", text).replace("\u2029", "\n\n")
    text = unicodedata.normalize("NFC", _INVISIBLE.sub("", text))
    text = _SPACES.sub(" ", text)
    lines = "\n".join(line.strip(" ") for line in text.split("\n"))
    return _BLANK_LINES.sub("\n\n", lines).strip("\n")


def folded(text: str) -> str:
    """Return `text` as it is compared: lower case, no accents, straight apostrophes, one space."""
    return " ".join(without_accents(text.replace("’", "'").casefold()).split())


def without_accents(text: str) -> str:
    """Return `text` in Unicode NFKD without its combining marks."""
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(c for c in decomposed if not unicodedata.combining(c))
