"""The placement: drawn evenly and fairly, and what its answers say."""

from collections import Counter

from qa.training.item import Item, ItemKind
from qa.training.path.placement import (
    Placed,
    Placement,
    draw_placement,
    placed,
    question_of,
)
from tests.path_material import competency, item

TWELVE = tuple(competency(f"c{n}", 30) for n in range(12))
KINDS = (ItemKind.DEFINITION, ItemKind.LIST, ItemKind.SOURCE, ItemKind.FIGURE)


def stocked(competencies: int, each: int = 4) -> tuple[Item, ...]:
    return tuple(
        item(f"{n}-{m}", f"c{n}", kind=KINDS[m % 4])
        for n in range(competencies)
        for m in range(each)
    )


def asked(found: Placement, items: tuple[Item, ...]) -> list[Item]:
    by_id = {each.id: each for each in items}
    return [by_id[id_] for id_, _ in found.questions]


def test_one_question_a_competency_of_mixed_kinds() -> None:
    items = stocked(12)
    chosen = asked(draw_placement(items, TWELVE, "p"), items)
    assert Counter(each.competency for each in chosen) == {f"c{n}": 1 for n in range(12)}
    # Of the four kinds there are, the three that one may know without that very source.
    assert Counter(each.kind for each in chosen) == {
        ItemKind.DEFINITION: 4,
        ItemKind.LIST: 4,
        ItemKind.SOURCE: 4,
    }


def test_other_maps_are_asked_as_evenly_as_can_be() -> None:
    items = stocked(5)
    chosen = asked(draw_placement(items, TWELVE[:5], "p"), items)
    assert sorted(Counter(each.competency for each in chosen).values()) == [2, 2, 2, 3, 3]
    many = tuple(competency(f"c{n}", 30) for n in range(14))
    assert len(draw_placement(stocked(14), many, "p").questions) == 14


def test_nothing_comes_twice() -> None:
    items = (
        item("a", "c0", work="one"),
        item("b", "c1", work="one"),
        item("c", "c1", card="twin"),
        item("d", "c2", card="twin"),
        item("e", "c3", right="Trust"),
        item("f", "c4", right="trust"),
    )
    chosen = asked(draw_placement(items, TWELVE[:5], "p"), items)
    assert len({each.work for each in chosen}) == len(chosen)
    assert len({each.card for each in chosen}) == len(chosen)
    assert not {"e", "f"} <= {each.id for each in chosen}


def test_the_same_for_the_same_learner_and_another_for_the_next() -> None:
    items = stocked(12)
    assert draw_placement(items, TWELVE, "p") == draw_placement(items[::-1], TWELVE, "p")
    assert draw_placement(items, TWELVE, "p") != draw_placement(items, TWELVE, "q")
    again = draw_placement(items, TWELVE, "p", 1)
    assert again.questions != draw_placement(items, TWELVE, "p").questions


def test_keys_are_spread_over_the_places() -> None:
    found = draw_placement(stocked(12), TWELVE, "p")
    assert Counter(order.index(0) for _, order in found.questions) == {0: 3, 1: 3, 2: 3, 3: 3}


def test_without_items_there_is_nothing_to_ask() -> None:
    assert draw_placement((), TWELVE, "p").questions == ()


def test_each_answer_of_each_learner_and_time_has_an_id_of_its_own() -> None:
    first, second = Placement(0, ()), Placement(1, ())
    ids = {
        first.review_of("p", "i"),
        first.review_of("p", "j"),
        first.review_of("q", "i"),
        second.review_of("p", "i"),
    }
    assert len(ids) == 4
    assert first.review_of("p", "i") == Placement(0, (("i", (0,)),)).review_of("p", "i")


def test_more_than_half_right_is_known() -> None:
    of = {"a": "c0", "b": "c0", "c": "c1", "d": "c2"}.__getitem__
    answers = {"a": True, "b": False, "c": True, "d": False}
    assert placed(answers, of, TWELVE[:4]) == {
        "c0": Placed.MISSED,
        "c1": Placed.KNOWN,
        "c2": Placed.MISSED,
        "c3": Placed.NOT_ASKED,
    }


def test_options_stand_as_drawn_unless_there_are_others_by_now() -> None:
    question = item("a", "c0")
    assert question_of(question, [2, 0, 1, 3]).order == (2, 0, 1, 3)
    assert question_of(question, [2, 0, 1]).order == (0, 1, 2, 3)
