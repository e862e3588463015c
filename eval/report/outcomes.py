"""What became of a question, in one word to filter by."""

from enum import StrEnum

from eval.run import ItemResult


class Outcome(StrEnum):
    """Right or wrong, and whether it was for the library to answer at all."""

    RIGHT = "right"
    WRONG = "wrong"
    WITHHELD = "withheld"  # answerable and refused
    REFUSED = "refused"  # unanswerable and refused
    UNFOUNDED = "unfounded"  # unanswerable and answered

    @property
    def is_good(self) -> bool:
        return self in (Outcome.RIGHT, Outcome.REFUSED)


def outcome(item: ItemResult) -> Outcome:
    if not item.answerable:
        return Outcome.REFUSED if item.abstained else Outcome.UNFOUNDED
    if item.abstained:
        return Outcome.WITHHELD
    return Outcome.RIGHT if item.right else Outcome.WRONG
