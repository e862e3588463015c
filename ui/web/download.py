"""Files that the page makes when they are asked for, and hands over at once.

Gradio's download button wants its file before it is clicked: a hidden one is given the file and
then clicked by script (https://github.com/gradio-app/gradio/issues/9230).
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import gradio as gr
from gradio.blocks import Block

from corpus.wording import InterfaceLanguage
from ui.web import failure
from ui.web.articles.library_view import notice_html
from ui.web.clickable import ANNOUNCED
from ui.web.part import QUIETLY, Updates

_CLICK = "(file) => {{ if (file) document.querySelector('#{name}').click(); }}"


class Download:
    """The hidden button, and the place where a failure is said; `name` is theirs on the page."""

    def __init__(self, name: str = "download") -> None:
        self._click = _CLICK.format(name=name)
        self._button = gr.DownloadButton(elem_id=name, elem_classes="by-script", visible="hidden")
        self._failed = gr.HTML(
            elem_id=f"{name}-failed",
            html_template=ANNOUNCED,
            apply_default_css=False,
        )

    @property
    def outputs(self) -> list[Block]:
        return [self._button, self._failed]

    def made(self, write: Callable[[Path], None], language: InterfaceLanguage) -> Iterator[Updates]:
        """The file that `write` puts into the folder it is given, or why there is none."""
        with TemporaryDirectory(prefix="cxlit-") as folder:
            try:
                write(Path(folder))
                (path,) = Path(folder).iterdir()
            except Exception as error:  # noqa: BLE001  the page is the last place to catch it
                sentence = notice_html(failure.sentence(error), language, failed=True)
                yield {self._button: None, self._failed: sentence}
                return
            # Gradio copies the file into its own cache before the folder goes.
            yield {self._button: str(path), self._failed: ""}

    def handed_over(self, event: Any) -> None:
        """After `event`, which has these `outputs`."""
        event.then(None, self._button, None, js=self._click, **QUIETLY)
