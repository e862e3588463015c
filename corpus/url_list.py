"""A list of web addresses: one a line, "#" begins a comment."""

import sys
from collections.abc import Iterable
from pathlib import Path

from corpus.finding import web_page
from corpus.source import Skipped, Source
from corpus.wording import KnownError, Wording

STANDARD_INPUT = "-"


def read_url_list(path: str) -> tuple[list[Source], list[Skipped]]:
    """The pages of the list in the file `path` ("-": standard input), each once.

    A line that is no web address is skipped, named "path:line number"; so is a list that
    cannot be read.
    """
    try:
        if path == STANDARD_INPUT:
            return pages_of(sys.stdin, path)
        return pages_of(Path(path).read_text(encoding="utf-8-sig").splitlines(), path)
    except (OSError, ValueError):
        return [], [Skipped(path, _unreadable())]


def pages_of(lines: Iterable[str], name: str) -> tuple[list[Source], list[Skipped]]:
    """The same for lines that are in memory."""
    sources: dict[str, Source] = {}
    skipped: list[Skipped] = []
    for number, line in enumerate(lines, start=1):
        # A fragment is "#" without a space before it.
        url = f" {line}".split(" #")[0].strip()
        if not url:
            continue
        try:
            page = web_page(url)
            sources.setdefault(page.locator, page)
        except KnownError as error:
            skipped.append(Skipped(f"{name}:{number}", error.wording))
    return list(sources.values()), skipped


def _unreadable() -> Wording:
    return Wording(
        en="The list of addresses cannot be read. Check its name, and that it is a text file in "
        "UTF-8.",
        fr="La liste d’adresses ne peut pas être lue. Vérifiez son nom, et que c’est un fichier "
        "texte en UTF-8.",
    )
