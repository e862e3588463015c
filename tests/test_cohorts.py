"""Cohorts: who sees what of whom, and until when."""

from pathlib import Path

import pytest

from corpus.people import Role
from corpus.training.cohort_store import CohortStore
from corpus.training.item_store import ItemStore
from corpus.training.review_store import ReviewStore
from corpus.wording import KnownError
from index.library import Library
from qa.training.bank import Bank
from qa.training.cohort.cohorts import Cohorts
from qa.training.frozen_items import frozen_item
from qa.training.mastery import Mastery
from qa.training.review.review import Grade, Occasion
from qa.training.review.reviews import Reviews
from tests.accounts import Clock, Door
from tests.path_material import competency
from tests.training_items import an_item

MAP = (competency("mandate", 30), competency("measures", 60))


class Class:
    """Ada trains; Zoé and Bob learn; three items are in the bank."""

    def __init__(self, library: Library, home: Path) -> None:
        path = home / "library.db"
        self.clock = Clock()
        self.door = Door(path)
        self.door.add("Ada", Role.ADMIN)
        self.bob, self.zoe = (self.door.add(name, Role.READER).id for name in ("Bob", "Zoé"))
        store = ItemStore(path)
        items = [
            an_item("i1"),
            an_item("i2"),
            an_item("i3", competency="measures"),
        ]
        store.publish([frozen_item(item) for item in items], "made", self.clock())
        bank = Bank(store, library, MAP, self.clock)
        self.reviews = Reviews(ReviewStore(path), bank, self.clock)
        self.cohorts = Cohorts(CohortStore(path, self.clock), MAP, bank, self.reviews, self.clock)

    def answer(self, person: str, item: str, correct: bool) -> None:
        self.clock.pass_(minutes=1)
        self.reviews.answer(
            person,
            id=f"{person} {item} {self.clock()}",
            card=item,
            item=item,
            grade=Grade.GOOD if correct else Grade.AGAIN,
            correct=correct,
            occasion=Occasion.QUIZ,
            said="in my own words",
        )


@pytest.fixture
def room(library: Library, home: Path) -> Class:
    return Class(library, home)


def test_progress_by_competency(room: Class) -> None:
    cohorts = room.cohorts
    spring = cohorts.make("local", "Spring")
    cohorts.join(room.zoe, spring.shown_code.lower())
    cohorts.join(room.bob, spring.code)
    room.answer(room.zoe, "i1", True)
    room.answer(room.zoe, "i2", False)
    bob, zoe = cohorts.progress("local", spring.id)
    assert (bob.member.name, zoe.member.name) == ("Bob", "Zoé")
    assert (bob.progress.answers, bob.progress.last) == (0, None)
    assert (zoe.progress.answers, zoe.progress.right) == (2, 1)
    assert zoe.progress.last == room.clock()
    mandate, measures = zoe.progress.mastery
    assert mandate == Mastery("mandate", items=2, answered=2, right=1, known=mandate.known)
    assert measures == Mastery("measures", items=1, answered=0, right=0, known=0)
    # What the learner sees is what the trainer sees.
    assert cohorts.of_person(room.zoe) == zoe.progress


def test_whoever_leaves_is_not_seen_any_more(room: Class) -> None:
    cohorts = room.cohorts
    spring = cohorts.make("local", "Spring")
    for person in (room.zoe, room.bob):
        cohorts.join(person, spring.code)
        room.answer(person, "i1", person == room.zoe)
    ((item, known),) = cohorts.statistics("local", spring.id)
    assert (item.id, known.answers, known.right) == ("i1", 2, 1)
    cohorts.leave(room.zoe, spring.id)
    assert cohorts.joined(room.zoe) == ()
    assert [each.member.name for each in cohorts.progress("local", spring.id)] == ["Bob"]
    ((_, known),) = cohorts.statistics("local", spring.id)
    assert (known.answers, known.right) == (1, 0)
    assert len(room.reviews.of(room.zoe)) == 1  # what was learnt stays the learner's


def test_answers_of_others_than_members_do_not_count(room: Class) -> None:
    spring = room.cohorts.make("local", "Spring")
    room.cohorts.join(room.bob, spring.code)
    room.answer(room.zoe, "i1", True)
    assert room.cohorts.statistics("local", spring.id) == ()


def test_a_trainer_has_nothing_to_do_with_the_cohorts_of_another(room: Class) -> None:
    cohorts = room.cohorts
    spring = cohorts.make("local", "Spring")
    cohorts.join(room.zoe, spring.code)
    attempts = (
        lambda: cohorts.of(room.bob, spring.id),
        lambda: cohorts.progress(room.bob, spring.id),
        lambda: cohorts.statistics(room.bob, spring.id),
        lambda: cohorts.rename(room.bob, spring.id, "Mine"),
        lambda: cohorts.delete(room.bob, spring.id),
        lambda: cohorts.progress("local", "no such cohort"),
    )
    for attempt in attempts:
        with pytest.raises(KnownError, match="You have no such cohort"):
            attempt()
    assert cohorts.of_trainer(room.bob) == ()
    assert [each.name for each in cohorts.of_trainer("local")] == ["Spring"]
    assert [each.name for each in cohorts.joined(room.zoe)] == ["Spring"]


def test_a_code_that_opens_nothing(room: Class) -> None:
    for code in ("", "AAAA-AAAA"):
        with pytest.raises(KnownError, match="This code opens no cohort"):
            room.cohorts.join(room.bob, code)


def test_a_cohort_is_renamed_and_deleted(room: Class) -> None:
    cohorts = room.cohorts
    spring = cohorts.make("local", "Spring")
    cohorts.join(room.zoe, spring.code)
    cohorts.rename("local", spring.id, "Summer")
    assert [each.name for each in cohorts.joined(room.zoe)] == ["Summer"]
    cohorts.delete("local", spring.id)
    assert (cohorts.all(), cohorts.joined(room.zoe)) == ((), ())
