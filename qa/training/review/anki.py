"""Decks for Anki: items of the bank and marked passages as notes.

A note has the same id in every deck that is written, so that Anki, which knows its progress by
it, updates what a learner has there already instead of adding it a second time.
"""

import html
import re
import tempfile
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO, TYPE_CHECKING

from corpus.article import Record
from corpus.wording import KnownError, Wording
from qa.training.item import Item
from qa.training.quiz import draw
from qa.training.review.anki_words import BACK, DECK, FRONT, LABELS, NOTE_TYPE, STYLE
from qa.training.review.cards import Marked
from qa.training.sources import source_address, source_line

if TYPE_CHECKING:
    import genanki

_FIELDS = ("Question", "Shown", "Options", "Answer", "Why", "Quote", "Source")
# Drawn once (a number below 2^31, as Anki wants it) and kept for good.
_DECK_IDS = {"en": 1_732_590_211, "fr": 1_518_204_877}
_NOTE_TYPE_IDS = {"en": 1_604_118_302, "fr": 1_299_781_645}
_EARLIEST = (1980, 1, 1, 0, 0, 0)  # what a ZIP can say; the real time would change its bytes
_ANKI = {ord("\n"): "<br>", **{ord(sign): f"&#{ord(sign)};" for sign in "{}[]"}}
_GUID = re.compile(r"cxlit:((?:passage:)?[0-9A-Za-z_-]{1,64})(?::[a-z]{2})?")


@dataclass(frozen=True, slots=True)
class Deck:
    """What goes into one file; `language` is that of the passages' questions."""

    items: Sequence[Item]
    marked: Sequence[Marked]
    language: str


def card_of(guid: str) -> str:
    """The card of a note that was written here; empty for any other note."""
    found = _GUID.fullmatch(guid)
    return found[1] if found else ""


def write_deck(
    file: IO[bytes],
    deck: Deck,
    records: Mapping[str, Record],
    names: Mapping[str, Wording],
    at: datetime,
) -> int:
    """Write an .apkg, byte for byte the same for the same arguments; how many notes it has.

    `records` are by article id, `names` those of competencies by id. What Anki has of another
    time is brought up to `at`. Raises KnownError for a deck without a card.
    """  # fmt: skip
    if not deck.items and not deck.marked:
        raise KnownError(
            en="There is no card for this deck yet. Review or mark something first, or take all "
            "cards.",
            fr="Il n’y a pas encore de carte pour ce paquet. Révisez ou marquez d’abord quelque "
            "chose, ou prenez toutes les cartes.",
        )
    import genanki

    types = {language: _note_type(language) for language in _DECK_IDS}
    decks = {
        language: genanki.Deck(id_, DECK.in_language(language))
        for language, id_ in _DECK_IDS.items()
    }
    for item in deck.items:
        fields = _item_fields(item, records.get(item.article_id))
        note = _note(types, item.language, fields, f"cxlit:{item.card}:{item.language}")
        note.tags = [_tag(names, item.competency, item.language)]
        decks[_spoken(item.language)].add_note(note)
    by_work = {record.work: record for record in records.values()}
    for each in deck.marked:
        record = records.get(each.article_id) or by_work.get(each.work)
        fields = _marked_fields(each, record, deck.language)
        note = _note(types, deck.language, fields, f"cxlit:{each.card}")
        note.tags = [_word(LABELS["marked"].in_language(deck.language))]
        decks[_spoken(deck.language)].add_note(note)
    package = genanki.Package([each for each in decks.values() if each.notes])
    _write(file, package, at)
    return len(deck.items) + len(deck.marked)


def _write(file: IO[bytes], package: "genanki.Package", at: datetime) -> None:
    """The same content as the package writes, without the time at which it was written."""
    with tempfile.TemporaryDirectory(prefix="cxlit-") as folder:
        path = Path(folder, "deck.apkg")
        package.write_to_file(path, timestamp=int(at.timestamp()))
        with zipfile.ZipFile(path) as written, zipfile.ZipFile(file, "w") as fixed:
            for name in sorted(written.namelist()):
                member = zipfile.ZipInfo(name, _EARLIEST)
                member.compress_type = zipfile.ZIP_DEFLATED
                fixed.writestr(member, written.read(name))


def _note_type(language: str) -> "genanki.Model":
    import genanki

    labels = {name: said.in_language(language) for name, said in LABELS.items()}
    return genanki.Model(
        _NOTE_TYPE_IDS[language],
        NOTE_TYPE.in_language(language),
        fields=[{"name": name} for name in _FIELDS],
        templates=[{"name": "cxlit", "qfmt": FRONT, "afmt": _labelled(BACK, labels)}],
        css=STYLE,
    )


def _labelled(template: str, labels: Mapping[str, str]) -> str:
    for name, label in labels.items():
        template = template.replace(f"[{name}]", html.escape(label))
    return template


def _note(
    types: "Mapping[str, genanki.Model]", language: str, fields: Iterable[str], guid: str
) -> "genanki.Note":
    import genanki

    return genanki.Note(model=types[_spoken(language)], fields=list(fields), guid=guid)


def _item_fields(item: Item, record: Record | None) -> Iterable[str]:
    (question,) = draw([item], 1, item.id)
    options = "".join(f"<li>{_escaped(option)}</li>" for option in question.options)
    yield _escaped(item.stem)
    yield _escaped(item.shown)
    yield f"<ol>{options}</ol>"
    yield _escaped(item.right)
    yield _escaped(item.why.in_language(item.language)) if item.why else ""
    start, end = item.answer_start - item.start, item.answer_end - item.start
    before, key, after = item.quote[:start], item.quote[start:end], item.quote[end:]
    yield f"{_escaped(before)}<mark>{_escaped(key)}</mark>{_escaped(after)}"
    yield _source(record)


def _marked_fields(marked: Marked, record: Record | None, language: str) -> Iterable[str]:
    yield _escaped(marked.question.in_language(language))
    yield from ("", "", "", "")
    yield _escaped(marked.quote)
    yield _source(record) if record else _escaped(marked.title)


def _source(record: Record | None) -> str:
    if record is None:
        return ""
    line, address = _escaped(source_line(record)), source_address(record)
    return f'<a href="{html.escape(address)}">{line}</a>' if address else line


def _tag(names: Mapping[str, Wording], competency: str, language: str) -> str:
    return _word(names[competency].in_language(language) if competency in names else competency)


def _word(name: str) -> str:
    """A tag of Anki is one word; "::" would make it a branch of another one."""
    return re.sub(r"[\s:]+", "_", name.strip()) or "cxlit"


def _escaped(text: str) -> str:
    # Anki fills fields in before it looks for what it knows, as "{{…}}", "[sound:…]" or
    # "[latex]…[/latex]": what others wrote must stay what it is.
    return html.escape(text).translate(_ANKI)


def _spoken(language: str) -> str:
    return "fr" if language == "fr" else "en"
