"""An embedder without a model: texts with the same words lie close, others do not."""

import hashlib
import re
from collections.abc import Callable, Sequence

import numpy as np

from index.encoding import NOWHERE, PassageEncoding, PassageText, QueryTokens, Vectors
from index.token_vectors import pack

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

    def query_tokens(self, text: str) -> QueryTokens:
        words = re.findall(r"\w+", text)
        if not words:
            return QueryTokens.none()
        even = np.full(len(words), 1 / len(words), np.float32)
        return QueryTokens(np.stack([self.query(word) for word in words]), even)

    def encode(
        self, texts: Sequence[PassageText], progress: Callable[[int], None] | None = None
    ) -> list[PassageEncoding]:
        """One token a word."""
        wholes = self.passages([each.text for each in texts], progress)
        return [self._encoding(each, whole) for each, whole in zip(texts, wholes, strict=True)]

    def _encoding(self, read: PassageText, whole: Vectors) -> PassageEncoding:
        sentences = [self.query(read.text[start:end]) for start, end in read.sentences]
        words = list(re.finditer(r"\w+", read.text))
        places = [
            next(
                (n for n, s in enumerate(read.sentences) if s.start <= at.start() < s.end), NOWHERE
            )
            for at in words
        ]
        tokens = np.reshape([self.query(word[0]) for word in words], (-1, DIMENSION))
        return PassageEncoding(
            whole,
            np.reshape(sentences, (-1, DIMENSION)).astype(np.float16),
            pack(tokens.astype(np.float32)),
            np.array(places, np.uint8),
        )

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
