"""The board memo: answers with their exact quotes, as DOCX, PDF and Markdown."""

from ui.memo.forms import MOST_ANSWERS, MemoForm, memo_bibliography, memo_bytes
from ui.memo.naming import form_of, memo_name

__all__ = [
    "MOST_ANSWERS",
    "MemoForm",
    "form_of",
    "memo_bibliography",
    "memo_bytes",
    "memo_name",
]
