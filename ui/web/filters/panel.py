"""The filter panel: folded away, with a line that says what is set; one for each tab that filters.

The form lives in the browser and is not painted again when something is chosen in it, so that
the keyboard stays where it is.
"""

from collections.abc import Callable, Sequence
from typing import Any

import gradio as gr
from gradio.blocks import Block

from corpus.filters import Filters
from corpus.wording import InterfaceLanguage
from ui.web import failure
from ui.web.articles.library_view import notice_html
from ui.web.clickable import ANNOUNCED, clickable
from ui.web.desks.desk import Desk
from ui.web.filters.choosing import Choices, Refusal, chosen_filters
from ui.web.filters.view import Left, filters_html, set_html
from ui.web.inlined import text_of
from ui.web.part import IN_TURN, QUIETLY, Part, Updates


class FilterPanel:
    """`state` holds the filters; `changed` says what follows when they change."""

    def __init__(
        self, desk: Desk, language: gr.Radio, name: str, *, of_articles: bool = False
    ) -> None:
        """`of_articles` where what is filtered are articles, not their passages."""
        self._desk = desk
        self._of_articles = of_articles
        self._language = language
        self._name = name
        self.state = gr.State(Filters())
        self._panel = gr.HTML(
            elem_id=f"{name}-filters",
            elem_classes="filter-panel",
            js_on_load=text_of("unfolded.js") + text_of("filters.js"),
            apply_default_css=False,
        )
        # The outer element stays while its content changes, as a live region must.
        self._line = clickable(f"{name}-filters-set", "filters_set.js", template=ANNOUNCED)
        self.part = Part([self.state], [self._panel, self._line], self.say)

    @property
    def shown(self) -> list[Block]:
        return [self.state, self._panel, self._line]

    def changed(self, follow: Callable[..., Any], inputs: Sequence[Block], outputs: Any) -> None:
        """After a change of the filters, `follow` computes `outputs` from `inputs`."""
        chosen = self._panel.choose(
            self._chosen,
            [self.state, self._language],
            [self.state, self._line],
            **IN_TURN,
        )
        cleared = self._line.unfilter(self.cleared, self._language, self.shown, **QUIETLY)
        for event in (chosen, cleared):
            event.then(follow, inputs, outputs, **IN_TURN)

    def say(self, language: InterfaceLanguage, filters: Filters) -> Updates:
        try:
            choices = Choices.of(self._desk.records())
            line = self._said(filters, language)
        except Exception as error:  # noqa: BLE001  the page is the last place to catch it
            sentence = notice_html(failure.sentence(error), language, failed=True)
            return {self._panel: "", self._line: sentence}
        return {
            self._panel: filters_html(choices, filters, self._name, language),
            self._line: line,
        }

    def cleared(self, language: InterfaceLanguage) -> Updates:
        """No filters, in the form too (clicks.js has emptied it when a person asked for it)."""
        return {self.state: Filters(), **self.say(language, Filters())}

    def _chosen(self, before: Filters, language: InterfaceLanguage, event: gr.EventData) -> Updates:
        try:
            filters, refusal = chosen_filters(event._data)
            return {self.state: filters, self._line: self._said(filters, language, refusal)}
        except Exception as error:  # noqa: BLE001  the page is the last place to catch it
            refused = notice_html(failure.sentence(error), language, failed=True)
            return {self.state: before, self._line: refused}

    def _said(
        self, filters: Filters, language: InterfaceLanguage, refusal: Refusal | None = None
    ) -> str:
        left = None
        # Passages have a language of their own: how many articles hold some, records do not say.
        if self._of_articles or not filters.languages:
            records = self._desk.records()
            left = Left(sum(map(filters.admit_listed, records)), len(records))
        return set_html(filters, left, self._name, language, refusal)
