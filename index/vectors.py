"""Nearest vectors by inner product, with FAISS. The only module that knows FAISS."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.encoding import Vectors

EXACT_UP_TO = 100_000  # vectors; an exact search of that many takes 12 ms on one core
Kept = NDArray[np.bool_] | None  # which rows of a part still count; None: all


@dataclass(frozen=True, slots=True)
class _Part:
    faiss_index: Any
    kept: Kept
    rows: NDArray[np.int64]  # row of this index -> row of the whole, where it is kept

    def masked(self, allowed: NDArray[np.bool_] | None) -> NDArray[np.bool_] | None:
        """Which of this part's own rows a search may find; `allowed` speaks of the whole's."""
        if allowed is None:
            return self.kept
        inside = allowed[self.rows]
        return inside if self.kept is None else inside & self.kept


class VectorIndex:
    """Rows of unit vectors, searched by cosine; row numbers are the names.

    It may consist of several parts, which are searched where they are: joining copies nothing.
    """

    def __init__(self, parts: Sequence[tuple[Any, Kept]]) -> None:
        """FAISS indexes, in row order, and which of their rows still count."""
        self._parts = []
        self._size = 0
        for faiss_index, kept in parts:
            every = np.ones(faiss_index.ntotal, np.bool_) if kept is None else kept
            # What comes before the first row that is kept would be numbered below 0.
            rows = np.maximum(np.cumsum(every) - 1 + self._size, 0)
            self._size += int(np.count_nonzero(every))
            self._parts.append(_Part(faiss_index, kept, rows))

    def __len__(self) -> int:
        return self._size

    @classmethod
    def build(cls, vectors: Vectors, exact_up_to: int = EXACT_UP_TO) -> "VectorIndex":
        """Exact for up to `exact_up_to` rows of shape (rows, dimension), approximate above."""
        faiss = _faiss()
        rows, dimension = vectors.shape
        if rows <= exact_up_to:
            index = faiss.IndexFlatIP(dimension)
        else:
            # 4·√n cells and an eighth of a float a value: FAISS' own guidelines for this size.
            cells = int(4 * rows**0.5)
            index = faiss.IndexIVFScalarQuantizer(
                faiss.IndexFlatIP(dimension),
                dimension,
                cells,
                faiss.ScalarQuantizer.QT_8bit,
                faiss.METRIC_INNER_PRODUCT,
            )
            sample = np.random.default_rng(0).permutation(rows)[: 40 * cells]
            index.train(np.ascontiguousarray(vectors[np.sort(sample)]))
            index.nprobe = max(1, cells // 16)
        index.add(np.ascontiguousarray(vectors))
        return cls([(index, None)])

    @classmethod
    def joined(cls, parts: Sequence[tuple["VectorIndex", Kept]]) -> "VectorIndex":
        """The rows of all parts that are kept, one after the other; each has one part itself."""
        return cls([(each.only_part, kept) for each, kept in parts])

    @classmethod
    def read(cls, path: Path) -> "VectorIndex":
        """Check the file's sha256 first: FAISS loads damaged bytes without a word, or aborts.

        Exact vectors stay in the file, which is mapped: the system shares and frees its pages.
        """
        faiss = _faiss()
        return cls([(faiss.read_index(str(path), faiss.IO_FLAG_MMAP_IFC), None)])

    def write(self, path: Path) -> None:
        _faiss().write_index(self.only_part, str(path))

    @property
    def only_part(self) -> Any:
        """The FAISS index of an index that was built or read; ValueError for a joined one."""
        if len(self._parts) != 1:
            raise ValueError(f"an index of 1 part is needed, this one has {len(self._parts)}")
        return self._parts[0].faiss_index

    @property
    def matrix(self) -> Vectors:
        """The vectors of an exact index that was built or read, shape (rows, dimension)."""
        faiss = _faiss()
        index = self.only_part
        if not index.ntotal:
            return np.empty((0, index.d), np.float32)
        flat = faiss.rev_swig_ptr(index.get_xb(), index.ntotal * index.d)
        return np.asarray(flat.reshape(index.ntotal, index.d), np.float32)

    def search(
        self, query: Vectors, k: int, allowed: NDArray[np.bool_] | None = None
    ) -> tuple[NDArray[np.int64], Vectors]:
        """Rows and cosines of the k nearest to one query (dimension,), best first.

        `allowed`, one value a row, restricts the search; fewer than k come back when fewer are
        allowed.
        """
        rows, scores = [np.empty(0, np.int64)], [np.empty(0, np.float32)]
        for part in self._parts:
            found, cosines = _search(part.faiss_index, query, k, part.masked(allowed))
            rows.append(part.rows[found])
            scores.append(cosines)
        row, score = np.concatenate(rows), np.concatenate(scores)
        best = np.argsort(-score, kind="stable")[:k]
        return row[best], score[best]


def _search(
    faiss_index: Any, query: Vectors, k: int, allowed: NDArray[np.bool_] | None
) -> tuple[NDArray[np.int64], Vectors]:
    faiss = _faiss()
    parameters = None
    if allowed is not None:
        selector = faiss.IDSelectorBitmap(np.packbits(allowed, bitorder="little"))
        exact = isinstance(faiss_index, faiss.IndexFlat)
        parameters = (
            faiss.SearchParameters(sel=selector)
            if exact
            else faiss.SearchParametersIVF(sel=selector, nprobe=faiss_index.nprobe)
        )
    scores, rows = faiss_index.search(query.reshape(1, -1), k, params=parameters)
    found = rows[0] >= 0
    return rows[0][found], scores[0][found]


def _faiss() -> Any:
    # Spinning threads cost up to five times on busy cores; read when OpenMP starts.
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    import faiss

    faiss.omp_set_num_threads(1)  # a single query is slower on two threads than on one
    return faiss
