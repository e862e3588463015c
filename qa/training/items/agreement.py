"""Who may agree with a claim: whoever says much the same, or takes its side of a dispute."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from functools import cached_property

import numpy as np

from index.encoding import Vectors
from index.snapshot import Snapshot
from qa.training.items.claim import Claim
from qa.training.items.contested import options_taken
from qa.training.items.meaning import Meanings

Side = tuple[str, str]  # ids of a dispute and an option


class Agreement:
    """Looks for agreement in the articles of one library."""

    def __init__(self, claims: Sequence[Claim], snapshot: Snapshot, meanings: Meanings) -> None:
        self._meanings = meanings
        passages = [passage for passage in snapshot.contents.passages if passage.sentences]
        self._articles = [passage.article_id for passage in passages]
        self._starts = np.cumsum([0, *(len(passage.sentences) for passage in passages[:-1])])
        vectors = [snapshot.contents.sentences_of(passage) for passage in passages]
        self._sentences: Vectors = (
            np.concatenate(vectors) if vectors else np.empty((0, 0), np.float32)
        )
        self._claims = claims

    def nearness(self, claim: Claim) -> Mapping[str, float]:
        """The cosine of the claim and the nearest sentence of each article, by article id."""
        cosines = self._sentences @ self._meanings.of((claim.passage, claim.span))
        nearest: dict[str, float] = defaultdict(float)
        by_passage = np.maximum.reduceat(cosines, self._starts).tolist()
        for article_id, cosine in zip(self._articles, by_passage, strict=True):
            nearest[article_id] = max(nearest[article_id], cosine)
        return nearest

    def takes_side(self, claim: Claim, articles: Collection[str]) -> bool:
        """Whether one of the articles takes an option of a dispute that the claim takes."""
        sides = self._sides_of[claim]
        return bool(sides) and any(sides & self._sides[article_id] for article_id in articles)

    @cached_property
    def _sides_of(self) -> dict[Claim, set[Side]]:
        """Whoever is not named takes no side that a question could be about."""
        return {claim: _sides(claim) for claim in self._claims if claim.speaker is not None}

    @cached_property
    def _sides(self) -> dict[str, set[Side]]:
        """By article id."""
        taken: dict[str, set[Side]] = defaultdict(set)
        for claim, sides in self._sides_of.items():
            taken[claim.article.id] |= sides
        return taken


def _sides(claim: Claim) -> set[Side]:
    return {(dispute.id, option.id) for dispute, taken in options_taken(claim) for option in taken}
