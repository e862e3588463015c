"""The tab of the library: adding articles, browsing them, taking all of them elsewhere."""

import gradio as gr

from ui.web.articles.adding import Adding
from ui.web.articles.browsing import Browsing
from ui.web.articles.exchanging import Exchanging
from ui.web.desks.desk import Desk
from ui.web.download import Download
from ui.web.part import Part


class ArticlesTab:
    """Lays the tab out. `largest` upload and `largest_archive` are in bytes."""

    def __init__(self, desk: Desk, language: gr.Radio, largest: int, largest_archive: int) -> None:
        adding = Adding(desk, language, largest, largest_archive)
        download = Download()
        browsing = Browsing(desk, language, download)
        exchanging = Exchanging(desk, language, download)
        for part in (adding, exchanging):
            part.connect(browsing.refreshed, browsing.inputs, browsing.outputs)
        self._browsing = browsing
        self.parts: tuple[Part, ...] = (adding.part, *browsing.parts, exchanging.part)
