"""The tab where one asks: question box, examples, the answer with its sources, the reader."""

from collections.abc import Callable, Generator, Iterator

import gradio as gr
from gradio.blocks import Block
from gradio.events import Dependency

from corpus.filters import Filters
from corpus.people import Right
from corpus.wording import InterfaceLanguage
from qa.question import Question
from ui.web import failure, texts
from ui.web.articles.library_view import notice_html
from ui.web.ask.actions import AnswerActions
from ui.web.ask.answer_view import (
    announced_html,
    answer_html,
    earlier_html,
    found_html,
    pending_html,
    sources_html,
)
from ui.web.ask.asking import answered
from ui.web.ask.conversation import Conversation, Exchange, carried, turns
from ui.web.ask.examples import examples_html
from ui.web.ask.suggestions_panel import Place, SuggestionsPanel
from ui.web.clickable import clickable
from ui.web.desks.desks import Desks
from ui.web.doors.visitor import visitor
from ui.web.feedback.panel import FeedbackPanel
from ui.web.filters.panel import FilterPanel
from ui.web.markup import render
from ui.web.part import QUIETLY, Part, Updates
from ui.web.reader.panel import Reader
from ui.web.sent import sent

_TO_THE_QUESTION = "() => document.querySelector('#question textarea').focus()"
_LONGEST_QUESTION = 1000  # characters; longer is a paste gone wrong, not a question


