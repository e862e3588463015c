"""What a model makes of a passage and of a question: vectors of the whole and of its parts."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.passage import Span

Vectors = NDArray[np.float32]
NOWHERE = 255  # place of a token that is in no sentence: the title's, the headings'


@dataclass(frozen=True, slots=True)
class PassageText:
    """What is embedded of a passage: its words under its title and headings."""

    above: str  # title and headings, the first line of `text`
    text: str
    sentences: tuple[Span, ...]  # in `text`


@dataclass(frozen=True, slots=True, eq=False)  # arrays do not compare
class PassageEncoding:
    """A passage read once by the model, each part in the context of the whole."""

    vector: Vectors  # (dimension), length 1
    sentences: NDArray[np.float16]  # (sentences, dimension), length 1: means of their tokens
    tokens: NDArray[np.uint8]  # (tokens, bytes), see `index.token_vectors`
    places: NDArray[np.uint8]  # (tokens): number of the sentence that each is in, or NOWHERE

    def to_bytes(self) -> bytes:
        """For keeping; the vector in half precision, as those of the sentences are."""
        shapes = np.array([len(self.vector), len(self.sentences), *self.tokens.shape], "<u4")
        halves = (self.vector.astype("<f2"), self.sentences.astype("<f2"))
        arrays = (shapes, *halves, self.tokens, self.places)
        return b"".join(array.tobytes() for array in arrays)

    @classmethod
    def from_bytes(cls, kept: bytes) -> "PassageEncoding":
        dimension, sentences, tokens, size = (int(n) for n in np.frombuffer(kept, "<u4", 4))
        at = 16
        halves = np.frombuffer(kept, "<f2", dimension * (1 + sentences), at)
        at += halves.nbytes
        values = np.frombuffer(kept, np.uint8, tokens * size, at)
        return cls(
            vector=unit_rows(halves[None, :dimension]).reshape(-1),
            sentences=halves[dimension:].reshape(sentences, dimension),
            tokens=values.reshape(tokens, size),
            places=np.frombuffer(kept, np.uint8, tokens, at + values.nbytes),
        )


@dataclass(frozen=True, slots=True, eq=False)
class QueryTokens:
    """The tokens of a question, for late interaction."""

    vectors: Vectors  # (tokens, token dimension), length 1
    weights: Vectors  # (tokens), sum 1: how much each says about what is asked

    @classmethod
    def none(cls) -> "QueryTokens":
        """Of an embedder that knows only whole texts."""
        return cls(np.empty((0, 0), np.float32), np.empty(0, np.float32))


def no_tokens(vector: Vectors, sentences: Vectors) -> PassageEncoding:
    """The encoding of an embedder that knows only whole texts."""
    return PassageEncoding(
        vector,
        sentences.astype(np.float16),
        np.empty((0, 0), np.uint8),
        np.empty(0, np.uint8),
    )


def unit_rows(vectors: Any) -> Vectors:
    """Rows as float32 of length 1; not every model normalises, and bf16 rounds. Zeros stay zero."""
    array = np.asarray(vectors, dtype=np.float32)
    lengths = np.linalg.norm(array, axis=1, keepdims=True)
    unit: Vectors = array / np.maximum(lengths, np.float32(1e-12))
    return unit
