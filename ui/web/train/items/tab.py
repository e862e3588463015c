"""The inner tab of trainers: items judged one at a time, and what was rejected taken back."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import gradio as gr
from gradio.blocks import Block
from gradio.events import Dependency

from corpus.people import Right
from corpus.wording import InterfaceLanguage, Wording
from ui.web import failure, texts
from ui.web.articles.library_view import notice_html
from ui.web.clickable import ANNOUNCED, clickable
from ui.web.desks.desks import Desks
from ui.web.doors.visitor import visitor
from ui.web.markup import render
from ui.web.part import IN_TURN, QUIETLY, Part, Updates
from ui.web.reader.panel import Reader
from ui.web.sent import form_values, sent
from ui.web.train.items import words
from ui.web.train.items.judging import WHICH, Judging, Sight
from ui.web.train.items.view import items_html
from ui.web.train.preparing import preparing_html
from ui.web.train.source import source_in

_LONGEST = 100  # characters of what the browser sends
_LONGEST_REASON = 300


class ItemsTab:
    """Lays the tab out and answers its events; others than trainers are refused each of them."""

    def __init__(self, desks: Desks, language: gr.Radio) -> None:
        self._training = desks.training
        self._library = desks.library
        self._judging = Judging(desks.training)
        self._language = language
        self._sight = gr.State(None)  # None before the tab was opened
        self._html = clickable("items")
        # The outer element stays while its content changes, as a live region must.
        self._said = clickable("items-said", template=ANNOUNCED)
        self._reader = Reader(desks.library, language)
        self._reader.open_from(self._html)
        self._connect()

    @property
    def parts(self) -> tuple[Part, ...]:
        """What changes with the interface language."""
        shown: list[Block] = [self._html, self._said]
        return (Part([self._sight], shown, self._say), self._reader.part)

    def refreshed_by(self, event: Callable[..., Dependency]) -> None:
        event(self._opened, [self._sight, self._language], self._outputs, **QUIETLY)

    @property
    def _outputs(self) -> list[Block]:
        return [self._html, self._said, self._sight]

    def _connect(self) -> None:
        inputs = [self._sight, self._language]
        for event, answer in (
            (self._html.choice, self._chosen),
            (self._html.accept, self._accepted),
            (self._html.submitted, self._rejected),
            (self._html.skip, self._skipped),
            (self._html.retract, self._taken_back),
            (self._said.undo, self._undone),
        ):
            event(answer, inputs, self._outputs, **IN_TURN)

    def _say(self, language: InterfaceLanguage, sight: Sight | None) -> Updates:
        """Nothing is read for whoever has not opened the tab."""
        if sight is None or not visitor().may(Right.TRAIN):
            return {self._html: "", self._said: ""}
        return {self._html: self._items_html(sight, language), self._said: ""}

    def _opened(self, sight: Sight | None, language: InterfaceLanguage) -> Iterator[Updates]:
        sight = replace(sight or Sight(), judged="", before=None)
        if not visitor().may(Right.TRAIN):
            yield self._painted(sight, language)
            return
        for said in preparing_html(self._training.bank, language):
            yield {self._said: said}
        yield {self._html: self._items_html(sight, language), self._sight: sight}

    def _chosen(
        self, sight: Sight | None, language: InterfaceLanguage, event: gr.EventData
    ) -> Updates:
        sight = replace(sight or Sight(), first="", later=())
        name, value = sent(event, "name", _LONGEST), sent(event, "value", _LONGEST)
        if name == "which" and value in WHICH:
            sight = replace(sight, which=value)
        elif name in {"kind", "language", "competency"}:
            sight = sight.narrowed_by(name, value)
        return {**self._painted(sight, language, focus=False), self._said: ""}

    def _accepted(
        self, sight: Sight | None, language: InterfaceLanguage, event: gr.EventData
    ) -> Updates:
        id_ = sent(event, "accept", _LONGEST)
        return self._judged(
            sight, lambda seen: self._judging.accept(seen, id_), words.ACCEPTED, id_, language
        )

    def _rejected(
        self, sight: Sight | None, language: InterfaceLanguage, event: gr.EventData
    ) -> Updates:
        id_, values = sent(event, "item", _LONGEST), form_values(event._data)
        given = ["".join(values.get(name, ())[:1]).strip() for name in ("reason", "words")]
        reason = ", ".join(filter(None, given))[:_LONGEST_REASON]
        if not reason:
            return self._painted(sight or Sight(), language, words.NO_REASON)
        return self._judged(
            sight,
            lambda seen: self._judging.reject(seen, id_, reason),
            words.REJECTED,
            id_,
            language,
        )

    def _judged(
        self,
        sight: Sight | None,
        judge: Callable[[Sight], Sight],
        wording: Wording,
        item_id: str,
        language: InterfaceLanguage,
    ) -> Updates:
        try:
            stem = self._judging.item(item_id).stem
            judged = judge(sight or Sight())
        except Exception as error:  # noqa: BLE001  the page is the last place to catch it
            return {self._said: notice_html(failure.sentence(error), language, failed=True)}
        done = _done_html(texts.filled(wording, stem=stem), language, undo=item_id)
        return {**self._painted(judged, language), self._said: done}

    def _skipped(
        self, sight: Sight | None, language: InterfaceLanguage, event: gr.EventData
    ) -> Updates:
        sight, id_ = sight or Sight(), sent(event, "skip", _LONGEST)
        others = tuple(each for each in sight.later if each != id_)
        later = replace(sight, first="", later=(*others, id_))
        return {**self._painted(later, language), self._said: ""}

    def _undone(self, sight: Sight | None, language: InterfaceLanguage) -> Updates:
        """The item comes up again at once: who undoes wants to do otherwise."""
        if sight is None or not sight.judged:
            return {self._said: ""}
        try:
            sight = self._judging.undo(sight)
        except Exception as error:  # noqa: BLE001  the page is the last place to catch it
            return {self._said: notice_html(failure.sentence(error), language, failed=True)}
        said = _done_html(words.BACK_AGAIN, language)
        return {**self._painted(sight, language), self._said: said}

    def _taken_back(
        self, sight: Sight | None, language: InterfaceLanguage, event: gr.EventData
    ) -> Updates:
        id_ = sent(event, "retract", _LONGEST)
        try:
            stem = self._judging.item(id_).stem
            self._judging.take_back(id_)
        except Exception as error:  # noqa: BLE001  the page is the last place to catch it
            return {self._said: notice_html(failure.sentence(error), language, failed=True)}
        said = _done_html(texts.filled(words.TAKEN_BACK, stem=stem), language)
        return {**self._painted(sight or Sight(), language, focus=False), self._said: said}

    def _painted(
        self,
        sight: Sight,
        language: InterfaceLanguage,
        refusal: Wording | None = None,
        *,
        focus: bool = True,
    ) -> Updates:
        html = self._items_html(sight, language, refusal, focus=focus)
        return {self._html: html, self._sight: sight}

    def _items_html(
        self,
        sight: Sight,
        language: InterfaceLanguage,
        refusal: Wording | None = None,
        *,
        focus: bool = False,
    ) -> str:
        try:
            shelf = self._judging.shelf(sight)
            in_hand = shelf.in_hand
            source = source_in(self._library, in_hand.item) if in_hand else None
        except Exception as error:  # noqa: BLE001  the page is the last place to catch it
            return notice_html(failure.sentence(error), language, failed=True)
        map_ = self._training.map
        return items_html(shelf, sight, map_, source, language, refusal, focus=focus)


def _done_html(wording: Wording, language: InterfaceLanguage, undo: str = "") -> str:
    return render("train_items_done.html", language, wording=wording, undo=undo)
