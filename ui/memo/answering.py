"""One answer in a memo: its sentences, its positions, or why the library does not answer."""

import re
from collections.abc import Iterator

from corpus.article import Article
from corpus.filters import KIND_NAMES
from corpus.language import LANGUAGE_NAMES
from corpus.wording import InterfaceLanguage, Wording
from qa.answer import Answer, Citation, Position, Reason, Sentence
from ui.memo import words
from ui.memo.document import (
    Block,
    Heading,
    Inline,
    Inlines,
    Paragraph,
    Points,
    Table,
    Text,
    fit,
    one_line,
)
from ui.memo.limits import cited_articles
from ui.memo.notes import Notes, of_text
from ui.memo.sources import short_name
from ui.positions import heading, unmarked

_NUMBERS = re.compile(r"((?: ?\[\d+\])+)")
_WIDTHS = (0.26, 0.36, 0.11, 0.14, 0.13)  # of the columns of the positions


def answer_blocks(
    answer: Answer, language: InterfaceLanguage, notes: Notes, level: int
) -> Iterator[Block]:
    """The answer under headings of this level."""
    if answer.abstained:
        yield from _abstained(answer, language, notes, level)
        return
    yield Heading(level, of_text(words.ANSWER.in_language(language)))
    yield from _sentences(answer, notes)
    if answer.positions:
        options = [position.option for position in answer.positions]
        yield Heading(level, of_text(heading(options).in_language(language)))
        yield _table(answer, language, notes)


def quoted_articles(answer: Answer) -> list[Article]:
    """The articles that the notes quote: those cited, or the nearest of an abstention."""
    if not answer.abstained:
        return cited_articles(answer)
    articles = {article.id: article for article in answer.articles}
    return [articles[id_] for id_ in dict.fromkeys(h.passage.article_id for h in answer.nearest)]


# Sentences -------------------------------------------------------------------------------------


def _sentences(answer: Answer, notes: Notes) -> Iterator[Block]:
    """What leads the positions is a paragraph, and so is the prose of a chat model."""
    said = [tuple(_sentence(sentence, answer, notes)) for sentence in answer.sentences]
    if answer.answerer.startswith("chat:"):
        yield Paragraph(tuple(inline for each in said for inline in (*each, Text(" "))))
        return
    leads = bool(answer.positions) and not unmarked(
        answer.sentences[0].text, answer.sentences[0].citations
    )
    if leads or len(said) == 1:
        yield Paragraph(said.pop(0))
    if said:
        yield Points(tuple(said))


def _sentence(sentence: Sentence, answer: Answer, notes: Notes) -> Iterator[Inline]:
    """Its words and its references: where it names the numbers itself, else at its end."""
    text = fit(sentence.text).strip()
    if sentence.citations and not unmarked(text, sentence.citations):
        for piece in _NUMBERS.split(text):
            named = [int(number) for number in re.findall(r"\d+", piece)]
            if _NUMBERS.fullmatch(piece) and set(named) <= set(sentence.citations):
                yield notes.cited(named, answer)
            elif piece:
                yield Text(_spaced(piece, answer.language), answer.language)
        return
    # In French a reference stands before the full stop, in English after it.
    stop = "." if answer.language == "fr" and re.search(r"[^.]\.$", text) else ""
    cited = [citation for citation in answer.citations if citation.number in sentence.citations]
    yield from _spoken(text.removesuffix(stop) if stop else text, cited, answer.language)
    if sentence.citations:
        yield notes.cited(sentence.citations, answer)
    if stop:
        yield Text(stop, answer.language)


def _spaced(ours: str, language: str) -> str:
    """Words of cxlit's own in French: no line begins with their punctuation."""
    return re.sub(r" (?=[:;?!])", "\u00a0", ours) if language == "fr" else ours


def _spoken(text: str, cited: list[Citation], language: str) -> Iterator[Text]:
    """The words, cut where they go over into a quote in another language and back."""
    pieces = [Text(text, language)]
    for citation in cited:
        if citation.language not in ("", language):
            pieces = [part for piece in pieces for part in _cut(piece, citation)]
    yield from pieces


def _cut(whole: Text, citation: Citation) -> list[Text]:
    before, found, after = whole.words.partition(fit(citation.quote))
    pieces = (Text(before, whole.language), Text(found, citation.language))
    return [piece for piece in (*pieces, Text(after, whole.language)) if piece.words]


# Positions -------------------------------------------------------------------------------------


def _table(answer: Answer, language: InterfaceLanguage, notes: Notes) -> Table:
    header = (words.POSITION, words.SOURCES, words.YEARS, words.KINDS, words.LANGUAGES)
    return Table(
        tuple(name.in_language(language) for name in header),
        tuple(_row(position, answer, language, notes) for position in answer.positions),
        _WIDTHS,
    )


def _row(
    position: Position, answer: Answer, language: InterfaceLanguage, notes: Notes
) -> tuple[Inlines, ...]:
    label = one_line(position.label.in_language(language))
    return (
        (Text(label[:1].upper() + label[1:]),),
        tuple(_sources(position, answer, language, notes)),
        of_text(_years(position, answer, language)),
        of_text(_names([KIND_NAMES[kind] for kind in position.kinds], language)),
        of_text(_names([_language(code) for code in position.languages], language)),
    )


def _years(position: Position, answer: Answer, language: InterfaceLanguage) -> str:
    """The first and the last one, and that there are undated sources beside them."""
    years = "–".join(str(y) for y in sorted({*position.years[:1], *position.years[-1:]}))
    if not years:
        return words.UNKNOWN.in_language(language)
    articles = {article.id: article for article in answer.articles}
    cited = {c.number: articles[c.article_id] for c in answer.citations}
    undated = any(cited[number].year is None for number in position.citations)
    none = words.NO_DATE.in_language(language).replace(" ", "\u00a0")
    return f"{years}, {none}" if undated else years


def _sources(
    position: Position, answer: Answer, language: InterfaceLanguage, notes: Notes
) -> Iterator[Inline]:
    """How many they are, and each by its short name with a reference to what it says."""
    articles = {article.id: article for article in answer.articles}
    cited = {c.number: articles[c.article_id] for c in answer.citations}
    yield Text(str(position.sources), strong=True)
    for at, number in enumerate(position.citations):
        name = short_name(cited[number], language)
        yield Text(f"{', ' if at else ' · '}{name}")
        yield notes.cited([number], answer)


def _language(code: str) -> Wording:
    return LANGUAGE_NAMES.get(code, Wording(code, code))


def _names(names: list[Wording], language: InterfaceLanguage) -> str:
    told = ", ".join(name.in_language(language) for name in names)
    return told or words.UNKNOWN.in_language(language)


# Without an answer -----------------------------------------------------------------------------


def _abstained(
    answer: Answer, language: InterfaceLanguage, notes: Notes, level: int
) -> Iterator[Block]:
    yield Heading(level, of_text(words.ABSTAINED.in_language(language)))
    if answer.reason:
        yield Paragraph(of_text(words.REASONS[answer.reason].in_language(language)))
    if not answer.nearest:
        return
    outside = answer.reason is Reason.EXCLUDED_BY_FILTERS
    near = words.NEAREST_OUTSIDE if outside else words.NEAREST
    yield Heading(level, of_text(near.in_language(language)))
    articles = {article.id: article for article in answer.articles}
    yield Points(
        tuple(
            (
                Text(one_line(article.title), article.language),
                Text(f" – {short_name(article, language)}"),
                notes.near(hit, article),
            )
            for hit in answer.nearest
            for article in (articles[hit.passage.article_id],)
        )
    )
