"""The tab where one asks: question box, examples, the answer with its sources, the reader."""

from collections.abc import Iterator

import gradio as gr
from gradio.blocks import Block

from corpus.wording import InterfaceLanguage
from qa.question import Question
from ui.web import failure, texts
from ui.web.answer_view import answer_html, earlier_html, pending_html, sources_html
from ui.web.conversation import Conversation, turns
from ui.web.desk import Desk
from ui.web.examples import examples_html
from ui.web.inlined import text_of
from ui.web.library_view import notice_html
from ui.web.markup import render
from ui.web.part import QUIETLY, Part, Updates
from ui.web.reader import Reader

_LONGEST_QUESTION = 1000  # characters; longer is a paste gone wrong, not a question


class AskTab:
    """Lays the tab out and answers its events."""

    def __init__(self, desk: Desk, language: gr.Radio) -> None:
        self._desk = desk
        self._conversation = gr.State(())
        self._hero = gr.HTML(elem_id="hero", apply_default_css=False)
        with gr.Row(elem_id="question-row"):
            self._question = gr.Textbox(
                elem_id="question",
                lines=1,
                max_lines=4,
                max_length=_LONGEST_QUESTION,
                container=False,
                scale=1,
            )
            self._ask = gr.Button(elem_id="ask", variant="primary", scale=0, min_width=112)
        self._examples = _clickable("examples")
        self._new = gr.Button(elem_id="new", variant="secondary", size="sm", visible=False)
        # The outer element stays while its content changes, as a live region must.
        self._answer = _clickable("answer", '<div aria-live="polite">${value}</div>')
        self._sources = _clickable("sources")
        self._earlier = _clickable("earlier")
        self._reader = Reader(desk, language)
        self._connect(language)

    @property
    def parts(self) -> tuple[Part, ...]:
        """What changes with the interface language."""
        return (Part([self._conversation], self._said, self._say), self._reader.part)

    @property
    def _said(self) -> list[Block]:
        labels = [self._hero, self._question, self._ask, self._examples, self._new]
        return [*labels, self._answer, self._sources, self._earlier]

    def _say(self, language: InterfaceLanguage, conversation: Conversation) -> Updates:
        started = bool(conversation)
        hint = texts.FOLLOW_UP_HINT if started else texts.QUESTION_HINT
        return {
            self._hero: "" if started else render("hero.html", language),
            self._question: gr.update(
                label=texts.QUESTION.in_language(language), placeholder=hint.in_language(language)
            ),
            self._ask: texts.ASK.in_language(language),
            self._examples: "" if started else examples_html(language),
            self._new: gr.update(
                value=texts.NEW_CONVERSATION.in_language(language), visible=started
            ),
            self._answer: answer_html(conversation, language),
            self._sources: sources_html(conversation, language),
            self._earlier: earlier_html(conversation[:-1], language),
        }

    def _connect(self, language: gr.Radio) -> None:
        conversed = [self._conversation, *self._said]
        asked = {
            "fn": self._answered,
            "inputs": [self._question, self._conversation, language],
            "outputs": conversed,
            "trigger_mode": "always_last",  # Enter during an answer is heard once it is there
            **QUIETLY,
        }
        gr.on([self._question.submit, self._ask.click], **asked)
        self._examples.pick(_picked, None, self._question, **QUIETLY).then(**asked)
        self._new.click(self._begun_anew, language, conversed, **QUIETLY)
        for source in (self._sources, self._earlier):
            self._reader.open_from(source)

    def _answered(
        self, text: str, conversation: Conversation, language: InterfaceLanguage
    ) -> Iterator[Updates]:
        """First the question with "searching", then the answer; on failure the question is kept."""
        question = text.strip()
        if not question:
            yield {
                self._answer: gr.skip()
                if conversation
                else notice_html(texts.NO_QUESTION, language)
            }
            return
        yield {
            self._question: "",
            self._hero: "",
            self._examples: "",
            self._answer: pending_html(question, language),
            self._sources: "",
            self._earlier: earlier_html(conversation, language),
        }
        try:
            answer = self._desk.ask(Question(question, turns(conversation)))
            answered = (*conversation, answer)
            updates = {self._conversation: answered, **self._say(language, answered)}
        except Exception as error:  # noqa: BLE001  the page is the last place to catch it
            sentence = notice_html(failure.sentence(error), language, failed=True)
            yield {self._question: question, self._answer: sentence}
            return
        yield updates

    def _begun_anew(self, language: InterfaceLanguage) -> Updates:
        return {self._conversation: (), **self._say(language, ())}


def _clickable(elem_id: str, template: str = "${value}") -> gr.HTML:
    """HTML whose buttons reach Python as the events `read` and `pick` (see clicks.js)."""
    return gr.HTML(
        elem_id=elem_id,
        html_template=template,
        js_on_load=text_of("clicks.js"),
        apply_default_css=False,
    )


def _picked(event: gr.EventData) -> str:
    """The example that was clicked. It comes from the browser: only its length is trusted."""
    return str(event._data.get("question", ""))[:_LONGEST_QUESTION]
