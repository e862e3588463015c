"""The memo of some answers: what stands in it, and in which order."""

from collections.abc import Iterator, Sequence
from importlib.metadata import version

from corpus.exchange.works import Work, works
from corpus.wording import InterfaceLanguage, Wording
from qa.freezing import Frozen
from qa.standing import Standing
from ui.confidence import confidence_in_words, confidence_of_100
from ui.memo import words
from ui.memo.answering import answer_blocks, quoted_articles
from ui.memo.document import (
    Block,
    Document,
    Entries,
    Heading,
    Paragraph,
    Points,
    Table,
    Text,
    one_line,
)
from ui.memo.limits import limits
from ui.memo.notes import Notes, in_language, of_text
from ui.memo.sources import entry, quoted, sorted_by
from ui.positions import DISAGREE, heading
from ui.web.dates import date_in_words

AUTHOR = "cxlit"


def memo(
    frozen: Sequence[Frozen], language: InterfaceLanguage, standings: Sequence[Standing]
) -> Document:
    """The memo of at least one answer; `standings` are theirs, or none."""
    notes = Notes(language)
    at = max(each.at for each in frozen)
    several = words.filled(words.SEVERAL, n=len(frozen)).in_language(language)
    alone = frozen[0] if len(frozen) == 1 else None
    blocks = tuple(_blocks(frozen, language, standings or [Standing()] * len(frozen), notes))
    return Document(
        language=language,
        kind=words.KIND_OF_DOCUMENT.in_language(language),
        title=one_line(alone.question.text) if alone else several,
        title_language=alone.answer.language if alone else language,
        author=AUTHOR,
        at=at,
        date=_day(at, language),
        page=words.PAGE.in_language(language),
        new_pages=alone is None,
        blocks=blocks,
        notes=notes.all,
    )


def cited_works(frozen: Sequence[Frozen]) -> tuple[Work, ...]:
    """The works behind all quotes, once each."""
    return works([article for each in frozen for article in quoted_articles(each.answer)])


def _blocks(
    frozen: Sequence[Frozen],
    language: InterfaceLanguage,
    standings: Sequence[Standing],
    notes: Notes,
) -> Iterator[Block]:
    several = len(frozen) > 1
    if several:
        yield _in_brief(frozen, language)
        yield from _about(frozen, language)
    for number, (each, standing) in enumerate(zip(frozen, standings, strict=True), start=1):
        if several:
            question = Text(one_line(each.question.text), each.answer.language)
            yield Heading(1, (Text(f"{number}. "), question))
        yield Paragraph(of_text(_asked(each, language)), aside=True)
        level = 2 if several else 1
        yield from answer_blocks(each.answer, language, notes, level)
        yield Heading(level, of_text(words.LIMITS.in_language(language)))
        found = limits(each, standing, language)
        yield Points(tuple(of_text(limit.in_language(language)) for limit in found))
    cited = sorted(cited_works(frozen), key=sorted_by)
    if cited:
        yield Heading(1, of_text(words.BIBLIOGRAPHY.in_language(language)))
        yield Entries(tuple(entry(work, language) for work in cited))
    if not several:
        yield Heading(1, of_text(words.ABOUT.in_language(language)))
        yield from _about(frozen, language)


def _about(frozen: Sequence[Frozen], language: InterfaceLanguage) -> Iterator[Block]:
    backed = words.BACKED
    if any(article.is_note for each in frozen for article in quoted_articles(each.answer)):
        notes = words.WORDS_OF_NOTES
        backed = Wording(f"{backed.en} {notes.en}", f"{backed.fr} {notes.fr}")
    for said in (backed, *_made(frozen)):
        yield Paragraph(of_text(said.in_language(language)), aside=True)


def _in_brief(frozen: Sequence[Frozen], language: InterfaceLanguage) -> Table:
    rows = (
        (
            (Text(f"{number}. "), Text(one_line(each.question.text), each.answer.language)),
            of_text(_result(each).in_language(language)),
        )
        for number, each in enumerate(frozen, start=1)
    )
    header = (words.QUESTION.in_language(language), words.RESULT.in_language(language))
    return Table(header, tuple(rows), (0.55, 0.45))


def _result(frozen: Frozen) -> Wording:
    if frozen.answer.abstained:
        return words.NOT_ANSWERED
    confidence = frozen.answer.confidence
    word = confidence_in_words(confidence)
    disputed = heading([position.option for position in frozen.answer.positions]) == DISAGREE
    said = words.DISPUTED if disputed else words.ANSWERED
    return words.filled(said, word=word, figure=confidence_of_100(confidence))


def _asked(frozen: Frozen, language: InterfaceLanguage) -> str:
    """When it was answered; how it was understood, where that is not how it was asked."""
    date = _day(frozen.at, language)
    parts = [words.filled(words.ANSWERED_ON, date=date).in_language(language)]
    if frozen.answer.language != language:
        parts.append(in_language(frozen.answer.language).in_language(language))
    understood = one_line(frozen.answer.searched_as)
    if understood != one_line(frozen.question.text):
        colon = "\u00a0: " if language == "fr" else ": "
        searched = words.SEARCHED_AS.in_language(language)
        parts.append(f"{searched}{colon}{quoted(understood, language)}")
    return " · ".join(parts)


def _made(frozen: Sequence[Frozen]) -> Iterator[Wording]:
    """By which answerer, from which state of the library; once for all questions alike."""
    alike: dict[Wording, list[int]] = {}
    for number, each in enumerate(frozen, start=1):
        kind, _, model = each.answer.answerer.partition(":")
        by = words.filled(words.CHAT_MODEL, name=one_line(model))
        state = words.filled(
            words.INDEX,
            generation=each.answer.generation,
            fingerprint=one_line(each.answer.fingerprint),
        )
        by = by if kind == "chat" else words.EMBEDDED
        said = Wording(f"{by.en}; {state.en}.", f"{by.fr}\u00a0; {state.fr}.")
        alike.setdefault(said, []).append(number)
    for said, numbers in alike.items():
        if len(alike) == 1:
            yield said
        else:
            of = words.QUESTION_NUMBER if len(numbers) == 1 else words.QUESTION_NUMBERS
            of = words.filled(of, numbers=words.listed([Wording(f"{n}", f"{n}") for n in numbers]))
            yield Wording(f"{of.en}: {said.en}", f"{of.fr}\u00a0: {said.fr}")
    yield words.filled(words.MADE_WITH, version=version("cxlit"))


def _day(at: str, language: InterfaceLanguage) -> str:
    return date_in_words(at[: len("2026-11-22")], language)
