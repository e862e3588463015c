"""Weights that were fitted on questions whose answers are known: `python -m eval.fitting`.

They stand in `fitted.json` beside the code that uses them, with what they were fitted on.
"""

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent


def fitted(name: str, signals: Sequence[str], folder: Path = HERE) -> dict[str, float]:
    """Weight by signal. Raises ValueError when the file and the code do not have the same ones."""
    weights = {signal: float(weight) for signal, weight in _read(folder)[name].items()}
    expected = set(signals)
    if weights.keys() != expected:
        differ = sorted(weights.keys() ^ expected)
        raise ValueError(f"{folder / 'fitted.json'}, {name}: {', '.join(differ)}")
    return {signal: weights[signal] for signal in signals}


@cache
def _read(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / "fitted.json").read_text(encoding="utf-8"))
    return found
