"""Difficulty and discrimination, by hand and by SciPy."""

from datetime import UTC, datetime, timedelta

import numpy as np
import pytest
from scipy.stats import pointbiserialr

from qa.training.cohort.item_statistics import (
    Flag,
    Index,
    ItemStatistics,
    item_statistics,
    point_biserial,
    upper_lower,
)
from qa.training.review.review import Grade, Occasion, Review

START = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


def review(person: str, item: str, correct: bool | None, *, minutes: int = 0) -> Review:
    return Review(
        id=f"{person} {item} {minutes}",
        person=person,
        card=f"card of {item}",
        item=item,
        at=START + timedelta(minutes=minutes),
        grade=Grade.GOOD if correct else Grade.AGAIN,
        correct=correct,
        occasion=Occasion.QUIZ,
    )


def answers(table: dict[str, str]) -> list[Review]:
    """By item, a sign for each learner: + right, - wrong, a blank for no answer."""
    return [
        review(f"p{at:02}", item, sign == "+")
        for item, signs in table.items()
        for at, sign in enumerate(signs)
        if sign != " "
    ]


def test_difficulty_is_the_share_of_right_first_answers() -> None:
    found = item_statistics(
        [
            review("ada", "i1", False),
            review("ada", "i1", True, minutes=5),  # has learnt it
            review("bob", "i1", True, minutes=1),
            review("eve", "i1", None),  # nobody but herself judges
            review("eve", "", True),  # no item
        ]
    )
    assert found == (ItemStatistics("i1", answers=2, right=1),)
    assert found[0].difficulty == 0.5
    assert not found[0].tells and found[0].flag is None


def test_the_order_in_which_reviews_come_does_not_matter() -> None:
    later, first = review("ada", "i1", True, minutes=5), review("ada", "i1", False)
    assert item_statistics([later, first]) == item_statistics([first, later])
    assert item_statistics([later, first])[0].right == 0


def test_few_learners_are_compared_by_the_upper_lower_index() -> None:
    # Shares of right answers to i2 and i3 together: 1, 1, 1/2, 0, 0; the median is 1/2.
    found = {
        each.item: each
        for each in item_statistics(answers({"i1": "+-+--", "i2": "+++--", "i3": "++---"}))
    }
    # Above the median: one of two is right; below it: none of two.
    assert found["i1"].index is Index.UPPER_LOWER
    assert found["i1"].discrimination == 0.5
    assert found["i1"].difficulty == 0.4


def test_everybody_alike_tells_nothing() -> None:
    found = item_statistics(answers({"i1": "+-+-+", "i2": "+++++"}))
    by_item = {each.item: each for each in found}
    assert by_item["i1"].index is None
    assert by_item["i2"].flag is Flag.ALL_RIGHT


def test_under_five_learners_nothing_is_said() -> None:
    found = item_statistics(answers({"i1": "----", "i2": "++--", "i3": "----+"}))
    assert {each.item: (each.tells, each.flag) for each in found} == {
        "i3": (True, None),
        "i1": (False, None),
        "i2": (False, None),
    }


def test_whoever_answered_nothing_else_is_not_compared() -> None:
    found = item_statistics(answers({"i1": "+-+--", "i2": "+++- "}))
    (one,) = [each for each in found if each.item == "i1"]
    assert (one.answers, one.index) == (5, None)


def test_flags() -> None:
    table = {"easy": "+++++", "hard": "-----", "odd": "--+++", "a": "++---", "b": "++-- "}
    flags = {each.item: each.flag for each in item_statistics(answers(table))}
    assert flags["easy"] is Flag.ALL_RIGHT
    assert flags["hard"] is Flag.ALL_WRONG
    assert flags["odd"] is Flag.NEGATIVE
    assert flags["a"] is None


def test_the_hardest_come_first_and_what_does_not_tell_last() -> None:
    table = {"b": "+----", "a": "+----", "easy": "+++++", "few": "----"}
    assert [each.item for each in item_statistics(answers(table))] == ["a", "b", "easy", "few"]


def test_from_twenty_learners_on_it_is_the_point_biserial_correlation() -> None:
    rng = np.random.default_rng(20261122)
    able = rng.random(24)
    table = {
        f"i{at}": "".join("+" if rng.random() < (a + at / 8) / 2 else "-" for a in able)
        for at in range(8)
    }
    found = {each.item: each for each in item_statistics(answers(table))}
    for item, signs in table.items():
        scores = [sign == "+" for sign in signs]
        rest = [
            np.mean([other[at] == "+" for name, other in table.items() if name != item])
            for at in range(24)
        ]
        assert found[item].index is Index.POINT_BISERIAL
        assert found[item].discrimination == pytest.approx(
            pointbiserialr(scores, rest).statistic, abs=1e-12
        )


def test_point_biserial_by_hand() -> None:
    # Means 3 and 1, spread of 3, 3, 1, 1 is 1, half of them right: (3 - 1) / 1 * 1/2.
    assert point_biserial([True, True, False, False], [3, 3, 1, 1]) == pytest.approx(1)
    assert point_biserial([True, False, True, False], [3, 3, 1, 1]) == pytest.approx(0)
    assert point_biserial([True, True], [3, 1]) is None
    assert point_biserial([True, False], [0.3, 0.1 + 0.2]) is None  # they are the same


def test_upper_lower_leaves_the_median_out() -> None:
    assert upper_lower([True, False, False], [1, 0.5, 0]) == 1
    assert upper_lower([False, False, True], [1, 0.5, 0]) == -1
    assert upper_lower([True, False], [0.5, 0.5]) is None
