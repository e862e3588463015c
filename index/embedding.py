"""Texts to vectors, with any sentence-transformers model."""

import gc
import hashlib
import json
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, Protocol

import numpy as np
from numpy.typing import NDArray

from corpus.wording import KnownError
from index.e5 import WEIGHTS_SHA256, embedded_model

if TYPE_CHECKING:
    import torch
    from sentence_transformers import SentenceTransformer

Vectors = NDArray[np.float32]
EMBEDDED = "embedded"
BATCH = 16  # texts; long ones cost memory, and two cores are busy with that many


class Embedder(Protocol):
    """Vectors of unit length, so that an inner product is a cosine."""

    @property
    def fingerprint(self) -> str:
        """Weights, prompts and pooling: vectors compare only where this is equal."""

    @property
    def dimension(self) -> int: ...

    def query(self, text: str) -> Vectors:
        """Shape (dimension,)."""

    def passages(
        self, texts: Sequence[str], progress: Callable[[int], None] | None = None
    ) -> Vectors:
        """Shape (texts, dimension); `progress` is told how many texts each step has done."""

    def queries(
        self, texts: Sequence[str], progress: Callable[[int], None] | None = None
    ) -> Vectors:
        """The same for texts that are questions: each row is what `query` gives."""


class SentenceTransformerEmbedder:
    """An embedder over a sentence-transformers model, which is loaded at the first use."""

    def __init__(self, name: str, cache: Path) -> None:
        """`name`: EMBEDDED, a model folder, or a hub name. `cache`: where models are unpacked."""
        self._name = name
        self._cache = cache
        self._lock = threading.Lock()  # one encoding at a time: two would share the same cores
        self._loaded: tuple[SentenceTransformer, str] | None = None
        # The steps of one question each ask for its vector; it takes 20 ms to make.
        self._remembered = lru_cache(maxsize=256)(self._encode_query)

    @property
    def fingerprint(self) -> str:
        return self._load()[1]

    @property
    def dimension(self) -> int:
        return int(self._load()[0].get_embedding_dimension() or 0)

    def query(self, text: str) -> Vectors:
        return self._remembered(text)

    def passages(
        self, texts: Sequence[str], progress: Callable[[int], None] | None = None
    ) -> Vectors:
        return self._encode(texts, "encode_document", progress)

    def queries(
        self, texts: Sequence[str], progress: Callable[[int], None] | None = None
    ) -> Vectors:
        return self._encode(texts, "encode_query", progress)

    def _encode(
        self,
        texts: Sequence[str],
        method: Literal["encode_document", "encode_query"],
        progress: Callable[[int], None] | None,
    ) -> Vectors:
        model, _ = self._load()
        # The longest first: batches pad little, and memory peaks at once, not after an hour.
        order = sorted(range(len(texts)), key=lambda i: -len(texts[i]))
        vectors = np.empty((len(texts), self.dimension), np.float32)
        for start in range(0, len(order), BATCH):
            batch = order[start : start + BATCH]
            with self._lock:
                encode = getattr(model, method)
                encoded = encode(
                    [texts[i] for i in batch], batch_size=BATCH, show_progress_bar=False
                )
            vectors[batch] = unit_rows(encoded)
            if progress:
                progress(len(batch))
        return vectors

    def _encode_query(self, text: str) -> Vectors:
        return self.queries([text]).reshape(-1)

    def _load(self) -> "tuple[SentenceTransformer, str]":
        with self._lock:
            if self._loaded is None:
                self._loaded = _load_model(self._name, self._cache)
            return self._loaded


def _load_model(name: str, cache: Path) -> "tuple[SentenceTransformer, str]":
    """The model and its fingerprint. Raises KnownError when there is no such model."""
    place = str(embedded_model(cache)) if name == EMBEDDED else name
    try:
        with _no_garbage_collection():
            from sentence_transformers import SentenceTransformer

            model = SentenceTransformer(
                place, local_files_only=name == EMBEDDED, model_kwargs={"dtype": _precision()}
            )
    except (OSError, ValueError) as error:
        raise KnownError(
            en=f"The embedding model {name!r} cannot be loaded ({_first_line(error)}). Check the "
            "name or folder in CXLIT_MODEL, or unset it to use the embedded model.",
            fr=f"Le modèle d'embedding {name!r} ne peut pas être chargé ({_first_line(error)}). "
            "Vérifiez le nom ou le dossier dans CXLIT_MODEL, ou retirez ce réglage pour utiliser "
            "le modèle embarqué.",
        ) from error
    return model, _fingerprint(model, WEIGHTS_SHA256 if name == EMBEDDED else _weights_of(name))


@contextmanager
def _no_garbage_collection() -> Iterator[None]:
    """For the import and the loading: they make millions of objects, and all of them stay.

    The collector would walk through them again and again, a quarter of the time of a start.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _precision() -> "torch.dtype":
    """bf16 on a processor that computes it, twice as fast; elsewhere it is far slower."""
    import torch

    on_processor = not torch.accelerator.is_available()
    if on_processor and torch.cpu.get_capabilities().get("avx512_bf16"):
        return torch.bfloat16
    return torch.float32


def _fingerprint(model: "SentenceTransformer", weights: str) -> str:
    """16 hexadecimal digits of all that decides what a vector means."""
    from sentence_transformers.base.modules import Module

    meaning = {
        "weights": weights,
        "prompts": dict(model.prompts),
        "modules": [
            (type(module).__name__, module.get_config_dict())
            for module in model
            if isinstance(module, Module)
        ],
        "max_tokens": model.max_seq_length,
    }
    text = json.dumps(meaning, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _weights_of(name: str) -> str:
    """What tells one set of weights from another: files of a folder, or a hub name."""
    folder = Path(name)
    if not folder.is_dir():
        return name
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*.safetensors")) + sorted(folder.rglob("*.bin")):
        with path.open("rb") as file:
            digest.update(hashlib.file_digest(file, "sha256").digest())
    return digest.hexdigest()


def unit_rows(vectors: Any) -> Vectors:
    """Rows as float32 of length 1; not every model normalises, and bf16 rounds. Zeros stay zero."""
    array = np.asarray(vectors, dtype=np.float32)
    lengths = np.linalg.norm(array, axis=1, keepdims=True)
    unit: Vectors = array / np.maximum(lengths, np.float32(1e-12))
    return unit


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0][:200]
