"""Plain text: the characters are the document; its structure is found by cleaning."""

from corpus.decoding import decode_text
from corpus.loaded import Loaded


def load(data: bytes) -> Loaded:
    """Decode a text file. Raises KnownError when it is binary data."""
    return Loaded(decode_text(data))
