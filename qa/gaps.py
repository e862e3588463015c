"""Gaps: what people asked and the library could not answer, grouped by meaning.

The list says what to read or buy next. A question that only the person's own filters kept from
an answer is no gap, nor is one that was answered the last time it was asked.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from corpus.history import Asked
from index.embedding import Embedder
from index.encoding import Vectors
from qa.answer import Reason
from qa.repeated import as_last_asked, wording_of

MOST_GROUPED = 300  # different questions, the latest; each takes 20 ms to embed
# Mean cosine distance between two groups under which they are one. Over 40 questions in two
# languages on 10 needs, and 6 on others, made for this (tests/test_gaps.py has some), 0.65 puts
# no two needs together and finds 77 % of the pairs of one need; at 0.75 needs begin to merge.
DISTANCE = 0.65

# Ordinary questions on everything. Their mean is what the vectors of a language have in common,
# whatever is asked; without it two questions in one language are always closer than a question
# and its translation (cosine 0.84 against 0.80 for questions that have nothing in common).
_ORDINARY = {
    "en": (
        "What is customer experience?",
        "Who should the CCO report to?",
        "How do we measure satisfaction?",
        "Why do customers leave us?",
        "How should a complaint be handled?",
        "Is NPS reliable?",
        "What budget is needed?",
        "How do we train our teams?",
        "What does a public company do?",
        "How do we convince the executive committee?",
        "What is the role of artificial intelligence?",
        "How long does it take?",
    ),
    "fr": (
        "Qu'est-ce que l'expérience client ?",
        "À qui le CCO doit-il être rattaché ?",
        "Comment mesurer la satisfaction ?",
        "Pourquoi les clients nous quittent-ils ?",
        "Comment traiter une réclamation ?",
        "Le NPS est-il fiable ?",
        "Quel budget prévoir ?",
        "Comment former les équipes ?",
        "Que fait une entreprise publique ?",
        "Comment convaincre le comité de direction ?",
        "Quel rôle pour l'intelligence artificielle ?",
        "Combien de temps cela prend-il ?",
    ),
}


@dataclass(frozen=True, slots=True)
class Gap:
    """One need: the questions that ask for it, the most typical one first."""

    questions: tuple[Asked, ...]  # as last asked
    count: int  # how often any of them was asked in vain
    languages: tuple[str, ...]  # the most frequent first
    last: str  # when the last one was asked, as `Asked.at`


def gaps(history: Sequence[Asked], embedder: Embedder) -> tuple[Gap, ...]:
    """The largest gap first, the latest of equals."""
    open_ = [asked for asked in as_last_asked(history) if not asked.answered]
    latest = sorted(open_, key=lambda asked: asked.at)[-MOST_GROUPED:]
    times = Counter(
        wording_of(asked)
        for asked in history
        if not asked.answered and asked.reason != Reason.EXCLUDED_BY_FILTERS
    )
    vectors = _comparable(latest, embedder)
    found = []
    for members in _groups(vectors):
        # The most typical question is the one nearest to all others.
        closeness = vectors[members] @ vectors[members].sum(axis=0)
        asked = [latest[members[at]] for at in np.argsort(-closeness, kind="stable")]
        languages: Counter[str] = Counter()
        for each in asked:
            languages[each.language] += times[wording_of(each)]
        found.append(
            Gap(
                questions=tuple(asked),
                count=languages.total(),
                languages=tuple(language for language, _ in languages.most_common()),
                last=max(each.at for each in asked),
            )
        )
    found.sort(key=lambda gap: gap.last, reverse=True)
    return tuple(sorted(found, key=lambda gap: -gap.count))


def _comparable(questions: Sequence[Asked], embedder: Embedder) -> Vectors:
    """Unit vectors of what is asked, less what is common to the language it is asked in."""
    if not questions:
        return np.zeros((0, embedder.dimension), np.float32)
    common: dict[str, Vectors] = {
        language: np.mean([embedder.query(text) for text in texts], axis=0)
        for language, texts in _ORDINARY.items()
    }
    between: Vectors = np.mean(list(common.values()), axis=0)  # for all other languages
    vectors = np.stack(
        [embedder.query(each.question) - common.get(each.language, between) for each in questions]
    )
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    unit: Vectors = (vectors / np.maximum(lengths, 1e-12)).astype(np.float32)
    return unit


def _groups(vectors: Vectors) -> list[list[int]]:
    """Positions of the vectors that belong together."""
    if len(vectors) < 2:
        return [[position] for position in range(len(vectors))]
    # Lazily: it takes a second.
    from sklearn.cluster import AgglomerativeClustering

    clustering = AgglomerativeClustering(
        n_clusters=None, metric="cosine", linkage="average", distance_threshold=DISTANCE
    )
    labels = clustering.fit_predict(vectors)
    groups: dict[int, list[int]] = {}
    for position, label in enumerate(labels.tolist()):
        groups.setdefault(label, []).append(position)
    return list(groups.values())
