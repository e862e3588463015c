"""Nearest vectors by inner product, with FAISS. The only module that knows FAISS."""

import os
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.embedding import Vectors

EXACT_UP_TO = 100_000  # vectors; an exact search of that many takes 12 ms on one core


class VectorIndex:
    """Rows of a matrix of unit vectors, searched by cosine; row numbers are the names."""

    def __init__(self, faiss_index: Any) -> None:
        self._index = faiss_index

    def __len__(self) -> int:
        return int(self._index.ntotal)

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
        return cls(index)

    @classmethod
    def read(cls, path: Path) -> "VectorIndex":
        """Check the file's sha256 first: FAISS loads damaged bytes without a word, or aborts."""
        return cls(_faiss().read_index(str(path)))

    def write(self, path: Path) -> None:
        _faiss().write_index(self._index, str(path))

    def search(
        self, query: Vectors, k: int, allowed: NDArray[np.int64] | None = None
    ) -> tuple[NDArray[np.int64], Vectors]:
        """Rows and cosines of the k nearest to one query (dimension,), best first.

        `allowed` restricts the search to these rows; fewer than k come back when there are
        fewer.
        """
        faiss = _faiss()
        parameters = None
        if allowed is not None:
            selector = faiss.IDSelectorBatch(allowed)
            exact = isinstance(self._index, faiss.IndexFlat)
            parameters = (
                faiss.SearchParameters(sel=selector)
                if exact
                else faiss.SearchParametersIVF(sel=selector, nprobe=self._index.nprobe)
            )
        scores, rows = self._index.search(query.reshape(1, -1), k, params=parameters)
        found = rows[0] >= 0
        return rows[0][found], scores[0][found]


def _faiss() -> Any:
    # Spinning threads cost up to five times on busy cores; read when OpenMP starts.
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    import faiss

    faiss.omp_set_num_threads(1)  # a single query is slower on two threads than on one
    return faiss
