"""The reader: a whole article beside the answer, opened at the place of a quote."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import gradio as gr
from gradio.blocks import Block

from corpus.article import Article
from corpus.wording import InterfaceLanguage, KnownError, Wording
from index.passage import Hit
from qa.training.review.reviews import Reviews
from ui.web import failure
from ui.web.desks.desk import Desk
from ui.web.inlined import text_of
from ui.web.part import QUIETLY, Part, Updates
from ui.web.reader import words as reader_words
from ui.web.reader.learning import learn
from ui.web.reader.place import Place, read_place
from ui.web.reader.view import failed_html, reader_html

Articles = Callable[[Any], Iterable[Article]]


class Reader:
    """The panel and the place it shows; opened by the `read` event of other components.

    An article that has left the library is shown as it was, where the answer beside the reader
    carries it: `carried` finds those articles in the value of `beside`. With `reviews`, what is
    selected in it can be marked to be learnt.
    """

    def __init__(
        self,
        desk: Desk,
        language: gr.Radio,
        beside: Block | None = None,
        carried: Articles = lambda _: (),
        reviews: Reviews | None = None,
    ) -> None:
        self._desk = desk
        self._language = language
        self._beside = gr.State(None) if beside is None else beside
        self._carried = carried
        self._reviews = reviews
        self._place = gr.State(None)
        self._html = gr.HTML(
            elem_classes="reader", js_on_load=text_of("reader.js"), apply_default_css=False
        )
        self._shown = [self._html, self._place]
        self._html.shut(lambda: ("", None), None, self._shown, **QUIETLY)
        inputs = [language, self._beside, self._place]
        self._html.step(self._stepped, inputs, self._shown, **QUIETLY)
        self._html.learn(self._learnt, [language, self._place], self._html, **QUIETLY)
        self.part = Part([self._beside, self._place], [self._html], self._say)

    def open_from(self, source: gr.HTML) -> None:
        """Open when a [n], a title or a passage in `source` is clicked (see clicks.js).

        What the reader needs stands in attributes there: `data-article` and `data-places`
        ("start-end start-end") on the button; around it `data-trail` (the citations to go
        through, see `answer_view.trail_of`), and `data-question`, where they are.
        """
        source.read(self._open, [self._language, self._beside], self._shown, **QUIETLY)

    def _say(self, language: InterfaceLanguage, beside: Any, place: Place | None) -> Updates:
        return {self._html: self._article_html(place, beside, language)}

    def _open(
        self, language: InterfaceLanguage, beside: Any, event: gr.EventData
    ) -> tuple[str, Place]:
        place = read_place(event._data)
        return self._article_html(place, beside, language), place

    def _stepped(
        self, language: InterfaceLanguage, beside: Any, place: Place | None, event: gr.EventData
    ) -> tuple[str, Place | None]:
        if place is not None:
            place = place.step(-1 if str(event._data.get("by")) == "-1" else 1)
        return self._article_html(place, beside, language), place

    def _learnt(self, language: InterfaceLanguage, place: Place | None, event: gr.EventData) -> str:
        """The article stays where it is, with what became of it."""
        if place is None or self._reviews is None:
            return self._article_html(place, None, language)
        try:
            article = self._desk.article(place.article_id)
            new = learn(self._reviews, article, place, event._data)
            said = reader_words.LEARNT if new else reader_words.LEARNT_BEFORE
        except Exception as error:  # noqa: BLE001  the page is the last place to catch it
            said = failure.sentence(error)
        return self._article_html(place, None, language, said)

    def _article_html(
        self,
        place: Place | None,
        beside: Any,
        language: InterfaceLanguage,
        said: Wording | None = None,
    ) -> str:
        """The article as HTML, or why it cannot be shown."""
        if place is None:
            return ""
        try:
            try:
                article = self._desk.article(place.article_id)
            except KnownError:
                return self._gone_html(place, beside, language)
            related = self._related(place)
            learnable = self._reviews is not None
            return reader_html(article, place, related, language, learnable=learnable, said=said)
        except Exception as error:  # noqa: BLE001  the page is the last place to catch it
            return failed_html(failure.sentence(error), language)

    def _gone_html(self, place: Place, beside: Any, language: InterfaceLanguage) -> str:
        """What has left the library, as the answer carries it."""
        for article in self._carried(beside):
            if article.id == place.article_id:
                return reader_html(article, place, (), language, gone=True)
        return failed_html(reader_words.GONE, language)

    def _related(self, place: Place) -> Sequence[Hit]:
        if not place.question:
            return ()
        return self._desk.related(place.article_id, place.question)
