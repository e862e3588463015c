"""The tab where one searches: passages of the library, without an answer."""

from collections.abc import Callable

import gradio as gr
from gradio.blocks import Block
from gradio.events import Dependency

from corpus.filters import Filters
from corpus.wording import InterfaceLanguage
from ui.web import failure
from ui.web.articles.library_view import notice_html
from ui.web.clickable import ANNOUNCED
from ui.web.desks.desks import Desks
from ui.web.filters.panel import FilterPanel
from ui.web.inlined import text_of
from ui.web.part import IN_TURN, QUIETLY, Part, Updates
from ui.web.reader.panel import Reader
from ui.web.search import words as search_words
from ui.web.search.view import (
    MOST,
    STEP,
    View,
    count_html,
    form_html,
    found_html,
    none_html,
    start_html,
)
from ui.web.search.words import SearchOrder
from ui.web.sent import form_values

_LONGEST_QUERY = 500  # characters


class SearchTab:
    """Lays the tab out and answers its events."""

    def __init__(self, desks: Desks, language: gr.Radio) -> None:
        self._desk = desks.library
        self._language = language
        self._view = gr.State(View())
        with gr.Column(elem_id="searching"):
            self._form = gr.HTML(
                elem_id="search-form", js_on_load=text_of("search.js"), apply_default_css=False
            )
            self._filters = FilterPanel(self._desk, language, "search")
            # The outer element stays while its content changes, as a live region must.
            self._count = gr.HTML(
                elem_id="search-count",
                html_template=ANNOUNCED,
                apply_default_css=False,
            )
            scripts = map(text_of, ("unfolded.js", "clicks.js", "search_start.js"))
            self._found = gr.HTML(
                elem_id="search-found", js_on_load="".join(scripts), apply_default_css=False
            )
        self._reader = Reader(self._desk, language, reviews=desks.training.reviews)
        self._reader.open_from(self._found)
        self._connect()

    @property
    def parts(self) -> tuple[Part, ...]:
        """What changes with the interface language."""
        mine = Part([self._view, self._filters.state], [self._form, *self._results], self._say)
        return (mine, self._filters.part, self._reader.part)

    def refreshed_by(self, event: Callable[..., Dependency]) -> None:
        """What the filters offer is read again when `event` happens."""
        inputs = [self._language, self._filters.state]
        event(self._filters.say, inputs, self._filters.shown, **QUIETLY)

    @property
    def _results(self) -> list[Block]:
        return [self._count, self._found, self._view]

    def _connect(self) -> None:
        inputs = [self._language, self._view, self._filters.state]
        self._form.find(self._searched, inputs, self._results, **IN_TURN)
        self._form.reorder(self._reordered, inputs, self._results, **IN_TURN)
        self._filters.changed(self._followed, inputs, self._results)
        self._found.more(self._continued, inputs, self._results, **QUIETLY)
        outputs = [*self._filters.shown, *self._results]
        self._found.unfilter(self._unfiltered, [self._language, self._view], outputs, **QUIETLY)

    def _say(self, language: InterfaceLanguage, view: View, filters: Filters) -> Updates:
        return {self._form: form_html(language), **self._looked(language, view, filters)}

    def _searched(
        self, language: InterfaceLanguage, view: View, filters: Filters, event: gr.EventData
    ) -> Updates:
        typed = "".join(form_values(event._data).get("query", ())[:1]).strip()[:_LONGEST_QUERY]
        updates = self._looked(language, view._replace(query=typed, shown=STEP), filters)
        if not typed:
            updates[self._count] = notice_html(search_words.NO_QUERY, language)
        return updates

    def _reordered(
        self, language: InterfaceLanguage, view: View, filters: Filters, event: gr.EventData
    ) -> Updates:
        order = "".join(form_values(event._data).get("search-order", ())[:1])
        order = SearchOrder(order) if order in set(SearchOrder) else view.order
        return self._looked(language, view._replace(order=order, shown=STEP), filters)

    def _followed(self, language: InterfaceLanguage, view: View, filters: Filters) -> Updates:
        """The filters have changed."""
        return self._looked(language, view._replace(shown=STEP), filters)

    def _continued(self, language: InterfaceLanguage, view: View, filters: Filters) -> Updates:
        return self._looked(language, view._replace(shown=min(view.shown + STEP, MOST)), filters)

    def _unfiltered(self, language: InterfaceLanguage, view: View) -> Updates:
        return {**self._filters.cleared(language), **self._followed(language, view, Filters())}

    def _looked(self, language: InterfaceLanguage, view: View, filters: Filters) -> Updates:
        """Search, and show what was found."""
        if not view.query:
            return {self._view: view, self._count: "", self._found: start_html(language)}
        count = ""
        try:
            hits = self._desk.search(view.query, MOST, filters)
            if hits:
                count = count_html(hits, view.order, language)
                dates = {record.id: record.date for record in self._desk.records()}
                found = found_html(
                    view, hits, self._desk.article, lambda id_: dates.get(id_, ""), language
                )
            else:
                found = none_html(bool(filters), language)
        except Exception as error:  # noqa: BLE001  the page is the last place to catch it
            found = notice_html(failure.sentence(error), language, failed=True)
        return {self._view: view, self._count: count, self._found: found}
