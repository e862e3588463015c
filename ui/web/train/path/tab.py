"""The inner tab of the path: the start, the placement, the plan, a competency with its steps."""

from collections.abc import Callable, Iterator
from pathlib import Path

import gradio as gr
from gradio.blocks import Block
from gradio.events import Dependency

from corpus.clock import now, stamp
from corpus.wording import InterfaceLanguage, Wording
from qa.training.path.plan import StepKind
from ui.training import worksheet_bytes, worksheet_name
from ui.web import failure, texts
from ui.web.articles.library_view import notice_html
from ui.web.clickable import ANNOUNCED, clickable
from ui.web.desks.desks import Desks
from ui.web.doors.visitor import visitor
from ui.web.download import Download
from ui.web.part import IN_TURN, QUIETLY, Part, Updates
from ui.web.reader.panel import Reader
from ui.web.sent import form_values, sent
from ui.web.train.path import words
from ui.web.train.path.view import (
    View,
    competency_html,
    plan_html,
    question_html,
    result_html,
    start_html,
)
from ui.web.train.preparing import preparing_html
from ui.web.train.source import source_in

_LONGEST = 100  # characters of what a button sends
_TO_RESULT = {"finish", "result"}  # what leads to the result of the placement
# What is written is kept before anything that is clicked next is answered.
_IN_ONE_TURN = {**IN_TURN, "concurrency_id": "path"}


