"""What the browser sends with an event; nothing is believed of its form."""

from collections.abc import Mapping

import gradio as gr

_MOST_VALUES = 200  # of one field


def sent(event: gr.EventData, field: str, most: int) -> str:
    """One value of a button or link, at most so many characters of it; empty without one."""
    data: dict[str, object] = event._data if isinstance(event._data, dict) else {}
    return str(data.get(field, ""))[:most]


def form_values(data: object) -> dict[str, tuple[str, ...]]:
    """The fields of a form as `cxlit.entries` sends them."""
    if not isinstance(data, Mapping) or not isinstance(data.get("fields"), Mapping):
        return {}
    fields = data["fields"]
    return {
        str(name): tuple(str(value) for value in values[:_MOST_VALUES])
        for name, values in fields.items()
        if isinstance(values, list)
    }
