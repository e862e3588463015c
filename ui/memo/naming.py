"""The name of a memo's file."""

import re
from collections.abc import Sequence

from corpus.characters import folded
from corpus.wording import InterfaceLanguage
from qa.freezing import Frozen
from ui.memo import words
from ui.memo.forms import MemoForm

_LONGEST = 60  # characters of the question in it
_SUFFIXES = {MemoForm.DOCX: ".docx", MemoForm.PDF: ".pdf", MemoForm.MARKDOWN: ".md"}
_LETTERS = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o"})


def memo_name(frozen: Sequence[Frozen], form: MemoForm, language: InterfaceLanguage) -> str:
    """Day and first question in plain letters, as every file system takes them."""
    day = re.sub(r"[^\d-]", "", max(each.at for each in frozen)[: len("2026-11-22")])
    more = words.filled(words.MORE, n=len(frozen) - 1).in_language(language)
    parts = [day, _slug(frozen[0].question.text) or "memo", *([more] if len(frozen) > 1 else [])]
    return "-".join(part for part in parts if part) + _SUFFIXES[form]


def form_of(name: str) -> MemoForm | None:
    """The form that a file name asks for by its ending."""
    name = name.casefold()
    return next((form for form, suffix in _SUFFIXES.items() if name.endswith(suffix)), None)


def _slug(text: str) -> str:
    slug = "-".join(re.findall(r"[a-z0-9]+", folded(text.casefold().translate(_LETTERS))))
    if len(slug) > _LONGEST:
        slug = slug[: _LONGEST + 1].rpartition("-")[0] or slug[:_LONGEST]
    return slug
