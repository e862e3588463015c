"""The trainer's half: cohorts made, followed, exported, renamed and deleted."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Literal, cast

import gradio as gr
from gradio.blocks import Block

from corpus.people import Right
from corpus.wording import InterfaceLanguage, KnownError, Wording
from ui.training.cohort_csv import items_csv, progress_csv
from ui.web import failure, texts
from ui.web.articles.library_view import notice_html
from ui.web.clickable import clickable
from ui.web.desks.desks import Desks
from ui.web.desks.guarded_desk import demand
from ui.web.doors.visitor import visitor
from ui.web.download import Download
from ui.web.part import QUIETLY, Updates
from ui.web.sent import form_values, sent
from ui.web.train.cohorts import words
from ui.web.train.cohorts.view import Opened, Sight, trained_html

_LONGEST = 200  # characters of what the browser sends


class TrainedCohorts:
    """Lays that half out and answers its events, which demand the right; told in `said`."""

    def __init__(self, desks: Desks, language: gr.Radio, said: gr.HTML) -> None:
        self._training = desks.training
        self._cohorts = desks.training.cohorts
        self._people = desks.people
        self._said = said
        self.sight = gr.State(Sight())
        self._html = clickable("trained-cohorts", "copying.js")
        self._download = Download("cohort-csv")
        inputs = [language, self.sight]
        outputs = [self._html, self.sight, said]
        self._html.submitted(self._submitted, inputs, outputs, **QUIETLY)
        self._html.cohort(self._turned_to, inputs, outputs, **QUIETLY)
        made = self._html.sheet(self._written, language, self._download.outputs, **QUIETLY)
        self._download.handed_over(made)

    @property
    def shown(self) -> list[Block]:
        return [self._html]

    def say(self, language: InterfaceLanguage, sight: Sight) -> Updates:
        """Nothing for learners, nor where nobody signs in."""
        if not visitor().may(Right.TRAIN) or not self._people.has_accounts():
            return {self._html: ""}
        return {self._html: self._trained_html(sight, language)}

    def _submitted(self, language: InterfaceLanguage, sight: Sight, event: gr.EventData) -> Updates:
        name = "".join(form_values(event._data).get("name", ())[:1])[:_LONGEST]
        try:
            demand(Right.TRAIN)
            if sent(event, "form", _LONGEST) == "make":
                made = self._cohorts.make(visitor().id, name)
                return self._painted(Sight(cohort=made.id), language, words.MADE, made.name)
            self._cohorts.rename(visitor().id, sent(event, "of", _LONGEST), name)
        except KnownError as error:
            return {self._html: self._trained_html(sight, language, error.wording, focus=True)}
        except Exception as error:  # noqa: BLE001  the page is the last place to catch it
            return {self._said: notice_html(failure.sentence(error), language, failed=True)}
        named = " ".join(name.split())
        return self._painted(replace(sight, doing=""), language, words.RENAMED, named)

    def _turned_to(self, language: InterfaceLanguage, sight: Sight, event: gr.EventData) -> Updates:
        """A cohort is opened, or closed, or something with it is begun; or it is deleted."""
        id_, act = sent(event, "cohort", _LONGEST), sent(event, "act", _LONGEST)
        try:
            demand(Right.TRAIN)
            if act == "deleted":
                name = self._cohorts.of(visitor().id, id_).name
                self._cohorts.delete(visitor().id, id_)
                return self._painted(Sight(), language, words.DELETED, name)
        except Exception as error:  # noqa: BLE001  the page is the last place to catch it
            return {self._said: notice_html(failure.sentence(error), language, failed=True)}
        doing = act if act in {"rename", "delete"} else ""
        # Where a form is opened in the cohort or closed, the keyboard stays there.
        moved = id_ != sight.cohort
        seen = Sight(cohort=id_, doing=cast(Literal["", "rename", "delete"], doing))
        html = self._trained_html(seen, language, focus=moved)
        return {self._html: html, self.sight: seen, self._said: ""}

    def _painted(
        self, sight: Sight, language: InterfaceLanguage, wording: Wording, name: str
    ) -> Updates:
        return {
            self._html: self._trained_html(sight, language, focus=True),
            self.sight: sight,
            self._said: notice_html(texts.filled(wording, name=name), language),
        }

    def _written(self, language: InterfaceLanguage, event: gr.EventData) -> Iterator[Updates]:
        sheet = "items" if sent(event, "sheet", _LONGEST) == "items" else "progress"
        id_ = sent(event, "of", _LONGEST)

        def write(folder: Path) -> None:
            demand(Right.TRAIN)
            trainer, map_ = visitor().id, self._training.map
            if sheet == "items":
                rows = items_csv(self._cohorts.statistics(trainer, id_), map_, language)
            else:
                rows = progress_csv(self._cohorts.progress(trainer, id_), map_, language)
            name = words.FILES[sheet].in_language(language)
            (folder / f"{name}.csv").write_bytes(rows)

        yield from self._download.made(write, language)

    def _trained_html(
        self,
        sight: Sight,
        language: InterfaceLanguage,
        refusal: Wording | None = None,
        *,
        focus: bool = False,
    ) -> str:
        try:
            demand(Right.TRAIN)
            trainer, opened = visitor().id, None
            if sight.cohort:
                opened = Opened(
                    self._cohorts.of(trainer, sight.cohort),
                    self._cohorts.progress(trainer, sight.cohort),
                    self._cohorts.statistics(trainer, sight.cohort),
                )
            cohorts = self._cohorts.of_trainer(trainer)
        except Exception as error:  # noqa: BLE001  the page is the last place to catch it
            return notice_html(failure.sentence(error), language, failed=True)
        map_ = self._training.map
        return trained_html(cohorts, opened, sight, map_, language, refusal, focus=focus)
