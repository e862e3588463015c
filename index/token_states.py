"""A text read once by a sentence-transformers model: the whole, its sentences and its tokens."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np
from numpy.typing import NDArray

from index.adapter import TokenHeads
from index.encoding import (
    NOWHERE,
    PassageEncoding,
    QueryTokens,
    Vectors,
    unit_rows,
)
from index.passage import Span
from index.token_vectors import pack

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

Method = Literal["encode_document", "encode_query"]
# Names under which a model may keep the prompt of each, in sentence-transformers' own order.
_PROMPTS: dict[Method, tuple[str, ...]] = {
    "encode_query": ("query",),
    "encode_document": ("document", "passage", "corpus"),
}


@dataclass(frozen=True, slots=True, eq=False)  # arrays do not compare
class TokenStates:
    """What comes out of the encoder for one text, without its prompt and special tokens."""

    whole: Vectors  # (dimension), length 1
    states: Vectors  # (tokens, hidden)
    starts: NDArray[np.int64]  # (tokens): characters of the text
    ends: NDArray[np.int64]


def token_states(
    model: "SentenceTransformer", texts: Sequence[str], method: Method
) -> list[TokenStates]:
    """One pass of the model over a batch; a text that is too long for it is cut off."""
    encode = getattr(model, method)
    read = encode(
        list(texts), output_value=None, batch_size=len(texts) or 1, show_progress_bar=False
    )
    prompt = next((p for name in _PROMPTS[method] if (p := model.prompts.get(name))), "")
    tokenized = model.tokenizer(
        [prompt + text for text in texts],
        truncation=True,
        max_length=model.max_seq_length,
        return_offsets_mapping=True,
    )
    found = []
    for one, offsets in zip(read, tokenized["offset_mapping"], strict=True):
        span = np.array(offsets, np.int64).reshape(-1, 2) - len(prompt)
        of_text = np.flatnonzero((span[:, 1] > 0) & (span[:, 1] > span[:, 0]))
        states = one["token_embeddings"].float().cpu().numpy()
        whole = unit_rows(one["sentence_embedding"].float().cpu().numpy()[None]).reshape(-1)
        found.append(TokenStates(whole, states[of_text], span[of_text, 0], span[of_text, 1]))
    return found


def passage_encoding(
    read: TokenStates, sentences: Sequence[Span], heads: TokenHeads
) -> PassageEncoding:
    """A sentence's vector is the mean of its tokens, so what stands around it is in it, too.

    A sentence beyond what the model could read gets the vector of the whole.
    """
    places = np.full(len(read.states), NOWHERE, np.uint8)
    vectors = []
    for number, sentence in enumerate(sentences):
        inside = (read.starts < sentence.end) & (read.ends > sentence.start)
        if number < NOWHERE:
            places[inside] = number
        vectors.append(read.states[inside].mean(axis=0) if inside.any() else read.whole)
    return PassageEncoding(
        vector=read.whole,
        sentences=unit_rows(np.reshape(vectors, (-1, len(read.whole)))).astype(np.float16),
        tokens=pack(_vectors(read, heads)),
        places=places,
    )


def query_tokens(read: TokenStates, heads: TokenHeads) -> QueryTokens:
    if not len(read.states):
        return QueryTokens.none()
    return QueryTokens(_vectors(read, heads), heads.weights(read.states))


def _vectors(read: TokenStates, heads: TokenHeads) -> Vectors:
    return unit_rows(read.states @ heads.projection)
