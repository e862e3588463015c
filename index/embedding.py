"""Texts to vectors, with any sentence-transformers model."""

import gc
import hashlib
import json
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import numpy as np

from corpus.wording import KnownError
from index.adapter import token_heads
from index.e5 import embedded_model, embedded_weights
from index.encoding import (
    PassageEncoding,
    PassageText,
    QueryTokens,
    Vectors,
    no_tokens,
    unit_rows,
)
from index.token_states import Method, TokenStates, passage_encoding, query_tokens, token_states

if TYPE_CHECKING:
    import torch
    from sentence_transformers import SentenceTransformer

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

    def query_tokens(self, text: str) -> QueryTokens:
        """What late interaction needs of a question."""

    def encode(
        self, texts: Sequence[PassageText], progress: Callable[[int], None] | None = None
    ) -> list[PassageEncoding]:
        """What is indexed of passages; `progress` is told how many each step has done."""

    def passages(
        self, texts: Sequence[str], progress: Callable[[int], None] | None = None
    ) -> Vectors:
        """Shape (texts, dimension): each text as a whole, read as a passage is."""

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
        self._heads = token_heads() if name == EMBEDDED else None

    @property
    def fingerprint(self) -> str:
        return self._load()[1]

    @property
    def dimension(self) -> int:
        return int(self._load()[0].get_embedding_dimension() or 0)

    def query(self, text: str) -> Vectors:
        return self._remembered(text)[0]

    def query_tokens(self, text: str) -> QueryTokens:
        return self._remembered(text)[1]

    def encode(
        self, texts: Sequence[PassageText], progress: Callable[[int], None] | None = None
    ) -> list[PassageEncoding]:
        if self._heads is None:
            return separately(self, texts, progress)
        encodings: dict[int, PassageEncoding] = {}
        for batch in _batches([each.text for each in texts]):
            states = self._states([texts[at].text for at in batch], "encode_document")
            for at, one in zip(batch, states, strict=True):
                encodings[at] = passage_encoding(one, texts[at].sentences, self._heads)
            if progress:
                progress(len(batch))
        return [encodings[at] for at in range(len(texts))]

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
        method: Method,
        progress: Callable[[int], None] | None,
    ) -> Vectors:
        model, _ = self._load()
        vectors = np.empty((len(texts), self.dimension), np.float32)
        for batch in _batches(texts):
            with self._lock:
                encode = getattr(model, method)
                encoded = encode(
                    [texts[i] for i in batch], batch_size=BATCH, show_progress_bar=False
                )
            vectors[batch] = unit_rows(encoded)
            if progress:
                progress(len(batch))
        return vectors

    def _encode_query(self, text: str) -> tuple[Vectors, QueryTokens]:
        if self._heads is None:
            return self.queries([text]).reshape(-1), QueryTokens.none()
        (states,) = self._states([text], "encode_query")
        return states.whole, query_tokens(states, self._heads)

    def _states(self, texts: Sequence[str], method: Method) -> list[TokenStates]:
        model, _ = self._load()
        with self._lock:
            return token_states(model, texts, method)

    def _load(self) -> "tuple[SentenceTransformer, str]":
        if self._loaded is None:  # otherwise nobody need wait for an encoding to end
            with self._lock:
                if self._loaded is None:
                    self._loaded = _load_model(self._name, self._cache)
        return self._loaded


def separately(
    embedder: Embedder,
    texts: Sequence[PassageText],
    progress: Callable[[int], None] | None = None,
) -> list[PassageEncoding]:
    """Encodings by an embedder that knows only whole texts: its sentences are texts, too.

    The title is put before each: it tells what "it" and "they" are about.
    """
    encodings = []
    for start in range(0, len(texts), BATCH):
        some = texts[start : start + BATCH]
        whole = embedder.passages([each.text for each in some])
        parts = embedder.passages(
            [f"{each.above} — {each.text[a:b]}" for each in some for a, b in each.sentences]
        )
        ends = np.cumsum([len(each.sentences) for each in some])
        by_text = np.split(parts, ends[:-1])
        encodings += [no_tokens(one, of) for one, of in zip(whole, by_text, strict=True)]
        if progress:
            progress(len(some))
    return encodings


def _batches(texts: Sequence[str]) -> Iterator[list[int]]:
    """Positions, the longest first: batches pad little, and memory peaks at once, not later."""
    order = sorted(range(len(texts)), key=lambda at: -len(texts[at]))
    for start in range(0, len(order), BATCH):
        yield order[start : start + BATCH]


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
            fr=f"Le modèle d’embedding {name!r} ne peut pas être chargé ({_first_line(error)}). "
            "Vérifiez le nom ou le dossier dans CXLIT_MODEL, ou retirez ce réglage pour utiliser "
            "le modèle embarqué.",
        ) from error
    return model, _fingerprint(model, embedded_weights() if name == EMBEDDED else _weights_of(name))


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


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0][:200]
