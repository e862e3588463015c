"""What the browser sends with an event; nothing is believed of its form."""

import gradio as gr


def sent(event: gr.EventData, field: str, most: int) -> str:
    """One value of a button or link, at most so many characters of it; empty without one."""
    data: dict[str, object] = event._data if isinstance(event._data, dict) else {}
    return str(data.get(field, ""))[:most]
