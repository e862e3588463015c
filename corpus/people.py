"""People: who somebody is to the library, and what they may do in it."""

from dataclasses import dataclass
from enum import StrEnum


class Right(StrEnum):
    """What one may be allowed to do; everybody may ask, search, read and keep answers."""

    KEEP_LIBRARY = "keep the library"  # add, correct, update, remove, restore, import
    EVALUATE = "evaluate"  # read the feedback of all, make gold questions of it
    TRAIN = "train"  # judge quiz items, invite learners and see how far they are
    ADMINISTER = "administer"  # accounts


class Role(StrEnum):
    """What an account is for."""

    READER = "reader"
    LIBRARIAN = "librarian"
    EVALUATOR = "evaluator"
    TRAINER = "trainer"
    ADMIN = "admin"

    @property
    def rights(self) -> frozenset[Right]:
        return _RIGHTS[self]


_RIGHTS = {
    Role.READER: frozenset[Right](),
    Role.LIBRARIAN: frozenset({Right.KEEP_LIBRARY}),
    Role.EVALUATOR: frozenset({Right.EVALUATE}),
    Role.TRAINER: frozenset({Right.TRAIN}),
    Role.ADMIN: frozenset(Right),
}


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who uses the library."""

    id: str
    name: str
    role: Role

    def may(self, right: Right) -> bool:
        return right in self.role.rights


LOCAL = Person("local", "", Role.ADMIN)  # whoever sits at a machine on which nobody signs in
