"""The `cxlit` command in this process, over the fake embedder."""

import io
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from ui.cli import main
from ui.speech import interface_language


@dataclass(frozen=True)
class Ran:
    """What one run left behind."""

    code: object
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one document on standard output, on one line."""
        assert self.out.endswith("\n") and self.out.count("\n") == 1, self.out
        return json.loads(self.out)

    @property
    def lines(self) -> list[Any]:
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def complaint(self) -> str:
        """The one line on standard error."""
        assert self.err.startswith("cxlit: ") and self.err.count("\n") == 1, self.err
        return self.err.removeprefix("cxlit: ").rstrip("\n")


class CommandLine:
    """Runs `cxlit` with arguments; begins without the starter library."""

    def __init__(self, patch: pytest.MonkeyPatch, capture: pytest.CaptureFixture[str]) -> None:
        self.patch = patch
        self._capture = capture

    def __call__(self, *arguments: str | Path) -> Ran:
        self.patch.setattr(sys, "argv", ["cxlit", *map(str, arguments)])
        self._capture.readouterr()
        code: object = 0
        try:
            main()
        except SystemExit as exit_:
            code = exit_.code or 0
        return Ran(code, *self._capture.readouterr())

    def hears(self, *lines: str) -> None:
        """What is typed from here on; then the input ends."""
        self.patch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))

    def speaks(self, language: str) -> None:
        self.patch.setenv("CXLIT_LANGUAGE", language)
        interface_language.cache_clear()


@contextmanager
def command_line(
    patch: pytest.MonkeyPatch, capture: pytest.CaptureFixture[str], cache: Path
) -> Iterator[CommandLine]:
    """One command line for a test, in English, with a cache of its own."""
    from tests.fake_embedder import FakeEmbedder

    patch.setattr("index.embedding.SentenceTransformerEmbedder", lambda *_: FakeEmbedder())
    patch.setenv("CXLIT_CACHE", str(cache))
    patch.setenv("CXLIT_STARTER", "0")
    ready = CommandLine(patch, capture)
    ready.speaks("en")
    yield ready
    interface_language.cache_clear()
