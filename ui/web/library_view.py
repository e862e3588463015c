"""The library as HTML: its articles, an addition under way, and what it did."""

from corpus.article import Article
from corpus.wording import InterfaceLanguage, Wording
from index.report import AddReport
from ui.web import texts
from ui.web.markup import render


def list_html(articles: tuple[Article, ...], doomed: str, language: InterfaceLanguage) -> str:
    """All articles, newest first; `doomed` is the one whose removal awaits confirmation."""
    ordered = sorted(articles, key=lambda article: article.title.casefold())
    ordered.sort(key=lambda article: article.date, reverse=True)
    return render("library.html", language, articles=ordered, doomed=doomed)


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


def notice_html(wording: Wording, language: InterfaceLanguage, *, failed: bool = False) -> str:
    """One sentence: something was done, or could not be."""
    return render("notice.html", language, wording=wording, failed=failed)
