"""The manifest of a generation: its segments, what is gone from them, and what vouches for all.

It names every file with its size and sha256, every article with a digest of what is indexed of
it, and the embedding model. A seal over the whole makes a damaged manifest known as such.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from corpus.wording import KnownError
from index.analysis import VERSION as ANALYSIS
from index.cutting import VERSION as CUTTING

FORMAT = 3
MANIFEST = "manifest.json"


class Indexed(NamedTuple):
    """What the index knows of an article."""

    digest: str  # of all that is indexed of it
    passages: int


class Vouched(NamedTuple):
    """A file as it was written."""

    bytes: int
    sha256: str


@dataclass(frozen=True)
class Entry:
    """One segment of a generation."""

    name: str  # of its folder
    files: Mapping[str, Vouched]
    articles: Mapping[str, Indexed]  # by id; also those that are gone
    gone: frozenset[str] = frozenset()

    @cached_property
    def live(self) -> dict[str, Indexed]:
        return {id_: known for id_, known in self.articles.items() if id_ not in self.gone}


@dataclass(frozen=True)
class Manifest:
    """A generation; its rows are those of its segments, in order."""

    embedding: str  # fingerprint of the embedder that made the vectors
    segments: tuple[Entry, ...]

    @cached_property
    def articles(self) -> dict[str, Indexed]:
        """All that can be found, by id."""
        return {id_: known for entry in self.segments for id_, known in entry.live.items()}

    @cached_property
    def fingerprint(self) -> str:
        """16 hexadecimal digits: equal for equal articles and an equal model, however they came."""
        indexed = sorted((id_, known.digest) for id_, known in self.articles.items())
        meaning = [FORMAT, CUTTING, ANALYSIS, self.embedding, indexed]
        return hashlib.sha256(json.dumps(meaning).encode()).hexdigest()[:16]


class OlderIndexError(KnownError):
    """An index that an earlier cxlit made, in another format or of other passages or terms."""

    def __init__(self, embedding: str, changed: int) -> None:
        """`embedding`: of the model that made it; `changed`: passages cut in another way."""
        super().__init__(
            en="The index was made with an older cxlit. Your articles are safe; run: cxlit rebuild",
            fr="L’index a été construit avec un cxlit plus ancien. Vos articles sont intacts ; "
            "lancez : cxlit rebuild",
        )
        self.embedding = embedding
        self.changed = changed


def write_manifest(manifest: Manifest, folder: Path) -> None:
    document = {
        "format": FORMAT,
        "cutting": CUTTING,
        "analysis": ANALYSIS,
        "embedding": manifest.embedding,
        "fingerprint": manifest.fingerprint,
        "passages": sum(known.passages for known in manifest.articles.values()),
        "segments": [
            {
                "name": entry.name,
                "files": entry.files,
                "articles": entry.articles,
                "gone": sorted(entry.gone),
            }
            for entry in manifest.segments
        ],
    }
    text = json.dumps({"seal": _seal(document), **document}, ensure_ascii=False)
    (folder / MANIFEST).write_text(text, encoding="utf-8")


def read_manifest(folder: Path) -> Manifest:
    """The manifest of a generation, once its files are there in their sizes.

    Raises KnownError when something is missing or damaged, or was made by another cxlit;
    FileNotFoundError when the folder is gone.
    """
    path = folder / MANIFEST
    try:
        document = json.loads(path.read_bytes())
        made_by = (document["format"], document["cutting"], document["analysis"])
        if made_by != (FORMAT, CUTTING, ANALYSIS):
            same = document["cutting"] == CUTTING
            raise OlderIndexError(document["embedding"], 0 if same else document["passages"])
        if document.pop("seal") != _seal(document):
            raise damaged(path)
        manifest = Manifest(document["embedding"], tuple(map(_entry, document["segments"])))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise damaged(path) from error
    for entry in manifest.segments:
        for name, expected in entry.files.items():
            file = folder / entry.name / name
            if not file.is_file() or file.stat().st_size != expected.bytes:
                raise damaged(file)
    return manifest


def verify(folder: Path, files: Mapping[str, Vouched]) -> None:
    """Raises KnownError when a file of a segment's `folder` is not as it was written."""
    for name, expected in files.items():
        path = folder / name
        if not path.is_file() or sha256(path) != expected.sha256:
            raise damaged(path)


def vouch(folder: Path) -> dict[str, Vouched]:
    """All files of `folder`, by name."""
    return {
        path.name: Vouched(path.stat().st_size, sha256(path)) for path in sorted(folder.iterdir())
    }


def sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def damaged(path: Path) -> KnownError:
    return KnownError(
        en=f"The index file {path} is missing or damaged. Your articles are safe; run: "
        "cxlit rebuild",
        fr=f"Le fichier d’index {path} manque ou est abîmé. Vos articles sont intacts ; "
        "lancez : cxlit rebuild",
    )


def index_missing(folder: Path) -> KnownError:
    return KnownError(
        en=f"The index {folder} is missing. Your articles are safe; run: cxlit rebuild",
        fr=f"L’index {folder} manque. Vos articles sont intacts ; lancez : cxlit rebuild",
    )


def made_with_another_model() -> KnownError:
    return KnownError(
        en="The index was made with another embedding model. Your articles are safe; run: "
        "cxlit rebuild",
        fr="L’index a été construit avec un autre modèle d’embedding. Vos articles sont intacts ; "
        "lancez : cxlit rebuild",
    )


def _entry(document: Mapping[str, Any]) -> Entry:
    return Entry(
        name=document["name"],
        files={name: Vouched(*file) for name, file in document["files"].items()},
        articles={id_: Indexed(*known) for id_, known in document["articles"].items()},
        gone=frozenset(document["gone"]),
    )


def _seal(document: Mapping[str, Any] | Sequence[Any]) -> str:
    return hashlib.sha256(json.dumps(document, sort_keys=True).encode()).hexdigest()
