"""The inner tab of the devil's advocate: a question, a recommendation, what speaks against it."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import gradio as gr
from gradio.blocks import Block
from gradio.events import Dependency

from corpus.filters import Filters
from corpus.wording import InterfaceLanguage, Wording
from qa.training.debate.advocate.grading import dispute_of
from qa.training.debate.advocate.recommendation import LONGEST
from ui.web import failure, texts
from ui.web.articles.library_view import notice_html
from ui.web.clickable import ANNOUNCED, clickable
from ui.web.desks.desks import Desks
from ui.web.doors.visitor import visitor
from ui.web.inlined import text_of
from ui.web.part import IN_TURN, Part, Updates
from ui.web.reader.panel import Reader
from ui.web.sent import form_values, sent
from ui.web.train.debate import words
from ui.web.train.debate.view import (
    View,
    assessment_html,
    attached_html,
    comment_html,
    find_html,
    head_html,
    questions_html,
    tally_html,
)

_LONGEST_ID = 200  # characters
_LONGEST_QUERY = 500
_FOUND = 8  # passages of a search
# A question may be opened in the moment in which the tab is: its list must not come after it.
_HEAD = {**IN_TURN, "concurrency_id": "debate-head"}


class DebateTab:
    """Lays the tab out and answers its events.

    The text is a component of its own, so that it stays as it is whatever else is painted anew;
    each step keeps it.

    A question can be opened from anywhere on the page, by a button of HTML that runs clicks.js:
    `data-stand` is the dispute's id, `data-tab="train-debate"` opens this tab.
    """

    def __init__(self, desks: Desks, language: gr.Radio) -> None:
        self._library = desks.library
        self._debates = desks.training.debates
        self._language = language
        self._view = gr.State(View())
        with gr.Column(elem_id="debating"):
            self._head = clickable("debate-head", "debate_start.js")
            self._text = gr.Textbox(
                elem_id="debate-text", lines=9, max_lines=30, max_length=LONGEST, visible=False
            )
            self._attached = clickable("debate-attached")
            self._check = gr.Button(elem_id="debate-check", variant="primary", visible=False)
            # The outer element stays while its content changes, as a live region must.
            self._said = gr.HTML(
                elem_id="debate-said",
                html_template=ANNOUNCED,
                apply_default_css=False,
            )
            self._assessment = clickable("debate-assessment")
            self._comment = clickable("debate-comment")
            self._find = gr.HTML(
                elem_id="debate-find",
                js_on_load=text_of("unfolded.js") + text_of("clicks.js"),
                apply_default_css=False,
            )
        self._reader = Reader(desks.library, language)
        for html in (self._attached, self._assessment, self._comment, self._find):
            self._reader.open_from(html)
        self._connect()

    @property
    def parts(self) -> tuple[Part, ...]:
        """What changes with the interface language."""
        return (Part([self._view], self._shown, self._say), self._reader.part)

    def refreshed_by(self, event: Callable[..., Dependency]) -> None:
        """The list is read again when `event` happens."""
        event(self._read_again, [self._view, self._language], self._head, **_HEAD)

    @property
    def _shown(self) -> list[Block]:
        said = [self._said, self._assessment, self._comment, self._find]
        return [self._view, self._head, self._text, self._attached, self._check, *said]

    def _connect(self) -> None:
        inputs = [self._view, self._language, self._text]
        for event, answer in (
            (self._head.choice, self._chose),
            (self._attached.detach, self._removed),
            (self._assessment.attach, self._added),
            (self._find.attach, self._added),
            (self._find.submitted, self._searched),
        ):
            event(answer, inputs, self._shown, **IN_TURN)
        self._head.contest(self._opened, inputs, self._shown, **_HEAD)
        self._head.back(self._left, inputs, self._shown, **_HEAD)
        in_hand = inputs[:2]
        self._head.remove(self._doomed, in_hand, self._shown, **IN_TURN)
        self._head.keep(self._spared, in_hand, self._shown, **IN_TURN)
        self._head.confirm(self._deleted, in_hand, self._shown, **IN_TURN)
        self._check.click(self._checked, inputs, self._shown, **IN_TURN)

    def _say(self, language: InterfaceLanguage, view: View) -> Updates:
        return {self._said: "", **self._painted(view, language)}

    def _read_again(self, view: View, language: InterfaceLanguage) -> Updates:
        if view.dispute:
            return {self._head: gr.skip()}
        return {self._head: self._list_html(language)}

    def _opened(
        self, view: View, language: InterfaceLanguage, text: str, event: gr.EventData
    ) -> Updates:
        """A question, with what was kept of it; what is written on another one is kept first."""
        wanted = sent(event, "contest", _LONGEST_ID)
        if wanted == view.dispute:  # clicked twice, or come back to
            return {self._view: gr.skip()}
        try:
            self._keep(view, text)
            dispute = dispute_of(wanted)
            draft = self._debates.draft(visitor().id, dispute.id)
        except Exception as error:  # noqa: BLE001  the page is the last place to catch it
            return self._failed(error, language)
        view, text = View(dispute=dispute.id, draft=draft), ""
        if draft:
            known = draft.recommendation
            view = replace(view, option=known.option, attached=known.attached)
            text = known.text
        return {
            self._said: "",
            **self._painted(view, language),
            self._head: head_html(dispute, view, language, arrived=True),
            self._text: gr.update(
                value=text,
                visible=True,
                label=words.TEXT.in_language(language),
                placeholder=words.TEXT_HINT.in_language(language),
            ),
        }

    def _left(self, view: View, language: InterfaceLanguage, text: str) -> Updates:
        """Back to the list; what was written is kept, if there is anything."""
        try:
            self._keep(view, text)
        except Exception as error:  # noqa: BLE001  the page is the last place to catch it
            return self._failed(error, language)
        return {self._said: "", **self._painted(View(), language)}

    def _keep(self, view: View, text: str) -> None:
        """What was written so far, if there is anything."""
        if view.dispute and (view.draft or text.strip() or view.attached):
            self._debates.write(visitor().id, view.recommendation(text))

    def _chose(
        self, view: View, language: InterfaceLanguage, text: str, event: gr.EventData
    ) -> Updates:
        view = replace(view, option=sent(event, "value", _LONGEST_ID))
        return self._kept(view, language, text, None)

    def _added(
        self, view: View, language: InterfaceLanguage, text: str, event: gr.EventData
    ) -> Updates:
        try:
            new = self._debates.attachment(sent(event, "attach", _LONGEST_ID))
        except Exception as error:  # noqa: BLE001  the page is the last place to catch it
            return self._failed(error, language)
        if new.id not in {attached.id for attached in view.attached}:
            view = replace(view, attached=(*view.attached, new))
        done = texts.filled(words.DONE_ATTACHED, title=new.title)
        return self._kept(view, language, text, done)

    def _removed(
        self, view: View, language: InterfaceLanguage, text: str, event: gr.EventData
    ) -> Updates:
        gone = sent(event, "detach", _LONGEST_ID)
        left = tuple(attached for attached in view.attached if attached.id != gone)
        return self._kept(replace(view, attached=left), language, text, words.DONE_REMOVED)

    def _searched(
        self, view: View, language: InterfaceLanguage, text: str, event: gr.EventData
    ) -> Updates:
        typed = "".join(form_values(event._data).get("query", ())[:1]).strip()[:_LONGEST_QUERY]
        try:
            hits = self._library.search(typed, _FOUND, Filters()) if typed else ()
        except Exception as error:  # noqa: BLE001  the page is the last place to catch it
            return self._failed(error, language)
        view = replace(view, query=typed, hits=tuple(hits))
        return {
            self._view: view,
            self._said: "",
            self._find: self._find_html(view, language, asked=bool(typed)),
        }

    def _checked(self, view: View, language: InterfaceLanguage, text: str) -> Iterator[Updates]:
        """The verdict by rule, then what a chat model adds to it."""
        yield {self._said: notice_html(words.CHECKING, language)}
        recommendation = view.recommendation(text)
        try:
            draft = self._debates.check(visitor().id, recommendation)
        except Exception as error:  # noqa: BLE001  the page is the last place to catch it
            yield self._failed(error, language)
            return
        view = replace(view, draft=draft, comment=None)
        yield {
            self._said: tally_html(draft.assessment, language) if draft.assessment else "",
            **self._around(view, language),
            self._comment: comment_html(view, language, awaited=self._debates.comments),
        }
        if self._debates.comments:
            try:
                view = replace(view, comment=self._debates.comment(recommendation))
                yield {self._view: view, self._comment: comment_html(view, language)}
            except Exception as error:  # noqa: BLE001  the page is the last place to catch it
                sentence = notice_html(failure.sentence(error), language, failed=True)
                yield {self._comment: sentence}

    def _doomed(self, view: View, language: InterfaceLanguage) -> Updates:
        view = replace(view, doomed=True)
        return {self._view: view, self._head: self._head_html(view, language)}

    def _spared(self, view: View, language: InterfaceLanguage) -> Updates:
        view = replace(view, doomed=False)
        return {self._view: view, self._head: self._head_html(view, language)}

    def _deleted(self, view: View, language: InterfaceLanguage, event: gr.EventData) -> Updates:
        if sent(event, "confirm", _LONGEST_ID) != view.dispute:  # clicked twice
            return {self._view: gr.skip()}
        try:
            self._debates.delete(visitor().id, view.dispute)
        except Exception as error:  # noqa: BLE001  the page is the last place to catch it
            return self._failed(error, language)
        return {
            **self._painted(View(), language),
            self._said: notice_html(words.DELETED, language),
        }

    def _kept(
        self, view: View, language: InterfaceLanguage, text: str, done: Wording | None
    ) -> Updates:
        """Keep all of it, and paint what stands around the text."""
        try:
            draft = self._debates.write(visitor().id, view.recommendation(text))
        except Exception as error:  # noqa: BLE001  the page is the last place to catch it
            return self._failed(error, language)
        said = notice_html(done, language) if done else ""
        return {self._said: said, **self._around(replace(view, draft=draft), language)}

    def _failed(self, error: Exception, language: InterfaceLanguage) -> Updates:
        """Everything stays as it is, and the sentence says what to do."""
        return {self._said: notice_html(failure.sentence(error), language, failed=True)}

    def _painted(self, view: View, language: InterfaceLanguage) -> Updates:
        """All of it in that language but what is typed."""
        writing = bool(view.dispute)
        return {
            **self._around(view, language),
            self._text: gr.update(
                label=words.TEXT.in_language(language),
                placeholder=words.TEXT_HINT.in_language(language),
                visible=writing,
            ),
            self._check: gr.update(value=words.CHECK.in_language(language), visible=writing),
        }

    def _around(self, view: View, language: InterfaceLanguage) -> Updates:
        """What stands around the text."""
        if not view.dispute:
            empty = (self._attached, self._assessment, self._comment, self._find)
            return {
                self._view: view,
                self._head: self._list_html(language),
                **dict.fromkeys(empty, ""),
            }
        return {
            self._view: view,
            self._head: self._head_html(view, language),
            self._attached: attached_html(view, language),
            self._assessment: assessment_html(view, language),
            self._comment: comment_html(view, language),
            self._find: self._find_html(view, language),
        }

    def _head_html(self, view: View, language: InterfaceLanguage) -> str:
        return head_html(dispute_of(view.dispute), view, language)

    def _list_html(self, language: InterfaceLanguage) -> str:
        try:
            drafts = self._debates.of(visitor().id)
        except Exception as error:  # noqa: BLE001  the page is the last place to catch it
            return notice_html(failure.sentence(error), language, failed=True)
        return questions_html(self._debates.questions(), drafts, language)

    def _find_html(self, view: View, language: InterfaceLanguage, *, asked: bool = True) -> str:
        try:
            stances = self._debates.stances(view.dispute, language)
        except Exception as error:  # noqa: BLE001  the page is the last place to catch it
            return notice_html(failure.sentence(error), language, failed=True)
        return find_html(view, stances, self._library.article, language, asked=asked)
