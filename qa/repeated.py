"""Questions that were asked more than once, in the same words."""

from collections.abc import Sequence

from corpus.characters import folded
from corpus.history import Asked
from qa.answer import Reason


def wording_of(asked: Asked) -> str:
    """What two questions have in common when only case, accents or spaces tell them apart."""
    return folded(asked.question).rstrip(" ?!.…")


def as_last_asked(history: Sequence[Asked]) -> tuple[Asked, ...]:
    """Each question once, as it went the last time: the library may have learnt since.

    Whoever asks the same thing ten times is one reader of one answer. Where the person's own
    filters kept an answer away, nothing is learnt about the library, and it does not count.
    """
    meant = (asked for asked in history if asked.reason != Reason.EXCLUDED_BY_FILTERS)
    return tuple({wording_of(asked): asked for asked in meant}.values())
