"""Adding articles: files and web pages are read, looked at, and only then taken in."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from threading import Event
from typing import Any

import gradio as gr
from gradio.blocks import Block

from corpus.people import Right
from corpus.source import Skipped, Source
from corpus.unpacking import ARCHIVE_SUFFIX
from corpus.url_list import pages_of
from corpus.wording import InterfaceLanguage, Wording
from index.report import Preview
from ui.web import failure, texts
from ui.web.articles.intake import step_by_step, upload_source
from ui.web.articles.library_view import notice_html, progress_html, report_html
from ui.web.articles.preview_view import incoming, preview_html
from ui.web.articles.stopping import Stops
from ui.web.clickable import ANNOUNCED, clickable
from ui.web.desks.desk import Desk
from ui.web.doors.visitor import visitor
from ui.web.inlined import text_of
from ui.web.markup import render
from ui.web.part import QUIETLY, Part, Updates


class Adding:
    """Lays the upper half of the tab out; `largest` file and archive are in bytes."""

    def __init__(self, desk: Desk, language: gr.Radio, largest: int, largest_archive: int) -> None:
        self._desk = desk
        self._language = language
        self._largest = largest
        self._largest_archive = largest_archive
        self._pending = gr.State(None)  # the preview that awaits a decision
        self._title = gr.HTML(
            elem_id="add-title", js_on_load=text_of("drop.js"), apply_default_css=False
        )
        self._files = gr.File(
            elem_id="drop", file_count="multiple", container=False, show_label=False, height=150
        )
        with gr.Row(elem_id="address-row"):
            self._addresses = gr.Textbox(
                elem_id="addresses", lines=2, max_lines=8, max_length=20_000, scale=1
            )
            self._look = gr.Button(elem_id="look", variant="secondary", scale=0, min_width=96)
        # The outer element stays while its content changes, as a live region must.
        self._status = gr.HTML(
            elem_id="status",
            html_template=ANNOUNCED,
            js_on_load=text_of("arrived.js"),
            apply_default_css=False,
        )
        self._stop = gr.Button(elem_id="stop", variant="secondary", size="sm", visible=False)
        self._stops = Stops()
        self._preview = clickable("preview")
        said: list[Block] = [self._title, self._files, self._addresses, self._look]
        said += [self._status, self._stop, self._preview]
        self.part = Part([self._pending], said, self._say)

    def connect(self, follow: Callable[..., Any], inputs: Sequence[Block], outputs: Any) -> None:
        """After an addition, `follow` computes `outputs` from `inputs`."""
        language = self._language
        shown = [self._status, self._stop, self._preview, self._pending]
        self._stop.click(self._asked_to_stop, None, self._stop, **QUIETLY)
        self._title.too_big(self._refused, language, self._status, **QUIETLY)
        self._files.upload(
            self._uploaded, [self._files, language], [self._files, *shown], **QUIETLY
        )
        gr.on(
            [self._look.click],
            self._addressed,
            [self._addresses, language],
            [self._addresses, *shown],
            **QUIETLY,
        )
        self._preview.cancel(self._cancelled, language, shown, **QUIETLY)
        self._preview.adopt(self._adopted, [self._pending, language], shown, **QUIETLY).then(
            follow, inputs, outputs, **QUIETLY
        )

    def _say(self, language: InterfaceLanguage, pending: Preview | None) -> Updates:
        title = render(
            "add.html",
            language,
            size=_megabytes(self._largest),
            largest=self._largest,
            largest_archive=self._largest_archive,
        )
        # What would be refused is not offered; `guarded_desk` refuses it.
        may = visitor().may(Right.KEEP_LIBRARY)
        return {
            self._title: title if may else "",
            self._files: gr.update(visible=may),
            self._addresses: gr.update(
                visible=may,
                label=texts.ADDRESSES.in_language(language),
                placeholder=texts.ADDRESS_HINT.in_language(language),
            ),
            self._look: gr.update(value=texts.PREVIEW.in_language(language), visible=may),
            self._stop: texts.CANCEL.in_language(language),
            self._status: "",
            self._preview: preview_html(pending, language) if pending else "",
        }

    def _refused(self, language: InterfaceLanguage, event: gr.EventData) -> str:
        """The browser did not upload a file because of its size."""
        name = str(event._data.get("name", ""))
        archive = name.lower().endswith(ARCHIVE_SUFFIX)
        size = _megabytes(self._largest_archive if archive else self._largest)
        wording = Wording(
            en=texts.TOO_BIG.en.format(name=name, size=size.en),
            fr=texts.TOO_BIG.fr.format(name=name, size=size.fr),
        )
        return notice_html(wording, language, failed=True)

    def _uploaded(
        self, paths: Sequence[str], language: InterfaceLanguage, request: gr.Request
    ) -> Iterator[Updates]:
        yield {self._files: None}
        sources = [upload_source(path) for path in paths or ()]
        yield from self._previewed(sources, [], language, self._stops.begin(request))

    def _addressed(
        self, addresses: str, language: InterfaceLanguage, request: gr.Request
    ) -> Iterator[Updates]:
        line = texts.ADDRESS_LINE.in_language(language)
        sources, wrong = pages_of(addresses.splitlines(), line)
        wrong = [replace(entry, source=entry.source.replace(":", " ")) for entry in wrong]
        if not (sources or wrong):
            sentence = notice_html(texts.NO_ADDRESS, language, failed=True)
            yield {self._status: sentence}
            return
        yield from self._previewed(sources, wrong, language, self._stops.begin(request))
        if not wrong:
            yield {self._addresses: ""}

    def _previewed(
        self,
        sources: Sequence[Source],
        wrong: Sequence[Skipped],
        language: InterfaceLanguage,
        stop: Event,
    ) -> Iterator[Updates]:
        yield self._begun("read", language)
        steps = step_by_step(lambda progress: self._desk.preview(sources, progress), stop)
        try:
            while True:
                yield {self._status: progress_html(*next(steps), language)}
        except StopIteration as end:
            preview: Preview = replace(end.value, skipped=(*wrong, *end.value.skipped))
        except Exception as error:  # noqa: BLE001  the page is the last place to catch it
            sentence = notice_html(failure.sentence(error), language, failed=True)
            yield {self._status: sentence, self._stop: _hidden(), self._pending: None}
            return
        yield {
            self._status: "",
            self._stop: _hidden(),
            self._preview: preview_html(preview, language),
            self._pending: preview,
        }

    def _asked_to_stop(self, request: gr.Request) -> Any:
        """It takes until the work's next step; the button shows that it was heard."""
        self._stops.ask(request)
        return gr.update(interactive=False)

    def _cancelled(self, language: InterfaceLanguage) -> Updates:
        notice = notice_html(texts.CANCELLED, language)
        return {self._status: notice, self._preview: "", self._pending: None}

    def _begun(self, stage: str, language: InterfaceLanguage) -> Updates:
        return {
            self._status: progress_html(stage, 0, 0, language),
            self._stop: gr.update(visible=True, interactive=True),
            self._preview: "",
        }

    def _adopted(
        self, pending: Preview | None, language: InterfaceLanguage, request: gr.Request
    ) -> Iterator[Updates]:
        """The articles as they were read for the preview: nothing is fetched twice."""
        if pending is None:
            return
        yield self._begun("embed", language)
        articles = incoming(pending)
        stop = self._stops.begin(request)
        steps = step_by_step(lambda progress: self._desk.adopt(articles, progress), stop)
        try:
            while True:
                yield {self._status: progress_html(*next(steps), language)}
        except StopIteration as end:
            report = replace(end.value, skipped=(*pending.skipped, *end.value.skipped))
            yield {
                self._status: report_html(report, language),
                self._stop: _hidden(),
                self._pending: None,
            }
        except Exception as error:  # noqa: BLE001  the page is the last place to catch it
            # The preview comes back, so that one can try again.
            yield {
                self._status: notice_html(failure.sentence(error), language, failed=True),
                self._stop: _hidden(),
                self._preview: preview_html(pending, language),
            }


def _hidden() -> Any:
    return gr.update(visible=False)


def _megabytes(size: int) -> Wording:
    return texts.filled(texts.MEGABYTES, n=size // 2**20)
