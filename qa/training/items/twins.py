"""Twins: an item in French and one in English that ask for the same fact of the same source.

They share a card, so that whoever has learnt it in one language is not asked for it as if it
were new in the other.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from corpus.characters import folded
from index.encoding import Vectors
from index.thesaurus import cx_thesaurus
from qa.numbers import numbers
from qa.positions.dispute import disputes
from qa.training.item import Item, ItemKind
from qa.training.items.gates.distinct import same_number
from qa.training.items.kinds import TRUE

# Cosines of the two sentences' vectors, and the share of the concepts named by the one that names
# fewer which the other names, too. Read on the starter library: with a figure in common, all
# pairs of one source from 0.80 on say the same; without one, of those that share most concepts
# all but one do from 0.85 on, and of those that share fewer hardly half.
ALIKE = 0.80
WITHOUT_A_FIGURE = 0.85
SHARED_CONCEPTS = 0.6


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
        by_source.setdefault((each.item.work, each.item.kind), []).append(each)
    pairs = sorted(pair for some in by_source.values() for pair in _pairs(some))
    found: dict[str, str] = {}
    for _, one, other in pairs:
        if one not in found and other not in found:
            found |= {one: other, other: one}
    return found


def cards(items: Sequence[Item], found: Mapping[str, str], known: Mapping[str, str]) -> list[Item]:
    """`items`, each with its card: the one it had before, its twin's, or a new one.

    `found`: twins; `known`: the card of every item that was ever made, by id. A card is called
    by the first of its items.
    """

    def card(item: Item) -> str:
        twin = found.get(item.id, item.id)
        return known.get(item.id) or known.get(twin) or min(item.id, twin)

    return [replace(item, card=card(item)) for item in items]


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
    if kind is ItemKind.POSITION:
        return _position(one.right) == _position(other.right)
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
    told, told_other = numbers(one.quote), numbers(other.quote)
    if told or told_other:
        return bool(told & told_other)
    named, named_other = _concepts(one), _concepts(other)
    fewer = min(len(named), len(named_other))
    return (
        alike >= WITHOUT_A_FIGURE
        and fewer > 0
        and len(named & named_other) >= SHARED_CONCEPTS * fewer
    )


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


def _position(label: str) -> str:
    """What a label of an option stands for in either language."""
    for dispute in disputes():
        for option in dispute.options:
            if label in option.label:
                return f"{dispute.id}/{option.id}"
    return label
