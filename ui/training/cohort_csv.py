"""What a trainer takes along of a cohort, for a spreadsheet: progress, and the items' figures.

UTF-8 with a mark at the beginning, by which Excel knows it; commas and points in English,
semicolons and decimal commas in French, as Excel wants them there.
"""

import csv
import io
from collections.abc import Iterable, Sequence

from corpus.wording import InterfaceLanguage, Wording
from qa.training.cohort.cohorts import MemberProgress
from qa.training.cohort.item_statistics import ItemStatistics
from qa.training.competency import Competency
from qa.training.item import Item
from ui.training.item_words import FLAGS, INDEXES, KINDS

Cell = str | int | float
# What a spreadsheet would take for a formula (OWASP, CSV injection).
_FORMULA = ("=", "+", "-", "@", "\t", "\r")

_LEARNER = Wording("Learner", "Apprenant")
_JOINED = Wording("Joined", "Inscription")
_LAST = Wording("Last answer", "Dernière réponse")
_ANSWERS = Wording("Answers", "Réponses")
_RIGHT = Wording("Right", "Justes")
_OF = {
    "items": Wording("{name}: questions", "{name}\u00a0: questions"),
    "answered": Wording("{name}: answered", "{name}\u00a0: répondues"),
    "right": Wording("{name}: right", "{name}\u00a0: justes"),
    "known": Wording("{name}: known now", "{name}\u00a0: sues aujourd’hui"),
}
_ITEM = (
    Wording("Id", "Identifiant"),
    Wording("Question", "Question"),
    Wording("Shown", "Texte montré"),
    Wording("Right answer", "Bonne réponse"),
    Wording("Kind", "Genre"),
    Wording("Language", "Langue"),
    Wording("Competency", "Compétence"),
    Wording("First answers", "Premières réponses"),
    Wording("Right first answers", "Premières réponses justes"),
    Wording("Difficulty (share right)", "Difficulté (part de réponses justes)"),
    Wording("Discrimination", "Discrimination"),
    Wording("Computed as", "Calculée par"),
    Wording("To look at", "À revoir"),
)


def progress_csv(
    progress: Iterable[MemberProgress], map_: Sequence[Competency], language: InterfaceLanguage
) -> bytes:
    """One row a member, with four columns a competency."""
    header = [each.in_language(language) for each in (_LEARNER, _JOINED, _LAST, _ANSWERS, _RIGHT)]
    for competency in map_:
        name = competency.name.in_language(language)
        header += [_OF[count].in_language(language).format(name=name) for count in _OF]
    rows: list[Sequence[Cell]] = [header]
    for member, known in ((each.member, each.progress) for each in progress):
        last = known.last.date().isoformat() if known.last else ""
        row: list[Cell] = [
            *(member.name or member.person, member.joined[:10], last),
            *(known.answers, known.right),
        ]
        for each in known.mastery:
            row += [each.items, each.answered, each.right, each.known]
        rows.append(row)
    return _csv(rows, language)


def items_csv(
    statistics: Iterable[tuple[Item, ItemStatistics]],
    map_: Sequence[Competency],
    language: InterfaceLanguage,
) -> bytes:
    """One row an item; what too few answers cannot tell is empty."""
    names = {each.id: each.name.in_language(language) for each in map_}
    rows: list[Sequence[Cell]] = [[each.in_language(language) for each in _ITEM]]
    for item, known in statistics:
        rows.append(
            (
                *(item.id, item.stem, item.shown, item.right),
                *(KINDS[item.kind].in_language(language), item.language),
                *(names.get(item.competency, item.competency), known.answers),
                known.right if known.tells else "",  # of one learner it would be the answer
                round(known.difficulty, 3) if known.tells else "",
                round(known.discrimination, 3) if known.index else "",
                INDEXES[known.index].in_language(language) if known.index else "",
                FLAGS[known.flag].in_language(language) if known.flag else "",
            )
        )
    return _csv(rows, language)


def _csv(rows: Iterable[Sequence[Cell]], language: InterfaceLanguage) -> bytes:
    french = language == "fr"
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";" if french else ",", lineterminator="\r\n")
    writer.writerows([_cell(cell, decimal_comma=french) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _cell(cell: Cell, *, decimal_comma: bool) -> str:
    if isinstance(cell, str):
        return f"'{cell}" if cell.startswith(_FORMULA) else cell
    return str(cell).replace(".", ",") if decimal_comma else str(cell)
