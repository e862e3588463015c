"""The page's own style sheets and scripts. They go into the page itself: nothing is fetched."""

from functools import cache
from pathlib import Path

_STATIC = Path(__file__).parent / "static"
_STYLES = ("tokens.css", "frame.css", "ask.css", "answer.css", "reader.css", "articles.css")


@cache
def script(name: str) -> str:
    """One script as text, for `js_on_load`."""
    return (_STATIC / name).read_text(encoding="utf-8")


@cache
def style() -> str:
    """All style sheets, in the order in which they build on each other."""
    return "\n".join((_STATIC / name).read_text(encoding="utf-8") for name in _STYLES)


def head() -> str:
    """What goes into the document's head.

    The styles too: Gradio's own `css` argument rewrites selectors to its container, which our
    rules for the whole document (dark mode, loading, the open reader) cannot live with.
    """
    return f"<style>{style()}</style><script>{script('page.js')}</script>"
