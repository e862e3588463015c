"""The tab of the library's health: looked through when it is opened, and again when asked to."""

from collections.abc import Iterator

import gradio as gr
from gradio.blocks import Block

from corpus.wording import InterfaceLanguage
from qa.health import Health
from ui.web import failure, texts
from ui.web.articles.library_view import notice_html
from ui.web.clickable import clickable
from ui.web.desks.desk import Desk
from ui.web.health.view import health_html
from ui.web.markup import render
from ui.web.part import QUIETLY, Part, Updates
from ui.web.reader.panel import Reader


class HealthTab:
    """Lays the tab out. `tab` is the one that it stands in."""

    def __init__(self, desk: Desk, language: gr.Radio, tab: gr.Tab) -> None:
        self._desk = desk
        self._found = gr.State(None)  # the last health, to be said in the other language
        self._refresh = gr.Button(elem_id="refresh", variant="secondary", size="sm")
        self._html = clickable("health")
        self._reader = Reader(desk, language)
        self._reader.open_from(self._html)
        gr.on(
            [tab.select, self._refresh.click],
            self._looked_through,
            [self._found, language],
            [self._html, self._found],
            **QUIETLY,
        )

    @property
    def parts(self) -> tuple[Part, ...]:
        """What changes with the interface language."""
        said: list[Block] = [self._html, self._refresh]
        return (Part([self._found], said, self._say), self._reader.part)

    def _say(self, language: InterfaceLanguage, found: Health | None) -> Updates:
        return {
            self._html: health_html(found, language) if found else "",
            self._refresh: texts.REFRESH.in_language(language),
        }

    def _looked_through(
        self, found: Health | None, language: InterfaceLanguage
    ) -> Iterator[Updates]:
        if found is None:
            yield {self._html: render("counting.html", language)}
        try:
            found = self._desk.health()
        except Exception as error:  # noqa: BLE001  the page is the last place to catch it
            yield {self._html: notice_html(failure.sentence(error), language, failed=True)}
            return
        yield {self._html: health_html(found, language), self._found: found}
