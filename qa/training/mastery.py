"""How far a learner is, competency by competency, as answered items show it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from qa.training.competency import Competency
from qa.training.item import Item
from qa.training.review.review import Review, Schedule

KNOWN = 0.8  # probability of remembering from which on a card counts as known


@dataclass(frozen=True, slots=True)
class Mastery:
    """Counts of cards of one competency: twins in French and English are one."""

    competency: str  # id
    items: int
    answered: int
    right: int  # at the last answer
    known: int  # remembered now with a probability of KNOWN at least


class Items(Protocol):
    """What a bank offers here."""

    def items(self, language: str = "", competency: str = "") -> tuple[Item, ...]: ...


class Answers(Protocol):
    """What the reviews offer here."""

    def of(self, person: str) -> tuple[Review, ...]: ...

    def schedules(self, person: str) -> Mapping[str, Schedule]: ...

    def retrievability(self, schedule: Schedule, at: datetime) -> float: ...


def mastery(
    map_: Sequence[Competency], bank: Items, reviews: Answers, person: str, at: datetime
) -> tuple[Mastery, ...]:
    """One entry a competency, in the order of the map; only items in use count."""
    cards: dict[str, set[str]] = {competency.id: set() for competency in map_}
    for item in bank.items():
        if item.competency in cards:
            cards[item.competency].add(item.card)
    last = {each.card: each.correct for each in reviews.of(person) if each.correct is not None}
    schedules = reviews.schedules(person)

    def is_known(card: str) -> bool:
        schedule = schedules.get(card)
        return schedule is not None and reviews.retrievability(schedule, at) >= KNOWN

    return tuple(
        Mastery(
            competency=id_,
            items=len(own),
            answered=len(own & last.keys()),
            right=sum(last.get(card) is True for card in own),
            # By answering, not by being new; what was just missed is in mind, but not known.
            known=sum(last.get(card) is True and is_known(card) for card in own),
        )
        for id_, own in cards.items()
    )
