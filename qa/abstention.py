"""Whether the evidence is enough to answer."""

from collections.abc import Sequence
from math import exp

import numpy as np

from qa.asking import Asks
from qa.candidates import Candidate

# Logistic regression on the best sentence, fitted on 110 questions on CX articles in both
# languages, 28 of them without an answer. On raw scores: those that are standardised within a
# question say nothing between questions.
INTERCEPT = -15.1
SCORE = 0.68  # of the best sentence's log-odds
CONTEXT = 0.3  # of what its passage covers of the question
# Two signs of a near miss, right subject and missing fact, in log-odds.
NOTHING_NAMED = -2.0  # the passage holds nothing of what the question names
OTHER_FIGURE = -2.2  # a figure or date is wanted, and the sentence is hardly about its subject
ABOUT_ITS_SUBJECT = 0.35  # coverage from which on it is
# An article that comes with the questions that it answers says more about this one. Chosen on
# 200 questions on the starter library, 40 of them near misses, which were written without sight
# of its own: at 5 % of answerable questions refused, from 22 % to 32 % of the near misses.
KNOWN = 20.0  # log-odds per unit of cosine above `index.hybrid.ALIKE`, of the most alike question
UNLIKE = -0.8  # that none is alike speaks against an answer
THRESHOLD = 0.62  # below it, the answer is refused
NOTHING_NEAR = 0.2  # below it, what was found is about something else


def confidence(
    candidates: Sequence[Candidate],
    scores: Sequence[float],
    preferred: Sequence[float],
    asks: Asks,
) -> float:
    """Probability, 0 to 1, that the candidate that is preferred answers; 0 when there is none."""
    if not candidates:
        return 0.0
    best = int(np.argmax(preferred))
    features = candidates[best].features
    odds = INTERCEPT + SCORE * scores[best] + CONTEXT * features["context"]
    if any(candidate.evidence.article.questions for candidate in candidates):
        odds += UNLIKE + KNOWN * max(candidate.features["known"] for candidate in candidates)
    if features["context"] == 0:
        odds += NOTHING_NAMED
    if asks in (Asks.FIGURE, Asks.DATE) and features["coverage"] < ABOUT_ITS_SUBJECT:
        odds += OTHER_FIGURE
    return 1 / (1 + exp(-odds))
