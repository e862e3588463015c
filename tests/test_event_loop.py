"""One event loop for what Gradio sets up."""

import asyncio

from ui.web.event_loop import in_an_event_loop


def test_a_loop_runs_and_is_closed_afterwards() -> None:
    loop = in_an_event_loop(asyncio.get_running_loop)
    assert loop.is_closed()


def test_a_loop_that_runs_already_is_used() -> None:
    async def inside() -> bool:
        return in_an_event_loop(asyncio.get_running_loop) is asyncio.get_running_loop()

    assert asyncio.run(inside())
