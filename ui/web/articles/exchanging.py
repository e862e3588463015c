"""The whole library as one file: taken away, and taken in."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import gradio as gr
from gradio.blocks import Block

from corpus.people import Right
from corpus.wording import InterfaceLanguage
from ui.web import failure, texts
from ui.web.articles.intake import step_by_step
from ui.web.articles.library_view import notice_html, progress_html, report_html
from ui.web.clickable import ANNOUNCED
from ui.web.desks.desk import Desk
from ui.web.doors.visitor import visitor
from ui.web.download import Download
from ui.web.inlined import text_of
from ui.web.markup import render
from ui.web.part import QUIETLY, Part, Updates

_NAME = "cxlit-library.zip"


class Exchanging:
    """Lays the foot of the tab out."""

    def __init__(self, desk: Desk, language: gr.Radio, download: Download) -> None:
        self._desk = desk
        self._language = language
        self._download = download
        self._title = gr.HTML(elem_id="exchange-title", apply_default_css=False)
        with gr.Row(elem_id="exchange"):
            self._export = gr.Button(elem_id="export", variant="secondary", scale=0, min_width=96)
            self._import = gr.UploadButton(
                elem_id="import",
                # No file_types: what is no ZIP would be refused in English, by the browser's part.
                variant="secondary",
                scale=0,
                min_width=96,
            )
        # The outer element stays while its content changes, as a live region must.
        self._outcome = gr.HTML(
            elem_id="exchanged",
            html_template=ANNOUNCED,
            js_on_load=text_of("arrived.js"),
            apply_default_css=False,
        )
        said: list[Block] = [self._title, self._export, self._import, self._outcome]
        self.part = Part([], said, self._say)

    def connect(self, follow: Callable[..., Any], inputs: Sequence[Block], outputs: Any) -> None:
        """After an import, `follow` computes `outputs` from `inputs`."""
        exported = self._export.click(
            self._exported, self._language, self._download.outputs, **QUIETLY
        )
        self._download.handed_over(exported)
        self._import.upload(
            self._imported, [self._import, self._language], self._outcome, **QUIETLY
        ).then(follow, inputs, outputs, **QUIETLY)

    def _say(self, language: InterfaceLanguage) -> Updates:
        return {
            self._title: render("exchange.html", language),
            self._export: texts.EXPORT.in_language(language),
            self._import: gr.update(
                label=texts.IMPORT.in_language(language),
                visible=visitor().may(Right.KEEP_LIBRARY),
            ),
            self._outcome: "",
        }

    def _exported(self, language: InterfaceLanguage) -> Iterator[Updates]:
        yield from self._download.made(lambda folder: self._desk.export(folder / _NAME), language)

    def _imported(self, path: str, language: InterfaceLanguage) -> Iterator[str]:
        yield progress_html("read", 0, 0, language)
        steps = step_by_step(lambda progress: self._desk.take_in(Path(path), progress))
        try:
            while True:
                yield progress_html(*next(steps), language)
        except StopIteration as end:
            yield report_html(end.value, language)
        except Exception as error:  # noqa: BLE001  the page is the last place to catch it
            yield notice_html(failure.sentence(error), language, failed=True)
