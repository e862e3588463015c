"""One generation on disk: a folder of plain files and a manifest that vouches for them.

passages.jsonl     one passage a line, in row order
vectors.faiss      one row a passage
sentences.npy      float16, one row a sentence, in the order of the passages
lexical/LANGUAGE/  BM25 over the passages in that language
manifest.json      format, embedding fingerprint, size and sha256 of every other file
"""

import hashlib
import json
import os
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corpus.wording import KnownError
from index.analysis import VERSION as ANALYSIS
from index.cutting import VERSION as CUTTING
from index.lexical import LexicalIndex
from index.passage import Passage, Span
from index.vectors import VectorIndex

FORMAT = 1
MANIFEST = "manifest.json"


@dataclass(frozen=True)
class Contents:
    """What is derived from the articles of one generation."""

    passages: tuple[Passage, ...]
    vectors: VectorIndex
    sentence_vectors: NDArray[np.float16]
    lexical: dict[str, LexicalIndex]

    @cached_property
    def rows_by_language(self) -> dict[str, NDArray[np.int64]]:
        """Rows of the passages in each language, in the order of that language's BM25."""
        languages = np.array([passage.language for passage in self.passages])
        return {language: np.flatnonzero(languages == language) for language in self.lexical}

    @cached_property
    def sentence_rows(self) -> NDArray[np.int64]:
        """First row in `sentence_vectors` of each passage, and one past the last."""
        counts = [len(passage.sentences) for passage in self.passages]
        return np.concatenate([[0], np.cumsum(counts, dtype=np.int64)])

    def sentences_of(self, passage: Passage) -> NDArray[np.float32]:
        """Vectors of a passage's sentences, shape (sentences, dimension)."""
        row = self.row_of[passage.id]
        start, end = self.sentence_rows[row], self.sentence_rows[row + 1]
        return self.sentence_vectors[start:end].astype(np.float32)

    @cached_property
    def row_of(self) -> dict[str, int]:
        return {passage.id: row for row, passage in enumerate(self.passages)}


def write_contents(contents: Contents, folder: Path, embedding: str) -> None:
    """Write a generation into the empty `folder` and force it to disk.

    `embedding` is the fingerprint of the embedder that made the vectors.
    """
    lines = (
        [p.article_id, p.start, p.end, p.language, p.heading, p.sentences]
        for p in contents.passages
    )
    text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    (folder / "passages.jsonl").write_text(text, encoding="utf-8")
    contents.vectors.write(folder / "vectors.faiss")
    np.save(folder / "sentences.npy", contents.sentence_vectors, allow_pickle=False)
    for language, lexical in contents.lexical.items():
        lexical.write(_lexical_folder(folder, language))
    files = {
        str(path.relative_to(folder)): {"bytes": path.stat().st_size, "sha256": _sha256(path)}
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
    manifest = {
        "format": FORMAT,
        "cutting": CUTTING,
        "analysis": ANALYSIS,
        "embedding": embedding,
        "passages": len(contents.passages),
        "files": files,
    }
    (folder / MANIFEST).write_text(json.dumps(manifest, indent=1), encoding="utf-8")
    for path in (*folder.rglob("*"), folder):
        force_to_disk(path)


def read_contents(folder: Path, embedding: str) -> tuple[Contents, str]:
    """A generation and its fingerprint; `embedding` is that of the embedder that is set now.

    Raises KnownError when a file is missing or damaged, or when the generation was made with
    another model or another way of cutting; FileNotFoundError when the folder is gone.
    """
    manifest = _read_manifest(folder)
    made_by = (manifest["format"], manifest["cutting"], manifest.get("analysis"))
    if made_by != (FORMAT, CUTTING, ANALYSIS):
        raise _must_be_rebuilt("an older cxlit", "un cxlit plus ancien")
    if manifest["embedding"] != embedding:
        raise _must_be_rebuilt("another embedding model", "un autre modèle d'embedding")
    _verify(folder, manifest["files"])
    passages = tuple(
        Passage(article_id, start, end, language, heading, tuple(Span(*s) for s in sentences))
        for article_id, start, end, language, heading, sentences in map(
            json.loads, (folder / "passages.jsonl").read_text(encoding="utf-8").splitlines()
        )
    )
    contents = Contents(
        passages=passages,
        vectors=VectorIndex.read(folder / "vectors.faiss"),
        sentence_vectors=np.load(folder / "sentences.npy", allow_pickle=False),
        lexical={
            language: LexicalIndex.read(_lexical_folder(folder, language))
            for language in sorted({passage.language for passage in passages})
        },
    )
    return contents, fingerprint(folder)


def fingerprint(folder: Path) -> str:
    """16 hexadecimal digits of the manifest: equal for equal articles and an equal model."""
    return hashlib.sha256(_manifest_bytes(folder)).hexdigest()[:16]


def force_to_disk(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _lexical_folder(folder: Path, language: str) -> Path:
    return folder / "lexical" / (language or "unknown")


def _manifest_bytes(folder: Path) -> bytes:
    return (folder / MANIFEST).read_bytes()


def _read_manifest(folder: Path) -> dict[str, Any]:
    """The manifest with all that vouches for the rest; KnownError when something is missing."""
    try:
        manifest = json.loads(_manifest_bytes(folder))
        names = {"passages.jsonl", "vectors.faiss", "sentences.npy"}
        whole = (
            {"format", "cutting", "embedding"} <= manifest.keys()
            and names <= manifest["files"].keys()
            and all("sha256" in file for file in manifest["files"].values())
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        whole = False
    if not whole:
        raise _damaged(folder / MANIFEST)
    return dict(manifest)


def _verify(folder: Path, files: dict[str, dict[str, str | int]]) -> None:
    for name, expected in files.items():
        path = folder / name
        if not path.is_file() or _sha256(path) != expected["sha256"]:
            raise _damaged(path)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _damaged(path: Path) -> KnownError:
    return KnownError(
        en=f"The index file {path} is missing or damaged. Your articles are safe; run: "
        "cxlit rebuild",
        fr=f"Le fichier d'index {path} manque ou est abîmé. Vos articles sont intacts ; "
        "lancez : cxlit rebuild",
    )


def _must_be_rebuilt(en: str, fr: str) -> KnownError:
    return KnownError(
        en=f"The index was made with {en}. Your articles are safe; run: cxlit rebuild",
        fr=f"L'index a été construit avec {fr}. Vos articles sont intacts ; lancez : cxlit rebuild",
    )
