"""A quiz: items drawn from the bank so that the quiz as a whole gives nothing away."""

import hashlib
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from corpus.characters import folded
from qa.numbers import numbers
from qa.training.item import Item, ItemKind

_SEEN_TOGETHER = 1200  # characters: the paragraph that is shown after an answer is not longer


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

    Kinds, competencies and articles take turns. No two questions of which one would answer the
    other come together, see `answers`. Items whose cards are in `avoid` come last.
    """
    drawn: list[Item] = []
    seen: Counter[str] = Counter()
    waiting = sorted(items, key=lambda item: _chance(seed, item.id))
    while len(drawn) < count:
        turn = min(
            waiting, key=lambda item: (item.card in avoid, *_turns(item, seen)), default=None
        )
        if turn is None:
            break
        drawn.append(turn)
        waiting = [item for item in waiting if not answers(turn, item)]
        seen.update((turn.kind, turn.competency, turn.work, f"{turn.kind} {turn.right}"))
    return tuple(_ordered(drawn, seed))


def answers(one: Item, other: Item) -> bool:
    """Whether one gives the other away: once it is answered, its right option and passage are seen.

    The same card, sentence or right option; the same passage; in one work, a figure that both name.
    """
    if one.card == other.card or one.quote == other.quote:
        return True
    judged = ItemKind.TRUE_FALSE in (one.kind, other.kind)  # their right options are two in all
    if not judged and folded(one.right) == folded(other.right):
        return True
    if one.work != other.work:
        return False
    if one.article_id == other.article_id and _apart(one, other) < _SEEN_TOGETHER:
        return True
    return not numbers(one.quote).isdisjoint(numbers(other.quote))


def _apart(one: Item, other: Item) -> int:
    """Characters between the two quotes."""
    return max(one.start, other.start) - min(one.end, other.end)


def _turns(item: Item, seen: Counter[str]) -> tuple[int, int, int, int]:
    """How often what this item is like was drawn; true and false statements take turns, too."""
    judged = seen[f"{item.kind} {item.right}"] if item.kind is ItemKind.TRUE_FALSE else 0
    return seen[item.kind], judged, seen[item.competency], seen[item.work]


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
