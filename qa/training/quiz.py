"""A quiz: items drawn from the bank so that the quiz as a whole gives nothing away."""

import hashlib
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from corpus.characters import folded
from qa.training.item import Item, ItemKind


@dataclass(frozen=True, slots=True)
class QuizQuestion:
    """An item, and in which order its options are shown: `item.options[order[0]]` first."""

    item: Item
    order: tuple[int, ...]

    @property
    def options(self) -> tuple[str, ...]:
        """As they are shown."""
        return tuple(self.item.options[at] for at in self.order)

    @property
    def key(self) -> int:
        """Which of the shown options is right, from 0."""
        return self.order.index(self.item.key)


def draw(
    items: Sequence[Item], count: int, seed: str, *, avoid: Collection[str] = ()
) -> tuple[QuizQuestion, ...]:
    """`count` questions, or as many as there are; the same for the same items and seed.

    Kinds and competencies take turns. No card, no quoted sentence and no right option comes
    twice, as one question would answer the other. Items whose cards are in `avoid` come last.
    """
    drawn: list[Item] = []
    taken: set[str] = set()
    seen: Counter[str] = Counter()
    waiting = sorted(items, key=lambda item: _chance(seed, item.id))
    while len(drawn) < count:
        free = (item for item in waiting if taken.isdisjoint(_gives_away(item)))
        turn = min(free, key=lambda item: (item.card in avoid, *_turns(item, seen)), default=None)
        if turn is None:
            break
        drawn.append(turn)
        taken.update(_gives_away(turn))
        seen.update((turn.kind, turn.competency, f"{turn.kind} {turn.right}"))
    return tuple(_ordered(drawn, seed))


def _turns(item: Item, seen: Counter[str]) -> tuple[int, int, int]:
    """How often what this item is like was drawn; true and false statements take turns, too."""
    judged = seen[f"{item.kind} {item.right}"] if item.kind is ItemKind.TRUE_FALSE else 0
    return seen[item.kind], judged, seen[item.competency]


def _gives_away(item: Item) -> Iterator[str]:
    yield f"card {item.card}"
    yield f"quote {item.quote}"
    if item.kind is not ItemKind.TRUE_FALSE:  # whose right options are two in all
        yield f"key {folded(item.right)}"


def _ordered(items: Sequence[Item], seed: str) -> Iterator[QuizQuestion]:
    """Each with an order of its options; right ones stand in each place about equally often."""
    used: Counter[int] = Counter()
    for item in items:
        places = range(len(item.options))
        if item.kind is ItemKind.TRUE_FALSE:
            yield QuizQuestion(item, tuple(places))
            continue
        place = min(places, key=lambda at: (used[at], _chance(seed, item.id, str(at))))
        used[place] += 1
        others = [at for at in places if at != item.key]
        others.sort(key=lambda at: _chance(seed, item.id, item.options[at]))
        yield QuizQuestion(item, (*others[:place], item.key, *others[place:]))


def _chance(*named: str) -> bytes:
    """What a thing is ordered by where any order would do, but always the same."""
    return hashlib.sha256("\n".join(named).encode()).digest()