class PathTab:
    """Lays the tab out and answers its events."""

    def __init__(self, desks: Desks, language: gr.Radio) -> None:
        self._training = desks.training
        self._paths = desks.training.paths
        self._library = desks.library
        self._language = language
        self._view = gr.State(None)  # None before the tab was opened
        self._html = clickable("path", "path_place.js")
        # The outer element stays while its content changes, as a live region must. It stands
        # below, and stays in sight: a worksheet is long, and so is the way back to its top.
        self._said = gr.HTML(
            elem_id="path-said",
            html_template=ANNOUNCED,
            apply_default_css=False,
        )
        self._download = Download("worksheet-file")
        self._reader = Reader(desks.library, language, reviews=desks.training.reviews)
        self._reader.open_from(self._html)
        inputs = [language, self._view]
        self._html.walk(self._walked, inputs, self._shown, **_IN_ONE_TURN)
        self._html.submitted(self._submitted, inputs, self._shown, **_IN_ONE_TURN)
        self._html.written(self._written, inputs, [self._said], **_IN_ONE_TURN)
        handed = [*self._download.outputs, self._said]
        made = self._html.memo(self._worksheet, inputs, handed, **_IN_ONE_TURN)
        self._download.handed_over(made)

    @property
    def parts(self) -> tuple[Part, ...]:
        """What changes with the interface language."""
        mine = Part([self._view], [self._html, self._said], self._say)
        return (mine, self._reader.part)

    def refreshed_by(self, event: Callable[..., Dependency]) -> None:
        """It is read again when `event` happens."""
        event(self._read, [self._language, self._view], self._shown, **QUIETLY)

    @property
    def _shown(self) -> list[Block]:
        return [self._html, self._view, self._said]

    def _say(self, language: InterfaceLanguage, view: View | None) -> Updates:
        """Nothing is read for whoever has not opened the tab."""
        if view is None:
            return {self._html: "", self._said: ""}
        return {self._html: self._painted(view, language), self._said: ""}

    def _read(self, language: InterfaceLanguage, view: View | None) -> Updates:
        view = view or View()
        return {self._html: self._painted(view, language), self._view: view}

    def _walked(
        self, language: InterfaceLanguage, view: View | None, event: gr.EventData
    ) -> Iterator[Updates]:
        """A button was pressed: somewhere else, or something done."""
        view = view or View()
        person = visitor().id
        of, step = sent(event, "of", _LONGEST), sent(event, "step", _LONGEST)
        try:
            match sent(event, "walk", _LONGEST):
                case "place":
                    for said in preparing_html(self._training.bank, language):
                        yield {self._said: said}
                    self._paths.placements.begin(person, language)
                    yield self._moved(View(placing=True), language)
                case "unsure":
                    yield self._placed(of, None, view, language)
                case "open":
                    self._paths.start(person)
                    yield self._moved(View(competency=of), language, step or "heading")
                case "done" | "undone" as act if step in set(StepKind):
                    yield self._marked(of, StepKind(step), act == "done", view, language)
                case act:
                    self._decided(act)
                    yield self._moved(View(result=act in _TO_RESULT), language)
        except Exception as error:  # noqa: BLE001  the page is the last place to catch it
            yield {self._said: notice_html(failure.sentence(error), language, failed=True)}

    def _decided(self, act: str) -> None:
        """What becomes of a placement, or that the path begins without one."""
        person = visitor().id
        if act == "finish":
            self._paths.placements.finish(person)
        elif act == "drop":
            self._paths.placements.leave(person)
        elif act == "start":
            self._paths.start(person)

    def _marked(
        self, of: str, kind: StepKind, done: bool, view: View, language: InterfaceLanguage
    ) -> Updates:
        self._paths.mark(visitor().id, of, kind, done=done)
        said = texts.filled(
            words.MARKED if done else words.UNMARKED,
            step=words.STEPS[kind].in_language(language),
        )
        # The keyboard stays at the button.
        return {
            self._html: self._painted(view, language),
            self._said: notice_html(said, language),
        }

    def _submitted(
        self, language: InterfaceLanguage, view: View | None, event: gr.EventData
    ) -> Updates:
        view = view or View()
        try:
            if sent(event, "form", _LONGEST) == "placement":
                return self._answered(view, language, event)
            self._keep(event)
        except Exception as error:  # noqa: BLE001  the page is the last place to catch it
            # The form stays as it is, with all that was written in it.
            return {self._said: notice_html(failure.sentence(error), language, failed=True)}
        return {self._said: notice_html(words.SAVED, language)}

    def _answered(self, view: View, language: InterfaceLanguage, event: gr.EventData) -> Updates:
        chosen = "".join(form_values(event._data).get("said", ())[:1])
        if not chosen.isdecimal():
            return self._moved(view, language, refusal=words.CHOOSE)
        item = sent(event, "item", _LONGEST)
        return self._placed(item, int(chosen[:2]), view, language)

    def _placed(
        self, item: str, option: int | None, view: View, language: InterfaceLanguage
    ) -> Updates:
        """The next question of the placement; after the last one, its result."""
        person, placements = visitor().id, self._paths.placements
        placements.answer(person, item, option)
        is_over = view.placing and placements.question(person) is None
        return self._moved(View(result=True) if is_over else view, language)

    def _written(self, language: InterfaceLanguage, _: View | None, event: gr.EventData) -> Updates:
        """What stands in the form is kept while it is written; nothing is painted anew."""
        try:
            self._keep(event)
        except Exception as error:  # noqa: BLE001  the page is the last place to catch it
            return {self._said: notice_html(failure.sentence(error), language, failed=True)}
        return {self._said: ""}

    def _keep(self, event: gr.EventData) -> None:
        fields = {
            name: "".join(values[:1]).replace("\r\n", "\n")
            for name, values in form_values(event._data).items()
        }
        self._paths.write(visitor().id, sent(event, "competency", _LONGEST), fields)

    def _worksheet(self, language: InterfaceLanguage, view: View | None) -> Iterator[Updates]:
        def write(folder: Path) -> None:
            competency = self._paths.competency(view.competency if view else "")
            filled = self._paths.worksheet(visitor().id, competency.id)
            reading = self._paths.reading(competency.id, language)
            at = filled.at or stamp(now())
            content = worksheet_bytes(competency, filled.fields, reading, at, language)
            (folder / worksheet_name(competency, language)).write_bytes(content)

        for updates in self._download.made(write, language):
            yield {**updates, self._said: ""}

    def _moved(
        self,
        view: View,
        language: InterfaceLanguage,
        focus: str = "heading",
        refusal: Wording | None = None,
    ) -> Updates:
        """What is there now, with the keyboard at its beginning."""
        if view.placing and not self._paths.placements.question(visitor().id):
            view = View()  # that was the last one
        return {
            self._html: self._painted(view, language, focus, refusal),
            self._view: view,
            self._said: "",
        }

    def _painted(
        self,
        view: View,
        language: InterfaceLanguage,
        focus: str = "",
        refusal: Wording | None = None,
    ) -> str:
        person = visitor().id
        try:
            if view.competency:
                detail = self._paths.detail(person, view.competency, language)
                return competency_html(detail, language, focus=focus)
            asked = self._paths.placements.question(person)
            progress = self._paths.progress(person, language)
            outcomes = self._paths.placements.outcomes(person)
            there = bool(focus)
            if view.placing and asked:
                return question_html(
                    asked, language, refusal=refusal, begun=progress is not None, focus=there
                )
            if view.result and outcomes:
                told = [(each, source_in(self._library, each.item)) for each in outcomes]
                return result_html(told, self._training.map, language, focus=there)
            if progress is None:
                return start_html(self._training.map, asked, language, focus=there)
            return plan_html(progress, asked, language, result=bool(outcomes), focus=there)
        except Exception as error:  # noqa: BLE001  the page is the last place to catch it
            return notice_html(failure.sentence(error), language, failed=True)
