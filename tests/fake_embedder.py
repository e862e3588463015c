"""An embedder without a model: texts with the same words lie close, others do not."""

import hashlib
import re
from collections.abc import Callable, Sequence

import numpy as np

from index.embedding import Vectors

DIMENSION = 128


class FakeEmbedder:
    """A hashed bag of words; `embedded` and `asked` list the texts that it was given."""

    def __init__(self, fingerprint: str = "fake-1") -> None:
        self.fingerprint = fingerprint
        self.dimension = DIMENSION
        self.embedded: list[str] = []
        self.asked: list[str] = []

    def query(self, text: str) -> Vectors:
        vector = np.zeros(DIMENSION, np.float32)
        for word in re.findall(r"\w+", text.casefold()) or [""]:
            digest = hashlib.sha256(word.encode()).digest()
            vector[digest[0] % DIMENSION] += 1 if digest[1] % 2 else -1
            vector[digest[2] % DIMENSION] += 0.5  # so that two words never cancel out wholly
        length = float(np.linalg.norm(vector))
        return vector / np.float32(length) if length else np.eye(DIMENSION, dtype=np.float32)[0]

    def queries(
        self, texts: Sequence[str], progress: Callable[[int], None] | None = None
    ) -> Vectors:
        self.asked += texts
        if progress:
            progress(len(texts))
        return np.stack([self.query(text) for text in texts])

    def passages(
        self, texts: Sequence[str], progress: Callable[[int], None] | None = None
    ) -> Vectors:
        self.embedded += texts
        if progress:
            progress(len(texts))
        return np.stack([self.query(text) for text in texts])
