"""Browsing the articles: search, filters, order and pages; and what is done to one of them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import gradio as gr
from gradio.blocks import Block

from corpus.exchange.bibliography import BibliographyFormat
from corpus.filters import Filters
from corpus.people import Right
from corpus.wording import InterfaceLanguage, KnownError
from index.report import AddReport
from ui.web import failure, texts
from ui.web.articles.article_list import Order, listed, page_of
from ui.web.articles.correction_form import correction, draft_of, several, typed_draft
from ui.web.articles.intake import step_by_step
from ui.web.articles.library_view import Task, find_html, list_html, notice_html, progress_html
from ui.web.clickable import ANNOUNCED, clickable
from ui.web.desks.desk import Desk
from ui.web.doors.visitor import visitor
from ui.web.download import Download
from ui.web.filters.panel import FilterPanel
from ui.web.inlined import text_of
from ui.web.part import IN_TURN, QUIETLY, Part, Updates
from ui.web.reader.panel import Reader
from ui.web.sent import form_values

_LONGEST_SEARCH = 300  # characters
_SUFFIXES = {
    BibliographyFormat.BIBTEX: "bib",
    BibliographyFormat.RIS: "ris",
    BibliographyFormat.CSL_JSON: "json",
}


@dataclass(frozen=True, slots=True)
class View:
    """What a person looks at: a page of a search, and what is begun there."""

    search: str = ""
    order: Order = Order.DATE
    page: int = 0
    task: Task | None = None


class Browsing:
    """Lays the lower half of the tab out and answers its events."""

    def __init__(self, desk: Desk, language: gr.Radio, download: Download) -> None:
        self._desk = desk
        self._language = language
        self._download = download
        self._view = gr.State(View())
        self._find = gr.HTML(elem_id="find", js_on_load=text_of("find.js"), apply_default_css=False)
        self._filters = FilterPanel(desk, language, "list", of_articles=True)
        self._list = clickable("articles")
        # The outer element stays while its content changes, as a live region must.
        self._done = clickable("done", template=ANNOUNCED)
        self._reader = Reader(desk, language)
        self._reader.open_from(self._list)
        self._connect()

    @property
    def parts(self) -> tuple[Part, ...]:
        """What changes with the interface language."""
        said: list[Block] = [self._find, self._done, self._list, self._view]
        mine = Part([self._view, self._filters.state], said, self._say)
        return (mine, self._filters.part, self._reader.part)

    @property
    def inputs(self) -> list[Block]:
        """What `refreshed` wants."""
        return [self._language, self._view, self._filters.state]

    @property
    def outputs(self) -> list[Block]:
        """What `refreshed` changes."""
        return [self._list, self._view, *self._filters.shown]

    def refreshed(self, language: InterfaceLanguage, view: View, filters: Filters) -> Updates:
        """The library has changed: the list and what the filters offer follow."""
        return {**self._filters.say(language, filters), **self._listed(language, view, filters)}

    def _say(self, language: InterfaceLanguage, view: View, filters: Filters) -> Updates:
        return {
            self._find: find_html(view.search, view.order, language),
            self._done: "",
            **self._listed(language, view, filters),
        }

    def _listed(
        self, language: InterfaceLanguage, view: View, filters: Filters, **changes: Any
    ) -> Updates:
        """The list as it is seen with these changes of the view."""
        view = replace(view, **{"task": None, **changes})
        try:
            records = self._desk.records()
            page = page_of(listed(records, view.search, filters, view.order), view.page)
            may = visitor().may(Right.KEEP_LIBRARY)
            listing = list_html(page, len(records), view.task, language, may_change=may)
        except Exception as error:  # noqa: BLE001  the page is the last place to catch it
            listing = notice_html(failure.sentence(error), language, failed=True)
        return {self._list: listing, self._view: view}

    def _connect(self) -> None:
        shown = [self._done, *self.outputs]
        self._find.find(self._searched, self.inputs, shown, **IN_TURN)
        self._filters.changed(self._filtered, self.inputs, [self._done, self._list, self._view])
        for event, answer in (
            (self._list.turn, self._turned),
            (self._list.remove, self._asked),
            (self._list.keep, self._kept),
            (self._list.confirm, self._removed),
            (self._list.correct, self._opened),
            (self._list.submitted, self._corrected),
            (self._list.update, self._updated),
            (self._done.undo, self._restored),
        ):
            event(answer, self.inputs, shown, **QUIETLY)
        cited = self._list.cite(self._cited, self.inputs, self._download.outputs, **QUIETLY)
        self._download.handed_over(cited)

    def _searched(
        self, language: InterfaceLanguage, view: View, filters: Filters, event: gr.EventData
    ) -> Updates:
        values = form_values(event._data)
        search = "".join(values.get("search", ())[:1])[:_LONGEST_SEARCH]
        order = "".join(values.get("order", ())[:1])
        order = Order(order) if order in set(Order) else view.order
        found = self._listed(language, view, filters, search=search, order=order, page=0)
        return {self._done: "", **found}

    def _filtered(self, language: InterfaceLanguage, view: View, filters: Filters) -> Updates:
        return {self._done: "", **self._listed(language, view, filters, page=0)}

    def _turned(
        self, language: InterfaceLanguage, view: View, filters: Filters, event: gr.EventData
    ) -> Updates:
        number = str(event._data.get("page", ""))
        page = int(number) if number.isdecimal() and len(number) < 9 else 0
        return {self._done: "", **self._listed(language, view, filters, page=page)}

    def _asked(
        self, language: InterfaceLanguage, view: View, filters: Filters, event: gr.EventData
    ) -> Updates:
        """First step of a removal: the article's entry asks for confirmation."""
        task = Task("remove", str(event._data.get("remove", "")))
        return {self._done: "", **self._listed(language, view, filters, task=task)}

    def _kept(self, language: InterfaceLanguage, view: View, filters: Filters) -> Updates:
        return self._listed(language, view, filters)

    def _removed(self, language: InterfaceLanguage, view: View, filters: Filters) -> Updates:
        """Second step: only what was asked for in the first one is removed."""
        doomed = view.task.article_id if view.task and view.task.kind == "remove" else ""
        try:
            article = self._desk.article(doomed)
            self._desk.remove([doomed])
        except Exception as error:  # noqa: BLE001  the page is the last place to catch it
            notice = notice_html(failure.sentence(error), language, failed=True)
        else:
            wording = texts.filled(texts.REMOVED, title=article.title)
            notice = notice_html(wording, language, undo=True)
        return {self._done: notice, **self.refreshed(language, view, filters)}

    def _restored(self, language: InterfaceLanguage, view: View, filters: Filters) -> Updates:
        try:
            count = len(self._desk.restore())
        except Exception as error:  # noqa: BLE001  the page is the last place to catch it
            notice = notice_html(failure.sentence(error), language, failed=True)
        else:
            wording = texts.counted(count, texts.RESTORED_ONE, texts.RESTORED_MANY)
            notice = notice_html(wording, language)
        return {self._done: notice, **self.refreshed(language, view, filters)}

    def _opened(
        self, language: InterfaceLanguage, view: View, filters: Filters, event: gr.EventData
    ) -> Updates:
        article_id = str(event._data.get("correct", ""))
        try:
            draft = draft_of(self._desk.article(article_id))
        except Exception as error:  # noqa: BLE001  the page is the last place to catch it
            return {self._done: notice_html(failure.sentence(error), language, failed=True)}
        task = Task("correct", article_id, draft)
        return {self._done: "", **self._listed(language, view, filters, task=task)}

    def _corrected(
        self, language: InterfaceLanguage, view: View, filters: Filters, event: gr.EventData
    ) -> Updates:
        """Saved, or the form again with the sentence that says what is wrong."""
        if view.task is None or view.task.draft is None:
            return {self._done: ""}
        before, after = view.task.draft, typed_draft(form_values(event._data))
        shelves = several(after.collections)
        moved = shelves if shelves != several(before.collections) else None
        try:
            if not after.title.strip():
                raise KnownError(en=texts.NO_TITLE.en, fr=texts.NO_TITLE.fr)
            wording = texts.NOTHING_CHANGED
            if (changes := correction(before, after)) or moved is not None:
                article = self._desk.correct(view.task.article_id, changes, moved)
                wording = texts.filled(texts.CORRECTED, title=article.title)
        except KnownError as error:
            task = replace(view.task, typed=after, refusal=error.wording)
            return {self._done: "", **self._listed(language, view, filters, task=task)}
        except Exception as error:  # noqa: BLE001  the page is the last place to catch it
            return {self._done: notice_html(failure.sentence(error), language, failed=True)}
        notice = notice_html(wording, language)
        return {self._done: notice, **self.refreshed(language, view, filters)}

    def _updated(
        self, language: InterfaceLanguage, view: View, filters: Filters, event: gr.EventData
    ) -> Iterator[Updates]:
        """The article's source is read again."""
        article_id = str(event._data.get("update", ""))
        yield {self._done: progress_html("read", 0, 0, language)}
        try:
            article = self._desk.article(article_id)
            steps = step_by_step(lambda progress: self._desk.update(article_id, progress))
            try:
                while True:
                    yield {self._done: progress_html(*next(steps), language)}
            except StopIteration as end:
                notice = _became(article.title, end.value, language)
        except Exception as error:  # noqa: BLE001  the page is the last place to catch it
            notice = notice_html(failure.sentence(error), language, failed=True)
        yield {self._done: notice, **self.refreshed(language, view, filters)}

    def _cited(
        self, language: InterfaceLanguage, view: View, filters: Filters, event: gr.EventData
    ) -> Iterator[Updates]:
        """A bibliography of what the list shows, on all its pages."""
        asked_for = str(event._data.get("cite", ""))

        def write(folder: Path) -> None:
            form = BibliographyFormat(asked_for)
            records = listed(self._desk.records(), view.search, filters, view.order)
            content = self._desk.bibliography(records, form)
            (folder / f"cxlit.{_SUFFIXES[form]}").write_text(content, encoding="utf-8")

        yield from self._download.made(write, language)


def _became(title: str, report: AddReport, language: InterfaceLanguage) -> str:
    """What the reading of one source changed."""
    if report.skipped:
        return notice_html(report.skipped[0].reason, language, failed=True)
    changed = bool(report.updated or report.added)
    wording = texts.filled(texts.UPDATED_ONE if changed else texts.STILL_SAME, title=title)
    return notice_html(wording, language)
