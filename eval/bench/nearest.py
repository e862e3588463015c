"""What the approximate vector index loses against the exact one, and what it gains."""

from collections.abc import Sequence
from time import perf_counter

import numpy as np
from numpy.typing import NDArray

from eval.bench.figures import p50, p95, size_mb
from eval.bench.section import Row, Section, Value
from eval.bench.workplace import Workplace
from index.encoding import Vectors
from index.vectors import VectorIndex

ROWS = 120_000
DIMENSION = 384
QUERIES = 200
K = 10
TOPICS = 600
SUBTOPICS = 12  # in a topic
# Squared lengths of what a vector is made of: all texts share a direction (the cosines of e5
# begin at 0.75), those of a topic a second one, those of a subtopic a third; the rest is its own.
COMMON, TOPIC, SUBTOPIC, OWN = 0.75, 0.10, 0.07, 0.08


def measure(place: Workplace) -> Section:
    rows, dimension, asked = (20_000, 64, 20) if place.quick else (ROWS, DIMENSION, QUERIES)
    vectors, queries = _clustered(rows, dimension, asked)
    exact, exact_s = _built(vectors, exact_up_to=rows)
    approximate, approximate_s = _built(vectors, exact_up_to=0)
    truth, exact_ms = _searched(exact, queries)
    found, approximate_ms = _searched(approximate, queries)
    half = np.arange(rows) % 2 == 0
    _, exact_half_ms = _searched(exact, queries, half)
    _, approximate_half_ms = _searched(approximate, queries, half)
    recall = float(np.mean([len(set(t) & set(f)) / K for t, f in zip(truth, found, strict=True)]))
    table: dict[str, tuple[Value, Value]] = {
        f"recall@{K}": (1.0, recall),
        "one search, p50, ms": (p50(exact_ms), p50(approximate_ms)),
        "one search, p95, ms": (p95(exact_ms), p95(approximate_ms)),
        "one search among half of the rows, p50, ms": (
            p50(exact_half_ms),
            p50(approximate_half_ms),
        ),
        "building, s": (exact_s, approximate_s),
        "on disk, MB": (_size(place, exact, "exact"), _size(place, approximate, "approximate")),
    }
    return Section(
        name="nearest",
        about=(
            f"The two vector indexes over the same {rows:,} synthetic vectors of dimension "
            f"{dimension} ({TOPICS} topics of unequal size with {SUBTOPICS} subtopics each; "
            "cosines from 0.75 on, as the embedded model's), one thread, "
            f"{asked} queries one by one. Up to 100,000 passages the exact index is used, above "
            "the approximate one (IVF, 8-bit values)."
        ),
        columns=("", "exact", "approximate"),
        rows=tuple(Row(label, values) for label, values in table.items()),
    )


def _clustered(rows: int, dimension: int, queries: int) -> tuple[Vectors, Vectors]:
    """Unit vectors of shape (rows, dimension) and (queries, dimension) around the same topics."""
    random = np.random.default_rng(0)

    def directions(count: int) -> Vectors:
        drawn = random.standard_normal((count, dimension), np.float32)
        return np.asarray(drawn / np.linalg.norm(drawn, axis=1, keepdims=True), np.float32)

    common, topics, subtopics = directions(1), directions(TOPICS), directions(TOPICS * SUBTOPICS)
    sizes = 1 / np.arange(1, TOPICS + 1) ** 0.5  # a few topics are written about a lot

    def texts(count: int) -> Vectors:
        topic = random.choice(TOPICS, count, p=sizes / sizes.sum())
        subtopic = topic * SUBTOPICS + random.integers(SUBTOPICS, size=count)
        made = directions(count) * OWN**0.5
        made += common * COMMON**0.5
        made += topics[topic] * TOPIC**0.5
        made += subtopics[subtopic] * SUBTOPIC**0.5
        return np.asarray(made / np.linalg.norm(made, axis=1, keepdims=True), np.float32)

    return texts(rows), texts(queries)


def _built(vectors: Vectors, exact_up_to: int) -> tuple[VectorIndex, float]:
    started = perf_counter()
    index = VectorIndex.build(vectors, exact_up_to)
    return index, perf_counter() - started


def _searched(
    index: VectorIndex, queries: Vectors, allowed: NDArray[np.bool_] | None = None
) -> tuple[Sequence[NDArray[np.int64]], list[float]]:
    """Rows found by each query, and the milliseconds that each took."""
    found, spent = [], []
    index.search(queries[0], K, allowed)
    for query in queries:
        started = perf_counter()
        rows, _ = index.search(query, K, allowed)
        spent.append((perf_counter() - started) * 1000)
        found.append(rows)
    return found, spent


def _size(place: Workplace, index: VectorIndex, name: str) -> float:
    path = place.folder / f"{name}.faiss"
    index.write(path)
    return size_mb(path)
