"""The inner tab of cohorts: what a trainer follows, and below it one's own learning."""

from collections.abc import Callable

import gradio as gr
from gradio.blocks import Block
from gradio.events import Dependency

from corpus.wording import InterfaceLanguage
from ui.web.clickable import ANNOUNCED
from ui.web.desks.desks import Desks
from ui.web.part import Part, Updates
from ui.web.train.cohorts.joined import ONE_AFTER_THE_OTHER, JoinedCohorts
from ui.web.train.cohorts.trained import TrainedCohorts
from ui.web.train.cohorts.view import Sight

# The page was opened by the link of an invitation.
ARRIVED = """() => {
  const invited = new URLSearchParams(location.search).has("cohort");
  if (invited) cxlit.goInside("train", "train-cohorts", "#cohorts h3, #cohorts h2");
}"""


class CohortsTab:
    """Lays the tab out. Nothing is read before it was opened."""

    def __init__(self, desks: Desks, language: gr.Radio) -> None:
        self._language = language
        self._opened = gr.State(False)
        # The outer element stays while its content changes, as a live region must.
        self._said = gr.HTML(
            elem_id="cohorts-said",
            html_template=ANNOUNCED,
            apply_default_css=False,
        )
        self._trained = TrainedCohorts(desks, language, self._said)
        self._joined = JoinedCohorts(desks, language, self._said)

    @property
    def parts(self) -> tuple[Part, ...]:
        """What changes with the interface language."""
        return (Part([self._opened, *self._states], [*self._shown, self._said], self._say),)

    def refreshed_by(self, event: Callable[..., Dependency]) -> None:
        inputs = [self._language, *self._states]
        event(self._read, inputs, [*self._shown, self._opened], **ONE_AFTER_THE_OTHER)

    @property
    def _states(self) -> list[Block]:
        return [self._joined.code, self._trained.sight]

    @property
    def _shown(self) -> list[Block]:
        return [*self._joined.shown, *self._trained.shown]

    def _say(self, language: InterfaceLanguage, opened: bool, code: str, sight: Sight) -> Updates:
        if not opened:
            return {self._said: ""}
        return {
            self._said: "",
            **self._joined.say(language, code),
            **self._trained.say(language, sight),
        }

    def _read(self, language: InterfaceLanguage, code: str, sight: Sight) -> Updates:
        both = {**self._joined.say(language, code), **self._trained.say(language, sight)}
        return {**both, self._opened: True}
