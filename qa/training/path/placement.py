"""The placement: a dozen questions that show where a learner's plan may be shorter."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from corpus.characters import folded
from qa.training.competency import Competency
from qa.training.item import Item, ItemKind
from qa.training.quiz import QuizQuestion, draw

QUESTIONS = 12  # one a competency where the map has so many; more where it has more
# What a practitioner may know without having read the very source. A figure or who said what is
# known to its readers only; true or false is right by chance every other time.
MEDIUM = frozenset(
    {ItemKind.DEFINITION, ItemKind.POSITION, ItemKind.SOURCE, ItemKind.LIST, ItemKind.CLOZE}
)


class Placed(StrEnum):
    """What the placement says of one competency."""

    KNOWN = "known"
    MISSED = "missed"
    NOT_ASKED = "not asked"


@dataclass(frozen=True, slots=True)
class Placement:
    """The questions drawn for one learner, in their order, each by the ids of item and answer."""

    number: int  # how many the learner has taken before
    questions: tuple[tuple[str, tuple[int, ...]], ...]  # item and the order of its options

    def review_of(self, person: str, item: str) -> str:
        """The id of the review that answers `item`: the same answer sent twice counts once."""
        named = f"placement\n{person}\n{self.number}\n{item}"
        return hashlib.sha256(named.encode()).hexdigest()[:32]


def draw_placement(
    items: Sequence[Item], map_: Sequence[Competency], person: str, number: int = 0
) -> Placement:
    """The same for the same learner and items; `items` are those in the learner's language."""
    seed = f"{person}\n{number}"
    chosen = _chosen(items, map_, seed)
    drawn = draw(chosen, len(chosen), seed)
    return Placement(number, tuple((each.item.id, each.order) for each in drawn))


def placed(
    answers: Mapping[str, bool], competency_of: Callable[[str], str], map_: Sequence[Competency]
) -> dict[str, Placed]:
    """By competency; `answers` say of each item whether it was right, "I don't know" is not.

    A competency is known when more than half of its questions were right.
    """
    by_competency: dict[str, list[bool]] = {}
    for item, right in answers.items():
        by_competency.setdefault(competency_of(item), []).append(right)
    return {each.id: _placed(by_competency.get(each.id, ())) for each in map_}


def question_of(item: Item, order: Sequence[int]) -> QuizQuestion:
    """The question as it was drawn; in the item's own order where it has other options by now."""
    every = tuple(range(len(item.options)))
    return QuizQuestion(item, tuple(order) if tuple(sorted(order)) == every else every)


def _placed(answers: Sequence[bool]) -> Placed:
    if not answers:
        return Placed.NOT_ASKED
    return Placed.KNOWN if 2 * sum(answers) > len(answers) else Placed.MISSED


def _chosen(items: Sequence[Item], map_: Sequence[Competency], seed: str) -> list[Item]:
    """One item a competency, then a second one, up to QUESTIONS.

    Competencies with few items choose first. No article, card or key comes twice.
    """
    own = {each.id: [item for item in items if item.competency == each.id] for each in map_}
    scarce_first = sorted(own, key=lambda id_: len(own[id_]))
    wanted = max(QUESTIONS, len(map_))
    chosen: list[Item] = []
    before = -1
    while before < len(chosen) < wanted:
        before = len(chosen)
        for id_ in scarce_first[: wanted - len(chosen)]:
            fitting = [item for item in own[id_] if _is_apart(item, chosen)]
            if fitting:
                chosen.append(min(fitting, key=lambda item: _preferred(item, chosen, seed)))
    return chosen


def _is_apart(item: Item, chosen: Sequence[Item]) -> bool:
    return all(
        item.work != other.work
        and item.card != other.card
        and (item.kind is ItemKind.TRUE_FALSE or folded(item.right) != folded(other.right))
        for other in chosen
    )


def _preferred(item: Item, chosen: Sequence[Item], seed: str) -> tuple[bool, int, str]:
    """Medium ones first, then kinds that were seldom chosen, then by lot."""
    alike = sum(other.kind is item.kind for other in chosen)
    lot = hashlib.sha256(f"{seed}\n{item.id}".encode()).hexdigest()
    return item.kind not in MEDIUM, alike, lot
