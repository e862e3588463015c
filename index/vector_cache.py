"""What the model made of texts, by model and text, so that no text is embedded twice.

A cache, not a truth: it may be deleted at any time. It is written batch by batch, so an
addition that is interrupted resumes where it was.
"""

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import sqlalchemy as sa

from corpus.wording import KnownError
from index.embedding import Embedder
from index.encoding import PassageEncoding, PassageText, Vectors, unit_rows
from index.prepared_vectors import prepared

CHUNK = 256  # texts embedded between two writes

Told = Callable[[int, int], None]
_Make = Callable[[Sequence[int], Callable[[int], None]], Sequence[bytes]]

_metadata = sa.MetaData()
_vector = sa.Table(
    "vector",
    _metadata,
    sa.Column("key", sa.LargeBinary(32), primary_key=True),
    sa.Column("values", sa.LargeBinary, nullable=False),
)


class VectorCache:
    """What one embedder made of passages and queries, kept in the SQLite file `path`.

    Vectors are kept in half precision, so what comes out is the same whether it was known or
    not. Raises KnownError when the file cannot be opened or made; a damaged one is made anew.
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

    def encodings(
        self, texts: Sequence[PassageText], progress: Told | None = None
    ) -> list[PassageEncoding]:
        """In the order of `texts`. `progress` is told texts done and texts in all."""

        def make(rows: Sequence[int], done: Callable[[int], None]) -> list[bytes]:
            made = self._embedder.encode([texts[row] for row in rows], done)
            return [encoding.to_bytes() for encoding in made]

        # Where sentences begin and end is part of what is made of a text.
        keys = [self._key(f"passage\0{each.sentences}\0{each.text}") for each in texts]
        kept = self._kept(keys, [len(each.text) for each in texts], make, progress)
        return [PassageEncoding.from_bytes(values) for values in kept]

    def queries(self, texts: Sequence[str], progress: Told | None = None) -> Vectors:
        """Shape (texts, dimension): texts that are embedded as queries."""

        def make(rows: Sequence[int], done: Callable[[int], None]) -> list[bytes]:
            made = self._embedder.queries([texts[row] for row in rows], done)
            return [vector.astype("<f2").tobytes() for vector in made]

        keys = [self._key(f"query\0{text}") for text in texts]
        kept = self._kept(keys, [len(text) for text in texts], make, progress)
        if not kept:
            return np.empty((0, self.dimension), np.float32)
        return unit_rows(np.stack([np.frombuffer(values, "<f2") for values in kept]))

    def all(self) -> dict[bytes, bytes]:
        """Everything that was computed, by key."""
        with self._engine.connect() as connection:
            rows = connection.execute(sa.select(_vector.c.key, _vector.c["values"]))
            return dict(rows.all())

    def _kept(
        self, keys: Sequence[bytes], lengths: Sequence[int], make: _Make, progress: Told | None
    ) -> list[bytes]:
        """What is kept under `keys`; `make` is handed the rows of what is not known yet."""
        known = self._known(keys)
        missing = {key: row for row, key in enumerate(keys) if key not in known}
        # Alike lengths in one chunk.
        todo = sorted(missing, key=lambda key: -lengths[missing[key]])
        done = len(keys) - len(todo)
        for start in range(0, len(todo), CHUNK):
            chunk = todo[start : start + CHUNK]

            def step(count: int) -> None:
                nonlocal done
                done += count
                if progress:
                    progress(done, len(keys))

            fresh = dict(zip(chunk, make([missing[key] for key in chunk], step), strict=True))
            self._write(fresh)
            known |= fresh
        return [known[key] for key in keys]

    def _create_table(self) -> None:
        with self._engine.begin() as connection:
            # Libraries that share this cache may begin at once: IF NOT EXISTS does not collide.
            connection.execute(sa.schema.CreateTable(_vector, if_not_exists=True))

    def _key(self, text: str) -> bytes:
        return hashlib.sha256(f"{self._embedder.fingerprint}\0{text}".encode()).digest()

    def _known(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        known = self._read(keys)
        missing = [key for key in keys if key not in known]
        if missing and self._use_prepared:
            known |= prepared(missing, self._embedder.fingerprint)
        return known

    def _read(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        found: dict[bytes, bytes] = {}
        wanted = list(dict.fromkeys(keys))
        with self._engine.connect() as connection:
            for start in range(0, len(wanted), 500):  # SQLite bounds the parameters of a query
                some = wanted[start : start + 500]
                rows = connection.execute(
                    sa.select(_vector.c.key, _vector.c["values"]).where(_vector.c.key.in_(some))
                )
                found |= dict(rows.all())
        return found

    def _write(self, fresh: dict[bytes, bytes]) -> None:
        rows = [{"key": key, "values": values} for key, values in fresh.items()]
        with self._engine.begin() as connection:
            connection.execute(sa.insert(_vector).prefix_with("OR IGNORE"), rows)


def _unusable(path: Path, error: BaseException | None) -> KnownError:
    return KnownError(
        en=f"The cache of vectors {path} cannot be used ({error}). Make room and see to its "
        "permissions, or set CXLIT_CACHE to another folder.",
        fr=f"Le cache de vecteurs {path} est inutilisable ({error}). Libérez de la place et "
        "vérifiez ses permissions, ou donnez à CXLIT_CACHE un autre dossier.",
    )
