"""The page for signing in: a form that needs no script and fetches nothing."""

import re
from functools import cache
from pathlib import Path
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from corpus.wording import InterfaceLanguage, Wording
from ui.web.doors import sign_in_words
from ui.web.inlined import text_of

# Nothing runs here, and the form goes nowhere else.
POLICY = "; ".join(
    (
        "default-src 'none'",
        "style-src 'unsafe-inline'",
        "img-src data:",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)

# A whole document with a form that is sent: more than `markup.render` lets through. Every value
# is escaped, and none is placed where a script or an address could be made of it.
_TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parents[1] / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
)


def sign_in_html(
    language: InterfaceLanguage,
    target: str,
    *,
    name: str = "",
    lasting: bool = False,
    refusal: Wording | None = None,
) -> str:
    """The form; `target` is where it leads to, with what was typed and why it was refused."""

    def say(wording: Wording) -> str:
        return wording.in_language(language)

    return _TEMPLATES.get_template("sign_in.html").render(
        w=sign_in_words,
        say=say,
        language=language,
        other="en" if language == "fr" else "fr",
        target=target,
        name=name,
        lasting=lasting,
        refusal=refusal,
        style=Markup(_style()),  # noqa: S704  our own files
        icon=f"data:image/svg+xml,{quote(text_of('icon.svg'))}",
    )


@cache
def _style() -> str:
    """The colours of the page; dark ones where the device asks for them, as no script can."""
    tokens = text_of("tokens.css")
    (dark,) = re.findall(r":root:has\(body\.dark\) (\{.*?\})", tokens, re.DOTALL)
    return (
        f"{tokens}\n@media (prefers-color-scheme: dark) {{ :root {dark} }}\n"
        f"{text_of('sign_in.css')}"
    )
