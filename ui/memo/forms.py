"""The forms of a memo, and what makes each."""

from collections.abc import Sequence
from enum import StrEnum

from corpus.exchange.bibliography import BibliographyFormat, bibliography
from corpus.wording import InterfaceLanguage, KnownError
from qa.freezing import Frozen
from qa.standing import Standing

MOST_ANSWERS = 200  # in one memo


class MemoForm(StrEnum):
    """What a memo can be written as; Markdown needs nothing installed."""

    DOCX = "docx"
    PDF = "pdf"
    MARKDOWN = "markdown"


def memo_bytes(
    frozen: Sequence[Frozen],
    form: MemoForm,
    language: InterfaceLanguage,
    standings: Sequence[Standing] = (),
) -> bytes:
    """The memo of these answers in the language of the interface; quotes keep theirs.

    `standings`: one for each answer, in their order, or none at all. The same input makes the
    same bytes. Raises KnownError for no answer or too many, and where the form needs a program
    that is not installed.
    """
    from ui.memo.composing import memo
    from ui.memo.markdown import markdown_bytes
    from ui.memo.pdf import pdf_bytes
    from ui.memo.word import word_bytes

    _check(frozen)
    writers = {
        MemoForm.DOCX: word_bytes,
        MemoForm.PDF: pdf_bytes,
        MemoForm.MARKDOWN: markdown_bytes,
    }
    return writers[form](memo(frozen, language, standings))


def memo_bibliography(frozen: Sequence[Frozen], form: BibliographyFormat) -> str:
    """The works behind the quotes of these answers, for a reference manager."""
    from ui.memo.composing import cited_works

    _check(frozen)
    return bibliography(cited_works(frozen), form)


def _check(frozen: Sequence[Frozen]) -> None:
    if not frozen:
        raise KnownError(
            en="There is no answer to put into a memo. Choose one first.",
            fr="Il n’y a aucune réponse à mettre dans une note. Choisissez-en une d’abord.",
        )
    if len(frozen) > MOST_ANSWERS:
        raise KnownError(
            en=f"A memo holds {MOST_ANSWERS} answers at most, and these are {len(frozen)}. "
            "Choose fewer.",
            fr=f"Une note contient {MOST_ANSWERS} réponses au plus, et il y en a {len(frozen)}. "
            "Choisissez-en moins.",
        )
