"""One's own data on the page: taken to Anki or elsewhere, brought back, deleted."""

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import gradio as gr
from gradio.blocks import Block

from corpus.wording import InterfaceLanguage
from ui.web import failure
from ui.web.articles.library_view import notice_html
from ui.web.clickable import clickable
from ui.web.download import Download
from ui.web.part import IN_TURN, QUIETLY, Part, Updates
from ui.web.sent import sent
from ui.web.train.review import words
from ui.web.train.review.reviewer import Reviewer
from ui.web.train.review.view import data_html, forget_html, imported

_LONGEST = 20  # characters of what the browser sends


class OwnDataPanel:
    """Lays the foot of the tab out; what became of an import or deletion is put into `said`."""

    def __init__(self, reviewer: Reviewer, language: gr.Radio, said: gr.HTML) -> None:
        self._reviewer = reviewer
        self._language = language
        self._said = said
        self._html = clickable("own-data")
        # No file_types: what is neither would be refused in English, by the browser's part.
        self._import = gr.UploadButton(
            elem_id="bring-progress", variant="secondary", size="sm", scale=0
        )
        self._forget = clickable("own-forget")
        self._download = Download("own-download")
        self.part = Part([], [self._html, self._import, self._forget], self._say)
        for event, write in (
            (self._html.deck, self._deck),
            (self._html.takeaway, self._taken),
        ):
            made = event(write, language, self._download.outputs, **QUIETLY)
            self._download.handed_over(made)
        self._forget.remove(self._doomed, language, self._forget, **QUIETLY)
        self._forget.keep(forget_html, language, self._forget, **QUIETLY)

    def changed(
        self, follow: Callable[..., Any], inputs: Sequence[Block], outputs: Sequence[Block]
    ) -> None:
        """After an import or a deletion, `follow` computes `outputs` from `inputs`; then why."""
        done = gr.State("")
        shown = [self._forget, done]
        for event, work in (
            (self._forget.confirm, self._forgotten),
            (self._import.upload, self._brought),
        ):
            given = [self._language] if work == self._forgotten else [self._import, self._language]
            event(work, given, shown, **IN_TURN).then(follow, inputs, outputs, **QUIETLY).then(
                lambda each: each, done, self._said, **QUIETLY
            )

    def _say(self, language: InterfaceLanguage) -> Updates:
        return {
            self._html: data_html(language),
            self._import: gr.update(label=words.BRING.in_language(language)),
            self._forget: forget_html(language),
        }

    def _doomed(self, language: InterfaceLanguage) -> str:
        return forget_html(language, doomed=True)

    def _deck(self, language: InterfaceLanguage, event: gr.EventData) -> Iterator[Updates]:
        every = sent(event, "deck", _LONGEST) == "all"
        name = (words.FILE_ALL if every else words.FILE_OWN).in_language(language)

        def write(folder: Path) -> None:
            self._reviewer.write_deck(folder / f"{name}.apkg", language, every=every)

        yield from self._download.made(write, language)

    def _taken(self, language: InterfaceLanguage) -> Iterator[Updates]:
        def write(folder: Path) -> None:
            document = json.dumps(self._reviewer.document(), ensure_ascii=False, indent=1)
            (folder / "cxlit-progress.json").write_text(document, encoding="utf-8")

        yield from self._download.made(write, language)

    def _forgotten(self, language: InterfaceLanguage) -> tuple[str, str]:
        try:
            self._reviewer.forget()
            said = notice_html(words.FORGOTTEN, language)
        except Exception as error:  # noqa: BLE001  the page is the last place to catch it
            said = notice_html(failure.sentence(error), language, failed=True)
        return forget_html(language), said

    def _brought(self, path: str, language: InterfaceLanguage) -> tuple[str, str]:
        try:
            merged = self._reviewer.merge(Path(path))
            said = notice_html(imported(merged.new, merged.known), language)
        except Exception as error:  # noqa: BLE001  the page is the last place to catch it
            said = notice_html(failure.sentence(error), language, failed=True)
        return forget_html(language), said
