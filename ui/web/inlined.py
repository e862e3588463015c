"""The page's own style sheets and scripts. They go into the page itself: nothing is fetched."""

from functools import cache
from pathlib import Path
from urllib.parse import quote

_STATIC = Path(__file__).parent / "static"
_PAGE_STYLES = (
    *(
        "frame.css",
        "forms.css",
        "ask.css",
        "answer.css",
        "search.css",
        "positions.css",
        "reader.css",
    ),
    *(
        "articles.css",
        "health.css",
        "feedback.css",
        "people.css",
        "kept.css",
        "train.css",
        "train_path.css",
        "train_quiz.css",
        "train_review.css",
        "train_items.css",
        "train_cohorts.css",
        "train_debate.css",
        "train_drill.css",
    ),
)
_PAGE_SCRIPTS = ("page.js", "quotes.js", "asking.js", "session.js")
# Gradio's own rules are as specific as one class, sometimes two; ours are written without
# repeating the container in each, and nested in it here.
_CONTAINER = ".gradio-container.gradio-container"


@cache
def text_of(name: str) -> str:
    """One style sheet or script."""
    return (_STATIC / name).read_text(encoding="utf-8")


@cache
def style() -> str:
    """All style sheets as one, those of the page proper nested in Gradio's container."""
    page = "\n".join(map(text_of, _PAGE_STYLES))
    return f"{text_of('tokens.css')}\n{_CONTAINER} {{\n{page}}}"


def head() -> str:
    """What the document needs before anything is painted: colours, script, icon."""
    icon = f"<link rel='icon' href='data:image/svg+xml,{quote(text_of('icon.svg'))}'>"
    scripts = "".join(f"<script>{text_of(name)}</script>" for name in _PAGE_SCRIPTS)
    return f"{icon}<style>{text_of('tokens.css')}</style>{scripts}"
