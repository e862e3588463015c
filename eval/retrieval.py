"""How well the searchers find: the field's measures on a question set."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from corpus.language import question_language
from eval.dataset import Dataset
from eval.measures.ranking import parse
from eval.temporary import temporary_library
from index.embedding import Embedder
from index.passage import Hit
from index.report import Progress, silent
from index.searcher import Searcher

MEASURES = ("nDCG@10", "Recall@5", "Recall@10", "MRR@10", "Success@1", "Success@5")
DEPTH = 10  # documents in a run
PASSAGES = 50  # passages searched for them: several may belong to one document

Run = dict[str, dict[str, float]]  # query id -> document id -> score
ByQuery = dict[str, dict[str, float]]  # query id -> measure -> value


@dataclass(frozen=True, slots=True)
class QueryFigures:
    """Measures of every query by searcher, over one dataset and one index."""

    by_searcher: dict[str, ByQuery]
    fingerprint: str


@dataclass(frozen=True, slots=True)
class RetrievalFigures:
    """Measures by searcher, over one dataset and one index."""

    dataset: str
    queries: int
    by_searcher: dict[str, dict[str, float]]
    fingerprint: str


def measure_retrieval(
    dataset: Dataset, embedder: Embedder, cache: Path, progress: Progress = silent
) -> RetrievalFigures:
    """The means of `measure_queries`."""
    found = measure_queries(dataset, embedder, cache, progress)
    means = {name: mean(by_query) for name, by_query in found.by_searcher.items()}
    return RetrievalFigures(dataset.name, len(dataset.queries), means, found.fingerprint)


def measure_queries(
    dataset: Dataset, embedder: Embedder, cache: Path, progress: Progress = silent
) -> QueryFigures:
    """Index the documents in a temporary library and measure dense, lexical and hybrid search.

    A document ranks where its best passage does. A query without a result scores 0.
    """
    with temporary_library(embedder, cache) as library:
        library.add_articles(list(dataset.documents.values()), progress=progress)
        snapshot = library.snapshot()
        # Documents with the same words are one article: all of them are found with it.
        ids: dict[str, list[str]] = {}
        for id_, document in dataset.documents.items():
            ids.setdefault(document.id, []).append(id_)
        searchers: dict[str, Searcher] = {
            "dense": snapshot.dense,
            "lexical": snapshot.lexical,
            "fused": snapshot.fused,
            "hybrid": snapshot.hybrid,
        }
        figures = {
            name: _measures(dataset, _run(searcher, dataset.queries, ids))
            for name, searcher in searchers.items()
        }
        return QueryFigures(figures, snapshot.fingerprint)


def mean(by_query: ByQuery) -> dict[str, float]:
    """Of every measure, to four decimals."""
    return {
        name: round(float(np.mean([values[name] for values in by_query.values()])), 4)
        for name in MEASURES
    }


def _run(searcher: Searcher, queries: dict[str, str], ids: dict[str, list[str]]) -> Run:
    return {
        query_id: _documents(searcher.search(text, PASSAGES, question_language(text)), ids)
        for query_id, text in queries.items()
    }


def _documents(hits: Iterable[Hit], ids: dict[str, list[str]]) -> dict[str, float]:
    """Best passage first, as scores that fall with the rank, so that ties cannot reorder them."""
    ranked = dict.fromkeys(
        document for hit in hits for document in ids.get(hit.passage.article_id, ())
    )
    return {document: 1 / rank for rank, document in enumerate(list(ranked)[:DEPTH], start=1)}


def _measures(dataset: Dataset, run: Run) -> ByQuery:
    import ir_measures

    names = {parse(name): name for name in MEASURES}
    qrels = {query: dataset.qrels[query] for query in dataset.queries}
    values: ByQuery = {query: dict.fromkeys(MEASURES, 0.0) for query in qrels}
    for found in ir_measures.iter_calc(list(names), qrels, run):
        values[found.query_id][names[found.measure]] = float(found.value)
    return values
