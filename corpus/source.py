"""Sources: what a person hands over to be read."""

import os
import re
from dataclasses import dataclass
from pathlib import Path

from corpus.wording import Wording


@dataclass(frozen=True, slots=True)
class Source:
    """One file or URL to read.

    `name` is shown and stored as given; `location` is where the bytes are; `locator` is the
    identity by which a later `add` recognises the same file (absolute path, normalised URL,
    or "upload:NAME" for a file that came through the page).
    """

    name: str
    location: Path | str
    locator: str


@dataclass(frozen=True, slots=True)
class Skipped:
    """A source that was not taken, and why."""

    source: str
    reason: Wording


_BYTE = re.compile(rb"\\x([0-9a-f]{2})")


def file_locator(path: Path) -> str:
    """A path as text that a database takes: a byte that is not UTF-8 is spelt in hexadecimal."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def located_file(locator: str) -> Path:
    """The path that `file_locator` wrote."""
    path = Path(locator)
    if path.exists():
        return path
    written = _BYTE.sub(lambda byte: bytes.fromhex(byte[1].decode()), locator.encode())
    return Path(os.fsdecode(written))
