"""Vectors of the starter library that come with cxlit, so that a first start need not make them.

They are what the embedded model makes of every text of the notes. Nothing
depends on them: for another model, or a note that has changed, vectors are computed.
`python -m index.prepared_vectors` writes them anew.
"""

import tempfile
from collections.abc import Collection
from functools import cache
from pathlib import Path

import numpy as np

from index.embedding import Embedder

FILE = Path(__file__).with_name("prepared_vectors.npz")
KEY = 16  # bytes of a text's key that are kept: enough to tell thousands apart


def prepared(keys: Collection[bytes], fingerprint: str) -> dict[bytes, bytes]:
    """What is kept under those of `keys` that are there, if the model is the one that made it.

    Keys and values are those of `index.vector_cache`.
    """
    made_by, values = _read()
    if made_by != fingerprint:
        return {}
    return {key: values[key[:KEY]] for key in keys if key[:KEY] in values}


@cache
def _read() -> tuple[str, dict[bytes, bytes]]:
    with np.load(FILE, allow_pickle=False) as arrays:
        values, ends = arrays["values"].tobytes(), arrays["ends"].tolist()
        keys = [key.tobytes() for key in arrays["keys"]]
        spans = zip([0, *ends], ends, strict=False)
        return str(arrays["fingerprint"]), {
            key: values[start:end] for key, (start, end) in zip(keys, spans, strict=True)
        }


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
            ends=np.cumsum([len(values) for _, values in known]),
            values=np.frombuffer(b"".join(values for _, values in known), np.uint8),
        )
    return len(known)


def main() -> None:
    from index.embedding import EMBEDDED, SentenceTransformerEmbedder

    with tempfile.TemporaryDirectory() as folder:
        count = write(SentenceTransformerEmbedder(EMBEDDED, Path(folder)))
    print(f"{FILE.name}: {count} vectors")  # noqa: T201 - a tool's own output


if __name__ == "__main__":
    main()
