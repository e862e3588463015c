"""The served page: how soon it is there, how much memory it takes."""

import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, perf_counter, sleep

import httpx

from eval.bench.asked import questions
from eval.bench.commands import CXLIT
from eval.bench.figures import memory_mb, p50, p95
from eval.bench.section import Row, Section
from eval.bench.visitor import Visitor
from eval.bench.workplace import Workplace

ASKED = 20
PATIENCE_S = 180.0  # for a first start, which unpacks the model and makes the index
START_TO_REACH, MEMORY_TO_REACH = 15.0, 1500.0  # seconds, MB


def measure(place: Workplace) -> Section:
    home = place.home("page")
    with served(place, home) as (_, _, first):
        pass
    asked = questions(1 if place.quick else ASKED // 2)
    with served(place, home) as (process, address, second):
        started = memory_mb(process.pid)
        visitor = Visitor(address)
        spent = []
        for question in asked:
            before = perf_counter()
            visitor.ask(question)
            spent.append((perf_counter() - before) * 1000)
        visitor.close()
        used = memory_mb(process.pid)
        peak = memory_mb(process.pid, "VmHWM")
    return Section(
        name="page",
        about=(
            f"`cxlit serve` with the starter library, in a process of its own, asked {len(asked)} "
            "questions over HTTP as a browser asks them. A start ends when the page answers with "
            "status 200; the first one makes the index, and unpacks the embedded model where no "
            "other table of this run has."
        ),
        columns=("", "measured", "to reach, at most"),
        rows=(
            Row("first start, s", (first, None)),
            Row("second start, s", (second, START_TO_REACH)),
            Row("question to answer over HTTP, p50, ms", (p50(spent), None)),
            Row("question to answer over HTTP, p95, ms", (p95(spent), None)),
            Row("memory after the start, MB", (started, MEMORY_TO_REACH)),
            Row(f"memory after {len(asked)} questions, MB", (used, MEMORY_TO_REACH)),
            Row("most memory at any time, MB", (peak, MEMORY_TO_REACH)),
        ),
    )


@contextmanager
def served(place: Workplace, home: Path) -> Iterator[tuple[subprocess.Popen[bytes], str, float]]:
    """The process, its address, and the seconds until the page was there."""
    port = _free_port()
    address = f"http://127.0.0.1:{port}/"
    started = perf_counter()
    with (place.folder / "serve.log").open("wb") as log:
        process = subprocess.Popen(  # noqa: S603
            [CXLIT, "serve", "--port", str(port)],
            stdout=log, stderr=log, env=place.environment(home),
        )  # fmt: skip
    try:
        _wait_for(process, address, place.folder / "serve.log")
        yield process, address, perf_counter() - started
    finally:
        process.terminate()
        process.wait(timeout=30)


def _wait_for(process: subprocess.Popen[bytes], address: str, log: Path) -> None:
    """Raises RuntimeError, with what the process said, when it ends or takes too long."""
    deadline = monotonic() + PATIENCE_S
    while process.poll() is None and monotonic() < deadline:
        try:
            if (
                httpx.get(address, timeout=PATIENCE_S, trust_env=False).status_code
                == httpx.codes.OK
            ):
                return
        except httpx.TransportError:
            sleep(0.05)
    raise RuntimeError(f"cxlit serve did not answer: {log.read_text(encoding='utf-8')[-2000:]}")


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])
