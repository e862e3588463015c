"""HTML of ours whose buttons, links and forms reach Python as events."""

import gradio as gr

from ui.web.inlined import text_of

# The outer element stays while its content changes, as a live region must.
ANNOUNCED = '<div aria-live="polite">${value}</div>'


def clickable(elem_id: str, *further: str, template: str = "${value}") -> gr.HTML:
    """Its clicks are events as clicks.js has them; `further` scripts run after that one."""
    return gr.HTML(
        elem_id=elem_id,
        html_template=template,
        js_on_load="\n".join(map(text_of, ("clicks.js", *further))),
        apply_default_css=False,
    )
