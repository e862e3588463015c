"""Items that want a trainer's eye, and when they want it again."""

from pathlib import Path

import pytest

from corpus.training.item_store import ItemStore
from corpus.training.report_store import ReportStore
from corpus.training.review_store import ReviewStore
from index.library import Library
from qa.training.bank import Bank
from qa.training.cohort.attention import Attention
from qa.training.cohort.item_statistics import Flag
from qa.training.frozen_items import frozen_item
from qa.training.review.review import Grade, Occasion
from qa.training.review.reviews import Reviews
from tests.accounts import Clock
from tests.training_items import an_item


class Watched:
    """Three items, learners and a clock."""

    def __init__(self, library: Library, home: Path) -> None:
        path, self.clock = home / "library.db", Clock()
        store = ItemStore(path)
        items = [frozen_item(an_item(id_)) for id_ in ("i1", "i2", "i3")]
        store.publish(items, "made", self.clock())
        self.bank = Bank(store, library, (), self.clock)
        self.reviews = Reviews(ReviewStore(path), self.bank, self.clock)
        self.attention = Attention(ReportStore(path, self.clock), self.bank, self.reviews)

    def later(self) -> None:
        self.clock.pass_(minutes=1)

    def answer(self, item: str, *learners: str, correct: bool = False) -> None:
        for learner in learners:
            self.later()
            self.reviews.answer(
                learner,
                id=f"{learner} {item}",
                card=item,
                item=item,
                grade=Grade.GOOD if correct else Grade.AGAIN,
                correct=correct,
                occasion=Occasion.QUIZ,
            )

    def doubts(self) -> list[tuple[str, int, Flag | None]]:
        return [(each.item.id, each.reports, each.flag) for each in self.attention.doubts()]


@pytest.fixture
def watched(library: Library, home: Path) -> Watched:
    return Watched(library, home)


def test_the_most_reported_come_first_then_those_with_figures_against_them(
    watched: Watched,
) -> None:
    assert watched.doubts() == []
    watched.answer("i1", *"abcde")
    watched.attention.report("a", "i2")
    for person in "ab":
        watched.attention.report(person, "i3")
    assert watched.doubts() == [("i3", 2, None), ("i2", 1, None), ("i1", 0, Flag.ALL_WRONG)]
    watched.attention.withdraw("a", "i2")
    assert [id_ for id_, *_ in watched.doubts()] == ["i3", "i1"]
    assert watched.attention.reported("a") == {"i3"}


def test_four_learners_are_too_few(watched: Watched) -> None:
    watched.answer("i1", *"abcd")
    assert watched.doubts() == []


def test_a_judged_item_comes_up_again_only_for_what_came_since(watched: Watched) -> None:
    watched.answer("i1", *"abcde")
    watched.attention.report("a", "i1")
    watched.later()
    watched.bank.accept("i1", "trainer")
    assert watched.doubts() == []
    watched.later()
    watched.attention.report("b", "i1")
    assert watched.doubts() == [("i1", 1, None)]
    watched.answer("i1", "f")
    assert watched.doubts() == [("i1", 1, Flag.ALL_WRONG)]


def test_a_verdict_taken_back_settles_nothing(watched: Watched) -> None:
    watched.attention.report("a", "i1")
    watched.later()
    watched.bank.accept("i1", "trainer")
    watched.bank.take_back("i1")
    assert watched.doubts() == [("i1", 1, None)]


def test_a_rejected_item_needs_no_second_look(watched: Watched) -> None:
    watched.attention.report("a", "i1")
    watched.later()
    watched.bank.reject("i1", "unclear", "trainer")
    watched.later()
    watched.attention.report("b", "i1")
    assert watched.doubts() == []
