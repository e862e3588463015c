"""The reader: a whole article beside the answer, opened at the place of a quote."""

from collections.abc import Callable, Sequence

import gradio as gr

from corpus.article import Article
from corpus.wording import InterfaceLanguage
from index.passage import Hit
from ui.web import failure
from ui.web.articles.library_view import notice_html
from ui.web.desks.desk import Desk
from ui.web.inlined import text_of
from ui.web.part import QUIETLY, Part, Updates
from ui.web.reader.place import Place, read_place
from ui.web.reader.view import reader_html

ArticleOf = Callable[[str, str], Article]  # by article id and the id of a kept answer, or none


class Reader:
    """The panel and the place it shows; opened by the `read` event of other components.

    `article_of` looks an article up; without it, the library does.
    """

    def __init__(self, desk: Desk, language: gr.Radio, article_of: ArticleOf | None = None) -> None:
        self._desk = desk
        self._language = language
        self._article_of = article_of or (lambda article_id, kept: desk.article(article_id))
        self._place = gr.State(None)
        self._html = gr.HTML(
            elem_classes="reader", js_on_load=text_of("reader.js"), apply_default_css=False
        )
        self._shown = [self._html, self._place]
        self._html.shut(lambda: ("", None), None, self._shown, **QUIETLY)
        self._html.step(self._stepped, [language, self._place], self._shown, **QUIETLY)
        self.part = Part([self._place], [self._html], self._say)

    def open_from(self, source: gr.HTML) -> None:
        """Open when a [n], a title or a passage in `source` is clicked (see clicks.js).

        What the reader needs stands in attributes there: `data-article` and `data-places`
        ("start-end start-end") on the button; around it `data-trail` (the citations to go
        through, see `answer_view.trail_of`), `data-question` and `data-kept`, where they are.
        """
        source.read(self._open, self._language, self._shown, **QUIETLY)

    def _say(self, language: InterfaceLanguage, place: Place | None) -> Updates:
        return {self._html: self._article_html(place, language)}

    def _open(self, language: InterfaceLanguage, event: gr.EventData) -> tuple[str, Place]:
        place = read_place(event._data)
        return self._article_html(place, language), place

    def _stepped(
        self, language: InterfaceLanguage, place: Place | None, event: gr.EventData
    ) -> tuple[str, Place | None]:
        if place is not None:
            place = place.step(-1 if str(event._data.get("by")) == "-1" else 1)
        return self._article_html(place, language), place

    def _article_html(self, place: Place | None, language: InterfaceLanguage) -> str:
        """The article as HTML, or why it cannot be shown."""
        if place is None:
            return ""
        try:
            article = self._article_of(place.article_id, place.kept)
            related = self._related(place)
        except Exception as error:  # noqa: BLE001  the page is the last place to catch it
            return notice_html(failure.sentence(error), language, failed=True)
        return reader_html(article, place, related, language)

    def _related(self, place: Place) -> Sequence[Hit]:
        if not place.question:
            return ()
        return self._desk.related(place.article_id, place.question)
