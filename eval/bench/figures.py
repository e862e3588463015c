"""Small measures that several tables share."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

MB = 1e6


def p50(values: Sequence[float]) -> float:
    return float(np.percentile(values, 50))


def p95(values: Sequence[float]) -> float:
    return float(np.percentile(values, 95))


def memory_mb(process: int | str = "self", field: str = "VmRSS") -> float | None:
    """Resident memory of a process in MB now ("VmRSS") or at its peak ("VmHWM").

    None where the system has no /proc (macOS, Windows).
    """
    try:
        lines = Path(f"/proc/{process}/status").read_text(encoding="ascii").splitlines()
    except FileNotFoundError:
        return None
    kibibytes = next(line.split()[1] for line in lines if line.startswith(f"{field}:"))
    return int(kibibytes) * 1024 / MB


def size_mb(path: Path) -> float:
    """Bytes on disk of a file, or of all files below a folder, in MB."""
    files = [path] if path.is_file() else [p for p in path.rglob("*") if p.is_file()]
    return sum(file.stat().st_size for file in files) / MB
