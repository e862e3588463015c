"""The inner tab of quizzes: chosen, taken question by question, looked back on."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TypeGuard

import gradio as gr
from gradio.events import Dependency

from corpus.wording import InterfaceLanguage, Wording
from ui.web import failure
from ui.web.articles.library_view import notice_html
from ui.web.clickable import ANNOUNCED, clickable
from ui.web.desks.desks import Desks
from ui.web.part import IN_TURN, QUIETLY, Part, Updates
from ui.web.reader.panel import Reader
from ui.web.sent import form_values, sent
from ui.web.train.preparing import preparing_html
from ui.web.train.quiz import words
from ui.web.train.quiz.giving import QuizGiver
from ui.web.train.quiz.keeping import LONGEST
from ui.web.train.quiz.taking import NUMBERS, USUAL, Quiz, Wanted
from ui.web.train.quiz.view import end_html, question_html, start_html

_LONGEST = 100  # characters of what the browser sends
_PRACTICE = 6  # questions of a quiz that is begun from elsewhere


class QuizTab:
    """Lays the tab out and answers its events.

    A quiz on one competency can be begun from anywhere on the page, by a button of HTML that runs
    clicks.js: `data-practise` is the competency's id, `data-tab="train-quiz"` opens this tab.
    """

    def __init__(self, desks: Desks, language: gr.Radio) -> None:
        self._training = desks.training
        self._giver = QuizGiver(desks.training, desks.library)
        self._language = language
        self._quiz = gr.State(None)
        # The outer element stays while its content changes, as a live region must.
        self._said = gr.HTML(
            elem_id="quiz-said",
            html_template=ANNOUNCED,
            apply_default_css=False,
        )
        self._html = clickable("quiz", "quiz_kept.js", "quiz_start.js")
        self._reader = Reader(desks.library, language, reviews=desks.training.reviews)
        self._reader.open_from(self._html)
        self._connect()

    @property
    def parts(self) -> tuple[Part, ...]:
        """What changes with the interface language."""
        return (Part([self._quiz], [self._html], self._say), self._reader.part)

    def refreshed_by(self, event: Callable[..., Dependency]) -> None:
        """When `event` happens, the questions are made if the library has changed."""
        event(self._prepared, self._language, self._said, **QUIETLY)

    def _connect(self) -> None:
        inputs = [self._quiz, self._language]
        outputs = [self._html, self._quiz, self._said]
        self._html.practise(self._practised, inputs, outputs, **QUIETLY)
        self._html.found(self._found, inputs, outputs, **QUIETLY)
        for event, answer in (
            (self._html.submitted, self._submitted),
            (self._html.unsure, self._unsure),
            (self._html.onward, self._onward),
            (self._html.doubt, self._doubted),
            (self._html.believe, self._believed),
            (self._html.resume, self._resumed),
            (self._html.finish, self._finished),
            (self._html.anew, self._anew),
        ):
            event(answer, inputs, outputs, **IN_TURN)

    def _say(self, language: InterfaceLanguage, quiz: Quiz | None) -> Updates:
        return {self._html: self._quiz_html(quiz, language)}

    def _prepared(self, language: InterfaceLanguage) -> Iterator[Updates]:
        for said in preparing_html(self._training.bank, language):
            yield {self._said: said}

    def _submitted(
        self, quiz: Quiz | None, language: InterfaceLanguage, event: gr.EventData
    ) -> Iterator[Updates]:
        values = form_values(event._data)
        if sent(event, "form", _LONGEST) == "start":
            number = "".join(values.get("number", ())[:1])
            competency = "".join(values.get("competency", ())[:1])
            wanted = Wanted(int(number) if number in map(str, NUMBERS) else USUAL, competency)
            yield from self._begun(wanted, language)
        else:
            said = "".join(values.get("said", ())[:1])
            yield self._answered(quiz, sent(event, "asked", _LONGEST), said, language)

    def _practised(
        self, _: Quiz | None, language: InterfaceLanguage, event: gr.EventData
    ) -> Iterator[Updates]:
        yield from self._begun(Wanted(_PRACTICE, sent(event, "competency", _LONGEST)), language)

    def _found(
        self, quiz: Quiz | None, language: InterfaceLanguage, event: gr.EventData
    ) -> Updates:
        """The browser has kept a quiz: it is offered where none is under way."""
        kept = sent(event, "quiz", LONGEST)
        quiz = quiz or self._giver.left(kept)
        return {self._html: self._quiz_html(quiz, language), self._quiz: quiz}

    def _resumed(self, quiz: Quiz | None, language: InterfaceLanguage) -> Updates:
        return self._painted(quiz and replace(quiz, is_left=False), language)

    def _begun(self, wanted: Wanted, language: InterfaceLanguage) -> Iterator[Updates]:
        """The first question; the questions are made first where there are none at all."""
        try:
            if not self._training.bank.items():
                yield from self._prepared(language)
            quiz = self._giver.begun(wanted, language)
        except Exception as error:  # noqa: BLE001  the page is the last place to catch it
            refusal = failure.sentence(error)
            started = start_html(self._training.map, wanted, language, refusal, focus=True)
            yield {self._html: started, self._quiz: None}
            return
        yield {**self._painted(quiz, language), self._said: ""}

    def _answered(
        self, quiz: Quiz | None, asked: str, said: str, language: InterfaceLanguage
    ) -> Updates:
        """A second click finds the question answered, and changes nothing."""
        if not _waits(quiz, asked):
            return self._painted(quiz, language)
        if said not in map(str, quiz.asked[quiz.at].question.order):
            return self._painted(quiz, language, words.CHOOSE)
        return self._kept(quiz, int(said), language)

    def _unsure(
        self, quiz: Quiz | None, language: InterfaceLanguage, event: gr.EventData
    ) -> Updates:
        if not _waits(quiz, sent(event, "unsure", _LONGEST)):
            return self._painted(quiz, language)
        return self._kept(quiz, None, language)

    def _kept(self, quiz: Quiz, said: int | None, language: InterfaceLanguage) -> Updates:
        asked = replace(quiz.asked[quiz.at], answered=True, said=said)
        try:
            self._giver.keep(asked)
        except Exception as error:  # noqa: BLE001  the page is the last place to catch it
            return self._painted(quiz, language, failure.sentence(error))
        return self._painted(quiz.with_in_hand(asked), language)

    def _onward(
        self, quiz: Quiz | None, language: InterfaceLanguage, event: gr.EventData
    ) -> Updates:
        if _is_answered(quiz, sent(event, "onward", _LONGEST)):
            quiz = quiz.onward()
        return self._painted(quiz, language)

    def _finished(self, quiz: Quiz | None, language: InterfaceLanguage) -> Updates:
        return self._painted(quiz.finished() if quiz else None, language)

    def _anew(self, quiz: Quiz | None, language: InterfaceLanguage, event: gr.EventData) -> Updates:
        """What was missed once more; or the start, as it was left.

        A second click finds the quiz begun, or the start, and changes nothing.
        """
        if quiz is None or not quiz.is_over:
            return {self._said: ""}
        if quiz.missed and sent(event, "anew", _LONGEST) == "missed":
            return self._painted(self._giver.again(quiz), language)
        started = start_html(self._training.map, quiz.wanted, language, focus=True)
        return {self._html: started, self._quiz: None}

    def _doubted(
        self, quiz: Quiz | None, language: InterfaceLanguage, event: gr.EventData
    ) -> Updates:
        return self._reported(quiz, sent(event, "doubt", _LONGEST), language, wrong=True)

    def _believed(
        self, quiz: Quiz | None, language: InterfaceLanguage, event: gr.EventData
    ) -> Updates:
        return self._reported(quiz, sent(event, "believe", _LONGEST), language, wrong=False)

    def _reported(
        self, quiz: Quiz | None, asked: str, language: InterfaceLanguage, *, wrong: bool
    ) -> Updates:
        if not _is_answered(quiz, asked):
            return self._painted(quiz, language)
        in_hand = quiz.asked[quiz.at]
        try:
            self._giver.report(in_hand.item, wrong=wrong)
        except Exception as error:  # noqa: BLE001  the page is the last place to catch it
            return {self._said: notice_html(failure.sentence(error), language, failed=True)}
        quiz = quiz.with_in_hand(replace(in_hand, reported=wrong))
        # The keyboard stays at the button that takes it back.
        return {self._html: self._quiz_html(quiz, language), self._quiz: quiz}

    def _painted(
        self, quiz: Quiz | None, language: InterfaceLanguage, refusal: Wording | None = None
    ) -> Updates:
        html = self._quiz_html(quiz, language, refusal, focus=True)
        return {self._html: html, self._quiz: quiz}

    def _quiz_html(
        self,
        quiz: Quiz | None,
        language: InterfaceLanguage,
        refusal: Wording | None = None,
        *,
        focus: bool = False,
    ) -> str:
        """`focus`: the keyboard goes on at its heading, or at the refusal."""
        if quiz is None or quiz.is_left:
            wanted = quiz.wanted if quiz else Wanted()
            return start_html(self._training.map, wanted, language, refusal, left=quiz, focus=focus)
        if quiz.in_hand is None:
            sources = [self._giver.source(asked.item) for asked in quiz.missed]
            return end_html(quiz, sources, language, focus=focus)
        names = {each.id: each.name.in_language(language) for each in self._training.map}
        source = self._giver.source(quiz.in_hand.item) if quiz.in_hand.answered else None
        return question_html(quiz, names, source, language, refusal, focus=focus)


def _waits(quiz: Quiz | None, asked: str) -> TypeGuard[Quiz]:
    """Whether that question is the one in hand (not one of before) and not answered yet."""
    in_hand = quiz.in_hand if quiz else None
    return in_hand is not None and in_hand.review == asked and not in_hand.answered


def _is_answered(quiz: Quiz | None, asked: str) -> TypeGuard[Quiz]:
    """Whether that question is the one in hand, with its outcome."""
    in_hand = quiz.in_hand if quiz else None
    return in_hand is not None and in_hand.review == asked and in_hand.answered
