"""The inner tab of the conversation drill: asked, answered, compared, graded."""

import secrets
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta

import gradio as gr
from gradio.blocks import Block
from gradio.events import Dependency

from corpus.filters import Filters
from corpus.wording import InterfaceLanguage
from qa.training.drill.drills import LONGEST
from qa.training.drill.self_check import Point
from qa.training.review.review import Grade
from ui.intervals import in_words
from ui.web import failure
from ui.web.articles.library_view import notice_html
from ui.web.ask.answer_view import answer_html, sources_html
from ui.web.ask.conversation import Conversation, Exchange, carried
from ui.web.clickable import ANNOUNCED, clickable
from ui.web.desks.desks import Desks
from ui.web.doors.visitor import visitor
from ui.web.inlined import text_of
from ui.web.part import IN_TURN, QUIETLY, Part, Updates
from ui.web.reader.panel import Reader
from ui.web.sent import sent
from ui.web.train.drill import words
from ui.web.train.drill.view import View, asked_html, choice_html, own_html, told_when

_IDS = "drill-"  # tells the answer's places from those of the answers in other tabs
_LONGEST_ID = 100  # characters
_ID_BYTES = 8


class DrillTab:
    """Lays the tab out and answers its events."""

    def __init__(self, desks: Desks, language: gr.Radio) -> None:
        self._map = desks.training.map
        self._drills = desks.training.drills
        self._language = language
        self._view = gr.State(View())
        self._conversation = gr.State(())  # of the one answer that is compared with
        self._choice = gr.HTML(
            elem_id="drill-choice",
            js_on_load=text_of("unfolded.js") + text_of("clicks.js"),
            apply_default_css=False,
        )
        # The outer element stays while its content changes, as a live region must.
        self._said = gr.HTML(
            elem_id="drill-said",
            html_template=ANNOUNCED,
            apply_default_css=False,
        )
        self._asked = clickable("drill-asked")
        self._text = gr.Textbox(
            elem_id="drill-text", lines=4, max_lines=12, max_length=LONGEST, visible=False
        )
        with gr.Row(elem_id="drill-ways"):
            self._compare = gr.Button(elem_id="drill-compare", variant="primary", visible=False)
            self._other = gr.Button(elem_id="drill-other", variant="secondary", visible=False)
        with gr.Column(elem_id="drill-beside"):
            self._own = clickable("drill-own")
            with gr.Column(elem_id="drill-evidence"):
                self._answer = clickable("drill-answer")
                self._sources = clickable("drill-sources")
        self._reader = Reader(desks.library, language, self._conversation, carried)
        for html in (self._answer, self._sources):
            self._reader.open_from(html)
        self._connect()

    @property
    def parts(self) -> tuple[Part, ...]:
        """What changes with the interface language."""
        return (Part([self._view], [self._view, *self._painted], self._say), self._reader.part)

    def refreshed_by(self, event: Callable[..., Dependency]) -> None:
        """What is due is read again when `event` happens."""
        event(self._read_again, [self._view, self._language], self._shown, **QUIETLY)

    @property
    def _painted(self) -> list[Block]:
        writing = [self._asked, self._text, self._compare, self._other]
        return [self._choice, self._said, *writing, self._own, self._answer, self._sources]

    @property
    def _shown(self) -> list[Block]:
        return [self._view, self._conversation, *self._painted]

    def _connect(self) -> None:
        inputs = [self._view, self._language, self._text]
        self._choice.choice(self._chose, inputs, self._shown, **IN_TURN)
        self._compare.click(self._compared, inputs, self._shown, **IN_TURN)
        self._other.click(self._skipped, inputs, self._shown, **IN_TURN)
        self._own.selfgrade(self._graded, inputs, self._shown, **IN_TURN)

    def _say(self, language: InterfaceLanguage, view: View) -> Updates:
        """Nothing is looked for before the tab was opened."""
        if view.challenge is None:
            return {**self._labels(view, language), self._said: ""}
        return {self._said: "", **self._around(view, language)}

    def _read_again(self, view: View, language: InterfaceLanguage) -> Updates:
        """The question in hand stays as long as it is open."""
        if view.challenge is not None:
            return {self._view: gr.skip()}
        return self._next(view, language, arrived=False)

    def _chose(
        self, view: View, language: InterfaceLanguage, _: str, event: gr.EventData
    ) -> Updates:
        chosen = sent(event, "value", _LONGEST_ID)
        known = {each.id for each in self._map}
        return {
            self._said: "",
            **self._next(
                View(competency=chosen if chosen in known else ""), language, arrived=False
            ),
        }

    def _skipped(self, view: View, language: InterfaceLanguage, _: str) -> Updates:
        passed = (*view.skipped, view.challenge.id) if view.challenge else view.skipped
        return {self._said: "", **self._next(replace(view, skipped=passed), language)}

    def _compared(self, view: View, language: InterfaceLanguage, text: str) -> Iterator[Updates]:
        if view.challenge is None or view.answer is not None:  # clicked twice
            yield {self._view: gr.skip()}
            return
        yield {self._said: notice_html(words.LOOKING, language)}
        try:
            evidence = self._drills.evidence(view.challenge, language)
        except Exception as error:  # noqa: BLE001  the page is the last place to catch it
            yield self._failed(error, language)
            return
        view = replace(view, said=text.strip()[:LONGEST], answer=evidence)
        yield {
            self._said: "",
            self._conversation: _conversation(view),
            **self._around(view, language, arrived=True),
        }

    def _graded(
        self, view: View, language: InterfaceLanguage, _: str, event: gr.EventData
    ) -> Updates:
        """What was shown and compared is graded, once: a second click finds another one there."""
        grade = sent(event, "selfgrade", 1)
        shown = view.answer is not None and sent(event, "compared", _LONGEST_ID) == view.review
        known = grade in {str(each.value) for each in Grade}
        if view.challenge is None or not shown or not known:
            return {self._view: gr.skip()}
        try:
            due = self._drills.choices(visitor().id, view.challenge)
            self._drills.answer(
                visitor().id,
                view.challenge,
                review=view.review,
                grade=Grade(int(grade)),
                said=view.said,
            )
        except Exception as error:  # noqa: BLE001  the page is the last place to catch it
            return self._failed(error, language)
        kept = told_when(words.KEPT, in_words(due[Grade(int(grade))]))
        passed = replace(view, skipped=(*view.skipped, view.challenge.id))
        return {**self._next(passed, language), self._said: notice_html(kept, language)}

    def _next(self, view: View, language: InterfaceLanguage, *, arrived: bool = True) -> Updates:
        """Another question, and an empty field for the answer.

        `arrived`: the keyboard goes on at the question.
        """
        try:
            challenge = self._drills.next(visitor().id, view.competency, view.skipped)
            if challenge is None and view.skipped:  # round again with what was put off
                view = replace(view, skipped=())
                challenge = self._drills.next(visitor().id, view.competency)
        except Exception as error:  # noqa: BLE001  the page is the last place to catch it
            return self._failed(error, language)
        asked = View(view.competency, challenge, secrets.token_hex(_ID_BYTES), skipped=view.skipped)
        updates = {self._conversation: (), **self._around(asked, language, arrived=arrived)}
        updates[self._text] = gr.update(
            value="",
            visible=challenge is not None,
            label=words.ANSWER.in_language(language),
            placeholder=words.ANSWER_HINT.in_language(language),
        )
        return updates

    def _failed(self, error: Exception, language: InterfaceLanguage) -> Updates:
        """Everything stays as it is, and the sentence says what to do."""
        return {self._said: notice_html(failure.sentence(error), language, failed=True)}

    def _around(self, view: View, language: InterfaceLanguage, *, arrived: bool = False) -> Updates:
        """What stands around the field for the answer."""
        conversation = _conversation(view)
        try:
            before, choices = None, dict[Grade, timedelta]()
            points: tuple[Point, ...] = ()
            standing = self._drills.standing(visitor().id, view.competency)
            if view.challenge:
                before = self._drills.before(visitor().id, view.challenge)
                choices = self._drills.choices(visitor().id, view.challenge)
            if view.answer:
                points = self._drills.points(view.said, view.answer)
        except Exception as error:  # noqa: BLE001  the page is the last place to catch it
            return self._failed(error, language)
        return {
            self._view: view,
            **self._labels(view, language),
            self._choice: choice_html(self._map, view.competency, standing, language),
            self._asked: asked_html(view, standing, before, language, arrived=arrived),
            self._own: own_html(view, points, choices, language, arrived=arrived),
            self._answer: answer_html(conversation, language, past=True, ids=_IDS),
            self._sources: sources_html(conversation, language, ids=_IDS),
        }

    def _labels(self, view: View, language: InterfaceLanguage) -> Updates:
        """The field and its buttons; a compared answer stands beside the evidence instead."""
        writing = view.challenge is not None and view.answer is None
        return {
            self._text: gr.update(
                label=words.ANSWER.in_language(language),
                placeholder=words.ANSWER_HINT.in_language(language),
                visible=writing,
            ),
            self._compare: gr.update(value=words.COMPARE.in_language(language), visible=writing),
            self._other: gr.update(value=words.OTHER.in_language(language), visible=writing),
        }


def _conversation(view: View) -> Conversation:
    return (Exchange(view.answer, Filters()),) if view.answer else ()
