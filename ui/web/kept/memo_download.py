"""Board memos and their bibliographies as files of the page."""

from collections.abc import Callable, Sequence
from pathlib import Path

from corpus.exchange.bibliography import BibliographyFormat
from corpus.wording import InterfaceLanguage, KnownError
from qa.freezing import Frozen
from qa.standing import Standing
from ui.memo import MemoForm, memo_bibliography, memo_bytes, memo_name
from ui.web.desks.answers_desk import AnswersDesk

_BIBLIOGRAPHIES = {
    "bibtex": (BibliographyFormat.BIBTEX, "cxlit.bib"),
    "ris": (BibliographyFormat.RIS, "cxlit.ris"),
}


def memo_writer(
    answers: AnswersDesk,
    chosen: Callable[[], Sequence[Frozen]],
    form: str,
    language: InterfaceLanguage,
) -> Callable[[Path], None]:
    """Writes the memo of what `chosen` gives, or its bibliography, into the folder it is handed.

    `form` comes from the browser. What has become of the sources since is said in the memo.
    """

    def write(folder: Path) -> None:
        frozen = chosen()
        if form in _BIBLIOGRAPHIES:
            asked_for, name = _BIBLIOGRAPHIES[form]
            (folder / name).write_text(memo_bibliography(frozen, asked_for), encoding="utf-8")
            return
        if form not in set(MemoForm):
            raise KnownError(
                en="A memo cannot be written in this form. Choose Word, PDF, Markdown, BibTeX or "
                "RIS.",
                fr="Une note ne peut pas être écrite sous cette forme. Choisissez Word, PDF, "
                "Markdown, BibTeX ou RIS.",
            )
        wanted = MemoForm(form)
        standings = [_standing(answers, each) for each in frozen]
        content = memo_bytes(frozen, wanted, language, standings)
        (folder / memo_name(frozen, wanted, language)).write_bytes(content)

    return write


def _standing(answers: AnswersDesk, frozen: Frozen) -> Standing:
    """Without a library to compare with, the memo is of that day all the same."""
    try:
        return answers.standing(frozen)
    except KnownError:
        return Standing()
