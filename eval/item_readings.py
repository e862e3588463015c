"""How good quiz items are, by people or models who read a sample of them one by one.

A file of readings has one JSON object a line: the reader's verdict on one item. Readers do not
see each other's verdicts. An item is good for a reader when its key is right and backed by the
quote, no other option is right as well, and it is worth asking.
"""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from corpus.wording import KnownError


class Fault(StrEnum):
    """The main thing that is wrong with an item."""

    WRONG_KEY = "wrong key"
    SECOND_RIGHT = "another option is right, too"
    UNCLEAR = "unclear without the source"
    GIVEN_AWAY = "the key is given away"
    CROOKED = "crooked wording"
    SILLY_OPTIONS = "options of another kind, or silly ones"
    TRIVIAL = "not worth asking"


class Reading(BaseModel):
    """One reader's verdict on one item."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    item: str  # id
    reader: str
    fault: Fault | None = None  # None: it is good
    note: str = ""  # what exactly is wrong

    @property
    def good(self) -> bool:
        return self.fault is None


def read_readings(path: Path) -> tuple[Reading, ...]:
    """Every reading of a file. Raises KnownError that names the line that is none."""
    readings = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            readings.append(Reading.model_validate_json(line))
        except ValidationError as error:
            what = error.errors()[0]["msg"]
            raise KnownError(
                en=f"{path.name}, line {number} is not a reading of an item: {what}",
                fr=f"{path.name}, ligne {number} : ce n’est pas une lecture de question ({what})",
            ) from error
    return tuple(readings)


def by_reader(readings: Sequence[Reading]) -> Mapping[str, tuple[Reading, ...]]:
    """The readings of each reader, by name."""
    names = sorted({reading.reader for reading in readings})
    return {name: tuple(r for r in readings if r.reader == name) for name in names}


def share_good(readings: Sequence[Reading]) -> float:
    return sum(reading.good for reading in readings) / len(readings)


def kappa(one: Sequence[Reading], other: Sequence[Reading]) -> float | None:
    """Cohen's kappa of good or not, over the items that both have read.

    None when both say the same of all items: agreement by chance is then total.

    Cohen: A coefficient of agreement for nominal scales (1960).
    """
    verdicts = {reading.item: reading.good for reading in other}
    pairs = [(r.good, verdicts[r.item]) for r in one if r.item in verdicts]
    agreed = sum(left == right for left, right in pairs) / len(pairs)
    left_good = sum(left for left, _ in pairs) / len(pairs)
    right_good = sum(right for _, right in pairs) / len(pairs)
    chance = left_good * right_good + (1 - left_good) * (1 - right_good)
    return None if chance == 1 else (agreed - chance) / (1 - chance)
