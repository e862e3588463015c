"""From single questions to the scorecard: means, slices, and the measures of a whole set."""

from collections.abc import Sequence

import numpy as np

from eval.measures.confidence import aurc, auroc, coverage_risk, ece, reliability
from eval.measures.definitions import MEASURES
from eval.run import Curves, ItemResult, Latency, Slice

DECIMALS = 6  # so many that a broken gate is never rounded to 1


def summarised(items: Sequence[ItemResult]) -> Slice:
    """Every measure that applies to at least one of the questions, and over how many it is."""
    values: dict[str, list[float]] = {}
    for item in items:
        for name, value in item.measures.items():
            values.setdefault(name, []).append(value)
    found = {name: (float(np.mean(each)), len(each)) for name, each in values.items()}
    found |= {name: (value, len(items)) for name, value in of_the_set(items).items()}
    names = [measure.name for measure in MEASURES if measure.name in found]
    return Slice(
        questions=len(items),
        measures={name: round(found[name][0], DECIMALS) for name in names},
        counts={name: found[name][1] for name in names},
    )


def sliced(items: Sequence[ItemResult]) -> dict[str, Slice]:
    """The scorecard of every part of the questions, under names such as "language=fr"."""
    parts: dict[str, list[ItemResult]] = {}
    for item in items:
        for name in _parts_of(item):
            parts.setdefault(name, []).append(item)
    return {name: summarised(parts[name]) for name in sorted(parts)}


def of_the_set(items: Sequence[ItemResult]) -> dict[str, float]:
    """The measures that have no value for a single question, as far as they apply."""
    sure, right = _confidences(items)
    measures = {
        "AURC": aurc(sure, right),
        "ECE": ece(sure, right),
        "AUROC_right": auroc(sure, right),
        "AUROC_answerable": auroc(sure, [item.answerable for item in items]),
    }
    return {name: value for name, value in measures.items() if value is not None}


def curves(items: Sequence[ItemResult]) -> Curves:
    sure, right = _confidences(items)
    return Curves(coverage_risk(sure, right), reliability(sure, right))


def latency(milliseconds: dict[str, float]) -> Latency:
    p50, p95 = np.percentile(list(milliseconds.values()), [50, 95])
    return Latency(round(float(p50), 1), round(float(p95), 1), milliseconds)


def _confidences(items: Sequence[ItemResult]) -> tuple[list[float], list[bool]]:
    return [item.confidence for item in items], [item.right for item in items]


def _parts_of(item: ItemResult) -> tuple[str, ...]:
    names = [f"answerable={_written(item.answerable)}", f"language={item.language}"]
    if item.answerable:
        names += [f"cross_lingual={_written(item.cross_lingual)}", f"kind={item.kind}"]
    elif item.near_miss:
        names.append("near_miss=true")
    return tuple(names)


def _written(value: bool) -> str:
    return str(value).lower()
