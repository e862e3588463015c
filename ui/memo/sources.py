"""A source as it is named: in a note, in a table, in the bibliography."""

from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from corpus.article import Record
from corpus.characters import folded
from corpus.exchange.person_names import Name, parsed_name
from corpus.exchange.works import Work
from corpus.wording import InterfaceLanguage
from ui.memo import words
from ui.memo.document import Inline, Inlines, Link, Text, one_line
from ui.web.dates import date_in_words

_LONGEST_NAME = 40  # characters of a source in a table; longer ones are cut
_AUTHORS_NAMED = 3  # in a note; the bibliography names all


def quoted(text: str, language: InterfaceLanguage) -> str:
    """`text` inside the quotation marks of that language."""
    return f"«\u00a0{text}\u00a0»" if language == "fr" else f"“{text}”"


def semicolon(language: InterfaceLanguage) -> str:
    """What parts the names of a list that has commas in it."""
    return "\u00a0; " if language == "fr" else "; "


def short_name(record: Record, language: InterfaceLanguage) -> str:
    """As "Bliss et al. (2016)": who speaks, and when."""
    when = str(record.year) if record.year else words.NO_DATE.in_language(language)
    return f"{voice(record)} ({when.replace(' ', chr(0xA0))})"


def voice(record: Record) -> str:
    """Who speaks: the last name of the first author, else the publisher, else the title."""
    names = [parsed_name(one_line(name), record.publisher) for name in record.authors]
    lasts = [one_line(f"{name.particle} {name.last}") for name in names]
    lasts = [last for last in lasts if last]
    who = lasts[0] if lasts else one_line(record.publisher or record.original_title or record.title)
    if len(who) > _LONGEST_NAME:
        who = who[: _LONGEST_NAME - 1].rstrip() + "…"
    return f"{who} et al." if len(lasts) > 1 else who


def long_name(record: Record, language: InterfaceLanguage) -> Inlines:
    """Author, title, publisher, date."""
    authors = [name for name in map(one_line, record.authors) if name]
    who = ", ".join(authors[:_AUTHORS_NAMED]) + (" et al." if authors[_AUTHORS_NAMED:] else "")
    when = date_in_words(one_line(record.date), language)
    title = Text(one_line(record.original_title or record.title), record.language, emphasised=True)
    rest = [one_line(record.publisher), when or words.UNDATED.in_language(language)]
    before = (Text(f"{who}, "),) if who else ()
    return (*before, title, Text(", " + ", ".join(part for part in rest if part)))


def site(url: str) -> Inline | None:
    """A link that shows no more than the site; None where there is no web address."""
    host = web_host(url)
    return Link(host.removeprefix("www."), one_line(url)) if host else None


def web_host(url: str) -> str:
    """The host of a web address; empty for anything else."""
    try:
        parts = urlsplit(one_line(url))
        host = parts.hostname or ""
    except ValueError:
        return ""
    return host if parts.scheme in ("http", "https") else ""


def entry(work: Work, language: InterfaceLanguage) -> Inlines:
    """An entry of the bibliography: author (year). Title. Publisher, date. Address."""
    return tuple(_entry(work, language))


def _entry(work: Work, language: InterfaceLanguage) -> Iterator[Inline]:
    names = [written for written in map(_written, work.authors) if written]
    publisher = one_line(work.publisher)
    year = one_line(work.date)[:4] or words.NO_DATE.in_language(language).replace(" ", "\u00a0")
    yield Text(f"{semicolon(language).join(names) or publisher} ({year}). ".lstrip())
    title = one_line(work.title)
    yield Text(title, work.language, emphasised=True)
    published = [publisher if names else "", _precise(work.date, language)]
    told = ", ".join(part for part in published if part)
    ended = title.endswith((".", "…", "?", "!"))
    yield Text(("" if ended else ".") + (f" {told}. " if told else " "))
    address = one_line(work.url)
    if address:
        yield Link(address, address) if web_host(address) else Text(address)


def _precise(date: str, language: InterfaceLanguage) -> str:
    """The date, where it says more than the year."""
    return date_in_words(one_line(date), language) if len(date) > len("2016") else ""


def _written(name: Name) -> str:
    last = one_line(f"{name.particle} {name.last}")
    parts = (last, one_line(name.first), one_line(name.suffix))
    return ", ".join(part for part in parts if part)


def sorted_by(work: Work) -> tuple[str, str, str]:
    """What a bibliography is in the order of: who, when, what."""
    first = work.authors[0].last if work.authors else work.publisher or work.title
    return folded(first), work.date, folded(work.title)


def named(records: Sequence[Record], language: InterfaceLanguage) -> str:
    """Titles of some records, each with who speaks and when."""
    return semicolon(language).join(
        f"{quoted(one_line(record.title), language)}, {short_name(record, language)}"
        for record in records
    )
