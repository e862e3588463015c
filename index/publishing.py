"""Which generation is live: folders `gen-000042`, and `CURRENT` that names one of them.

A generation is written aside, forced to disk, renamed into its place, and becomes live by one
atomic rename of `CURRENT`. A process that is killed at any point leaves the generation that
was live before, or the new one, never something in between.
"""

import re
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from index.generation import force_to_disk

_NAME = re.compile(rb"gen-(\d{6,})\n")
KEPT = 2  # the live generation and the one before, for readers that are still on it


class Generations:
    """The generations under one folder."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder

    def current(self) -> int:
        """Number of the live generation; 0 when none was ever published, or `CURRENT` is lost."""
        try:
            written = (self._folder / "CURRENT").read_bytes()
        except FileNotFoundError:
            return 0
        name = _NAME.fullmatch(written)
        return int(name[1]) if name else 0

    def folder(self, number: int) -> Path:
        return self._folder / f"gen-{number:06d}"

    def write(self, number: int, write: Callable[[Path], None]) -> None:
        """Let `write` fill a folder aside and put it in its place, not yet live."""
        for leftover in self._folder.glob("writing-*"):  # of a writer that was killed
            shutil.rmtree(leftover)
        aside = Path(tempfile.mkdtemp(dir=self._folder, prefix="writing-"))
        write(aside)
        if self.folder(number).exists():  # complete, but its writer was killed before going live
            shutil.rmtree(self.folder(number))
        aside.rename(self.folder(number))
        force_to_disk(self._folder)

    def publish(self, number: int) -> None:
        """Make a written generation live; from here on new readers see it."""
        aside = self._folder / "CURRENT.new"
        aside.write_text(f"{self.folder(number).name}\n", encoding="ascii")
        force_to_disk(aside)
        aside.replace(self._folder / "CURRENT")
        force_to_disk(self._folder)

    def forget_old(self) -> None:
        """Delete all generations but the newest that are kept."""
        live = self.current()
        for folder in self._folder.glob("gen-*"):
            if not live - KEPT < int(folder.name.removeprefix("gen-")) <= live:
                try:
                    shutil.rmtree(folder)
                except PermissionError:  # Windows keeps a file that a reader has mapped
                    continue  # until the next time
