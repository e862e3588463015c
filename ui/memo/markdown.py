"""The memo as Markdown: GitHub's, with its tables and footnotes.

Nothing but Python is needed. What would be markup in somebody's words is written with a
backslash, and read back as it was.
"""

import re
from collections.abc import Iterable

from ui.memo.document import (
    Block,
    Document,
    Entries,
    Heading,
    Inlines,
    Link,
    Paragraph,
    Points,
    References,
    Table,
    Text,
)

# Markup anywhere; what GitHub makes a link, a mention, a formula or an emoji of; "!" before "[".
_ANYWHERE = re.compile(
    r"[\\`*_\[\]<>&~|$@]|(?<=[a-z]):(?=//)|(?<=www)\.|:(?=[\w+-]+:)|!$", re.IGNORECASE
)
_AT_START = re.compile(r"^(?:[#>+=:-]|\d+(?=[.)]))")  # of a heading, a list, a quote, a rule
_UNFIT = re.compile(r"[\s<>\\`|]")  # in an address between "<" and ">"
_REFERENCE = re.compile(r"&(?=#?\w+;)")


def markdown_bytes(document: Document) -> bytes:
    """UTF-8 with Unix line ends."""
    kind, title = _inlines((Text(document.kind),)), _inlines((Text(document.title),))
    parts = [
        f"# {title}",
        f"{kind} · {document.date} · {document.author}",
        *(_block(block) for block in document.blocks),
        *(f"[^{note.number}]: {_inlines(note.words)}" for note in document.notes),
    ]
    return ("\n\n".join(parts) + "\n").encode()


def _block(block: Block) -> str:
    match block:
        case Heading():
            return f"{'#' * (block.level + 1)} {_inlines(block.words)}"
        case Paragraph():
            return _inlines(block.words)
        case Points() | Entries():
            return "\n".join(f"- {_inlines(item)}" for item in block.items)
        case Table():
            header = _row(_inlines((Text(name),)) for name in block.header)
            rows = [_row(map(_inlines, row)) for row in block.rows]
            return "\n".join([header, _row(["---"] * len(block.header)), *rows])


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _inlines(words: Inlines) -> str:
    """On one line, unless a text has line breaks: these are hard ones."""
    written = ""
    for inline in words:
        match inline:
            case Text():
                written += _text(inline, first=not written)
            case Link():
                written += _link(inline)
            case References():
                written += " ".join(f"[^{number}]" for number in inline.numbers)
    return written.strip()


def _text(text: Text, *, first: bool) -> str:
    first_line, *others = re.split(r"\n+", text.words)
    # The indent keeps further lines inside a list item or a note.
    lines = [_escaped(first_line, first=first), *(_escaped(line, first=True) for line in others)]
    mark = "**" if text.strong else "*" if text.emphasised else ""
    marked = mark if text.words.strip() else ""
    return marked + "\\\n    ".join(lines) + marked


def _escaped(line: str, *, first: bool) -> str:
    """`first`: nothing stands before it on its line."""
    written = _ANYWHERE.sub(r"\\\g<0>", line)
    if not first:
        return written
    start = _AT_START.match(written)
    if not start:
        return written
    at = start.end() if start.group().isdigit() else 0
    return f"{written[:at]}\\{written[at:]}"


def _link(link: Link) -> str:
    address = _UNFIT.sub(lambda found: f"%{ord(found.group()):02X}", link.address)
    if link.words == address and not _REFERENCE.search(address):
        return f"<{address}>"
    safe = _REFERENCE.sub("&amp;", address)
    return f"[{_escaped(link.words, first=False)}](<{safe}>)"
