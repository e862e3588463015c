"""What is told while an answer is being made: the passages, before any sentence is drawn."""

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from langchain_core.callbacks import BaseCallbackHandler, dispatch_custom_event

from index.passage import Hit

_FOUND = "found"


def tell_found(hits: Sequence[Hit]) -> None:
    """Tell whoever listens to the run in hand (see `WhenFound`) what was found, best first."""
    dispatch_custom_event(_FOUND, tuple(hits))


class WhenFound(BaseCallbackHandler):
    """Hands on what a run finds: `chain.invoke(question, {"callbacks": [WhenFound(listener)]})`."""

    def __init__(self, listener: Callable[[Sequence[Hit]], None]) -> None:
        self._listener = listener

    def on_custom_event(self, name: str, data: Any, *, run_id: UUID, **kwargs: Any) -> None:
        if name == _FOUND:
            self._listener(data)
