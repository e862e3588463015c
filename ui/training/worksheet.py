"""A worksheet as a document: its questions with the learner's words, and what it stands on."""

import re
from collections.abc import Iterator, Mapping

from corpus.exchange.works import works
from corpus.wording import InterfaceLanguage, Wording
from index.passage import Hit, Passage
from qa.training.competency import Competency, Field
from qa.training.path.reading import Extract, Reading
from ui.memo import words as memo_words
from ui.memo.document import (
    Block,
    Document,
    Entries,
    Heading,
    Inlines,
    Paragraph,
    Points,
    Text,
    fit,
    one_line,
)
from ui.memo.notes import Notes, of_text
from ui.memo.sources import entry, short_name, sorted_by
from ui.memo.word import word_bytes
from ui.training import words
from ui.web.dates import date_in_words

_AUTHOR = "cxlit"
_LINES_TO_WRITE_ON = 3
_LINE = "_" * 72  # as wide as the text
_FRENCH_STOPS = re.compile(r" (?=[:;?!»])|(?<=«) ")


def worksheet_bytes(
    competency: Competency,
    fields: Mapping[str, str],
    reading: Reading,
    at: str,
    language: InterfaceLanguage,
) -> bytes:
    """The worksheet as DOCX; `at` is its date, ISO 8601. The same input makes the same bytes.

    Raises KnownError where pandoc is not installed.
    """
    return word_bytes(worksheet(competency, fields, reading, at, language))


def worksheet(
    competency: Competency,
    fields: Mapping[str, str],
    reading: Reading,
    at: str,
    language: InterfaceLanguage,
) -> Document:
    """`fields`: the learner's words by id of the field; without any there are lines to write on."""
    notes = Notes(language)
    blocks = tuple(_blocks(competency, fields, reading, language, notes))
    return Document(
        language=language,
        kind=words.KIND_OF_DOCUMENT.in_language(language),
        title=_said(competency.worksheet.title, language),
        title_language=language,
        author=_AUTHOR,
        at=at,
        date=date_in_words(at[: len("2026-11-22")], language),
        page=memo_words.PAGE.in_language(language),
        new_pages=False,
        blocks=blocks,
        notes=notes.all,
    )


def _blocks(
    competency: Competency,
    fields: Mapping[str, str],
    reading: Reading,
    language: InterfaceLanguage,
    notes: Notes,
) -> Iterator[Block]:
    sheet = competency.worksheet
    yield Paragraph(of_text(_said(sheet.purpose, language)))
    name = memo_words.filled(words.COMPETENCY, name=competency.name)
    minutes = memo_words.filled(words.MINUTES, n=sheet.minutes)
    about = f"{_said(name, language)} · {minutes.in_language(language)}"
    yield Paragraph(of_text(about), aside=True)
    for field in sheet.fields:
        yield from _answered(field, fields.get(field.id, ""), language)
    if reading.extracts:
        yield Heading(1, of_text(words.STANDS_ON.in_language(language)))
        yield Points(tuple(_cited(each, language, notes) for each in reading.extracts))
        yield Paragraph(of_text(words.IN_NOTES.in_language(language)), aside=True)
        yield Heading(1, of_text(memo_words.BIBLIOGRAPHY.in_language(language)))
        cited = sorted(works([each.article for each in reading.extracts]), key=sorted_by)
        yield Entries(tuple(entry(work, language) for work in cited))


def _answered(field: Field, written: str, language: InterfaceLanguage) -> Iterator[Block]:
    """The question, its hint, and each paragraph as the learner wrote it."""
    yield Heading(1, of_text(_said(field.label, language)))
    yield Paragraph(of_text(_said(field.hint, language)), aside=True)
    paragraphs = [each.strip() for each in re.split(r"\n\s*\n", fit(written)) if each.strip()]
    for paragraph in paragraphs:
        yield Paragraph((Text(paragraph),))
    if not paragraphs:
        yield Paragraph((Text("\n".join([_LINE] * _LINES_TO_WRITE_ON)),))


def _cited(extract: Extract, language: InterfaceLanguage, notes: Notes) -> Inlines:
    """The source, and a reference to its words."""
    article = extract.article
    quoted = Passage(article.id, extract.key.start, extract.key.end, extract.language)
    return (
        Text(one_line(article.title), article.language),
        Text(f" – {short_name(article, language)}"),
        notes.near(Hit(quoted, 0.0), article),
    )


def _said(wording: Wording, language: InterfaceLanguage) -> str:
    """In French, no line begins with a colon or ends with an opening quotation mark."""
    text = wording.in_language(language)
    return _FRENCH_STOPS.sub("\u00a0", text) if language == "fr" else text
