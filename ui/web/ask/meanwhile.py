"""Work in a thread of its own that tells what it has so far."""

from collections.abc import Callable, Generator
from concurrent.futures import Future, ThreadPoolExecutor
from contextvars import copy_context
from queue import SimpleQueue
from typing import TypeVar

_Told = TypeVar("_Told")
_Done = TypeVar("_Done")


def meanwhile(work: Callable[[Callable[[_Told], None]], _Done]) -> Generator[_Told, None, _Done]:
    """Do the work, yield what it tells as it comes, return its result.

    What nobody has looked at yet is dropped for the latest. The thread knows whose event this
    is. Whoever closes the page does not stop the work: it ends by itself.
    """
    told: SimpleQueue[tuple[_Told] | None] = SimpleQueue()

    def ended(_: Future[_Done]) -> None:
        told.put(None)

    with ThreadPoolExecutor(1) as pool:
        future = pool.submit(copy_context().run, work, lambda one: told.put((one,)))
        future.add_done_callback(ended)
        while (latest := _latest(told)) is not None:
            yield latest[0]
        return future.result()


def _latest(told: SimpleQueue[tuple[_Told] | None]) -> tuple[_Told] | None:
    one = told.get()
    while one is not None and not told.empty():
        one = told.get()
    return one
