"""The folder of downloaded originals, and what is known of every attempt.

`state.jsonl` has a line for each address. It is replaced whole by an atomic rename after each
attempt, and only once the document itself is in its place: a run that is killed at any point
goes on where it was.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from filelock import FileLock, Timeout

from corpus.declared import SIDECAR_SUFFIX
from corpus.new_file import new_file
from corpus.web.obstacles import FetchError, Obstacle
from corpus.wording import KnownError


@dataclass(frozen=True, slots=True)
class Copy:
    """A document that was had: its file in the folder."""

    file: str
    sha256: str


Attempt = Copy | FetchError


class Downloads:
    """Documents by address, in one folder."""

    def __init__(self, folder: Path) -> None:
        """Raises KnownError when the state that is there cannot be read."""
        self.folder = folder
        self._state = folder / "state.jsonl"
        self._attempts = self._read()

    def attempt(self, url: str) -> Attempt | None:
        """What became of an address; None when it was never tried, or its file is gone."""
        attempt = self._attempts.get(url)
        if isinstance(attempt, Copy) and _sha256(self.path(attempt)) != attempt.sha256:
            return None
        return attempt

    def path(self, copy: Copy) -> Path:
        return self.folder / copy.file

    def keep(self, url: str, name: str, data: bytes) -> Copy:
        """Keep a document as the file `name`."""
        _write(self.folder / name, data)
        copy = Copy(name, hashlib.sha256(data).hexdigest())
        self._attempts[url] = copy
        self._write_state()
        return copy

    def describe(self, copy: Copy, known: Mapping[str, object]) -> None:
        """Write what is known of a document beside it, in the sidecar that `add` reads."""
        text = yaml.safe_dump(dict(known), allow_unicode=True, sort_keys=False)
        sidecar = self.path(copy).with_name(copy.file + SIDECAR_SUFFIX)
        if not (sidecar.is_file() and sidecar.read_bytes() == text.encode()):
            _write(sidecar, text.encode())

    def give_up(self, url: str, why: FetchError) -> None:
        """Remember why a document could not be had; a copy that was kept of it goes."""
        before = self._attempts.get(url)
        self._attempts[url] = why
        self._write_state()
        if isinstance(before, Copy):
            self.path(before).unlink(missing_ok=True)
            self.path(before).with_name(before.file + SIDECAR_SUFFIX).unlink(missing_ok=True)

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Keep other processes from downloading. Raises KnownError when one already does."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with FileLock(self.folder / "downloading.lock", timeout=0):
                self._attempts = self._read()  # another process may have ended just now
                yield
        except Timeout as error:
            raise KnownError(
                en="Another cxlit is downloading originals. Try again when it is done.",
                fr="Un autre cxlit est en train de télécharger des originaux. Réessayez quand il "
                "aura fini.",
            ) from error
        except OSError as error:
            raise _unusable(self.folder, error) from error

    def _read(self) -> dict[str, Attempt]:
        try:
            written = self._state.read_text(encoding="utf-8")
        except FileNotFoundError:
            return {}
        except OSError as error:
            raise _unusable(self.folder, error) from error
        except UnicodeDecodeError:
            return {}  # damaged from outside: the worst that follows is a second download
        return dict(entry for line in written.splitlines() for entry in _entries(line))

    def _write_state(self) -> None:
        lines = [json.dumps(_json(u, a), ensure_ascii=False) for u, a in self._attempts.items()]
        _write(self._state, "".join(f"{line}\n" for line in lines).encode())


def _write(path: Path, data: bytes) -> None:
    with new_file(path, overwrite=True) as file:
        file.write(data)


def _json(url: str, attempt: Attempt) -> dict[str, Any]:
    if isinstance(attempt, Copy):
        return {"url": url, "file": attempt.file, "sha256": attempt.sha256}
    en, fr = attempt.wording
    return {"url": url, "obstacle": attempt.obstacle, "en": en, "fr": fr}


def _entries(line: str) -> Iterator[tuple[str, Attempt]]:
    """The entry of a line, none when the line is damaged or of another version."""
    try:
        found = json.loads(line)
        attempt: Attempt
        if "obstacle" in found:
            attempt = FetchError(Obstacle(found["obstacle"]), en=found["en"], fr=found["fr"])
        else:
            attempt = Copy(Path(found["file"]).name, found["sha256"])
        yield found["url"], attempt
    except (ValueError, KeyError, TypeError):
        return


def _sha256(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""


def _unusable(folder: Path, error: OSError) -> KnownError:
    return KnownError(
        en=f"The folder {folder} cannot be read or written ({error.strerror}). Set CXLIT_HOME to "
        "a folder of yours, or make room on its disk.",
        fr=f"Le dossier {folder} ne peut être ni lu ni modifié ({error.strerror}). Donnez à "
        "CXLIT_HOME un dossier où vous pouvez écrire, ou libérez de la place sur son disque.",
    )
