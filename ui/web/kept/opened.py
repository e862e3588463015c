"""An answer of another day, opened in the history: as it was, and what has happened since."""

from collections.abc import Callable, Iterator, Sequence

import gradio as gr
from gradio.blocks import Block

from corpus.wording import InterfaceLanguage
from qa.freezing import Frozen
from qa.standing import Standing
from ui.web import failure
from ui.web.articles.library_view import notice_html
from ui.web.ask.actions import AnswerActions
from ui.web.ask.answer_view import answer_html, pending_html, sources_html
from ui.web.ask.conversation import Conversation, Exchange, carried
from ui.web.clickable import ANNOUNCED, clickable
from ui.web.desks.desks import Desks
from ui.web.kept.keeping import frozen_now
from ui.web.kept.view import opened_html
from ui.web.part import QUIETLY, Part, Updates
from ui.web.reader.panel import Reader

_IDS = "kept-"  # tells the answer's places from those of the answers in the first tab


class KeptOpened:
    """The head, the answer with its bar and sources, and the reader; empty while none is open."""

    def __init__(self, desks: Desks, language: gr.Radio) -> None:
        self._desks = desks
        self._language = language
        self.conversation = gr.State(())  # of the one answer that is open
        self._at = gr.State("")
        self._standing = gr.State(None)
        self._head = clickable("kept-opened")
        with gr.Column(elem_id="kept-exchange"):
            self._answer = clickable("kept-answer", template=ANNOUNCED)
            self._actions = AnswerActions(desks, language, self.conversation, "kept-actions")
            self._sources = clickable("kept-sources")
        self._reader = Reader(
            desks.library, language, self.conversation, carried, desks.training.reviews
        )
        for source in (self._head, self._answer, self._sources):
            self._reader.open_from(source)
        self._head.again(self._asked_again, [language, self.conversation], self.shown, **QUIETLY)

    @property
    def parts(self) -> tuple[Part, ...]:
        """What changes with the interface language."""
        states = [self.conversation, self._at, self._standing]
        return (Part(states, self._said, self._say), self._reader.part)

    @property
    def shown(self) -> list[Block]:
        """What `open` and `closed` change."""
        return [self.conversation, self._at, self._standing, *self._said]

    @property
    def _said(self) -> list[Block]:
        return [self._head, self._answer, *self._actions.shown, self._sources]

    def left(
        self,
        back: Callable[..., Iterator[Updates]],
        inputs: Sequence[Block],
        outputs: Sequence[Block],
    ) -> None:
        """`back` is asked when somebody goes back to the list."""
        self._head.back(back, inputs, outputs, **QUIETLY)

    def open(self, language: InterfaceLanguage, answer_id: str) -> Updates:
        """Raises KnownError for an answer that the visitor may not open."""
        return self._shown_as_it_was(language, self._desks.answers.opened(answer_id))

    def closed(self) -> Updates:
        return {
            self.conversation: (),
            self._at: "",
            self._standing: None,
            **dict.fromkeys(self._said, ""),
        }

    def _shown_as_it_was(self, language: InterfaceLanguage, frozen: Frozen) -> Updates:
        conversation = (Exchange(frozen.answer, frozen.question.filters, frozen.id),)
        standing = self._stands(frozen)
        return {
            self.conversation: conversation,
            self._at: frozen.at,
            self._standing: standing,
            **self._say(language, conversation, frozen.at, standing),
        }

    def _say(
        self,
        language: InterfaceLanguage,
        conversation: Conversation,
        at: str,
        standing: Standing | None,
    ) -> Updates:
        if not conversation:
            return dict.fromkeys(self._said, "")
        id_ = conversation[-1].kept
        mine = not id_ or self._desks.answers.entry(id_) is not None
        return {
            self._head: opened_html(at, standing, language, mine=mine),
            self._answer: answer_html(conversation, language, past=True, ids=_IDS),
            **self._actions.say(language, conversation),
            self._sources: sources_html(conversation, language, ids=_IDS),
        }

    def _stands(self, frozen: Frozen) -> Standing | None:
        """None where it cannot be found out; the answer is shown all the same."""
        try:
            return self._desks.answers.standing(frozen)
        except Exception as error:  # noqa: BLE001  the page is the last place to catch it
            failure.sentence(error)  # the trace of an unforeseen one goes to the log
            return None

    def _asked_again(
        self, language: InterfaceLanguage, conversation: Conversation
    ) -> Iterator[Updates]:
        """The same question to the library of today, within the same filters."""
        if not conversation:
            yield self.closed()
            return
        last = conversation[-1]
        yield {
            self._head: "",
            self._answer: pending_html(last.answer.question, language),
            **dict.fromkeys([*self._actions.shown, self._sources], ""),
        }
        try:
            answers, library = self._desks.answers, self._desks.library
            question = answers.opened(last.kept).question
            answer = library.ask(question, lambda hits: None)
            today = (Exchange(answer, question.filters, answers.record(question, answer)),)
            at = frozen_now(today).at
            updates = {
                self.conversation: today,
                self._at: at,
                self._standing: Standing(),
                **self._say(language, today, at, Standing()),
            }
        except Exception as error:  # noqa: BLE001  the page is the last place to catch it
            sentence = notice_html(failure.sentence(error), language, failed=True)
            yield {self._answer: sentence}
            return
        yield updates
