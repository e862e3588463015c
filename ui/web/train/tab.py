"""The tab of training: one inner tab for each way to learn, and two for trainers."""

from collections.abc import Callable
from typing import Any, Protocol

import gradio as gr
from gradio.events import Dependency

from corpus.people import Right
from corpus.wording import InterfaceLanguage
from ui.web.desks.desks import Desks
from ui.web.doors.visitor import visitor
from ui.web.part import Part, Updates
from ui.web.train.cohorts.tab import ARRIVED, CohortsTab
from ui.web.train.debate.tab import DebateTab
from ui.web.train.drill.tab import DrillTab
from ui.web.train.items.tab import ItemsTab
from ui.web.train.path.tab import PathTab
from ui.web.train.quiz.tab import QuizTab
from ui.web.train.review.tab import ReviewTab
from ui.web.train.words import INNER


class Inner(Protocol):
    """What an inner tab is."""

    @property
    def parts(self) -> tuple[Part, ...]: ...

    def refreshed_by(self, event: Callable[..., Dependency]) -> None:
        """What it shows is read again when `event` happens: its tab was opened."""


_INNER: dict[str, Callable[[Desks, gr.Radio], Inner]] = {
    "train-path": PathTab,
    "train-quiz": QuizTab,
    "train-review": ReviewTab,
    "train-debate": DebateTab,
    "train-drill": DrillTab,
    "train-cohorts": CohortsTab,
    "train-items": ItemsTab,
}
_TRAINERS = {"train-items"}  # seen by trainers only


class TrainTab:
    """Lays the inner tabs out. `opened` is the event that the tab itself was opened."""

    def __init__(self, desks: Desks, language: gr.Radio, opened: Callable[..., Dependency]) -> None:
        self._inner: list[Inner] = []
        with gr.Tabs(elem_id="train-tabs", overflow_behavior="wrap") as tabs:
            for id_, build in _INNER.items():
                with gr.Tab(INNER[id_].en, id=id_, visible=id_ not in _TRAINERS) as label:
                    inner = build(desks, language)
                inner.refreshed_by(label.select)
                self._inner.append(inner)
        self._labels: dict[str, Any] = {str(tab.id): tab for tab in tabs.children}
        for inner in self._inner[:1]:
            inner.refreshed_by(opened)

    @property
    def parts(self) -> tuple[Part, ...]:
        """What changes with the interface language."""
        names = Part([], list(self._labels.values()), self._say)
        return (names, *(part for inner in self._inner for part in inner.parts))

    def linked_by(self, event: Callable[..., Dependency]) -> None:
        """When `event` happens, whoever came by the link of an invitation is led to it."""
        event(None, js=ARRIVED)

    def _say(self, language: InterfaceLanguage) -> Updates:
        trains = visitor().may(Right.TRAIN)
        return {
            tab: gr.update(
                label=INNER[id_].in_language(language), visible=trains or id_ not in _TRAINERS
            )
            for id_, tab in self._labels.items()
        }
