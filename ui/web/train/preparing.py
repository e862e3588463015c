"""Quiz items are made from the library when a tab that asks them is opened."""

from collections.abc import Iterator

from corpus.wording import InterfaceLanguage, Wording
from qa.training.bank import Bank
from ui.web import failure
from ui.web.articles.intake import step_by_step
from ui.web.articles.library_view import notice_html
from ui.web.markup import render

PREPARING = Wording(
    "Making the questions from the library",
    "Préparation des questions à partir de la bibliothèque",
)
PREPARED = Wording("The questions are ready.", "Les questions sont prêtes.")


def preparing_html(bank: Bank, language: InterfaceLanguage) -> Iterator[str]:
    """What a live region says while items are made; nothing where they are there already.

    The work is done in a thread of its own: the page stays as it is meanwhile.
    """
    try:
        if bank.up_to_date():
            yield ""
            return
        yield _progress_html(0, 0, language)
        for step in step_by_step(bank.refresh):
            yield _progress_html(step.done, step.total, language)
    except Exception as error:  # noqa: BLE001  the page is the last place to catch it
        yield notice_html(failure.sentence(error), language, failed=True)
        return
    yield notice_html(PREPARED, language)


def _progress_html(done: int, total: int, language: InterfaceLanguage) -> str:
    return render("progress.html", language, label=PREPARING, done=done, total=total)
