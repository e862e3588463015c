"""The reader: a whole article beside the answer, opened at the place of a quote."""

import re
from typing import NamedTuple

import gradio as gr

from corpus.wording import InterfaceLanguage
from index.passage import Span
from ui.web import failure
from ui.web.desk import Desk
from ui.web.inlined import text_of
from ui.web.library_view import notice_html
from ui.web.markup import render
from ui.web.part import QUIETLY, Part, Updates
from ui.web.reading import Mark, shown

_MOST_PLACES = 100  # highlighted in one article; an answer has a handful


class Place(NamedTuple):
    """What the reader shows: an article and the spans that are highlighted in it."""

    article_id: str
    spans: tuple[Span, ...]


class Reader:
    """The panel and the place it shows; opened by the `read` event of other components."""

    def __init__(self, desk: Desk, language: gr.Radio) -> None:
        self._desk = desk
        self._language = language
        self._place = gr.State(None)
        self._html = gr.HTML(
            elem_classes="reader", js_on_load=text_of("reader.js"), apply_default_css=False
        )
        self._shown = [self._html, self._place]
        self._html.shut(lambda: ("", None), None, self._shown, **QUIETLY)
        self.part = Part([self._place], [self._html], self._say)

    def open_from(self, source: gr.HTML) -> None:
        """Open when a title or a quote in `source` is clicked."""
        source.read(self._open, self._language, self._shown, **QUIETLY)

    def _say(self, language: InterfaceLanguage, place: Place | None) -> Updates:
        return {self._html: self._article_html(place, language)}

    def _open(self, language: InterfaceLanguage, event: gr.EventData) -> tuple[str, Place | None]:
        place = _place(event)
        return self._article_html(place, language), place

    def _article_html(self, place: Place | None, language: InterfaceLanguage) -> str:
        """The article as HTML, or why it cannot be shown."""
        if place is None:
            return ""
        try:
            article = self._desk.article(place.article_id)
        except Exception as error:  # noqa: BLE001  the page is the last place to catch it
            return notice_html(failure.sentence(error), language, failed=True)
        runs = shown(article.text, [Mark(span) for span in place.spans])
        return render("reader.html", language, article=article, runs=runs)


def _place(event: gr.EventData) -> Place:
    """What was clicked. It comes from the browser, so nothing is believed of its form."""
    data: dict[str, object] = event._data if isinstance(event._data, dict) else {}
    places = re.findall(r"(\d{1,9})-(\d{1,9})", str(data.get("places", "")))[:_MOST_PLACES]
    spans = tuple(Span(int(start), int(end)) for start, end in places)
    return Place(str(data.get("article", "")), spans)
