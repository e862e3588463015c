"""A preview as HTML: what would be added, before anything is."""

from dataclasses import dataclass

from corpus.article import Article
from corpus.wording import InterfaceLanguage, Wording
from index.passage import Span
from index.report import NearDuplicate, Outcome, Preview, Previewed
from ui.web import texts
from ui.web.markup import render
from ui.web.reader.reading import Run, shown

_MOST_SHOWN = 50  # articles; of more, the number says enough
_PASSAGES = 3  # of each article

_WORDS = {
    Outcome.ADDED: texts.WILL_BE_ADDED,
    Outcome.UPDATED: texts.WILL_BE_UPDATED,
    Outcome.UNCHANGED: texts.IS_UNCHANGED,
}


@dataclass(frozen=True, slots=True)
class _Look:
    """One article as the preview shows it."""

    article: Article
    outcome: Outcome
    words: Wording
    twin: NearDuplicate | None
    passages: tuple[tuple[Run, ...], ...]


def incoming(preview: Preview) -> tuple[Article, ...]:
    """The articles that would come in, as they were read."""
    return tuple(
        entry.article for entry in preview.entries if entry.outcome is not Outcome.UNCHANGED
    )


def preview_html(preview: Preview, language: InterfaceLanguage) -> str:
    return render(
        "preview.html",
        language,
        looks=[_look(entry) for entry in preview.entries[:_MOST_SHOWN]],
        more=max(0, len(preview.entries) - _MOST_SHOWN),
        skipped=preview.skipped,
        count=len(incoming(preview)),
    )


def _look(entry: Previewed) -> _Look:
    text = entry.article.text
    passages = tuple(
        shown(text, (), Span(passage.start, passage.end)) for passage in entry.passages[:_PASSAGES]
    )
    return _Look(
        entry.article, entry.outcome, _WORDS[entry.outcome], entry.near_duplicate, passages
    )
