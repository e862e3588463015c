"""Twins: an item in French and one in English that ask for the same fact of the same source.

They share a card, so that whoever has learnt it in one language is not asked for it as if it
were new in the other. So do items of one language that ask for one figure in two ways.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from corpus.characters import folded
from index.encoding import Vectors
from index.thesaurus import cx_thesaurus
from qa.numbers import numbers
from qa.training.item import Item, ItemKind
from qa.training.items.contested import dispute_asked
from qa.training.items.gates.distinct import same_number
from qa.training.items.kinds import TRUE

# Cosines of the two sentences' vectors, and the share of the concepts named by the one that names
# fewer which the other names, too. Read on the starter library: with a figure in common, all
# pairs of one source from 0.80 on say the same; without one, of those that share most concepts
# all but one do from 0.85 on, and of those that share fewer hardly half.
ALIKE = 0.80
WITHOUT_A_FIGURE = 0.85
SHARED_CONCEPTS = 0.6

_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True, eq=False)
class Meant:
    """An item, and the vector of the sentence that it quotes."""

    item: Item
    vector: Vectors


def twins(items: Sequence[Meant]) -> dict[str, str]:
    """The twin of each item that has one, by id; each item is the twin of one other at most.

    Of several that would do, those whose sentences are most alike.
    """
    by_source: dict[tuple[str, ItemKind], list[Meant]] = {}
    for each in items:
        if dispute_asked(each.item.stem, each.item.language) is None:
            by_source.setdefault((each.item.work, each.item.kind), []).append(each)
    pairs = sorted(pair for some in by_source.values() for pair in _pairs(some))
    found: dict[str, str] = {}
    for _, one, other in pairs:
        if one not in found and other not in found:
            found |= {one: other, other: one}
    return found


def cards(items: Sequence[Item], found: Mapping[str, str], known: Mapping[str, str]) -> list[Item]:
    """`items`, each with its card: the one it had, that of an item on the same fact, or a new one.

    On one fact are `found`, twins; a statement judged by a figure that is asked for, too; and all
    items on the side that a source takes in one dispute.
    `known`: the card of every item that was ever made, by id. A new card is called by the first
    of its items.
    """
    groups = _Groups(items)
    for pair in (*found.items(), *_judged_by(items), *_on_one_side(items)):
        groups.join(*pair)
    before: dict[str, str] = {}
    for item in sorted(items, key=lambda item: item.id):
        if item.id in known:
            before.setdefault(groups.of(item.id), known[item.id])

    def card(item: Item) -> str:
        group = groups.of(item.id)
        return known.get(item.id) or before.get(group, group)

    return [replace(item, card=card(item)) for item in items]


class _Groups:
    """Ids that belong together, each group called by its first one.

    Two figures that are asked for in one language are two facts, and never do.
    """

    def __init__(self, items: Sequence[Item]) -> None:
        self._earlier: dict[str, str] = {}
        self._asked = {i.id: frozenset((i.language,)) for i in items if i.kind is ItemKind.FIGURE}

    def of(self, id_: str) -> str:
        while id_ in self._earlier:
            id_ = self._earlier[id_]
        return id_

    def join(self, one: str, other: str) -> None:
        first, second = sorted((self.of(one), self.of(other)))
        asked, asked_too = (self._asked.get(each, frozenset()) for each in (first, second))
        if first != second and not asked & asked_too:
            self._earlier[second] = first
            self._asked[first] = asked | asked_too


def _judged_by(items: Sequence[Item]) -> Iterator[tuple[str, str]]:
    """Each statement that is judged by a figure, and the first item that asks for that figure."""
    asked: dict[tuple[str, str], list[Item]] = {}
    for item in items:
        if item.kind is ItemKind.FIGURE:
            asked.setdefault((item.article_id, item.quote), []).append(item)
    for item in items:
        if item.kind is not ItemKind.TRUE_FALSE or not item.shown:
            continue
        judged = numbers(item.quote) - (frozenset() if item.right in TRUE else numbers(item.shown))
        for other in asked.get((item.article_id, item.quote), ()):
            if numbers(other.right) & judged:
                yield item.id, other.id
                break


def _on_one_side(items: Sequence[Item]) -> Iterator[tuple[str, str]]:
    """Each item on what a source says in a dispute, and the first one on the same."""
    first: dict[tuple[str, str], str] = {}
    for item in items:
        if dispute := dispute_asked(item.stem, item.language):
            yield item.id, first.setdefault((item.work, dispute.id), item.id)


def _pairs(items: Sequence[Meant]) -> Iterator[tuple[float, str, str]]:
    """Pairs that may be twins, the most alike first when they are sorted."""
    french = [each for each in items if each.item.language == "fr"]
    english = [each for each in items if each.item.language == "en"]
    for one in french:
        for other in english:
            alike = float(one.vector @ other.vector)
            if _are_twins(one.item, other.item, alike):
                yield -round(alike, 6), one.item.id, other.item.id


def _are_twins(one: Item, other: Item, alike: float) -> bool:
    """Of two items of one source and kind."""
    kind = one.kind
    if alike < ALIKE:
        return False
    if kind is ItemKind.FIGURE:
        return same_number(one.right, other.right)
    if kind is ItemKind.WHO_SAID and folded(one.right) != folded(other.right):
        return False
    if kind is ItemKind.TRUE_FALSE and not _judged_alike(one, other):
        return False
    if kind in (ItemKind.CLOZE, ItemKind.DEFINITION) and not _name_one(one.right, other.right):
        return False
    return _same_fact(one, other, alike)


def _same_fact(one: Item, other: Item, alike: float) -> bool:
    told, told_other = _figures(one), _figures(other)
    if told or told_other:
        return bool(told & told_other)
    named, named_other = _concepts(one), _concepts(other)
    fewer = min(len(named), len(named_other))
    return (
        alike >= WITHOUT_A_FIGURE
        and fewer > 0
        and len(named & named_other) >= SHARED_CONCEPTS * fewer
    )


def _figures(item: Item) -> frozenset[str]:
    """Numbers of the sentence, years aside: much is said of one year."""
    return frozenset(each for each in numbers(item.quote) if not _YEAR.fullmatch(each))


def _judged_alike(one: Item, other: Item) -> bool:
    """Both true, or both false by the same number: other alterations are not compared."""
    if one.right in TRUE or other.right in TRUE:
        return one.right in TRUE and other.right in TRUE
    false = numbers(one.shown) - numbers(one.quote)
    return bool(false) and false == numbers(other.shown) - numbers(other.quote)


def _name_one(french: str, english: str) -> bool:
    """Whether two terms name one concept."""
    thesaurus = cx_thesaurus()
    named = {each.id for each in thesaurus.concepts_in(french, "fr")}
    return any(each.id in named for each in thesaurus.concepts_in(english, "en"))


def _concepts(item: Item) -> frozenset[str]:
    """Ids of those that the sentence names."""
    named = cx_thesaurus().concepts_in(item.quote, item.language)
    return frozenset(each.id for each in named)
