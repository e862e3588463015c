"""Vectors of the starter library that come with cxlit, so that a first start need not make them.

They are what the embedded model makes of every text of the notes, in half precision. Nothing
depends on them: for another model, or a note that has changed, vectors are computed.
`python -m index.prepared_vectors` writes them anew.
"""

import tempfile
from collections.abc import Collection
from functools import cache
from pathlib import Path

import numpy as np

from index.embedding import Embedder, Vectors, unit_rows

FILE = Path(__file__).with_name("prepared_vectors.npz")
KEY = 16  # bytes of a text's key that are kept: enough to tell thousands apart


def prepared(keys: Collection[bytes], fingerprint: str) -> dict[bytes, Vectors]:
    """The vectors of those of `keys` that are there, if the model is the one that made them.

    Keys are those of `index.vector_cache`.
    """
    made_by, vectors = _read()
    if made_by != fingerprint:
        return {}
    return {key: vectors[key[:KEY]] for key in keys if key[:KEY] in vectors}


@cache
def _read() -> tuple[str, dict[bytes, Vectors]]:
    with np.load(FILE, allow_pickle=False) as arrays:
        rows = unit_rows(arrays["vectors"])
        keys = (key.tobytes() for key in arrays["keys"])
        return str(arrays["fingerprint"]), dict(zip(keys, rows, strict=True))


def write(embedder: Embedder, path: Path = FILE) -> int:
    """Compute the vectors of the starter library with `embedder`; returns how many."""
    from corpus.reading import read_article
    from corpus.starter import starter_sources
    from index.building import build
    from index.cutting import cut
    from index.report import silent
    from index.vector_cache import VectorCache

    articles = [read_article(source) for source in starter_sources()]
    with tempfile.TemporaryDirectory() as folder:
        cache = VectorCache(Path(folder) / "vectors.db", embedder, use_prepared=False)
        build([(article, cut(article)) for article in articles], cache, silent)
        known = sorted(cache.all().items())
        cache.close()
    with path.open("wb") as file:
        np.savez_compressed(
            file,
            fingerprint=np.array(embedder.fingerprint),
            keys=np.array([np.frombuffer(key[:KEY], np.uint8) for key, _ in known]),
            vectors=np.array([vector for _, vector in known], np.float16),
        )
    return len(known)


def main() -> None:
    from index.embedding import EMBEDDED, SentenceTransformerEmbedder

    with tempfile.TemporaryDirectory() as folder:
        count = write(SentenceTransformerEmbedder(EMBEDDED, Path(folder)))
    print(f"{FILE.name}: {count} vectors")  # noqa: T201 - a tool's own output


if __name__ == "__main__":
    main()
