"""The learner's half: one's own progress, cohorts joined by invitation and left again."""

from typing import Any

import gradio as gr
from gradio.blocks import Block

from corpus.training.cohort_store import Cohort
from corpus.wording import InterfaceLanguage, KnownError, Wording
from ui.web import failure, texts
from ui.web.articles.library_view import notice_html
from ui.web.clickable import clickable
from ui.web.desks.desks import Desks
from ui.web.doors.visitor import visitor
from ui.web.part import QUIETLY, Updates
from ui.web.sent import form_values, sent
from ui.web.train.cohorts import words
from ui.web.train.cohorts.view import joined_html, own_html

_LONGEST = 100  # characters of what the browser sends
# The tab is opened and an invitation's link followed at once: one after the other.
ONE_AFTER_THE_OTHER: dict[str, Any] = {
    **QUIETLY,
    "concurrency_id": "cohorts",
    "concurrency_limit": 1,
}


class JoinedCohorts:
    """Lays that half out and answers its events; what was done is told in `said`."""

    def __init__(self, desks: Desks, language: gr.Radio, said: gr.HTML) -> None:
        self._training = desks.training
        self._cohorts = desks.training.cohorts
        self._people = desks.people
        self._said = said
        self.code = gr.State("")  # of the invitation that is looked at
        self._own = clickable("own-progress")
        self._html = clickable("cohorts", "cohort_link.js")
        outputs = [*self.shown, self.code, said]
        self._html.invited(self._invited, language, outputs, **ONE_AFTER_THE_OTHER)
        for event, answer in (
            (self._html.submitted, self._looked),
            (self._html.join, self._joined),
            (self._html.leave, self._left),
            (self._html.cancel, self._cancelled),
        ):
            event(answer, language, outputs, **QUIETLY)

    @property
    def shown(self) -> list[Block]:
        return [self._own, self._html]

    def say(self, language: InterfaceLanguage, code: str) -> Updates:
        try:
            own = own_html(self._cohorts.of_person(visitor().id), self._training.map, language)
            return {self._own: own, self._html: self._joined_html(language, code)}
        except Exception as error:  # noqa: BLE001  the page is the last place to catch it
            notice = notice_html(failure.sentence(error), language, failed=True)
            return {self._own: "", self._html: notice}

    def _invited(self, language: InterfaceLanguage, event: gr.EventData) -> Updates:
        return self._looked_at(sent(event, "code", _LONGEST), language)

    def _looked(self, language: InterfaceLanguage, event: gr.EventData) -> Updates:
        values = form_values(event._data)
        return self._looked_at("".join(values.get("code", ())[:1])[:_LONGEST], language)

    def _looked_at(self, code: str, language: InterfaceLanguage) -> Updates:
        """What joining means, before anybody joins; or why the code opens nothing."""
        refusal = None
        try:
            self._cohorts.invited(code)
        except KnownError as error:
            refusal = error.wording
        html = self._joined_html(language, code, refusal, focus=True)
        return {self._html: html, self.code: "" if refusal else code, self._said: ""}

    def _joined(self, language: InterfaceLanguage, event: gr.EventData) -> Updates:
        try:
            self._demand_accounts()
            cohort = self._cohorts.join(visitor().id, sent(event, "join", _LONGEST))
        except Exception as error:  # noqa: BLE001  the page is the last place to catch it
            return {self._said: notice_html(failure.sentence(error), language, failed=True)}
        return self._done(words.JOINED, cohort, language)

    def _left(self, language: InterfaceLanguage, event: gr.EventData) -> Updates:
        person, id_ = visitor().id, sent(event, "leave", _LONGEST)
        try:
            cohort = next((each for each in self._cohorts.joined(person) if each.id == id_), None)
            self._cohorts.leave(person, id_)
        except Exception as error:  # noqa: BLE001  the page is the last place to catch it
            return {self._said: notice_html(failure.sentence(error), language, failed=True)}
        return self._done(words.LEFT, cohort, language)

    def _cancelled(self, language: InterfaceLanguage) -> Updates:
        return {self._html: self._joined_html(language), self.code: "", self._said: ""}

    def _done(
        self, wording: Wording, cohort: Cohort | None, language: InterfaceLanguage
    ) -> Updates:
        name = cohort.name if cohort else ""
        said = notice_html(texts.filled(wording, name=name), language) if name else ""
        return {self._html: self._joined_html(language), self.code: "", self._said: said}

    def _joined_html(
        self,
        language: InterfaceLanguage,
        code: str = "",
        refusal: Wording | None = None,
        *,
        focus: bool = False,
    ) -> str:
        if not self._people.has_accounts():
            return joined_html((), None, "", language, accounts=False)
        joined = self._cohorts.joined(visitor().id)
        invited = self._cohorts.invited(code) if code and not refusal else None
        return joined_html(joined, invited, code, language, refusal, accounts=True, focus=focus)

    def _demand_accounts(self) -> None:
        if not self._people.has_accounts():
            sentence = words.WITHOUT_ACCOUNTS
            raise KnownError(en=sentence.en, fr=sentence.fr)