class AskTab:
    """Lays the tab out and answers its events."""

    def __init__(self, desks: Desks, language: gr.Radio) -> None:
        self._desks = desks
        self._language = language
        self._conversation = gr.State(())
        with gr.Column(elem_id="asking"):
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
            with gr.Row(elem_id="narrowing"):
                with gr.Column(scale=1, min_width=0):
                    self._filters = FilterPanel(desks.library, language, "ask")
                self._new = gr.Button(
                    elem_id="new", variant="secondary", size="sm", scale=0, visible=False
                )
            # The outer element stays while its content changes, as a live region must.
            self._announced = gr.HTML(
                elem_id="announced",
                html_template='<div role="status" class="unseen">${value}</div>',
                apply_default_css=False,
            )
            with gr.Column(elem_id="conversation"):
                self._answer = clickable("answer", "answer.js")
                self._under = (
                    AnswerActions(desks, language, self._conversation),
                    FeedbackPanel(desks, language, self._conversation),
                )
                self._sources = clickable("sources")
                # Below the answer's place: what is said there of an empty question is seen at once.
                self._examples = clickable("examples")
                self._suggestions = SuggestionsPanel(desks.library, language, self._filters.state)
                self._earlier = clickable("earlier")
        self._reader = Reader(
            desks.library, language, self._conversation, carried, desks.training.reviews
        )
        self._kept: list[Dependency] = []  # events after which the history is another
        self._connect()

    @property
    def parts(self) -> tuple[Part, ...]:
        """What changes with the interface language."""
        return (
            Part([self._conversation, *self._places], self._said, self._say),
            self._filters.part,
            self._reader.part,
        )

    def refreshed_by(self, event: Callable[..., Dependency]) -> None:
        """What comes from the library is read again when `event` happens."""
        inputs = [self._language, self._conversation, *self._places]
        event(self._read_again, inputs, [*self._filters.shown, self._suggestions.html], **QUIETLY)

    @property
    def kept(self) -> list[Dependency]:
        """The events after which an answer is in the history, or is another one there."""
        return [*self._kept, *(event for part in self._under for event in part.kept)]

    @property
    def _places(self) -> list[Block]:
        return [self._suggestions.place, self._filters.state]

    @property
    def _said(self) -> list[Block]:
        labels = [self._hero, self._question, self._ask, self._examples, self._new]
        given = [self._answer, self._announced, self._sources, self._earlier]
        under = [component for part in self._under for component in part.shown]
        return [*labels, self._suggestions.html, *given, *under]

    def _say(
        self,
        language: InterfaceLanguage,
        conversation: Conversation,
        place: Place,
        filters: Filters,
    ) -> Updates:
        started = bool(conversation)
        hint = texts.FOLLOW_UP_HINT if started else texts.QUESTION_HINT
        return {
            self._hero: "" if started else render("hero.html", language),
            self._question: gr.update(
                label=texts.QUESTION.in_language(language), placeholder=hint.in_language(language)
            ),
            self._ask: texts.ASK.in_language(language),
            self._examples: "" if started else examples_html(language),
            **self._suggest(language, conversation, place, filters),
            self._new: gr.update(
                value=texts.NEW_CONVERSATION.in_language(language), visible=started
            ),
            self._answer: answer_html(
                conversation, language, may_add=visitor().may(Right.KEEP_LIBRARY)
            ),
            self._sources: sources_html(conversation, language),
            self._earlier: earlier_html(conversation[:-1], language),
            **self._said_under(language, conversation),
        }

    def _said_under(self, language: InterfaceLanguage, conversation: Conversation) -> Updates:
        """What can be done with the answer."""
        return {k: v for part in self._under for k, v in part.say(language, conversation).items()}

    def _suggest(
        self,
        language: InterfaceLanguage,
        conversation: Conversation,
        place: Place,
        filters: Filters,
    ) -> Updates:
        """Suggestions are for those who have not asked yet."""
        if conversation:
            return {self._suggestions.html: ""}
        return self._suggestions.say(language, place, filters)

    def _read_again(
        self,
        language: InterfaceLanguage,
        conversation: Conversation,
        place: Place,
        filters: Filters,
    ) -> Updates:
        return {
            **self._filters.say(language, filters),
            **self._suggest(language, conversation, place, filters),
        }

    def _connect(self) -> None:
        language = self._language
        conversed = [self._conversation, *self._said]
        places = [self._conversation, *self._places]
        asked = {
            "fn": self._answered,
            "inputs": [self._question, language, *places],
            "outputs": conversed,
            "trigger_mode": "always_last",  # Enter during an answer is heard once it is there
            "js": "(question, ...rest) => { cxlit.asking(question); return [question, ...rest]; }",
            **QUIETLY,
        }
        self._kept.append(gr.on([self._question.submit, self._ask.click], **asked))
        for offered in (self._examples, self._suggestions.html):
            picked = offered.pick(_picked, None, self._question, **QUIETLY)
            self._kept.append(picked.then(**asked))
        again = self._answer.again(
            self._without_filters,
            [language, self._conversation],
            [self._question, self._conversation, *self._filters.shown],
            **QUIETLY,
        )
        self._kept.append(again.then(**asked))
        anew = self._new.click(self._begun_anew, [language, *self._places], conversed, **QUIETLY)
        anew.then(None, js=_TO_THE_QUESTION)  # the button is gone
        self._filters.changed(self._suggest, [language, *places], [self._suggestions.html])
        for source in (self._answer, self._sources, self._earlier):
            self._reader.open_from(source)

    def _answered(
        self,
        text: str,
        language: InterfaceLanguage,
        conversation: Conversation,
        place: Place,
        filters: Filters,
    ) -> Iterator[Updates]:
        """The question, then what was found, then the answer; on failure the question is kept."""
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
            self._suggestions.html: "",
            self._answer: pending_html(question, language),
            self._announced: "",
            self._sources: "",
            self._earlier: earlier_html(conversation, language),
            **self._said_under(language, ()),
        }
        asked = Question(question, turns(conversation), filters)
        try:
            exchange = yield from self._meanwhile(asked, language)
            conversed = (*conversation, exchange)
            said = self._say(language, conversed, place, filters)
            announced = announced_html(conversed, language)
            updates = {self._conversation: conversed, **said, self._announced: announced}
        except Exception as error:  # noqa: BLE001  the page is the last place to catch it
            sentence = notice_html(failure.sentence(error), language, failed=True)
            # Who has no conversation yet is back at its beginning, with all that is offered there.
            begun = {} if conversation else self._say(language, (), place, filters)
            yield {**begun, self._sources: "", self._question: question, self._answer: sentence}
            return
        yield updates

    def _meanwhile(
        self, asked: Question, language: InterfaceLanguage
    ) -> Generator[Updates, None, Exchange]:
        """Show the passages while the answer is drawn from them."""
        answering = answered(self._desks, asked)
        while True:
            try:
                found = next(answering)
            except StopIteration as ended:
                exchange: Exchange = ended.value
                return exchange
            yield {
                self._answer: pending_html(asked.text, language, *found),
                self._sources: found_html(asked.text, language, *found),
            }

    def _without_filters(
        self, language: InterfaceLanguage, conversation: Conversation, event: gr.EventData
    ) -> Updates:
        """The last question once more, in place of the answer that the filters prevented."""
        return {
            self._question: sent(event, "again", _LONGEST_QUESTION),
            self._conversation: conversation[:-1],
            **self._filters.cleared(language),
        }

    def _begun_anew(self, language: InterfaceLanguage, place: Place, filters: Filters) -> Updates:
        return {self._conversation: (), **self._say(language, (), place, filters)}


def _picked(event: gr.EventData) -> str:
    """The question that was clicked."""
    return sent(event, "ask", _LONGEST_QUESTION)
