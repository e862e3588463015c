"""A part of the page, and how it is said again when the interface language changes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from gradio.blocks import Block

Updates = dict[Block, Any]  # new values and properties; components that are absent stay as is

# No event of the page shows Gradio's own spinner or becomes an address of Gradio's API.
QUIETLY: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}

# For what a person changes step by step: every step counts ("always_last" loses the data of an
# event that comes during another one), and one is answered after the other.
IN_TURN: dict[str, Any] = {**QUIETLY, "trigger_mode": "multiple", "concurrency_limit": 1}


@dataclass(frozen=True, slots=True)
class Part:
    """`say(language, *values of inputs)` says all `outputs` in that language."""

    inputs: Sequence[Block]
    outputs: Sequence[Block]
    say: Callable[..., Updates]
