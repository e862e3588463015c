"""Guesses at passwords: how many are free, and how long one then waits.

After every fifth wrong password in a row a name is locked: a quarter of an hour, then twice as
long each time, eight hours at most. So nobody gets through more than some fifteen guesses a day,
and whoever only forgot it loses little. A name without an account is treated alike: a lock does
not tell whether there is one.
"""

import math
import threading
from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime, timedelta

from corpus.wording import KnownError

FREE = 5  # wrong passwords before the first lock, and between locks
_FIRST_LOCK = timedelta(minutes=15)
_LONGEST_LOCK = timedelta(hours=8)
_MOST_STRANGERS = 10_000  # names without an account that are remembered; the oldest go


def lock_after(failures: int) -> timedelta:
    """How long a name is locked after so many wrong passwords in a row; zero: not at all."""
    if not failures or failures % FREE:
        return timedelta()
    doublings = min(failures // FREE - 1, 8)
    return min(_FIRST_LOCK * (1 << doublings), _LONGEST_LOCK)


def locked(until: datetime, at: datetime) -> KnownError:
    """What is said at `at` to whoever tries a name that is locked."""
    minutes = max(1, math.ceil((until - at) / timedelta(minutes=1)))
    return KnownError(
        en=f"There were too many tries with this name. Try again in {_in_words(minutes, 'en')}.",
        fr=f"Trop d’essais avec ce nom. Réessayez dans {_in_words(minutes, 'fr')}.",
    )


@dataclass(slots=True)
class _Guessed:
    failures: int
    until: datetime


class Strangers:
    """Guesses at names that have no account; kept in memory only."""

    def __init__(self) -> None:
        self._names: OrderedDict[str, _Guessed] = OrderedDict()
        self._lock = threading.Lock()

    def count(self, name: str, at: datetime) -> None:
        """One more guess. Raises KnownError while the name is locked."""
        with self._lock:
            guessed = self._names.setdefault(name, _Guessed(0, at))
            if guessed.until > at:
                raise locked(guessed.until, at)
            guessed.failures += 1
            guessed.until = at + lock_after(guessed.failures)
            self._names.move_to_end(name)
            if len(self._names) > _MOST_STRANGERS:
                self._names.popitem(last=False)


def _in_words(minutes: int, language: str) -> str:
    if minutes < 60:
        return f"{minutes} minute{'s' if minutes > 1 else ''}"
    hours = math.ceil(minutes / 60)
    plural = "s" if hours > 1 else ""
    return f"{hours} heure{plural}" if language == "fr" else f"{hours} hour{plural}"
