"""The tab of evaluators: opinions become gold questions, or are set aside."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import gradio as gr
from gradio.blocks import Block

from corpus.article import Article
from corpus.feedback import Feedback
from corpus.wording import InterfaceLanguage, Wording
from eval.gold import gold_bytes
from eval.reviewing import REVIEWED
from ui.web import failure, texts
from ui.web.clickable import ANNOUNCED, clickable
from ui.web.desks.desks import Desks
from ui.web.download import Download
from ui.web.feedback import words as feedback_words
from ui.web.feedback.review_view import golden_html, review_html
from ui.web.markup import render
from ui.web.part import IN_TURN, QUIETLY, Part, Updates
from ui.web.reader.panel import Reader
from ui.web.sent import form_values, sent

_LONGEST_ID = 100  # characters; longer is none of ours


class _Done(NamedTuple):
    """What was done last, to be said and undone."""

    wording: Wording
    feedback: str = ""  # id of what can be taken back; empty: nothing
    failed: bool = False


class ReviewTab:
    """Lays the tab out. `tab` is the one that it stands in; it is read when that is opened."""

    def __init__(self, desks: Desks, language: gr.Radio, tab: gr.Tab) -> None:
        self._desk = desks.feedback
        self._opened = gr.State(None)  # id of the opinion in hand; None before the tab was opened
        self._html = clickable("review")
        # The outer element stays while its content changes, as a live region must.
        self._said = clickable("review-said", template=ANNOUNCED)
        self._golden = clickable("golden")
        self._save = gr.Button(
            elem_id="gold-download", variant="secondary", size="sm", visible=False
        )
        self._download = Download("gold-file")
        self._reader = Reader(desks.library, language, self._opened, self._carried)
        self._reader.open_from(self._html)
        inputs, outputs = [self._opened, language], [*self._shown, self._opened]
        tab.select(self._read, inputs, outputs, **QUIETLY)
        self._html.review(self._chosen, language, outputs, **IN_TURN)
        self._html.submitted(self._made, inputs, outputs, **IN_TURN)
        self._html.aside(self._set_aside, inputs, outputs, **IN_TURN)
        self._said.undo(self._took_back, inputs, outputs, **IN_TURN)
        self._golden.ungold(self._took_back, inputs, outputs, **IN_TURN)
        saved = self._save.click(self._saved, language, self._download.outputs, **QUIETLY)
        self._download.handed_over(saved)

    @property
    def parts(self) -> tuple[Part, ...]:
        """What changes with the interface language."""
        return (Part([self._opened], self._shown, self._say), self._reader.part)

    @property
    def _shown(self) -> list[Block]:
        return [self._html, self._said, self._golden, self._save]

    def _say(self, language: InterfaceLanguage, opened: str | None) -> Updates:
        """Nothing is read for whoever has not opened the tab."""
        if opened is None:
            return dict.fromkeys((self._html, self._said, self._golden), "")
        updates = self._view(language, opened)
        del updates[self._opened]
        return updates

    def _read(self, opened: str | None, language: InterfaceLanguage) -> Updates:
        return self._view(language, opened or "")

    def _chosen(self, language: InterfaceLanguage, event: gr.EventData) -> Updates:
        return self._view(language, sent(event, "review", _LONGEST_ID))

    def _made(
        self, opened: str | None, language: InterfaceLanguage, event: gr.EventData
    ) -> Updates:
        feedback = sent(event, "feedback", _LONGEST_ID)
        try:
            question = self._question(feedback)
            fields = form_values(event._data)
            refuses = fields.get("expected") == ("refuse",)
            self._desk.make_gold(feedback, refuses, fields.get("place", ()))
        except Exception as error:  # noqa: BLE001  the page is the last place to catch it
            # The form stays as it is, with all that was ticked in it.
            return {self._said: _said_html(_failed(error), language)}
        made = texts.filled(feedback_words.MADE_GOLD, question=question)
        return self._view(language, opened or "", _Done(made, feedback))

    def _set_aside(
        self, opened: str | None, language: InterfaceLanguage, event: gr.EventData
    ) -> Updates:
        feedback = sent(event, "aside", _LONGEST_ID)
        try:
            question = self._question(feedback)
            self._desk.set_aside(feedback)
        except Exception as error:  # noqa: BLE001  the page is the last place to catch it
            return self._view(language, opened or "", _failed(error))
        aside = texts.filled(feedback_words.ASIDE, question=question)
        return self._view(language, opened or "", _Done(aside, feedback))

    def _took_back(
        self, opened: str | None, language: InterfaceLanguage, event: gr.EventData
    ) -> Updates:
        """It comes up again at once: who undoes wants to do otherwise."""
        undone = sent(event, "undo", _LONGEST_ID)
        feedback = undone or sent(event, "ungold", _LONGEST_ID)
        try:
            self._desk.take_back(feedback)
        except Exception as error:  # noqa: BLE001  the page is the last place to catch it
            return self._view(language, opened or "", _failed(error))
        return self._view(language, feedback, _Done(feedback_words.WAITS_AGAIN), focus=bool(undone))

    def _saved(self, language: InterfaceLanguage) -> Iterator[Updates]:
        def write(folder: Path) -> None:
            items = [made.item for made in self._desk.reviewed()]
            (folder / f"{REVIEWED}.jsonl").write_bytes(gold_bytes(items))

        yield from self._download.made(write, language)

    def _carried(self, opened: str | None) -> tuple[Article, ...]:
        """The articles of the answer in hand, as they were."""
        return self._desk.review(opened).frozen.answer.articles if opened else ()

    def _question(self, feedback_id: str) -> str:
        """What the opinion is about; empty where it does not wait, which the desk then says."""
        waiting = self._desk.waiting()
        return next((each.question for each in waiting if each.id == feedback_id), "")

    def _view(
        self,
        language: InterfaceLanguage,
        opened: str,
        done: _Done | None = None,
        *,
        focus: bool = False,
    ) -> Updates:
        """All of it anew, with the opinion in hand, or the oldest where that waits no more.

        `focus`: the keyboard goes on at the opinion, whatever component was clicked.
        """
        try:
            waiting, made = self._desk.waiting(), self._desk.reviewed()
        except Exception as error:  # noqa: BLE001  the page is the last place to catch it
            return {
                **dict.fromkeys((self._html, self._golden), ""),
                self._said: _said_html(_failed(error), language),
                self._save: gr.update(visible=False),
                self._opened: "",
            }
        in_hand = next((each for each in waiting if each.id == opened), None)
        in_hand = in_hand or next(iter(waiting), None)
        return {
            self._html: self._review_html(waiting, in_hand, language, focus),
            self._said: _said_html(done, language) if done else "",
            self._golden: golden_html(made, language),
            self._save: gr.update(
                value=feedback_words.DOWNLOAD.in_language(language), visible=bool(made)
            ),
            self._opened: in_hand.id if in_hand else "",
        }

    def _review_html(
        self,
        waiting: tuple[Feedback, ...],
        in_hand: Feedback | None,
        language: InterfaceLanguage,
        focus: bool,
    ) -> str:
        review, failed = None, None
        if in_hand:
            try:
                review = self._desk.review(in_hand.id)
            except Exception as error:  # noqa: BLE001  the page is the last place to catch it
                failed = failure.sentence(error)
        return review_html(waiting, in_hand, review, failed, language, focus=focus)


def _failed(error: Exception) -> _Done:
    return _Done(failure.sentence(error), failed=True)


def _said_html(done: _Done, language: InterfaceLanguage) -> str:
    return render("reviewed.html", language, w=feedback_words, done=done)
