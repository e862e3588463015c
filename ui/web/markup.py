"""The one choke point between what others wrote and what the browser is given as HTML.

Everything from an article, a title, an address or a question reaches the page through `render`:
the templates escape every value by themselves, and nh3 then takes out whatever is not on the
short list of what our templates use. So a hole would need two mistakes at once. Values sent to
Gradio's own components (text boxes, labels) are shown as plain text by Gradio.
"""

import re
from pathlib import Path
from urllib.parse import urlsplit

import nh3
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from corpus.filters import KIND_NAMES
from corpus.topics import TOPIC_NAMES
from corpus.wording import InterfaceLanguage, Wording
from ui.web import texts
from ui.web.dates import date_in_words

_TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")  # as BCP 47 has it, near enough
_TAGS = {
    *("article", "aside", "div", "figcaption", "figure", "header", "section"),
    *("h1", "h2", "h3", "h4", "p", "blockquote", "ul", "ol", "li", "dl", "dt", "dd"),
    *("table", "caption", "thead", "tbody", "tr", "th", "td"),
    *("a", "button", "details", "summary", "progress"),
    *("cite", "mark", "nav", "q", "span", "strong", "sup", "time"),
    *("form", "fieldset", "legend", "label", "input", "textarea", "option", "datalist"),
}
_ATTRIBUTES = {
    "*": {"class", "hidden", "id", "lang", "role", "tabindex"},
    "a": {"href", "target"},
    "button": {"type"},
    "details": {"open"},
    "input": {
        *("type", "name", "value", "checked"),
        *("list", "maxlength", "placeholder", "autocomplete", "inputmode", "readonly"),
    },
    "label": {"for"},
    "option": {"value"},
    "progress": {"value", "max"},
    "td": {"rowspan"},
    "textarea": {"name", "rows", "maxlength", "placeholder"},
    "th": {"scope", "rowspan"},
    "time": {"datetime"},
}


def render(template: str, language: InterfaceLanguage, **context: object) -> str:
    """One template filled in and cleaned: the only way to HTML for the page."""

    def say(wording: Wording) -> str:
        return wording.in_language(language)

    def date(iso: str) -> str:
        return date_in_words(iso, language)

    html = _TEMPLATES.get_template(template).render(
        context,
        t=texts,
        language=language,
        say=say,
        date=date,
        web_address=web_address,
        kind_names=KIND_NAMES,
        topic_names=TOPIC_NAMES,
        colon="\u00a0:" if language == "fr" else ":",
    )
    return nh3.clean(
        html,
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        generic_attribute_prefixes={"aria-", "data-"},
        attribute_filter=_believed,
        url_schemes={"http", "https"},
        link_rel="noopener noreferrer",
    )


def _believed(tag: str, attribute: str, value: str) -> str | None:
    """Every value but a language that is none: a screen reader would not know how to speak."""
    return None if attribute == "lang" and not _LANGUAGE.fullmatch(value) else value


def web_address(url: str) -> str:
    """The URL if it leads to a web page, else nothing: no javascript:, data: or file: link."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return url if parts.scheme in {"http", "https"} and parts.netloc else ""
