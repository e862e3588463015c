"""How well the searchers find, on question sets: the figures of `cxlit eval retrieval`."""

from collections.abc import Sequence
from pathlib import Path

from eval.bench.section import Row, Section
from eval.bench.workplace import DATASETS, Workplace
from eval.dataset import read_dataset
from eval.retrieval import MEASURES, measure_retrieval

TO_REACH = {"Success@1": 0.73, "Success@5": 0.90}  # of hybrid search on PIAF's development half


def measure(place: Workplace, folders: Sequence[Path]) -> Section:
    """`folders` in the BEIR layout; by default PIAF's development half, beside the project."""
    rows = []
    for folder in folders or [DATASETS / "piaf_fr"]:
        figures = measure_retrieval(read_dataset(folder), place.embedder, place.models)
        rows += [
            Row(
                f"{figures.dataset} ({figures.queries:,} questions), {searcher}",
                tuple(f"{measures[name]:.3f}" for name in MEASURES),
            )
            for searcher, measures in figures.by_searcher.items()
        ]
    wanted = ", ".join(f"{name} at least {value:.2f}" for name, value in TO_REACH.items())
    return Section(
        name="retrieval",
        about=(
            "Which share of the questions has its passage where, by searcher: measures by "
            "ir-measures, a question without a result scores 0, a document ranks where its best "
            f"passage does. To reach on PIAF (`piaf_fr`), hybrid: {wanted}."
        ),
        columns=("question set, searcher", *MEASURES),
        rows=tuple(rows),
    )
