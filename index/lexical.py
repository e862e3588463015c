"""BM25 over the passages of one language. The only module that knows bm25s."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]

# Robertson & Zaragoza (2009), "The Probabilistic Relevance Framework", give 1.2-2 and 0.5-0.8.
K1, B = 1.5, 0.75


class LexicalIndex:
    """BM25 scores of documents that are given as lists of terms."""

    def __init__(self, bm25: Any | None, size: int) -> None:
        self._bm25 = bm25  # None: no document holds a term
        self._size = size

    @classmethod
    def build(cls, documents: Sequence[Sequence[str]]) -> "LexicalIndex":
        import bm25s

        if not any(documents):
            return cls(None, len(documents))
        # Ids by first appearance: bm25s numbers a set of words, in an order that changes by run.
        vocabulary: dict[str, int] = {}
        ids = [[vocabulary.setdefault(t, len(vocabulary)) for t in terms] for terms in documents]
        bm25 = bm25s.BM25(method="lucene", k1=K1, b=B)
        bm25.index((ids, vocabulary), show_progress=False)
        return cls(bm25, len(documents))

    @classmethod
    def read(cls, folder: Path) -> "LexicalIndex":
        import bm25s

        size = int(json.loads((folder / "size.json").read_text()))
        if not (folder / "vocab.index.json").exists():
            return cls(None, size)
        return cls(bm25s.BM25.load(folder, show_progress=False), size)

    def write(self, folder: Path) -> None:
        folder.mkdir(parents=True)
        (folder / "size.json").write_text(json.dumps(self._size))
        if self._bm25:
            self._bm25.save(folder, show_progress=False)

    def scores(self, terms: Sequence[str]) -> Scores:
        """Shape (documents,); 0 where a document holds none of the terms."""
        if self._bm25 is None:
            return np.zeros(self._size, np.float32)
        known = [term for term in terms if term in self._bm25.vocab_dict]
        if not known:
            return np.zeros(self._size, np.float32)
        return np.asarray(self._bm25.get_scores(known), np.float32)

    def document_frequency(self, term: str) -> int:
        """How many documents hold `term`."""
        if self._bm25 is None or term not in self._bm25.vocab_dict:
            return 0
        starts = self._bm25.scores["indptr"]
        at = self._bm25.vocab_dict[term]
        return int(starts[at + 1] - starts[at])

    def __len__(self) -> int:
        return self._size
