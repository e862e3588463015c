"""Cosines between what is asked and what is read, in the four ways in which search uses them."""

from collections.abc import Sequence
from typing import NamedTuple

import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812 - torch's own usage

from index.adaptation.model import Heads, Reading
from index.passage import Span


class Scores(NamedTuple):
    """One row for each text that is asked; sentences are numbered through all passages."""

    dense: Tensor  # (asked, passages): of the wholes
    late: Tensor  # (asked, passages): of each token asked with the passage's most alike, weighed
    sentences: Tensor  # (asked, sentences): of the whole and the mean of the sentence's tokens
    late_sentences: Tensor  # (asked, sentences): `late` within the sentence


def score(
    asked: Reading, passages: Reading, sentences: Sequence[Sequence[Span]], heads: Heads
) -> Scores:
    """`sentences` are those of each passage."""
    most = max(len(spans) for spans in sentences)
    there = torch.tensor([[n < len(spans) for n in range(most)] for spans in sentences])
    there = there.to(passages.states.device)
    places = sentence_places(passages, sentences, nowhere=most)
    cosines = torch.einsum(
        "aid,pjd->apij", heads.vectors(asked.states), heads.vectors(passages.states)
    )
    weights = heads.weights(asked)
    best = cosines.masked_fill(~passages.kept[None, :, None, :], -1.0).amax(-1)
    best_of_sentence = cosines.new_full((*cosines.shape[:3], most + 1), -1.0).scatter_reduce(
        3, places[None, :, None, :].expand_as(cosines), cosines, "amax"
    )[..., :most]
    late_sentences = (best_of_sentence * weights[:, None, :, None]).sum(2)
    return Scores(
        dense=asked.wholes @ passages.wholes.T,
        late=(best * weights[:, None, :]).sum(-1),
        sentences=asked.wholes @ _sentence_vectors(passages, places, most)[there].T,
        late_sentences=late_sentences[:, there],
    )


def sentence_places(passages: Reading, sentences: Sequence[Sequence[Span]], nowhere: int) -> Tensor:
    """Shape (passages, tokens): the number of the sentence in its passage, or `nowhere`."""
    places = torch.full_like(passages.starts, nowhere)
    for row, spans in enumerate(sentences):
        for number, (start, end) in enumerate(spans):
            inside = (passages.starts[row] < end) & (passages.ends[row] > start)
            places[row][inside & passages.kept[row]] = number
    return places


def _sentence_vectors(passages: Reading, places: Tensor, most: int) -> Tensor:
    """Shape (passages, most, hidden); zeros for a sentence that the encoder did not reach."""
    inside = F.one_hot(places, most + 1)[..., :most].float()
    sums = torch.einsum("pts,pth->psh", inside, passages.states)
    return F.normalize(sums / inside.sum(1).clamp(min=1)[..., None], dim=-1)
