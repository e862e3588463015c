"""What training makes small: for each way of scoring the surprise at the right answer.

Wrong answers are those of the same batch. One loss more lowers the scores of near misses, so
that a late interaction score says by itself whether there is an answer.
"""

import math

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812 - torch's own usage

from index.adaptation.scoring import Scores
from index.adaptation.task import Right

NEVER = -1e4  # a logit whose probability is 0
OF_NEAR_MISSES = 0.3  # weight of their loss; each of the others has 1


class Scales(nn.Module):
    """What makes logits of cosines; learnt with the model, and not needed after training."""

    def __init__(self) -> None:
        super().__init__()
        self.logarithms = nn.Parameter(torch.full((len(Scores._fields),), math.log(40.0)))
        # An answer is likely where late interaction is above the middle.
        self.slope = nn.Parameter(torch.tensor(20.0))
        self.middle = nn.Parameter(torch.tensor(0.6))


def losses(scores: Scores, right: Right, scales: Scales) -> dict[str, Tensor]:
    questions = len(right.passages)
    logits = Scores(
        *(
            cosines[:questions] * scale
            for cosines, scale in zip(scores, scales.logarithms.exp(), strict=True)
        )
    )
    found = {
        "dense": one_is_right(logits.dense, right.passages, right.open_passages),
        "late": one_is_right(logits.late, right.passages, right.open_passages),
        "sentences": some_are_right(logits.sentences, right.sentences, right.open_sentences),
        "late_sentences": some_are_right(
            logits.late_sentences, right.sentences, right.open_sentences
        ),
    }
    if len(right.missed):
        own = torch.cat([right.passages, right.missed])
        of_own = scores.late.gather(1, own[:, None]).squeeze(1)
        # Twice: the slope has far to go, and all scales learn in steps of one size.
        logits_of_own = 2 * scales.slope * (of_own - scales.middle)
        found["near_misses"] = OF_NEAR_MISSES * is_answered(logits_of_own, questions)
    return found


def one_is_right(logits: Tensor, right: Tensor, left_out: Tensor) -> Tensor:
    """Cross-entropy over passages; `right`: (questions), `left_out`: (questions, passages)."""
    return F.cross_entropy(logits.masked_fill(left_out, NEVER), right)


def some_are_right(logits: Tensor, right: Tensor, left_out: Tensor) -> Tensor:
    """The same where several may be right and the best of them counts most; all masks bool."""
    logits = logits.masked_fill(left_out, NEVER)
    among_right = logits.masked_fill(~right, NEVER)
    return (torch.logsumexp(logits, 1) - torch.logsumexp(among_right, 1)).mean()


def is_answered(logits: Tensor, questions: int) -> Tensor:
    """Binary cross-entropy: the first `questions` are answered, the others not.

    Misses are fewer, and weigh as much together.
    """
    answered = torch.arange(len(logits), device=logits.device) < questions
    misses = len(logits) - questions
    weight = torch.where(answered, 1.0, questions / misses)
    return F.binary_cross_entropy_with_logits(logits, answered.float(), weight=weight)
