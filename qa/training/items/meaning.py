"""What sentences mean: their vectors, as the index has them."""

from collections.abc import Iterable

import numpy as np

from index.encoding import Vectors
from index.passage import Passage, Span
from index.snapshot import Snapshot

Sentence = tuple[Passage, Span]

# Cosine from which sentences of two sources may say the same. Vectors are read under their titles:
# those of one article are near whatever they say. Of the starter library's claims, 45 % have a
# sentence elsewhere that is nearer; those that say the same begin at 0.8.
ALIKE = 0.78


class Meanings:
    """Vectors of the sentences of one generation, each passage's read once."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._contents = snapshot.contents
        self._read: dict[str, Vectors] = {}

    def of(self, sentence: Sentence) -> Vectors:
        """The sentence's vector, of length 1."""
        passage, span = sentence
        if passage.id not in self._read:
            self._read[passage.id] = self._contents.sentences_of(passage)
        vector: Vectors = self._read[passage.id][passage.sentences.index(span)]
        return vector

    def matrix(self, sentences: Iterable[Sentence]) -> Vectors:
        """One row a sentence."""
        rows = [self.of(sentence) for sentence in sentences]
        return np.stack(rows) if rows else np.empty((0, 0), np.float32)
