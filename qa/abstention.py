"""Whether the evidence is enough to answer: how probable it is that the answer is right.

What is compared between questions are raw signals: those that are standardised within a question
say which sentence is the best, and nothing about how good it is.
"""

from collections.abc import Mapping, Sequence
from math import exp
from pathlib import Path
from typing import Literal, get_args

import numpy as np

from index.fitted import fitted
from qa.asking import Asks
from qa.candidates import Candidate
from qa.wanted import NEEDED

Sign = Literal[
    "always",  # 1
    "late",  # late interaction with the sentence
    "late_passage",  # with its passage
    "sentence",  # cosine of question and sentence
    "dense",  # of question and passage
    "shortfall",  # what the question lacks in the passage
    "coverage",  # share of what the question names that the sentence speaks about
    "context",  # that its passage speaks about
    "known",  # how alike a question is that the evidence is known to answer, above ALIKE
    "knows_none",  # 1 where the evidence comes with no such questions at all
    "behind",  # how far its passage is behind the best one, in the search's own score
    "agreed",  # share of the retrievers that rank its article first
    "unshown",  # 1 where a figure, a date or a name is asked for and the sentence has none
    "absent",  # share of the names, places and figures of the question that its article lacks
]
SIGNS: tuple[Sign, ...] = get_args(Sign)
_HERE = Path(__file__).parent
# Logistic regression on whether the first sentence answers: see `eval.fitting`.
WEIGHTS = fitted("confidence", SIGNS, _HERE)
# The cosines of another embedding model lie elsewhere: there, only words count.
BY_WORDS = fitted("confidence_by_words", SIGNS, _HERE)
WORDS: tuple[Sign, ...] = ("always", "coverage", "context", "unshown", "absent")
# Below it, the answer is refused. In each of the libraries that it was fitted on, nine in ten of
# the questions that have an answer pass.
THRESHOLD = fitted("threshold", ("answers",), _HERE)["answers"]
NOTHING_NEAR = THRESHOLD / 3  # below it, what was found is about something else


def confidence(candidates: Sequence[Candidate], preferred: Sequence[float], asks: Asks) -> float:
    """Probability, 0 to 1, that the candidate that is preferred answers; 0 when there is none."""
    if not candidates:
        return 0.0
    return probability(signs(candidates, preferred, asks))


def probability(found: Mapping[Sign, float]) -> float:
    """Of what `signs` gives; only the embedded model knows late interaction."""
    weights = WEIGHTS if found["late_passage"] else BY_WORDS
    return 1 / (1 + exp(-sum(weights[name] * value for name, value in found.items())))


def signs(
    candidates: Sequence[Candidate], preferred: Sequence[float], asks: Asks
) -> dict[Sign, float]:
    """What speaks for and against the candidate that is preferred; there is at least one."""
    best = candidates[int(np.argmax(preferred))]
    found_by = best.evidence.hit.found_by
    known = any(candidate.evidence.article.questions for candidate in candidates)
    return {
        "always": 1.0,
        "late": best.features["late"],
        "late_passage": found_by.get("late", 0.0),
        "sentence": best.features["sentence"],
        "dense": found_by.get("dense", 0.0),
        "shortfall": best.shortfall,
        "coverage": best.features["coverage"],
        "context": best.context,
        "known": max(candidate.features["known"] for candidate in candidates),
        "knows_none": float(not known),
        "behind": best.features["passage"],
        "agreed": _agreed(best, candidates),
        "unshown": float(asks in NEEDED and not best.shows),
        "absent": best.features["absent"],
    }


def _agreed(best: Candidate, candidates: Sequence[Candidate]) -> float:
    hits = {each.evidence.hit.passage.id: each.evidence.hit for each in candidates}.values()

    def first(retriever: str) -> str:
        hit = max(hits, key=lambda hit: hit.found_by.get(retriever, 0.0))
        return hit.passage.article_id

    firsts = [first(retriever) for retriever in ("dense", "lexical", "late")]
    return firsts.count(best.evidence.article.id) / len(firsts)
