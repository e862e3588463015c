"""A segment: some articles' passages with all that searching them needs; it never changes.

An article stays in the segment that it came with; when it goes, it is only marked as gone,
beside the segment (see `index.manifest`). On disk, a segment is a folder of plain files:

passages.jsonl    one passage a line, in row order
vectors.faiss     one row a passage, exact
cells.faiss       the same rows in cells, approximate; only in a large segment
sentences.npy     float16, one row a sentence, in the order of the passages
tokens.npy        token vectors, packed, in the order of the passages
places.npy        for each token, the number of the sentence in its passage
tokens_of.npy     how many tokens each passage has
questions.npz     vectors of the questions that passages answer, and the rows of those passages
terms.npz         how often which term stands in which passage, by language
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.encoding import Vectors
from index.matrices import Matrices
from index.passage import Passage, Span
from index.postings import ARRAYS, Postings
from index.vectors import EXACT_UP_TO, VectorIndex

LARGE = ("sentences", "tokens", "places")  # matrices that stay in their files


@dataclass(frozen=True)
class Segment:
    """What a segment's folder holds; its large matrices may be mapped files."""

    passages: tuple[Passage, ...]
    vectors: VectorIndex  # exact, one row a passage
    cells: VectorIndex | None  # the same rows, approximate
    sentences: NDArray[np.float16]  # (sentences, dimension)
    tokens: NDArray[np.uint8]  # (tokens, bytes), see `index.token_vectors`
    places: NDArray[np.uint8]  # (tokens): number of the sentence that each is in, or NOWHERE
    token_counts: NDArray[np.int64]  # (passages)
    questions: VectorIndex
    question_rows: NDArray[np.int64]  # (questions): row of the passage that answers each
    postings: Mapping[str, Postings]  # by language, over the passages in that language

    @property
    def searched(self) -> VectorIndex:
        return self.cells or self.vectors

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """Of the passages, by row."""
        return tuple(passage.id for passage in self.passages)

    @cached_property
    def rows_of(self) -> dict[str, list[int]]:
        """Rows by article id; an article without a word has none and is not a key."""
        found: dict[str, list[int]] = {}
        for row, passage in enumerate(self.passages):
            found.setdefault(passage.article_id, []).append(row)
        return found

    @cached_property
    def rows_by_language(self) -> dict[str, NDArray[np.int64]]:
        languages = np.array([passage.language for passage in self.passages])
        return {language: np.flatnonzero(languages == language) for language in self.postings}

    @cached_property
    def sentence_starts(self) -> NDArray[np.int64]:
        """First row in `sentences` of each passage, and one past the last."""
        counts = [len(passage.sentences) for passage in self.passages]
        return np.concatenate([[0], np.cumsum(counts, dtype=np.int64)]).astype(np.int64)

    @cached_property
    def token_starts(self) -> NDArray[np.int64]:
        """First row in `tokens` of each passage, and one past the last."""
        return np.concatenate([[0], np.cumsum(self.token_counts)]).astype(np.int64)

    def tokens_of(self, row: int) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
        """Packed vectors of a passage's tokens, and their places."""
        rows = slice(self.token_starts[row], self.token_starts[row + 1])
        return self.tokens[rows], self.places[rows]

    def terms_of(self, row: int) -> frozenset[str]:
        """Terms of a passage with its title and headings, as they were counted."""
        language = self.passages[row].language
        document = np.searchsorted(self.rows_by_language[language], row)
        return self.postings[language].terms_of(int(document))

    def sentences_of(self, row: int) -> NDArray[np.float16]:
        return self.sentences[self.sentence_starts[row] : self.sentence_starts[row + 1]]

    def kept(self, gone: frozenset[str]) -> NDArray[np.bool_] | None:
        """Which rows are of articles that are not gone; None: all."""
        rows = [row for article_id in gone for row in self.rows_of.get(article_id, ())]
        if not rows:
            return None
        kept = np.ones(len(self.passages), np.bool_)
        kept[rows] = False
        return kept


def segment_of(
    passages: tuple[Passage, ...],
    matrices: Matrices,
    questions: Vectors,
    question_rows: NDArray[np.int64],
    postings: Mapping[str, Postings],
) -> Segment:
    """A new segment, with cells if it is large."""
    large = len(passages) > EXACT_UP_TO
    return Segment(
        passages=passages,
        vectors=VectorIndex.build(matrices.vectors, exact_up_to=len(passages)),
        cells=VectorIndex.build(matrices.vectors, exact_up_to=0) if large else None,
        sentences=matrices.sentences,
        tokens=matrices.tokens,
        places=matrices.places,
        token_counts=matrices.token_counts,
        questions=VectorIndex.build(questions, exact_up_to=len(questions)),
        question_rows=question_rows,
        postings=postings,
    )


def write_segment(segment: Segment, folder: Path) -> None:
    """Into the empty `folder`."""
    lines = (
        [p.article_id, p.start, p.end, p.language, p.heading, p.sentences] for p in segment.passages
    )
    text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    (folder / "passages.jsonl").write_text(text, encoding="utf-8")
    segment.vectors.write(folder / "vectors.faiss")
    if segment.cells:
        segment.cells.write(folder / "cells.faiss")
    np.save(folder / "tokens_of.npy", segment.token_counts, allow_pickle=False)
    for name in LARGE:
        np.save(folder / f"{name}.npy", getattr(segment, name), allow_pickle=False)
    with (folder / "questions.npz").open("wb") as file:
        np.savez(file, vectors=segment.questions.matrix, rows=segment.question_rows)
    counts = {
        f"{number}-{name}": array
        for number, language in enumerate(sorted(segment.postings))
        for name, array in segment.postings[language].arrays().items()
    }
    with (folder / "terms.npz").open("wb") as file:
        np.savez(file, allow_pickle=False, **counts)


def read_segment(folder: Path) -> Segment:
    """What was written there; the files are to be verified first."""
    # Not splitlines(): a heading may hold a separator that only Unicode takes for a line's end.
    lines = (folder / "passages.jsonl").read_text(encoding="utf-8").split("\n")[:-1]
    passages = tuple(
        Passage(article_id, start, end, language, heading, tuple(Span(*s) for s in sentences))
        for article_id, start, end, language, heading, sentences in map(json.loads, lines)
    )
    languages = sorted({passage.language for passage in passages})
    cells = folder / "cells.faiss"
    with np.load(folder / "questions.npz", allow_pickle=False) as arrays:
        questions, question_rows = arrays["vectors"], arrays["rows"]
    with np.load(folder / "terms.npz", allow_pickle=False) as arrays:
        postings = {
            language: Postings.of({name: arrays[f"{number}-{name}"] for name in ARRAYS})
            for number, language in enumerate(languages)
        }
    return Segment(
        passages=passages,
        vectors=VectorIndex.read(folder / "vectors.faiss"),
        cells=VectorIndex.read(cells) if cells.exists() else None,
        token_counts=np.load(folder / "tokens_of.npy", allow_pickle=False),
        questions=VectorIndex.build(questions, exact_up_to=len(questions)),
        question_rows=question_rows,
        postings=postings,
        **_mapped(folder),
    )


def mapped(segment: Segment, folder: Path) -> Segment:
    """The same segment, just written to `folder`, with its large matrices left in their files."""
    vectors = VectorIndex.read(folder / "vectors.faiss")
    return replace(segment, vectors=vectors, **_mapped(folder))


def _mapped(folder: Path) -> dict[str, Any]:
    files = {name: folder / f"{name}.npy" for name in LARGE}
    return {name: np.load(file, mmap_mode="r", allow_pickle=False) for name, file in files.items()}
