"""File names of memos: safe on every system, and telling."""

import pytest

from tests.memo_material import answer, frozen
from ui.memo import MemoForm, form_of, memo_name


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Who should the CCO report to?", "2026-11-22-who-should-the-cco-report-to.docx"),
        ("À qui l'œuvre ?", "2026-11-22-a-qui-l-oeuvre.docx"),
        ("../../etc/passwd\x00", "2026-11-22-etc-passwd.docx"),
        ("誰ですか", "2026-11-22-memo.docx"),
        ("word " * 40, f"2026-11-22-{'-'.join(['word'] * 12)}.docx"),
        ("x" * 100, f"2026-11-22-{'x' * 60}.docx"),
    ],
)
def test_names(question: str, name: str) -> None:
    assert memo_name([frozen(answer(question=question))], MemoForm.DOCX, "en") == name


def test_several_answers() -> None:
    kept = [frozen(answer(question="Qui ?")), frozen(answer(), "2026-11-23T07:00:00+00:00")]
    assert memo_name(kept, MemoForm.PDF, "fr") == "2026-11-23-qui-et-1-de-plus.pdf"
    assert memo_name(kept, MemoForm.MARKDOWN, "en") == "2026-11-23-qui-and-1-more.md"


def test_the_form_that_a_name_asks_for() -> None:
    names = ["a.docx", "B.PDF", "c.md", "d.txt", "docx"]
    assert [form_of(name) for name in names] == [
        MemoForm.DOCX, MemoForm.PDF, MemoForm.MARKDOWN, None, None,
    ]  # fmt: skip
