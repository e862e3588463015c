"""The memo as PDF, typeset by Typst.

The document goes to the template as JSON and is shown as strings: nothing in it is ever read as
markup, and no file or address in it is opened. The fonts are Typst's own, and those of this
machine for scripts that they lack.
"""

import json
import re
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime
from importlib.resources import files
from typing import Any, Final

from corpus.wording import KnownError
from ui.memo.document import Document, References

_LANGUAGES: Final = {"language", "title_language"}
_ACCESSIBLE: Final = "ua-1"  # PDF/UA-1: tagged, titled, in a language, readable aloud


def pdf_bytes(document: Document) -> bytes:
    """The same document makes the same bytes. Raises KnownError where Typst is not installed."""
    try:
        import typst
    except ImportError as error:
        raise KnownError(
            en="PDF needs Typst, which is missing here. Install it with: pip install typst – or "
            "choose Markdown.",
            fr="Le PDF demande Typst, qui n’est pas installé ici. Installez-le avec\u00a0: pip "
            "install typst – ou choisissez Markdown.",
        ) from error
    template = files("ui.memo").joinpath("memo.typ").read_bytes()
    moment = datetime.fromisoformat(document.at).astimezone(UTC)
    data = {"memo": json.dumps(_data(document, moment), ensure_ascii=False)}
    try:
        return typst.compile(template, sys_inputs=data, timestamp=moment, pdf_standards=_ACCESSIBLE)
    except typst.TypstError:
        # The standard wants a glyph for every character, and no font here may have one.
        return typst.compile(template, sys_inputs=data, timestamp=moment)


def _data(document: Document, moment: datetime) -> dict[str, Any]:
    data: dict[str, Any] = _tagged(document, set())
    return {**data, "moment": list(moment.timetuple()[:6])}


def _tagged(value: Any, seen: set[int]) -> Any:
    """Dataclasses as objects with their type; a number of a note says whether it is the first."""
    if isinstance(value, References):
        numbers = [{"number": number, "first": number not in seen} for number in value.numbers]
        seen.update(value.numbers)
        return {"type": "references", "numbers": numbers}
    if is_dataclass(value):
        named = {field.name: _tagged(getattr(value, field.name), seen) for field in fields(value)}
        for name in _LANGUAGES & named.keys():
            # Typst takes no other code, and the memo is worth more than its pronunciation.
            named[name] = named[name] if re.fullmatch("[a-z]{2,3}", str(named[name])) else ""
        return {"type": type(value).__name__.lower(), **named}
    return [_tagged(each, seen) for each in value] if isinstance(value, tuple) else value
