"""The tab of the history: found again, opened as it was, deleted; several in one memo."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import gradio as gr
from gradio.blocks import Block
from gradio.events import Dependency

from corpus.wording import InterfaceLanguage
from ui.web import failure, texts
from ui.web.articles.library_view import notice_html
from ui.web.clickable import ANNOUNCED, clickable
from ui.web.desks.desks import Desks
from ui.web.download import Download
from ui.web.inlined import text_of
from ui.web.kept import words as kept_words
from ui.web.kept.memo_download import memo_writer
from ui.web.kept.opened import KeptOpened
from ui.web.kept.view import (
    ALL,
    LONGEST_SEARCH,
    TICKED,
    View,
    find_html,
    list_html,
    ticked_html,
)
from ui.web.part import IN_TURN, QUIETLY, Part, Updates
from ui.web.sent import form_values, sent

# The tab is made only now; the keyboard goes on in it.
_ARRIVED = """() => {
  const linked = new URLSearchParams(location.search).has("answer");
  if (linked) cxlit.go("kept", "#kept-answer .asked, #kept h2");
}"""
_LONGEST_ID = 64  # characters that the browser sends as an id
_MOST_TICKED = 200  # answers in one memo or deletion; a page of the list has fewer


class KeptTab:
    """Lays the tab out and answers its events; an answer that is open takes the list's place."""

    def __init__(self, desks: Desks, language: gr.Radio) -> None:
        self._answers = desks.answers
        self._language = language
        self._view = gr.State(View())
        self._find = gr.HTML(
            elem_id="kept-find", js_on_load=text_of("find.js"), apply_default_css=False
        )
        # The outer element stays while its content changes, as a live region must.
        self._done = gr.HTML(
            elem_id="kept-done",
            html_template=ANNOUNCED,
            apply_default_css=False,
        )
        self._list = clickable("kept", "ticking.js")
        self._ticked = clickable("kept-ticked", "unticking.js")
        self._download = Download("kept-memo")
        self._opened = KeptOpened(desks, language)
        self._connect()

    @property
    def parts(self) -> tuple[Part, ...]:
        """What changes with the interface language."""
        said: list[Block] = [self._find, self._done, self._list, self._ticked, self._view]
        return (Part([self._view, self._opened.conversation], said, self._say), *self._opened.parts)

    def refreshed_by(self, event: Callable[..., Dependency]) -> None:
        """The list is read again when `event` happens."""
        event(self._read_again, self._inputs, self._shown, **QUIETLY)

    def linked_by(self, event: Callable[..., Dependency], tabs: gr.Tabs) -> None:
        """The answer that the page's address names is opened when `event` happens."""

        def arrive(language: InterfaceLanguage, request: gr.Request) -> Updates:
            wanted = str(request.query_params.get("answer", ""))[:_LONGEST_ID]
            if not wanted:
                return {self._done: gr.skip()}
            return {tabs: gr.update(selected="kept"), **self._open(language, wanted)}

        outputs = [tabs, self._done, *self._lists, *self._opened.shown]
        event(arrive, self._language, outputs, **QUIETLY).then(None, js=_ARRIVED)

    @property
    def _inputs(self) -> list[Block]:
        return [self._language, self._view, self._opened.conversation]

    @property
    def _lists(self) -> list[Block]:
        return [self._find, self._list, self._ticked]

    @property
    def _shown(self) -> list[Block]:
        return [self._done, *self._lists, self._view]

    def _connect(self) -> None:
        self._find.find(self._searched, self._inputs, self._shown, **IN_TURN)
        for event, answer in (
            (self._list.turn, self._turned),
            (self._list.favour, self._favoured),
            (self._list.remove, self._asked),
            (self._list.keep, self._let_be),
            (self._list.confirm, self._deleted),
            (self._ticked.remove, self._asked),
            (self._ticked.keep, self._let_be),
            (self._ticked.confirm, self._deleted),
            (self._ticked.untick, self._unticked),
        ):
            event(answer, self._inputs, self._shown, **QUIETLY)
        self._list.tick(
            self._chosen, [self._language, self._view], [self._ticked, self._view], **IN_TURN
        )
        opening = [self._done, *self._lists, *self._opened.shown]
        self._list.entry(self._entered, self._language, opening, **QUIETLY)
        self._opened.left(self._back, self._inputs, [*self._shown, *self._opened.shown])
        made = self._ticked.memo(
            self._written, [self._language, self._view], self._download.outputs, **QUIETLY
        )
        self._download.handed_over(made)

    def _say(self, language: InterfaceLanguage, view: View, conversation: Any) -> Updates:
        if conversation:
            return {self._done: ""}
        return {
            self._find: find_html(view, language),
            self._done: "",
            **self._listed(language, view),
        }

    def _read_again(self, language: InterfaceLanguage, view: View, conversation: Any) -> Updates:
        return {self._done: gr.skip()} if conversation else self._listed(language, view)

    def _listed(
        self, language: InterfaceLanguage, view: View, focus: str = "", **changes: Any
    ) -> Updates:
        """The list as it is seen with these changes of the view."""
        view = replace(view, **{"doomed": "", **changes})
        try:
            entries = self._answers.kept(view.search, favourites=view.favourites)
            off = not self._answers.records()
            listing = list_html(entries, view, language, off=off, focus=focus)
        except Exception as error:  # noqa: BLE001  the page is the last place to catch it
            listing = notice_html(failure.sentence(error), language, failed=True)
        ticked = ticked_html(view, language)
        return {self._list: listing, self._ticked: ticked, self._view: view}

    def _searched(
        self, language: InterfaceLanguage, view: View, _: Any, event: gr.EventData
    ) -> Updates:
        values = form_values(event._data)
        search = "".join(values.get("search", ())[:1])[:LONGEST_SEARCH]
        favourites = "favourites" in values.get("which", ())
        found = self._listed(language, view, search=search, favourites=favourites, page=0)
        return {self._done: "", **found}

    def _turned(
        self, language: InterfaceLanguage, view: View, _: Any, event: gr.EventData
    ) -> Updates:
        number = sent(event, "page", _LONGEST_ID)
        page = int(number) if number.isdecimal() and len(number) < 9 else 0
        return {self._done: "", **self._listed(language, view, page=page)}

    def _favoured(
        self, language: InterfaceLanguage, view: View, _: Any, event: gr.EventData
    ) -> Updates:
        try:
            self._answers.favour(
                sent(event, "answer", _LONGEST_ID), sent(event, "favour", _LONGEST_ID) == "yes"
            )
        except Exception as error:  # noqa: BLE001  the page is the last place to catch it
            return {self._done: notice_html(failure.sentence(error), language, failed=True)}
        return {self._done: "", **self._listed(language, view)}

    def _chosen(self, language: InterfaceLanguage, view: View, event: gr.EventData) -> Updates:
        """The selection, kept for when the list is painted anew."""
        data: dict[str, object] = event._data if isinstance(event._data, dict) else {}
        on, off = _ids(data.get("on")), set(_ids(data.get("off")))
        ticked = tuple(dict.fromkeys([*(id_ for id_ in view.ticked if id_ not in off), *on]))
        view = replace(view, ticked=ticked[:_MOST_TICKED], doomed="")
        return {self._ticked: ticked_html(view, language), self._view: view}

    def _unticked(self, language: InterfaceLanguage, view: View, _: Any) -> Updates:
        return {self._done: "", **self._listed(language, view, focus="heading", ticked=())}

    def _asked(
        self, language: InterfaceLanguage, view: View, _: Any, event: gr.EventData
    ) -> Updates:
        """First step of a deletion: it has to be confirmed where it was asked for."""
        return {
            self._done: "",
            **self._listed(language, view, doomed=sent(event, "remove", _LONGEST_ID)),
        }

    def _let_be(self, language: InterfaceLanguage, view: View, _: Any) -> Updates:
        return self._listed(language, view)

    def _deleted(self, language: InterfaceLanguage, view: View, _: Any) -> Updates:
        """Second step: only what was asked for in the first one is deleted."""
        gone: tuple[str, ...] = view.ticked if view.doomed == TICKED else (view.doomed,)
        try:
            whole = view.doomed == ALL
            count = self._answers.forget_all() if whole else self._answers.forget(gone)
        except Exception as error:  # noqa: BLE001  the page is the last place to catch it
            notice = notice_html(failure.sentence(error), language, failed=True)
            return {self._done: notice, **self._listed(language, view)}
        wording = texts.counted(count, kept_words.DELETED_ONE, kept_words.DELETED_MANY)
        left = () if whole else tuple(id_ for id_ in view.ticked if id_ not in gone)
        found = self._listed(language, view, focus="heading", ticked=left)
        return {self._done: notice_html(wording, language), **found}

    def _entered(self, language: InterfaceLanguage, event: gr.EventData) -> Updates:
        return self._open(language, sent(event, "entry", _LONGEST_ID))

    def _open(self, language: InterfaceLanguage, answer_id: str) -> Updates:
        """The answer in the list's place, or one sentence above the list."""
        try:
            opened = self._opened.open(language, answer_id)
        except Exception as error:  # noqa: BLE001  the page is the last place to catch it
            return {self._done: notice_html(failure.sentence(error), language, failed=True)}
        return {self._done: "", **dict.fromkeys(self._lists, ""), **opened}

    def _back(
        self, language: InterfaceLanguage, view: View, conversation: Any
    ) -> Iterator[Updates]:
        """The list again, with the keyboard where it was."""
        left = conversation[-1].kept if conversation else ""
        # First the answer goes: beside it the list is hidden, and takes no keyboard.
        yield {self._done: "", **self._opened.closed()}
        yield {self._find: find_html(view, language), **self._listed(language, view, focus=left)}

    def _written(
        self, language: InterfaceLanguage, view: View, event: gr.EventData
    ) -> Iterator[Updates]:
        """One memo of all that is selected, the oldest question first."""

        def chosen() -> list[Any]:
            return sorted(map(self._answers.opened, view.ticked), key=lambda frozen: frozen.at)

        write = memo_writer(self._answers, chosen, sent(event, "memo", _LONGEST_ID), language)
        yield from self._download.made(write, language)


def _ids(sent: object) -> tuple[str, ...]:
    listed = sent if isinstance(sent, list) else []
    return tuple(str(each)[:_LONGEST_ID] for each in listed[:_MOST_TICKED])
