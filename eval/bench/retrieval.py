"""How well the searchers find, on question sets: the figures of `cxlit eval retrieval`."""

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

import numpy as np

from eval.bench.section import Row, Section
from eval.bench.workplace import DATASETS, Workplace
from eval.dataset import Dataset, read_dataset
from eval.retrieval import MEASURES, ByQuery, mean, measure_queries
from eval.significance import interval
from index.adaptation.examples import is_taught_title

PIAF = "piaf_fr"  # development half; the adapter may have learnt from a quarter of its articles
SETS = (PIAF, "afriqa_fr")
# Of hybrid search on PIAF, above the fusion of dense search and BM25 in the same run.
TO_REACH = {"Success@1": 0.07, "nDCG@10": 0.045}


def measure(place: Workplace, folders: Sequence[Path]) -> Section:
    """`folders` in the BEIR layout; by default those of SETS that are beside the project."""
    rows: list[Row] = []
    for folder in folders or [DATASETS / name for name in SETS if (DATASETS / name).is_dir()]:
        dataset = read_dataset(folder)
        figures = measure_queries(dataset, place.embedder, place.models).by_searcher
        if dataset.name == PIAF:
            rows += rows_of(f"{PIAF}, never learnt from", among(figures, never_taught(dataset)))
            rows += rows_of(f"{PIAF}, whole", figures)
        else:
            rows += rows_of(dataset.name, figures)
    wanted = ", ".join(f"{name} {value:+.3f}" for name, value in TO_REACH.items())
    return Section(
        name="retrieval",
        about=(
            "Which share of the questions has its document where, by searcher: measures by "
            "ir-measures, a question without a result scores 0, a document ranks where its best "
            "passage does. “hybrid − fused”: the mean difference and its paired 95 % interval "
            "(bootstrap over the questions); both search with the adapted model and the "
            "thesaurus. The adapter may have learnt from a quarter of PIAF's articles, told by the "
            f"hash of their titles. So the figures that count are “{PIAF}, never learnt from”: the "
            "questions on the other three quarters, searched among all. To reach there, "
            f"hybrid − fused: {wanted}."
        ),
        columns=("question set, searcher", *MEASURES),
        rows=tuple(rows),
    )


def never_taught(dataset: Dataset) -> set[str]:
    """Queries that no article answers from which the adapter may have learnt."""
    return {
        query
        for query in dataset.queries
        if not any(is_taught_title(dataset.documents[id_].title) for id_ in dataset.qrels[query])
    }


def among(figures: Mapping[str, ByQuery], queries: Collection[str]) -> dict[str, ByQuery]:
    return {
        searcher: {query: values for query, values in by_query.items() if query in queries}
        for searcher, by_query in figures.items()
    }


def rows_of(name: str, figures: Mapping[str, ByQuery]) -> list[Row]:
    """A row for each searcher, and what hybrid search gains by looking closely."""
    asked = f"{name} ({len(figures['hybrid']):,} questions)"
    rows = []
    for searcher, by_query in figures.items():
        means = mean(by_query)
        label = f"{asked}, {searcher}"
        rows.append(Row(label, tuple(f"{means[measure]:.3f}" for measure in MEASURES)))
    gains = tuple(_gain(measure, figures["fused"], figures["hybrid"]) for measure in MEASURES)
    return [*rows, Row(f"{asked}, **hybrid − fused**", gains)]


def _gain(measure: str, before: ByQuery, now: ByQuery) -> str:
    gains = np.array([now[query][measure] - before[query][measure] for query in now])
    low, high = interval(gains)
    return f"{gains.mean():+.3f} [{low:+.3f}, {high:+.3f}]"
