"""An answer as plain text with its citations, for the clipboard."""

from collections.abc import Iterator

from corpus.article import Article
from corpus.wording import InterfaceLanguage
from qa.answer import Answer, Citation
from qa.freezing import Frozen
from ui.confidence import confidence_in_words, confidence_of_100
from ui.positions import heading, source_count, unmarked
from ui.web import texts
from ui.web.ask import answer_words
from ui.web.dates import date_in_words
from ui.web.kept import words as kept_words
from ui.web.kept.days import moment


def plain_text(frozen: Frozen, language: InterfaceLanguage) -> str:
    """Question, answer with [n], how sure it is, positions, then each quote with its source."""
    answer = frozen.answer
    day = date_in_words(moment(frozen.at).date().isoformat(), language)
    parts = [
        answer.question,
        "\n".join(_said(answer, language)),
        "\n".join(_sure(answer, language)),
        "\n".join(_positions(answer, language)),
        "\n".join(_sources(answer, language)),
        texts.filled(kept_words.COPY_FROM, date=day).in_language(language),
    ]
    return "\n\n".join(part for part in parts if part)


def _said(answer: Answer, language: InterfaceLanguage) -> Iterator[str]:
    if answer.reason:
        yield kept_words.COPY_ABSTAINED.in_language(language)
        yield texts.REASONS[answer.reason].in_language(language)
    for sentence in answer.sentences:
        yield sentence.text + _marks(unmarked(sentence.text, sentence.citations))


def _sure(answer: Answer, language: InterfaceLanguage) -> Iterator[str]:
    if answer.abstained:
        return
    yield texts.filled(
        answer_words.CONFIDENCE,
        word=confidence_in_words(answer.confidence),
        figure=confidence_of_100(answer.confidence),
    ).in_language(language)
    if len({citation.article_id for citation in answer.citations}) == 1:
        yield answer_words.ONE_ARTICLE.in_language(language)


def _positions(answer: Answer, language: InterfaceLanguage) -> Iterator[str]:
    if answer.positions:
        yield heading([position.option for position in answer.positions]).in_language(language)
    for position in answer.positions:
        label = position.label.in_language(language)
        count = source_count(position.sources or len(position.citations)).in_language(language)
        yield f"- {label} ({count}){_marks(position.citations)}"


def _sources(answer: Answer, language: InterfaceLanguage) -> Iterator[str]:
    articles = {article.id: article for article in answer.articles}
    if answer.citations:
        yield kept_words.COPY_SOURCES.in_language(language)
    for citation in answer.citations:
        source = _of(articles[citation.article_id], language)
        yield f"[{citation.number}] {_quote(citation)} — {source}"


def _quote(citation: Citation) -> str:
    """In the quotation marks of its own language, on one line."""
    words = " ".join(citation.quote.split())
    return texts.filled(kept_words.COPY_QUOTE, quote=words).in_language(citation.language)


def _of(article: Article, language: InterfaceLanguage) -> str:
    date = date_in_words(article.date, language) if article.date else ""
    undated = kept_words.COPY_UNDATED.in_language(language)
    known = [", ".join(article.authors), article.title, article.publisher, date or undated]
    return ", ".join(part for part in [*known, article.url] if part)


def _marks(citations: tuple[int, ...]) -> str:
    return "".join(f" [{number}]" for number in citations)
