"""One event loop for what Gradio sets up."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

_Made = TypeVar("_Made")


def in_an_event_loop(make: Callable[[], _Made]) -> _Made:
    """What `make` returns, run where an event loop runs.

    Elsewhere Gradio opens a loop for each of its locks and never closes it.
    """
    try:
        asyncio.get_running_loop()
    except RuntimeError:

        async def run() -> _Made:
            return make()

        return asyncio.run(run())
    return make()
