"""Adds to libraries and dies by SIGKILL on the way: `python kill_points.py JOBS.json`.

Each job is [home, action, point]. The action runs in a child process of its own, which kills
itself when it reaches the point, for instance "before Catalogue.stage"; an empty point lets it
live. Printed: one JSON list, for each job the signal that ended it (0: it lived) and the points
that it reached.
"""

import json
import os
import signal
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import alembic.op
import bm25s  # noqa: F401 - imported once here, not in every child
import datasketch  # noqa: F401
import faiss  # noqa: F401
import py3langid  # noqa: F401

import corpus.database
import index.derived
import index.generation
from corpus.catalogue import Catalogue
from index.library import Library
from index.publishing import Generations
from index.vector_cache import VectorCache
from index.vectors import VectorIndex
from tests.fake_embedder import FakeEmbedder
from tests.invented import BAKERY, FERRY, LIBRARY_VAN, MUSEUM

BEFORE = (BAKERY, FERRY)
CHANGED = replace(FERRY, text=FERRY.text.replace("captain", "skipper"), title="Skippers")
AFTER = (BAKERY, MUSEUM, CHANGED)
LATER = LIBRARY_VAN

# What an addition goes through, in this order; some are reached more than once.
STEPS: dict[str, tuple[Any, str]] = {
    "Catalogue.discard_after": (Catalogue, "discard_after"),
    "VectorCache._write": (VectorCache, "_write"),
    "tempfile.mkdtemp": (tempfile, "mkdtemp"),
    "Path.hardlink_to": (Path, "hardlink_to"),
    "VectorIndex.write": (VectorIndex, "write"),
    "write_segment": (index.generation, "write_segment"),
    "Path.rename": (Path, "rename"),
    "write_manifest": (index.generation, "write_manifest"),
    "write_generation": (index.derived, "write_generation"),
    "Generations.write": (Generations, "write"),
    "Catalogue.stage": (Catalogue, "stage"),
    "os.replace": (os, "replace"),
    "Generations.publish": (Generations, "publish"),
    "Catalogue.confirm": (Catalogue, "confirm"),
    "Generations.forget_old": (Generations, "forget_old"),
}
# What a removal goes through of these, and the way back.
LIGHT_STEPS = [
    name
    for name in STEPS
    if name not in ("VectorCache._write", "VectorIndex.write", "write_segment")
]
BEGINNING: dict[str, tuple[Any, str]] = {
    "create_table": (alembic.op, "create_table"),
    "database._migrate": (corpus.database, "_migrate"),
    **STEPS,
}


def add(home: Path) -> None:
    library = Library(home, FakeEmbedder(), starter=False)
    library.add_articles([MUSEUM, CHANGED])


def begin(home: Path) -> None:
    Library(home, FakeEmbedder(), starter=True)


def remove(home: Path) -> None:
    Library(home, FakeEmbedder(), starter=False).remove([FERRY.id])


def restore(home: Path) -> None:
    Library(home, FakeEmbedder(), starter=False).restore()


ACTIONS = {"add": add, "begin": begin, "remove": remove, "restore": restore}


def watch(steps: dict[str, tuple[Any, str]], reached: Callable[[str], None]) -> None:
    """Report each step before and after it is done."""
    for name, (owner, attribute) in steps.items():
        original = getattr(owner, attribute)

        def step(*args: Any, _name: str = name, _do: Any = original, **named: Any) -> Any:
            reached(f"before {_name}")
            result = _do(*args, **named)
            reached(f"after {_name}")
            return result

        setattr(owner, attribute, step)


def run(home: str, action: str, point: str) -> tuple[int, list[str]]:
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)

        def reached(name: str) -> None:
            os.write(writing, f"{name}\n".encode())
            if name == point:
                os.kill(os.getpid(), signal.SIGKILL)

        watch(BEGINNING, reached)
        ACTIONS[action](Path(home))
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as told:
        points = told.read().splitlines()
    _, status = os.waitpid(child, 0)
    if not os.WIFSIGNALED(status) and os.waitstatus_to_exitcode(status) != 0:
        raise RuntimeError(f"{action} failed at {point or 'no point'}")
    return (os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0), points


if __name__ == "__main__":
    jobs = json.loads(Path(sys.argv[1]).read_text())
    json.dump([run(*job) for job in jobs], sys.stdout)
