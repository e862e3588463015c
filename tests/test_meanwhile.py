"""Work in a thread of its own: what it tells, what it returns, and on whose behalf it is done."""

from collections.abc import Callable
from contextvars import ContextVar
from threading import Event

import pytest

from corpus.wording import KnownError
from ui.web.ask.meanwhile import meanwhile

_WHO = ContextVar("who", default="nobody")


def test_what_is_told_comes_before_the_result() -> None:
    seen = Event()

    def work(tell: Callable[[str], None]) -> int:
        tell("so far")
        seen.wait(timeout=20)
        return 42

    steps = meanwhile(work)
    assert next(steps) == "so far"
    seen.set()
    with pytest.raises(StopIteration) as end:
        next(steps)
    assert end.value.value == 42


def test_what_nobody_has_looked_at_gives_way_to_the_latest() -> None:
    told, seen = Event(), Event()

    def work(tell: Callable[[int], None]) -> None:
        tell(1)
        told.wait(timeout=20)
        tell(2)
        tell(3)
        seen.set()
        told.clear()
        told.wait(timeout=20)

    steps = meanwhile(work)
    assert next(steps) == 1
    told.set()
    seen.wait(timeout=20)
    assert next(steps) == 3
    told.set()
    assert list(steps) == []


def test_the_thread_knows_whose_event_it_is() -> None:
    token = _WHO.set("ada")
    try:
        with pytest.raises(StopIteration) as end:
            next(meanwhile(lambda tell: _WHO.get()))
        assert end.value.value == "ada"
    finally:
        _WHO.reset(token)


def test_a_failure_is_raised_to_whoever_waits() -> None:
    def work(tell: Callable[[int], None]) -> None:
        raise KnownError(en="No.", fr="Non.")

    with pytest.raises(KnownError, match="No"):
        next(meanwhile(work))
