"""The look that Gradio's own components share with ours: quiet, with fonts of the system only."""

import gradio as gr

from ui.web.inlined import style

_SANS = ["-apple-system", "Segoe UI", "Roboto", "Helvetica Neue", "Liberation Sans", "sans-serif"]
_MONO = ["ui-monospace", "SFMono-Regular", "Menlo", "Liberation Mono", "monospace"]


def theme() -> gr.themes.Base:
    """Gradio's variables point to the colours of tokens.css, which knows light and dark."""
    same = {
        "body_background_fill": "var(--paper)",
        "body_text_color": "var(--ink)",
        "body_text_color_subdued": "var(--ink-soft)",
        "block_background_fill": "transparent",
        "block_border_color": "var(--line)",
        "block_label_text_color": "var(--ink-soft)",
        "block_title_text_color": "var(--ink)",
        "border_color_primary": "var(--line)",
        "border_color_accent": "var(--accent)",
        "background_fill_primary": "var(--paper)",
        "background_fill_secondary": "var(--paper)",
        "input_background_fill": "var(--surface)",
        "input_background_fill_focus": "var(--surface)",
        "input_border_color": "var(--line-strong)",
        "input_border_color_focus": "var(--accent)",
        "input_placeholder_color": "var(--ink-soft)",
        "button_primary_background_fill": "var(--accent)",
        "button_primary_background_fill_hover": "var(--accent-strong)",
        "button_primary_border_color": "var(--accent)",
        "button_primary_text_color": "var(--on-accent)",
        "button_secondary_background_fill": "transparent",
        "button_secondary_background_fill_hover": "var(--surface)",
        "button_secondary_border_color": "var(--line-strong)",
        "button_secondary_text_color": "var(--ink)",
        "link_text_color": "var(--accent)",
        "link_text_color_hover": "var(--accent-strong)",
        "link_text_color_visited": "var(--accent)",
        "link_text_color_active": "var(--accent-strong)",
        "color_accent": "var(--accent)",
        "color_accent_soft": "var(--accent-wash)",
    }
    dark = {f"{name}_dark": value for name, value in same.items() if name != "color_accent"}
    shape = {
        "block_border_width": "0px",
        "block_padding": "0px",
        "block_shadow": "none",
        "button_large_radius": "8px",
        "input_border_width": "1px",
        "input_radius": "8px",
        "input_shadow": "none",
        "input_shadow_focus": "none",
        "layout_gap": "0px",
    }
    base = gr.themes.Base(font=_SANS, font_mono=_MONO)
    # Our style sheets go with the theme, which the sign-in page has too. Gradio's `css` argument
    # would rewrite their selectors, and rules for the whole document would be lost.
    base.custom_css = style()
    return base.set(**same, **dark, **shape)
