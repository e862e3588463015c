"""A trainer, a learner and an administrator in one library, for tests."""

from corpus.people import LOCAL, Role
from qa.training.item import Item
from qa.training.review.review import Grade, Occasion
from tests.accounts import Door
from tests.served_page import fakes
from tests.shelved import ALL, shelve


class Class:
    """Ada trains and administers, Tom trains, Zoé learns; all in one library."""

    def __init__(self) -> None:
        self.site = fakes()
        self.door = Door(self.site.training.database)
        self.door.add("Ada", Role.ADMIN)
        self.tom = self.door.add("Tom", Role.TRAINER)
        self.zoe = self.door.add("Zoé", Role.READER)
        self.site = self.site._replace(people=self.door.desk)  # type: ignore[arg-type]
        self.training = self.site.training.training

    def reset(self) -> None:
        self.site.training.reset()
        self.door.clock.pass_(days=40)
        for person in (LOCAL, self.tom, self.zoe):
            self.door.preferences.speak(person.id, "en")
        shelve(self.site.training, *ALL)

    def answer(self, person: str, item: Item, correct: bool) -> None:
        self.training.reviews.answer(
            person,
            id=f"{person} {item.id}",
            card=item.card,
            item=item.id,
            grade=Grade.GOOD if correct else Grade.AGAIN,
            correct=correct,
            occasion=Occasion.QUIZ,
        )
