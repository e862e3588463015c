"""The tab of the library: its articles, adding and removing them, the reader."""

from collections.abc import Iterator, Sequence

import gradio as gr
from gradio.blocks import Block

from corpus.article import Article
from corpus.source import Source
from corpus.wording import InterfaceLanguage, KnownError, Wording
from ui.web import failure, texts
from ui.web.desk import Desk
from ui.web.inlined import text_of
from ui.web.intake import added, address_source, upload_source
from ui.web.library_view import list_html, notice_html, progress_html, report_html
from ui.web.markup import render
from ui.web.part import QUIETLY, Part, Updates
from ui.web.reader import Reader


class ArticlesTab:
    """Lays the tab out and answers its events. `largest` upload is in bytes."""

    def __init__(self, desk: Desk, language: gr.Radio, largest: int) -> None:
        self._desk = desk
        self._largest = largest
        self._doomed = gr.State("")  # the article whose removal awaits confirmation
        self._title = gr.HTML(
            elem_id="add-title", js_on_load=text_of("drop.js"), apply_default_css=False
        )
        self._files = gr.File(
            elem_id="drop", file_count="multiple", container=False, show_label=False, height=150
        )
        with gr.Row(elem_id="address-row"):
            self._address = gr.Textbox(elem_id="address", lines=1, max_length=2000, scale=1)
            self._add = gr.Button(elem_id="add", variant="secondary", scale=0, min_width=96)
        # The outer element stays while its content changes, as a live region must.
        self._status = gr.HTML(
            elem_id="status",
            html_template='<div aria-live="polite">${value}</div>',
            apply_default_css=False,
        )
        self._list = gr.HTML(
            elem_id="articles", js_on_load=text_of("clicks.js"), apply_default_css=False
        )
        self._reader = Reader(desk, language)
        self._reader.open_from(self._list)
        self._connect(language)

    @property
    def parts(self) -> tuple[Part, ...]:
        """What changes with the interface language."""
        said: list[Block] = [self._title, self._address, self._add, self._status]
        return (Part([], [*said, self._list, self._doomed], self._say), self._reader.part)

    def _say(self, language: InterfaceLanguage) -> Updates:
        return {
            self._title: render("add.html", language, size=self._size(), largest=self._largest),
            self._address: gr.update(
                label=texts.ADDRESS.in_language(language),
                placeholder=texts.ADDRESS_HINT.in_language(language),
            ),
            self._add: texts.ADD.in_language(language),
            self._status: "",
            **self._listed(language),
        }

    def _listed(self, language: InterfaceLanguage, doomed: str = "") -> Updates:
        try:
            listing = list_html(self._desk.articles(), doomed, language)
        except Exception as error:  # noqa: BLE001  the page is the last place to catch it
            listing = notice_html(failure.sentence(error), language, failed=True)
        return {self._list: listing, self._doomed: doomed}

    def _connect(self, language: gr.Radio) -> None:
        shown = [self._status, self._list, self._doomed]
        self._title.too_big(self._refused, language, self._status, **QUIETLY)
        self._files.upload(
            self._uploaded, [self._files, language], [self._files, *shown], **QUIETLY
        )
        gr.on(
            [self._address.submit, self._add.click],
            self._fetched,
            [self._address, language],
            [self._address, *shown],
            **QUIETLY,
        )
        self._list.remove(self._asked, language, shown, **QUIETLY)
        self._list.keep(self._listed, language, shown, **QUIETLY)
        self._list.confirm(self._removed, [self._doomed, language], shown, **QUIETLY)

    def _size(self) -> Wording:
        return texts.filled(texts.MEGABYTES, n=self._largest // 2**20)

    def _refused(self, language: InterfaceLanguage, event: gr.EventData) -> str:
        """The browser did not upload a file because of its size."""
        size, name = self._size(), str(event._data.get("name", ""))
        return notice_html(
            Wording(
                en=texts.TOO_BIG.en.format(name=name, size=size.en),
                fr=texts.TOO_BIG.fr.format(name=name, size=size.fr),
            ),
            language,
            failed=True,
        )

    def _uploaded(self, paths: Sequence[str], language: InterfaceLanguage) -> Iterator[Updates]:
        yield {self._files: None}
        yield from self._added([upload_source(path) for path in paths or ()], language)

    def _fetched(self, address: str, language: InterfaceLanguage) -> Iterator[Updates]:
        try:
            source = address_source(address)
        except KnownError as error:
            yield {self._status: notice_html(error.wording, language, failed=True)}
            return
        yield from self._added([source], language)
        yield {self._address: ""}

    def _added(self, sources: list[Source], language: InterfaceLanguage) -> Iterator[Updates]:
        yield {self._status: progress_html("read", 0, 0, language)}
        steps = added(self._desk, sources)
        try:
            while True:
                yield {self._status: progress_html(*next(steps), language)}
        except StopIteration as end:
            outcome = report_html(end.value, language)
        except Exception as error:  # noqa: BLE001  the page is the last place to catch it
            outcome = notice_html(failure.sentence(error), language, failed=True)
        yield {self._status: outcome, **self._listed(language)}

    def _asked(self, language: InterfaceLanguage, event: gr.EventData) -> Updates:
        """First step of a removal: the article's entry asks for confirmation."""
        return {self._status: "", **self._listed(language, str(event._data.get("article", "")))}

    def _removed(self, doomed: str, language: InterfaceLanguage) -> Updates:
        """Second step: only what was asked for in the first one is removed."""
        try:
            article: Article = self._desk.article(doomed)
            self._desk.remove([doomed])
        except Exception as error:  # noqa: BLE001  the page is the last place to catch it
            notice = notice_html(failure.sentence(error), language, failed=True)
        else:
            notice = notice_html(texts.filled(texts.REMOVED, title=article.title), language)
        return {self._status: notice, **self._listed(language)}
