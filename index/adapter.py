"""The adapter of the embedded model to the field: low-rank changes of its weights, and two heads.

LoRA (Hu et al., 2021): beside each matrix of the encoder stand two thin ones whose product is
added to it; they are merged when the model is unpacked, so adapted or not, it takes the same
time. The heads are for late interaction: a projection that makes token vectors small, and a
weight for each token of a question. `index.adaptation` trains all of them.
"""

from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from index.encoding import Vectors

if TYPE_CHECKING:
    from transformers import BertModel

FILE = Path(__file__).with_name("adapter.safetensors")
DOWN, UP = ".down", ".up"  # of a matrix: it grows by up @ down, the scale being in `up`


@dataclass(frozen=True, slots=True, eq=False)  # arrays do not compare
class TokenHeads:
    """From the encoder's token states to what late interaction uses."""

    projection: Vectors  # (hidden, token dimension)
    weight: Vectors  # (hidden)
    bias: float

    def weights(self, states: Vectors) -> Vectors:
        """How much each token of a question counts, sum 1; `states`: (tokens, hidden)."""
        weights = np.logaddexp(0.0, states @ self.weight + self.bias)
        return np.asarray(weights / weights.sum(), np.float32)


def adapter_sha256(path: Path = FILE) -> str:
    return sha256(path.read_bytes()).hexdigest()


@cache
def token_heads(path: Path = FILE) -> TokenHeads:
    tensors = _read(path)
    return TokenHeads(
        tensors["tokens.projection"], tensors["tokens.weight"], float(tensors["tokens.bias"][0])
    )


def adapt(bert: "BertModel", path: Path = FILE) -> None:
    """Merge the adapter into the weights. Raises ValueError when it is of another model."""
    import torch

    tensors = _read(path)
    weights = dict(bert.named_parameters())
    for name in (key.removesuffix(DOWN) for key in tensors if key.endswith(DOWN)):
        change = torch.from_numpy(tensors[name + UP] @ tensors[name + DOWN])
        weight = weights.get(f"{name}.weight")
        if weight is None:
            raise ValueError(f"{name}: the adapter has it, the model has not")
        if weight.shape != change.shape:
            raise ValueError(f"{name}: the model has {weight.shape}, the adapter {change.shape}")
        with torch.no_grad():
            weight.add_(change)


def _read(path: Path) -> dict[str, Vectors]:
    from safetensors.numpy import load_file

    return {name: tensor.astype(np.float32) for name, tensor in load_file(path).items()}
