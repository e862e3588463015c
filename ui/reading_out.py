"""Results as a person reads them in a terminal. Works on the same JSON that scripts get."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from corpus.article import Kind
from corpus.wording import Wording
from eval.retrieval import MEASURES, RetrievalFigures
from index.report import Added, AddReport
from qa.answer import Reason
from ui.contract import report_json
from ui.positions import facts, heading, source_count, unmarked
from ui.speech import interface_language
from ui.terminal import echo, print_json, printable, say, to_stderr

REASONS = {
    Reason.NOTHING_FOUND: Wording(en="No passage deals with it.", fr="Aucun passage n’en traite."),
    Reason.TOO_WEAK: Wording(
        en="What was found is too weak to answer.",
        fr="Ce qui a été trouvé ne suffit pas pour répondre.",
    ),
    Reason.EXCLUDED_BY_FILTERS: Wording(
        en="It does outside your filters.",
        fr="Elle y répond hors de vos filtres.",
    ),
}


def _shown(text: str, style: str = "") -> Text:
    """Text of whatever origin: its brackets are no markup, its escapes no commands."""
    return Text(printable(text), style=style)


def tell(report: AddReport, *, json: bool, briefly: bool = False) -> None:
    """The report, for a script or a person; `briefly`: only how many sources were unchanged."""
    if json:
        print_json(report_json(report, interface_language()))
    elif briefly:
        print_report(replace(report, unchanged=()))
        count = len(report.unchanged)
        echo(say(en=f"Unchanged: {count}", fr=f"Sans changement : {count}"))
    else:
        print_report(report)
    for note in report.notes:
        to_stderr(note)


def print_report(report: AddReport) -> None:
    """What was added, changed, unchanged and skipped, a line each."""

    def lines(title: str, entries: tuple[Added, ...]) -> None:
        for entry in entries:
            passages = f"{entry.passages} passage{'s' if entry.passages > 1 else ''}"
            about = ", ".join(part for part in (entry.language, entry.date, passages) if part)
            echo(f"{title}  {entry.article_id}  {entry.title} ({about})")

    lines(say(en="Added    ", fr="Ajouté     "), report.added)
    lines(say(en="Updated  ", fr="Mis à jour "), report.updated)
    lines(say(en="Unchanged", fr="Inchangé   "), report.unchanged)
    for twin in report.near_duplicates:
        echo(
            say(
                en=f"Note       “{twin.title}” resembles “{twin.resembles_title}” "
                f"({twin.similarity:.0%})",
                fr=f"À noter      « {twin.title} » ressemble à « {twin.resembles_title} » "
                f"({twin.similarity:.0%})",
            )
        )
    for skipped in report.skipped:
        why = skipped.reason.in_language(interface_language())
        echo(f"{say(en='Skipped  ', fr='Écarté     ')}  {skipped.source}: {why}")


def print_hits(found: dict[str, Any]) -> None:
    """Passages with their titles; says so when there is none."""
    console = Console()
    for hit in found["hits"]:
        above = " › ".join(part for part in (hit["title"], hit["heading"]) if part)
        console.print(_shown(f"{hit['rank']}. {above}", "bold"))
        console.print(Padding(_shown(hit["text"]), (0, 0, 1, 3)))
    if not found["hits"]:
        echo(say(en="Nothing was found.", fr="Rien n’a été trouvé."))


def print_answer(answer: dict[str, Any]) -> None:
    """The answer with its sources, or why there is none with the nearest passages."""
    console = Console()
    if answer["searched_as"] != answer["question"]:
        searched = say(en="Searched as: ", fr="Question comprise comme : ")
        console.print(_shown(searched + answer["searched_as"], "dim"))
    if answer["note"]:
        console.print(_shown(answer["note"], "dim"), end="\n\n")
    if answer["abstained"]:
        reason = REASONS[Reason(answer["reason"])].in_language(interface_language())
        if answer["excluded_by"]:
            reason += f" ({', '.join(answer['excluded_by'])})"
        unanswered = say(
            en="The library does not answer this question.",
            fr="La bibliothèque ne répond pas à cette question.",
        )
        console.print(_shown(f"{unanswered} {reason}", "bold"))
        if answer["nearest"]:
            echo(f"\n{_nearest(answer['reason'])}\n")
            print_hits({"hits": answer["nearest"]})
        return
    for sentence in answer["sentences"]:
        numbers = _numbers(unmarked(sentence["text"], sentence["citations"]))
        console.print(_shown(f"{sentence['text']} {numbers}".rstrip()), end="\n\n")
    _print_positions(answer["positions"], console)
    for citation in answer["citations"]:
        known = (", ".join(citation["authors"]), citation["publisher"], citation["date"])
        by = ", ".join(part for part in known if part)
        console.print(
            _shown(f"[{citation['n']}] {citation['title']}" + (f" ({by})" if by else "")),
            _shown(f"    {citation['source']}, {citation['start']}–{citation['end']}", "dim"),
            sep="\n",
        )


def _print_positions(positions: list[dict[str, Any]], console: Console) -> None:
    language = interface_language()
    if positions:
        title = heading([position["option"] for position in positions]).in_language(language)
        console.print(_shown(title, "bold"))
    for position in positions:
        kinds = [Kind(kind) for kind in position["kinds"]]
        known = (
            source_count(position["sources"]),
            *facts(position["years"], position["languages"], kinds),
        )
        about = ", ".join(fact.in_language(language) for fact in known)
        console.print(_shown(f"- {position['label']} ({about}) {_numbers(position['citations'])}"))
    if positions:
        console.print()


def _numbers(citations: Iterable[int]) -> str:
    return "".join(f"[{number}]" for number in citations)


def _nearest(reason: str) -> str:
    if reason == Reason.EXCLUDED_BY_FILTERS:
        return say(en="Passages outside your filters:", fr="Passages hors de vos filtres :")
    return say(en="Nearest passages:", fr="Passages les plus proches :")


def print_figures(figures: RetrievalFigures) -> None:
    """Measures in columns, a line for each searcher."""
    table = Table(box=None, pad_edge=False)
    table.add_column(_shown(f"{figures.dataset} ({figures.queries})"))
    for name in MEASURES:
        table.add_column(name, justify="right")
    for searcher, measures in figures.by_searcher.items():
        table.add_row(searcher, *(f"{measures[name]:.3f}" for name in MEASURES))
    Console().print(table)
