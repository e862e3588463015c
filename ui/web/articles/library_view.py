"""The library as HTML: a page of its articles, an addition under way, and what it did."""

from dataclasses import dataclass
from typing import Literal

from corpus.exchange.bibliography import BibliographyFormat
from corpus.filters import KIND_NAMES
from corpus.starter import is_starter
from corpus.topics import TOPIC_NAMES
from corpus.wording import InterfaceLanguage, Wording
from index.report import AddReport
from ui.web import texts
from ui.web.articles.article_list import Order, Page
from ui.web.articles.correction_form import Draft
from ui.web.markup import render

_FORMATS = {
    BibliographyFormat.BIBTEX: "BibTeX",
    BibliographyFormat.RIS: "RIS",
    BibliographyFormat.CSL_JSON: "CSL-JSON",
}


@dataclass(frozen=True, slots=True)
class Task:
    """What a person has begun to do with one article of the list, and not yet done."""

    kind: Literal["remove", "correct"]
    article_id: str
    draft: Draft | None = None  # the form as it was opened, in a correction
    typed: Draft | None = None  # the form as it was sent, when it was not taken
    refusal: Wording | None = None  # why it was not taken


def list_html(
    page: Page,
    all_: int,
    task: Task | None,
    language: InterfaceLanguage,
    *,
    may_change: bool = True,
) -> str:
    """A page of the list of a library of `all_` articles; the task stands in its article."""
    return render(
        "library.html",
        language,
        page=page,
        all=all_,
        task=task,
        may_change=may_change,
        draft=(task.typed or task.draft) if task else None,
        is_starter=is_starter,
        forms=[(form.value, name) for form, name in _FORMATS.items()],
        kinds=[(kind.value, name.in_language(language)) for kind, name in KIND_NAMES.items()],
        topics=[(topic.value, name.in_language(language)) for topic, name in TOPIC_NAMES.items()],
    )


def find_html(search: str, order: Order, language: InterfaceLanguage) -> str:
    """The search box above the list, and how the list is sorted."""
    orders = [(each.value, name.in_language(language)) for each, name in texts.ORDERS.items()]
    return render("find.html", language, search=search, order=order, orders=orders)


def progress_html(stage: str, done: int, total: int, language: InterfaceLanguage) -> str:
    """How far an addition has come."""
    label = texts.STAGES.get(stage, texts.WORKING)
    return render("progress.html", language, label=label, done=done, total=total)


def report_html(report: AddReport, language: InterfaceLanguage) -> str:
    """What became of each source of an addition."""
    lists = (
        (texts.ADDED, report.added),
        (texts.UPDATED, report.updated),
        (texts.UNCHANGED, report.unchanged),
    )
    return render("report.html", language, report=report, lists=lists)


def notice_html(
    wording: Wording, language: InterfaceLanguage, *, failed: bool = False, undo: bool = False
) -> str:
    """One sentence: something was done, or could not be; `undo` offers to take it back."""
    return render("notice.html", language, wording=wording, failed=failed, undo=undo)
