"""How items do: how many get them right, and whether those who do are those who know more.

Classical item analysis: difficulty is the share of right first answers (Crocker & Algina, 1986,
chapter 5); discrimination is the point-biserial correlation of an item with the share of right
answers to all other items, or the upper-lower index where few have answered.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import fmean, median

from qa.training.review.review import Review

FEWEST = 5  # learners, under which nothing is said of an item
ENOUGH = 20  # learners, from which on the point-biserial correlation is steady enough


class Index(StrEnum):
    """How a discrimination was computed; both run from -1 to 1."""

    UPPER_LOWER = "upper-lower"  # share right above the median of the others' minus below it
    POINT_BISERIAL = "point-biserial"


class Flag(StrEnum):
    """Why a trainer should look at an item."""

    ALL_RIGHT = "everybody right"
    ALL_WRONG = "everybody wrong"
    NEGATIVE = "negative discrimination"  # who knows more gets it wrong more often


@dataclass(frozen=True, slots=True)
class ItemStatistics:
    """What the first answers to one item tell."""

    item: str  # id
    answers: int  # as many as learners
    right: int
    index: Index | None = None  # None: too few to tell, or nothing to compare
    discrimination: float = 0.0  # means nothing without `index`

    @property
    def difficulty(self) -> float:
        """The share of right first answers: a high one is an easy item."""
        return self.right / self.answers

    @property
    def tells(self) -> bool:
        """Whether enough learners have answered to say anything."""
        return self.answers >= FEWEST

    @property
    def flag(self) -> Flag | None:
        if not self.tells:
            return None
        if self.right == self.answers:
            return Flag.ALL_RIGHT
        if self.right == 0:
            return Flag.ALL_WRONG
        return Flag.NEGATIVE if self.index and self.discrimination < 0 else None


def item_statistics(reviews: Iterable[Review]) -> tuple[ItemStatistics, ...]:
    """Of every item that was answered, the hardest first.

    Only a person's first answer to an item counts: later ones tell what was learnt from it.
    What too few have answered comes last, in an order that tells nothing of them.
    """
    first = first_answers(reviews)
    by_item: dict[str, dict[str, bool]] = defaultdict(dict)
    for person, answers in first.items():
        for item, correct in answers.items():
            by_item[item][person] = correct
    found = [_of_item(item, answers, first) for item, answers in by_item.items()]
    return tuple(
        sorted(found, key=lambda one: (not one.tells, one.tells and one.difficulty, one.item))
    )


def first_answers(reviews: Iterable[Review]) -> dict[str, dict[str, bool]]:
    """By person and item, whether the first answer was right."""
    answers: dict[str, dict[str, bool]] = defaultdict(dict)
    for review in sorted(reviews, key=lambda review: (review.at, review.id)):
        if review.item and review.correct is not None:
            answers[review.person].setdefault(review.item, review.correct)
    return dict(answers)


def point_biserial(scores: Sequence[bool], others: Sequence[float]) -> float | None:
    """The correlation of right or wrong with a number; None where one of them never varies."""
    right = [other for score, other in zip(scores, others, strict=True) if score]
    wrong = [other for score, other in zip(scores, others, strict=True) if not score]
    if not (right and wrong):
        return None
    mean = fmean(others)
    spread = math.sqrt(fmean((other - mean) ** 2 for other in others))
    if math.isclose(spread, 0, abs_tol=1e-12):
        return None
    share = len(right) / len(scores)
    return (fmean(right) - fmean(wrong)) / spread * math.sqrt(share * (1 - share))


def upper_lower(scores: Sequence[bool], others: Sequence[float]) -> float | None:
    """The share right of those above the median minus the share of those below it.

    Whoever is at the median counts on neither side, so that no tie is broken by chance.
    """
    middle = median(others)
    upper = [score for score, other in zip(scores, others, strict=True) if other > middle]
    lower = [score for score, other in zip(scores, others, strict=True) if other < middle]
    return fmean(upper) - fmean(lower) if upper and lower else None


def _of_item(
    item: str, answers: Mapping[str, bool], first: Mapping[str, Mapping[str, bool]]
) -> ItemStatistics:
    right = sum(answers.values())
    # Who has answered nothing else cannot be compared with anybody.
    compared = [person for person in sorted(answers) if len(first[person]) > 1]
    counted = ItemStatistics(item, len(answers), right)
    if len(compared) < FEWEST:
        return counted
    scores = [answers[person] for person in compared]
    others = [
        fmean(correct for other, correct in first[person].items() if other != item)
        for person in compared
    ]
    index = Index.POINT_BISERIAL if len(compared) >= ENOUGH else Index.UPPER_LOWER
    compute = point_biserial if index is Index.POINT_BISERIAL else upper_lower
    found = compute(scores, others)
    return counted if found is None else ItemStatistics(item, len(answers), right, index, found)
