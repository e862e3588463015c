"""Long work that the page it was begun from can stop."""

from threading import Event

import gradio as gr


class Stops:
    """One work at a time for each open page, by Gradio's session."""

    def __init__(self) -> None:
        self._events: dict[str, Event] = {}

    def begin(self, request: gr.Request) -> Event:
        """What is set when the person stops the work that begins now."""
        self._events[str(request.session_hash)] = Event()
        return self._events[str(request.session_hash)]

    def ask(self, request: gr.Request) -> None:
        """Stop the work of this page, if one is under way."""
        if event := self._events.pop(str(request.session_hash), None):
            event.set()
