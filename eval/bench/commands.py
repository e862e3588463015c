"""What the `cxlit` command takes from start to end, in processes of its own."""

import subprocess
import sys
from pathlib import Path
from time import perf_counter

from eval.bench.figures import p50, size_mb
from eval.bench.section import Row, Section
from eval.bench.workplace import Workplace
from index.e5 import embedded_model

CXLIT = Path(sys.executable).with_name("cxlit")
QUESTION = "Who should the CCO report to?"
TIMES = 5
HELP_TO_REACH, ASK_TO_REACH = 0.5, 8.0  # seconds
INDEX_FILES = ("passages.jsonl", "vectors.faiss", "sentences.npy", "lexical", "manifest.json")


def measure(place: Workplace) -> Section:
    home = place.home("command")
    times = 1 if place.quick else TIMES
    first = _seconds(place, home, "ask", QUESTION)
    again = [_seconds(place, home, "ask", QUESTION) for _ in range(times)]
    generation = max((home / "index").glob("gen-*"))
    return Section(
        name="commands",
        about=(
            f"The command from its start to its end, each time in a new process: median of "
            f"{times}, the files being in the system's cache. The first `cxlit ask` in an empty "
            "home makes the starter library's index, and unpacks the embedded model where no "
            "other table of this run has. Then what the starter library takes on disk."
        ),
        columns=("", "measured", "to reach, at most"),
        rows=(
            help_row(place, home, times),
            Row("`cxlit ask`, the first in an empty home, s", (first, None)),
            Row("`cxlit ask`, s", (p50(again), ASK_TO_REACH)),
            Row("library.db, kB", (size_mb(home / "library.db") * 1000, None)),
            Row("one generation of the index, kB", (size_mb(generation) * 1000, None)),
            Row("cache of vectors, MB", (size_mb(place.models / "vectors.db"), None)),
            Row("unpacked model, MB", (size_mb(embedded_model(place.models)), None)),
        ),
    )


def help_row(place: Workplace, home: Path, times: int) -> Row:
    _seconds(place, home, "--help")
    seconds = p50([_seconds(place, home, "--help") for _ in range(times)])
    return Row("`cxlit --help`, s", (seconds, HELP_TO_REACH))


def _seconds(place: Workplace, home: Path, *arguments: str) -> float:
    """Raises CalledProcessError when the command fails."""
    started = perf_counter()
    subprocess.run(  # noqa: S603
        [CXLIT, *arguments], check=True, capture_output=True, env=place.environment(home)
    )
    return perf_counter() - started
