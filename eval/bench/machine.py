"""Where and with what the figures were taken: without it they mean nothing."""

import os
import platform
import subprocess
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from eval.bench.workplace import PROJECT

PACKAGES = ("torch", "sentence-transformers", "faiss-cpu", "langchain-core", "gradio")


@dataclass(frozen=True, slots=True)
class Machine:
    """One run's circumstances."""

    date: str
    commit: str
    processor: str
    cores: int
    memory_gib: float | None
    load: float  # runnable processes, the average of the last minute: above 0.5 others were at work
    versions: dict[str, str]

    def __str__(self) -> str:
        memory = f", {self.memory_gib:.0f} GiB" if self.memory_gib else ""
        software = ", ".join(f"{name} {number}" for name, number in self.versions.items())
        return (
            f"{self.date}, commit {self.commit}; {self.processor}, {self.cores} cores{memory}, "
            f"load before the run {self.load:.1f}; {software}"
        )


def this_machine() -> Machine:
    return Machine(
        date=datetime.now(UTC).strftime("%Y-%m-%d"),
        commit=_commit(),
        processor=_processor(),
        cores=_cores(),
        memory_gib=_memory_gib(),
        load=os.getloadavg()[0],
        versions={
            "Python": platform.python_version(),
            **{package: version(package) for package in PACKAGES},
        },
    )


def _commit() -> str:
    """The short hash, marked where the tree differs from it."""
    try:
        commit = _git("rev-parse", "--short", "HEAD")
        changed = _git("status", "--porcelain", "--", ".", ":!eval/RESULTS.md")
    except (OSError, subprocess.CalledProcessError):
        return "unknown"
    return f"{commit} with uncommitted changes" if changed else commit


def _git(*arguments: str) -> str:
    command = ["git", "-C", str(PROJECT), *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()  # noqa: S603


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return platform.processor() or platform.machine()
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.machine())


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):  # fewer than there are, in a container
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _memory_gib() -> float | None:
    try:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    except (ValueError, OSError):
        return None
