"""The inner tab of spaced review: today's cards one by one, and what lies ahead."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TypeGuard

import gradio as gr
from gradio.blocks import Block
from gradio.events import Dependency

from corpus.clock import now
from corpus.wording import InterfaceLanguage, Wording
from qa.training.review.cards import Marked
from qa.training.review.review import Grade
from ui.web import failure
from ui.web.articles.library_view import notice_html
from ui.web.clickable import ANNOUNCED, clickable
from ui.web.desks.desks import Desks
from ui.web.part import IN_TURN, QUIETLY, Part, Updates
from ui.web.reader.panel import Reader
from ui.web.sent import form_values, sent
from ui.web.train.preparing import preparing_html
from ui.web.train.quiz.words import CHOOSE
from ui.web.train.review.own_data import OwnDataPanel
from ui.web.train.review.reviewer import Reviewer
from ui.web.train.review.sitting import InHand, Sitting
from ui.web.train.review.view import ahead_html, card_html, end_html, start_html

_LONGEST = 100  # characters of what the browser sends


class ReviewTab:
    """Lays the tab out and answers its events. Nothing is read before it was opened."""

    def __init__(self, desks: Desks, language: gr.Radio) -> None:
        self._bank = desks.training.bank
        self._names = {each.id: each.name for each in desks.training.map}
        self._reviewer = Reviewer(desks.training, desks.library)
        self._language = language
        self._opened = gr.State(False)
        self._sitting = gr.State(None)  # None: not begun
        self._gone = gr.State(None)  # the passage that was marked no more just now
        # The outer element stays while its content changes, as a live region must.
        self._said = gr.HTML(
            elem_id="revise-said",
            html_template=ANNOUNCED,
            apply_default_css=False,
        )
        self._html = clickable("revise")
        with gr.Column(elem_id="revise-beside", visible=False) as self._beside:
            self._ahead = clickable("revise-ahead")
            self._data = OwnDataPanel(self._reviewer, language, self._said)
        self._reader = Reader(desks.library, language, reviews=desks.training.reviews)
        self._reader.open_from(self._html)
        self._reader.open_from(self._ahead)
        self._connect()

    @property
    def parts(self) -> tuple[Part, ...]:
        """What changes with the interface language."""
        said: list[Block] = [self._html, self._ahead, self._beside]
        return (
            Part([self._opened, self._sitting], said, self._say),
            self._data.part,
            self._reader.part,
        )

    def refreshed_by(self, event: Callable[..., Dependency]) -> None:
        """Shown when `event` happens; a review that was begun stays as it is."""
        event(self._prepared, [self._sitting, self._language], self._outputs, **QUIETLY)

    @property
    def _outputs(self) -> list[Block]:
        return [
            *(self._html, self._ahead, self._beside, self._said),
            *(self._opened, self._sitting),
        ]

    def _connect(self) -> None:
        inputs = [self._sitting, self._language]
        for event, answer in (
            (self._html.begin, self._begun),
            (self._html.submitted, self._submitted),
            (self._html.unsure, self._unsure),
            (self._html.reveal, self._revealed),
            (self._html.onward, self._onward),
            (self._html.grade, self._graded),
            (self._html.finish, self._finished),
            (self._html.back, self._back),
            (self._ahead.suspend, self._suspended),
            (self._ahead.resume, self._resumed),
        ):
            event(answer, inputs, self._outputs, **IN_TURN)
        self._ahead.unmark(self._unmarked, inputs, [*self._outputs, self._gone], **IN_TURN)
        self._ahead.undo(self._marked_again, [*inputs, self._gone], self._outputs, **IN_TURN)
        self._data.changed(self._back, inputs, self._outputs)

    def _say(self, language: InterfaceLanguage, opened: bool, sitting: Sitting | None) -> Updates:
        if not opened:
            return {self._html: "", self._ahead: "", self._beside: gr.update(visible=False)}
        updates = self._painted(sitting, language)
        return {each: updates[each] for each in (self._html, self._ahead, self._beside)}

    def _prepared(self, sitting: Sitting | None, language: InterfaceLanguage) -> Iterator[Updates]:
        """The items are made first where the library has changed."""
        yield {**self._painted(sitting, language), self._opened: True}
        said = ""
        for said in preparing_html(self._bank, language):
            yield {self._said: said}
        if said and sitting is None:
            yield self._painted(None, language)

    def _begun(self, _: Sitting | None, language: InterfaceLanguage) -> Updates:
        return self._safely(None, language, lambda: self._reviewer.next(language))

    def _submitted(
        self, sitting: Sitting | None, language: InterfaceLanguage, event: gr.EventData
    ) -> Updates:
        said = "".join(form_values(event._data).get("said", ())[:1])
        in_hand = _waiting(sitting, sent(event, "asked", _LONGEST))
        if not in_hand or not in_hand.question:
            return self._painted(sitting, language, focus=True)
        if said not in map(str, in_hand.question.order):
            return self._painted(sitting, language, CHOOSE, focus=True)
        return self._answered(sitting, in_hand, int(said), language)

    def _unsure(
        self, sitting: Sitting | None, language: InterfaceLanguage, event: gr.EventData
    ) -> Updates:
        in_hand = _waiting(sitting, sent(event, "unsure", _LONGEST))
        return self._answered(sitting, in_hand, None, language)

    def _revealed(
        self, sitting: Sitting | None, language: InterfaceLanguage, event: gr.EventData
    ) -> Updates:
        in_hand = _waiting(sitting, sent(event, "reveal", _LONGEST))
        return self._answered(sitting, in_hand, None, language)

    def _answered(
        self,
        sitting: Sitting | None,
        in_hand: InHand | None,
        said: int | None,
        language: InterfaceLanguage,
    ) -> Updates:
        """A second click finds the card open, and changes nothing."""
        if sitting is None or in_hand is None:
            return self._painted(sitting, language, focus=True)

        def opened() -> Sitting:
            return replace(sitting, in_hand=self._reviewer.opened(in_hand, said))

        return self._safely(sitting, language, opened)

    def _graded(
        self, sitting: Sitting | None, language: InterfaceLanguage, event: gr.EventData
    ) -> Updates:
        number = sent(event, "grade", _LONGEST)
        in_hand = sitting.in_hand if sitting else None
        if not _is_open(in_hand, sent(event, "asked", _LONGEST)) or in_hand.is_graded:
            return self._painted(sitting, language, focus=True)
        grade = next((each for each in Grade if str(int(each)) == number), Grade.GOOD)

        def onward() -> Sitting:
            self._reviewer.grade(in_hand, grade)
            return self._next(sitting, language, forgotten=grade is Grade.AGAIN)

        return self._safely(sitting, language, onward)

    def _onward(
        self, sitting: Sitting | None, language: InterfaceLanguage, event: gr.EventData
    ) -> Updates:
        in_hand = sitting.in_hand if sitting else None
        if not _is_open(in_hand, sent(event, "onward", _LONGEST)) or not in_hand.is_graded:
            return self._painted(sitting, language, focus=True)
        return self._safely(
            sitting, language, lambda: self._next(sitting, language, forgotten=True)
        )

    def _next(
        self, sitting: Sitting | None, language: InterfaceLanguage, *, forgotten: bool
    ) -> Sitting:
        before = sitting or Sitting(None)
        return self._reviewer.next(
            language,
            reviewed=before.reviewed + 1,
            forgotten=before.forgotten + forgotten,
        )

    def _finished(self, sitting: Sitting | None, language: InterfaceLanguage) -> Updates:
        """A card that was answered and not graded counts as it was kept."""
        if sitting is None:
            return self._painted(None, language, focus=True)
        hand = sitting.in_hand
        answered = hand is not None and hand.open and hand.item is not None
        done = replace(
            sitting,
            in_hand=None,
            reviewed=sitting.reviewed + answered,
            forgotten=sitting.forgotten + bool(hand and hand.is_graded),
        )
        return self._painted(done if done.reviewed else None, language, focus=True)

    def _back(self, _: Sitting | None, language: InterfaceLanguage) -> Updates:
        return self._painted(None, language, focus=True)

    def _suspended(
        self, sitting: Sitting | None, language: InterfaceLanguage, event: gr.EventData
    ) -> Updates:
        card = sent(event, "suspend", _LONGEST)
        return self._changed(sitting, language, lambda: self._reviewer.set_aside(card, aside=True))

    def _resumed(
        self, sitting: Sitting | None, language: InterfaceLanguage, event: gr.EventData
    ) -> Updates:
        card = sent(event, "resume", _LONGEST)
        return self._changed(sitting, language, lambda: self._reviewer.set_aside(card, aside=False))

    def _unmarked(
        self, sitting: Sitting | None, language: InterfaceLanguage, event: gr.EventData
    ) -> Updates:
        try:
            gone = self._reviewer.unmark(sent(event, "unmark", _LONGEST))
        except Exception as error:  # noqa: BLE001  the page is the last place to catch it
            return {self._said: notice_html(failure.sentence(error), language, failed=True)}
        return {**self._painted(sitting, language, gone=gone), self._gone: gone}

    def _marked_again(
        self, sitting: Sitting | None, language: InterfaceLanguage, gone: Marked | None
    ) -> Updates:
        if gone is None:
            return self._painted(sitting, language)
        return self._changed(sitting, language, lambda: self._reviewer.mark_again(gone))

    def _changed(
        self, sitting: Sitting | None, language: InterfaceLanguage, change: Callable[[], None]
    ) -> Updates:
        """The keyboard stays in the list that was changed."""
        try:
            change()
        except Exception as error:  # noqa: BLE001  the page is the last place to catch it
            return {self._said: notice_html(failure.sentence(error), language, failed=True)}
        return self._painted(sitting, language)

    def _safely(
        self, before: Sitting | None, language: InterfaceLanguage, work: Callable[[], Sitting]
    ) -> Updates:
        """Where the work fails, everything stays as it was, with why."""
        try:
            sitting = work()
        except Exception as error:  # noqa: BLE001  the page is the last place to catch it
            return self._painted(before, language, failure.sentence(error), focus=True)
        return self._painted(sitting, language, focus=True)

    def _painted(
        self,
        sitting: Sitting | None,
        language: InterfaceLanguage,
        refusal: Wording | None = None,
        *,
        gone: Marked | None = None,
        focus: bool = False,
    ) -> Updates:
        """All of it anew. `focus`: the keyboard goes on at its heading, or at the refusal.

        `gone`: a passage that was marked until now.
        """
        state: Updates = {self._sitting: sitting, self._said: ""}
        try:
            if sitting and sitting.in_hand:
                source = self._reviewer.source(sitting.in_hand) if sitting.in_hand.open else None
                html = card_html(sitting, self._names, source, language, refusal, focus=focus)
                beside = {self._ahead: "", self._beside: gr.update(visible=False)}
                return {**state, self._html: html, **beside}
            return {**state, **self._overview(sitting, language, gone, focus=focus)} | (
                {self._said: notice_html(refusal, language, failed=True)} if refusal else {}
            )
        except Exception as error:  # noqa: BLE001  the page is the last place to catch it
            said = notice_html(refusal or failure.sentence(error), language, failed=True)
            beside = {self._ahead: "", self._beside: gr.update(visible=False)}
            return {**state, self._html: "", **beside, self._said: said}

    def _overview(
        self,
        sitting: Sitting | None,
        language: InterfaceLanguage,
        gone: Marked | None,
        *,
        focus: bool,
    ) -> Updates:
        """Before a review, and after it."""
        session = self._reviewer.session(language)
        forecast = self._reviewer.forecast().beginning_with(session)
        if sitting:
            html = end_html(sitting, session, forecast, now(), language, focus=focus)
        else:
            begun = self._reviewer.begun()
            html = start_html(session, forecast, now(), language, begun=begun, focus=focus)
        leeches, marked = self._reviewer.leeches(language), self._reviewer.marked(language)
        ahead = ahead_html(forecast, leeches, marked, language, gone)
        return {self._html: html, self._ahead: ahead, self._beside: gr.update(visible=True)}


def _waiting(sitting: Sitting | None, asked: str) -> InHand | None:
    """The card in hand if it is that one (not one of before) and not open yet."""
    in_hand = sitting.in_hand if sitting else None
    return in_hand if in_hand and in_hand.review == asked and not in_hand.open else None


def _is_open(in_hand: InHand | None, asked: str) -> TypeGuard[InHand]:
    """Whether the card in hand is that one, and open."""
    return in_hand is not None and in_hand.review == asked and in_hand.open
