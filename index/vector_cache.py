"""Vectors that were computed once, by model and text, so that no text is embedded twice.

A cache, not a truth: it may be deleted at any time. It is written batch by batch, so an
addition that is interrupted resumes where it was.
"""

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import sqlalchemy as sa

from corpus.wording import KnownError
from index.embedding import Embedder, Vectors
from index.prepared_vectors import prepared

CHUNK = 256  # texts embedded between two writes

Told = Callable[[int, int], None]
_Embed = Callable[[Sequence[str], Callable[[int], None]], Vectors]

_metadata = sa.MetaData()
_vector = sa.Table(
    "vector",
    _metadata,
    sa.Column("key", sa.LargeBinary(32), primary_key=True),
    sa.Column("values", sa.LargeBinary, nullable=False),
)


class VectorCache:
    """Vectors of passages, sentences and queries of one embedder, kept in the SQLite file `path`.

    Raises KnownError when the file cannot be opened or made; a damaged one is made anew.
    """

    def __init__(self, path: Path, embedder: Embedder, *, use_prepared: bool = True) -> None:
        """`use_prepared`: take what comes with cxlit before computing it."""
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise _unusable(path, error) from error
        self._embedder = embedder
        self._use_prepared = use_prepared
        self._engine = sa.create_engine(f"sqlite:///{path}", connect_args={"timeout": 30})
        try:
            self._create_table()
        except sa.exc.OperationalError as error:
            # Locked, unwritable, or the disk is full: the file is not to blame.
            raise _unusable(path, error.orig) from error
        except sa.exc.DatabaseError:  # damaged: nothing in it cannot be computed again
            path.unlink()
            self._engine.dispose()
            self._create_table()

    def close(self) -> None:
        self._engine.dispose()

    @property
    def dimension(self) -> int:
        return self._embedder.dimension

    def passages(self, texts: Sequence[str], progress: Told | None = None) -> Vectors:
        """Shape (texts, dimension). `progress` is told texts done and texts in all."""
        return self._vectors(texts, "", self._embedder.passages, progress)

    def queries(self, texts: Sequence[str], progress: Told | None = None) -> Vectors:
        """The same for texts that are embedded as queries: other vectors, of other keys."""
        return self._vectors(texts, "query\0", self._embedder.queries, progress)

    def _vectors(
        self, texts: Sequence[str], use: str, embed: _Embed, progress: Told | None
    ) -> Vectors:
        keys = [self._key(use + text) for text in texts]
        known = self._known(keys)
        missing = {key: text for key, text in zip(keys, texts, strict=True) if key not in known}
        todo = sorted(missing, key=lambda key: -len(missing[key]))  # alike lengths in one chunk
        done = len(texts) - len(todo)
        for start in range(0, len(todo), CHUNK):
            chunk = todo[start : start + CHUNK]

            def step(count: int) -> None:
                nonlocal done
                done += count
                if progress:
                    progress(done, len(texts))

            vectors = embed([missing[key] for key in chunk], step)
            fresh = dict(zip(chunk, vectors, strict=True))
            self._write(fresh)
            known |= fresh
        if not texts:
            return np.empty((0, self.dimension), np.float32)
        return np.stack([known[key] for key in keys])

    def _create_table(self) -> None:
        with self._engine.begin() as connection:
            # Libraries that share this cache may begin at once: IF NOT EXISTS does not collide.
            connection.execute(sa.schema.CreateTable(_vector, if_not_exists=True))

    def _key(self, text: str) -> bytes:
        return hashlib.sha256(f"{self._embedder.fingerprint}\0{text}".encode()).digest()

    def all(self) -> dict[bytes, Vectors]:
        """Everything that was computed, by key."""
        with self._engine.connect() as connection:
            rows = connection.execute(sa.select(_vector.c.key, _vector.c["values"]))
            return {key: np.frombuffer(values, "<f4") for key, values in rows}

    def _known(self, keys: Sequence[bytes]) -> dict[bytes, Vectors]:
        known = self._read(keys)
        missing = [key for key in keys if key not in known]
        if missing and self._use_prepared:
            known |= prepared(missing, self._embedder.fingerprint)
        return known

    def _read(self, keys: Sequence[bytes]) -> dict[bytes, Vectors]:
        found: dict[bytes, Vectors] = {}
        wanted = list(dict.fromkeys(keys))
        with self._engine.connect() as connection:
            for start in range(0, len(wanted), 500):  # SQLite bounds the parameters of a query
                some = wanted[start : start + 500]
                rows = connection.execute(
                    sa.select(_vector.c.key, _vector.c["values"]).where(_vector.c.key.in_(some))
                )
                found |= {key: np.frombuffer(values, "<f4") for key, values in rows}
        return found

    def _write(self, vectors: dict[bytes, Vectors]) -> None:
        rows = [{"key": k, "values": v.astype("<f4").tobytes()} for k, v in vectors.items()]
        with self._engine.begin() as connection:
            connection.execute(sa.insert(_vector).prefix_with("OR IGNORE"), rows)


def _unusable(path: Path, error: BaseException | None) -> KnownError:
    return KnownError(
        en=f"The cache of vectors {path} cannot be used ({error}). Make room and see to its "
        "permissions, or set CXLIT_CACHE to another folder.",
        fr=f"Le cache de vecteurs {path} est inutilisable ({error}). Libérez de la place et "
        "vérifiez ses permissions, ou donnez à CXLIT_CACHE un autre dossier.",
    )
