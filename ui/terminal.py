"""What the command prints, and where: results to standard output, all else to standard error."""

import json
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from corpus.wording import Wording
from index.report import Progress
from ui.speech import interface_language


def say(*, en: str, fr: str) -> str:
    """One text in the language of the person."""
    return Wording(en=en, fr=fr).in_language(interface_language())


# An escape sequence in a title would colour, move or retitle the terminal, and a change of
# writing direction would show another text than the one that is there.
_COMMANDS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def printable(text: str) -> str:
    """`text` without what a terminal would obey, and with "?" for what cannot be encoded."""
    return _COMMANDS.sub("", text).encode("utf-8", "replace").decode()


def echo(text: str) -> None:
    """Text of whatever origin on standard output."""
    print(printable(text))  # noqa: T201 (the command's own voice)


def to_stderr(wording: Wording) -> None:
    """One line, whatever the text holds."""
    line = printable(" ".join(wording.in_language(interface_language()).split()))
    print(f"cxlit: {line}", file=sys.stderr)  # noqa: T201 (the command's own voice)


def print_json(document: Any) -> None:
    """Exactly one JSON document, on one line."""
    text = json.dumps(document, ensure_ascii=False)
    # A file name may hold bytes that are no UTF-8: as \udc.. they stay JSON.
    print(text.encode("utf-8", "backslashreplace").decode(), flush=True)  # noqa: T201


_STAGES = {
    "fetch": Wording(en="Downloading", fr="Téléchargement"),
    "read": Wording(en="Reading", fr="Lecture"),
    "question": Wording(en="Questions", fr="Questions"),
    "embed": Wording(en="Understanding", fr="Analyse"),
    "items": Wording(en="Quiz items", fr="Questions"),
    "publish": Wording(en="Publishing", fr="Publication"),
    "export": Wording(en="Writing", fr="Écriture"),
}


@contextmanager
def progress_bar() -> Iterator[Progress]:
    """A progress bar on standard error; nothing where that is not a terminal."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (
        TextColumn("{task.description:<14}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
    )
    console = Console(stderr=True)
    with Bar(*columns, console=console, disable=not console.is_terminal) as bar:
        tasks: dict[str, Any] = {}

        def report(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                name = _STAGES[stage].in_language(interface_language())
                tasks[stage] = bar.add_task(name, total=total)
            bar.update(tasks[stage], completed=done, total=total)

        yield report
