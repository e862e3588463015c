"""The model in training: the encoder with low-rank changes beside its matrices, and the heads."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import torch
from safetensors.numpy import save_file
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812 - torch's own usage
from transformers import AutoModel, AutoTokenizer

from index.adapter import DOWN, UP

RANK = 16
SCALE = 2.0  # of up @ down; LoRA's alpha is this times the rank
TOKEN_DIMENSION = 128
MATRICES = [  # all of a BERT layer
    "query", "key", "value", "attention.output.dense", "intermediate.dense", "output.dense",
]  # fmt: skip
EVEN = float(np.log(np.expm1(1.0)))  # its softplus is 1

Changes = Mapping[str, tuple[Tensor, Tensor]]  # matrix -> down (rank, in), up (out, rank)


class Reading(NamedTuple):
    """A batch of texts as the encoder reads them, filled up to the longest."""

    states: Tensor  # (texts, tokens, hidden)
    mask: Tensor  # (texts, tokens), bool: not filled up
    kept: Tensor  # (texts, tokens), bool: of the text, so neither prompt nor special
    starts: Tensor  # (texts, tokens): characters of the text, which begins after its prompt
    ends: Tensor  # (texts, tokens)

    @property
    def wholes(self) -> Tensor:
        """Shape (texts, hidden), length 1: the mean of all tokens, as e5 pools them."""
        sums = (self.states * self.mask[..., None]).sum(1)
        return F.normalize(sums / self.mask.sum(1, keepdim=True), dim=-1)


@dataclass(frozen=True, slots=True)
class Encoder:
    """A BERT whose token states are wanted, and its tokenizer."""

    bert: nn.Module
    tokenizer: Any
    device: torch.device

    def read(self, texts: Sequence[str], prompt: str, most_tokens: int, at_once: int) -> Reading:
        """`at_once` texts of like length go through the encoder together: they pad little."""
        order = sorted(range(len(texts)), key=lambda at: -len(texts[at]))
        parts = [
            self._read([texts[at] for at in order[start : start + at_once]], prompt, most_tokens)
            for start in range(0, len(order), at_once)
        ]
        longest = max(part.states.shape[1] for part in parts)
        back = torch.tensor(order).argsort().to(self.device)
        return Reading(
            *(
                torch.cat([_filled_up(tensor, longest) for tensor in tensors])[back]
                for tensors in zip(*parts, strict=True)
            )
        )

    def _read(self, texts: Sequence[str], prompt: str, most_tokens: int) -> Reading:
        read = self.tokenizer(
            [prompt + text for text in texts],
            padding=True,
            truncation=True,
            max_length=min(most_tokens, self.tokenizer.model_max_length),
            return_offsets_mapping=True,
            return_tensors="pt",
        ).to(self.device)
        starts, ends = (read.pop("offset_mapping") - len(prompt)).unbind(-1)
        states = self.bert(**read).last_hidden_state.float()
        kept = (ends > 0) & (ends > starts)
        return Reading(states, read["attention_mask"].bool(), kept, starts, ends)


class Heads(nn.Module):
    """What late interaction takes from token states (see `index.adapter.TokenHeads`)."""

    def __init__(self, projection: Tensor) -> None:
        """`projection`: shape (hidden, token dimension)."""
        super().__init__()
        self.projection = nn.Parameter(projection)
        self.weight = nn.Parameter(torch.zeros(len(projection), device=projection.device))
        self.bias = nn.Parameter(torch.tensor(EVEN, device=projection.device))

    def vectors(self, states: Tensor) -> Tensor:
        """Shape (texts, tokens, token dimension), length 1."""
        return F.normalize(states @ self.projection, dim=-1)

    def weights(self, asked: Reading) -> Tensor:
        """Shape (texts, tokens): how much each token of a question counts, sum 1."""
        weights = F.softplus(asked.states @ self.weight + self.bias) * asked.kept
        return weights / weights.sum(1, keepdim=True)


def load(folder: Path, device: torch.device) -> Encoder:
    """The model in `folder` with changes that change nothing yet; only they can be trained."""
    from peft import LoraConfig, get_peft_model

    bert = AutoModel.from_pretrained(folder, dtype=precision(device), add_pooling_layer=False)
    changes = LoraConfig(
        r=RANK, lora_alpha=int(SCALE * RANK), target_modules=MATRICES, lora_dropout=0.0
    )
    adaptable = get_peft_model(bert, changes)
    for parameter in trained(adaptable):
        parameter.data = parameter.data.float()  # steps of training are too small for bf16
    adaptable.eval()  # no dropout: so few steps need no more noise
    return Encoder(adaptable.to(device), AutoTokenizer.from_pretrained(folder), device)


def trained(module: nn.Module) -> list[nn.Parameter]:
    return [parameter for parameter in module.parameters() if parameter.requires_grad]


def precision(device: torch.device) -> torch.dtype:
    """bf16 where the processor computes it, twice as fast; elsewhere it is far slower."""
    if device.type == "cuda":
        fast = torch.cuda.is_bf16_supported(including_emulation=False)
    else:
        fast = bool(torch.cpu.get_capabilities().get("avx512_bf16"))
    return torch.bfloat16 if fast else torch.float32


def changes_of(adaptable: nn.Module) -> dict[str, tuple[Tensor, Tensor]]:
    """The changes in a model that `load` made, by the names of its matrices."""
    return dict(_changes(adaptable))


def _changes(adaptable: nn.Module) -> Iterator[tuple[str, tuple[Tensor, Tensor]]]:
    before, down, up = "base_model.model.", ".lora_A.default.weight", ".lora_B.default.weight"
    parameters = dict(adaptable.named_parameters())
    for name in parameters:
        if name.endswith(down):
            matrix = name.removesuffix(down)
            yield matrix.removeprefix(before), (parameters[name], parameters[matrix + up])


def save(changes: Changes, heads: Heads, path: Path) -> None:
    """Write what `index.adapter` reads; large tensors in half precision."""
    tensors = {
        "tokens.projection": _array(heads.projection).astype(np.float16),
        "tokens.weight": _array(heads.weight),
        "tokens.bias": _array(heads.bias).reshape(1),
    }
    for matrix, (down, up) in changes.items():
        tensors[matrix + DOWN] = _array(down).astype(np.float16)
        tensors[matrix + UP] = _array(SCALE * up).astype(np.float16)
    # Of an array in another order safetensors would write the values in the wrong places.
    save_file({name: np.ascontiguousarray(tensor) for name, tensor in tensors.items()}, path)


def _array(tensor: Tensor) -> np.ndarray[Any, np.dtype[Any]]:
    return tensor.detach().float().cpu().numpy()


def _filled_up(tensor: Tensor, tokens: int) -> Tensor:
    """Zeros after the last token, on axis 1."""
    after = (0, tokens - tensor.shape[1])
    return F.pad(tensor, (0, 0) * (tensor.dim() - 2) + after)
