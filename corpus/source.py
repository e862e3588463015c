"""Sources: what a person hands over to be read."""

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
