"""The training loop: what is learnt how fast, and the heads' beginning."""

import logging
import math
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from time import monotonic

import torch
from torch import Tensor, nn

from index.adaptation.batches import batch_count, batches, nearest
from index.adaptation.examples import Example
from index.adaptation.losses import Scales, losses
from index.adaptation.model import TOKEN_DIMENSION, Encoder, Heads, trained
from index.adaptation.scoring import score
from index.adaptation.task import pose, right_of
from index.e5_format import PROMPTS
from index.encoding import Vectors

logger = logging.getLogger(__name__)

MATRICES_RATE = 3e-4  # of the changes and of the projection
WEIGHT_RATE = 1e-3  # of the token weights
SCALES_RATE = 1e-2
WEIGHT_DECAY = 0.01
WARM_UP = 15  # steps
LONGEST_STEP = 1.0  # norm of a gradient, above which it is shortened
QUESTION_TOKENS, QUESTIONS_AT_ONCE = 64, 40
PASSAGE_TOKENS, PASSAGES_AT_ONCE = 320, 8
# Enough of a passage to tell what it is about.
GLANCE_CHARACTERS, GLANCE_TOKENS = 400, 128
GLANCED_FOR_PROJECTION = 3  # every third passage
REPORT = 10  # steps


@dataclass(frozen=True, slots=True)
class Plan:
    """How long to train; whichever of the two ends first. Only steps are the same everywhere."""

    epochs: float = 5
    minutes: float = math.inf
    seed: int = 0


def train(
    encoder: Encoder, written: Sequence[Example], others: Sequence[Example], plan: Plan
) -> Heads:
    """Adapt `encoder` in place. Batches hold clusters of alike ones of `written`."""
    random = Random(plan.seed)  # noqa: S311 - a choice that can be made again
    examples = [*written, *others]
    vectors, projection = first_glance(encoder, examples)
    heads, scales = Heads(projection), Scales().to(encoder.device)
    near = nearest(vectors[: len(written)])
    optimiser = _optimiser(encoder.bert, heads, scales)
    rates = [group["lr"] for group in optimiser.param_groups]
    shortened = [*trained(encoder.bert), heads.projection]
    steps = int(plan.epochs * batch_count(len(examples)))
    started, step = monotonic(), 0
    smooth: dict[str, float] = {}
    while True:
        for batch in batches(near, len(examples), random):
            elapsed = monotonic() - started
            done = max(step / steps, elapsed / 60 / plan.minutes)
            if done >= 1:
                logger.info("%d steps in %.0f s", step, elapsed)
                return heads
            for group, rate in zip(optimiser.param_groups, rates, strict=True):
                group["lr"] = rate * rate_share(step, done)
            found = _losses(encoder, heads, scales, [examples[at] for at in batch], random)
            optimiser.zero_grad()
            torch.stack(list(found.values())).sum().backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(shortened, LONGEST_STEP)
            optimiser.step()
            step += 1
            smooth |= {
                name: 0.9 * smooth.get(name, loss.item()) + 0.1 * loss.item()
                for name, loss in found.items()
            }
            if step % REPORT == 0 or step < 4:
                named = ", ".join(f"{name} {loss:.3f}" for name, loss in smooth.items())
                logger.info("step %d of %d, %.0f s: %s", step, steps, elapsed, named)


def rate_share(step: int, done: float) -> float:
    """Share of the learning rates: rising for WARM_UP steps, and down a cosine to 0 at the end."""
    return min(1.0, (step + 1) / WARM_UP) * (1 + math.cos(math.pi * done)) / 2


@torch.no_grad()
def first_glance(encoder: Encoder, examples: Sequence[Example]) -> tuple[Vectors, Tensor]:
    """The passages' vectors before training, and a projection for their tokens.

    The projection keeps most of what the tokens differ in: the first principal directions.
    """
    vectors, products = [], torch.zeros(())
    for start in range(0, len(examples), 2 * PASSAGES_AT_ONCE):
        some = examples[start : start + 2 * PASSAGES_AT_ONCE]
        texts = [f"{e.above}\n{' '.join(e.sentences)[:GLANCE_CHARACTERS]}" for e in some]
        read = encoder.read(texts, PROMPTS["document"], GLANCE_TOKENS, PASSAGES_AT_ONCE)
        vectors.append(read.wholes.cpu())
        for at in range(-start % GLANCED_FOR_PROJECTION, len(some), GLANCED_FOR_PROJECTION):
            states = read.states[at][read.kept[at]].cpu()
            products = products + states.T @ states
    directions = torch.linalg.eigh(products).eigenvectors.flip(1)[:, :TOKEN_DIMENSION]
    return torch.cat(vectors).numpy(), directions.to(encoder.device)


def _losses(
    encoder: Encoder,
    heads: Heads,
    scales: Scales,
    examples: Sequence[Example],
    random: Random,
) -> dict[str, Tensor]:
    task = pose(examples, random)
    asked = [each.text for each in (*task.questions, *task.misses)]
    scores = score(
        encoder.read(asked, PROMPTS["query"], QUESTION_TOKENS, QUESTIONS_AT_ONCE),
        encoder.read(
            [each.text for each in task.passages],
            PROMPTS["document"],
            PASSAGE_TOKENS,
            PASSAGES_AT_ONCE,
        ),
        [each.spans for each in task.passages],
        heads,
    )
    return losses(scores, right_of(task, encoder.device), scales)


def _optimiser(bert: nn.Module, heads: Heads, scales: Scales) -> torch.optim.Optimizer:
    return torch.optim.AdamW(
        [
            {"params": [*trained(bert), heads.projection], "lr": MATRICES_RATE},
            {"params": [heads.weight, heads.bias], "lr": WEIGHT_RATE},
            {"params": list(scales.parameters()), "lr": SCALES_RATE},
        ],
        weight_decay=WEIGHT_DECAY,
    )
