"""What the visitor thinks of an answer: useful or not, what is wrong with it, a comment."""

import gradio as gr
from gradio.blocks import Block
from gradio.events import Dependency

from corpus.feedback import LONGEST_COMMENT, Complaint, Feedback
from corpus.wording import InterfaceLanguage, Wording
from qa.question import Question
from ui.web import failure
from ui.web.ask.conversation import Conversation, Exchange, turns
from ui.web.clickable import clickable
from ui.web.desks.desks import Desks
from ui.web.doors.visitor import visitor
from ui.web.feedback import words as feedback_words
from ui.web.markup import render
from ui.web.part import IN_TURN, Updates
from ui.web.sent import form_values

_Opinion = tuple[bool, tuple[Complaint, ...], str]  # good, what is wrong, comment


class FeedbackPanel:
    """Rates the last answer of `conversation`, which may be a single kept one.

    `place` is the element's id; two panels on one page need two.
    """

    def __init__(
        self,
        desks: Desks,
        language: gr.Radio,
        conversation: gr.State,
        place: str = "feedback",
    ) -> None:
        self._desks = desks
        self._conversation = conversation
        self._place = place
        self._html = clickable(place, "feedback.js")
        inputs, outputs = [language, conversation], [self._html, conversation]
        # Events after which an answer may be kept that was not.
        self.kept: list[Dependency] = [
            self._html.rate(self._found_useful, inputs, outputs, **IN_TURN),
            self._html.submitted(self._complained, inputs, outputs, **IN_TURN),
        ]
        self._html.undo(self._took_back, inputs, outputs, **IN_TURN)

    @property
    def shown(self) -> list[Block]:
        return [self._html]

    def say(self, language: InterfaceLanguage, conversation: Conversation) -> Updates:
        """The question under the last answer, with the visitor's opinion if there is one."""
        if not conversation:
            return {self._html: ""}
        try:
            html = self._panel(language, conversation, self._given(conversation))
        except Exception as error:  # noqa: BLE001  the page is the last place to catch it
            html = self._panel(language, conversation, None, failed=failure.sentence(error))
        return {self._html: html}

    def _found_useful(
        self, language: InterfaceLanguage, conversation: Conversation, event: gr.EventData
    ) -> Updates:
        if not _is_of_the_last(event, conversation):
            return {self._html: gr.skip()}
        return self._gave(language, conversation, (True, (), ""))

    def _complained(
        self, language: InterfaceLanguage, conversation: Conversation, event: gr.EventData
    ) -> Updates:
        if not _is_of_the_last(event, conversation):
            return {self._html: gr.skip()}
        fields = form_values(event._data)
        complaints = tuple(
            complaint
            for complaint in _complaints(conversation[-1])
            if complaint.value in fields.get("complaint", ())
        )
        comment = "".join(fields.get("comment", ())[:1]).strip()
        if not complaints and not comment:
            return self._asked_why(language, conversation)
        return self._gave(language, conversation, (False, complaints, comment))

    def _gave(
        self, language: InterfaceLanguage, conversation: Conversation, opinion: _Opinion
    ) -> Updates:
        """An answer that is not kept is kept first: an opinion is about what can be read again."""
        given = None
        try:
            given = self._given(conversation)
            *before, last = conversation
            if not last.kept:
                asked = Question(last.answer.question, turns(tuple(before)), last.filters)
                last = last._replace(kept=self._desks.answers.keep(asked, last.answer))
                conversation = (*before, last)
            self._desks.feedback.give(last.kept, *opinion)
            html = self._panel(language, conversation, self._given(conversation))
        except Exception as error:  # noqa: BLE001  the page is the last place to catch it
            html = self._panel(language, conversation, given, failed=failure.sentence(error))
        return {self._html: html, self._conversation: conversation}

    def _asked_why(self, language: InterfaceLanguage, conversation: Conversation) -> Updates:
        try:
            given, why = self._given(conversation), feedback_words.NO_REASON
        except Exception as error:  # noqa: BLE001  the page is the last place to catch it
            given, why = None, failure.sentence(error)
        return {self._html: self._panel(language, conversation, given, failed=why)}

    def _took_back(
        self, language: InterfaceLanguage, conversation: Conversation, event: gr.EventData
    ) -> Updates:
        if not _is_of_the_last(event, conversation):
            return {self._html: gr.skip()}
        given = None
        try:
            given = self._given(conversation)
            self._desks.feedback.withdraw(conversation[-1].kept)
            html = self._panel(language, conversation, None, taken_back=True)
        except Exception as error:  # noqa: BLE001  the page is the last place to catch it
            html = self._panel(language, conversation, given, failed=failure.sentence(error))
        return {self._html: html}

    def _given(self, conversation: Conversation) -> Feedback | None:
        kept = conversation[-1].kept
        return self._desks.feedback.given(kept) if kept else None

    def _panel(
        self,
        language: InterfaceLanguage,
        conversation: Conversation,
        given: Feedback | None,
        *,
        taken_back: bool = False,
        failed: Wording | None = None,
    ) -> str:
        last = conversation[-1]
        abstained = last.answer.abstained
        return render(
            "feedback.html",
            language,
            w=feedback_words,
            place=self._place,
            number=len(conversation) - 1,
            answer=last.answer,
            asked=feedback_words.RIGHT_TO_REFUSE if abstained else feedback_words.USEFUL,
            complaints=list(_complaints(last).items()),
            given=given,
            named=bool(visitor().name),
            taken_back=taken_back,
            failed=failed,
            longest=LONGEST_COMMENT,
        )


def _complaints(exchange: Exchange) -> dict[Complaint, Wording]:
    if exchange.answer.abstained:
        return feedback_words.OF_AN_ABSTENTION
    return feedback_words.OF_AN_ANSWER


def _is_of_the_last(event: gr.EventData, conversation: Conversation) -> bool:
    """Whether it is about the answer that is there now, and not one that was."""
    number = event._data.get("number", event._data.get("undo"))
    return bool(conversation) and str(number) == str(len(conversation) - 1)
