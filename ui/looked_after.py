"""The health of the library and the history of questions, as a person reads them."""

from collections.abc import Sequence
from pathlib import Path

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from corpus.history import Asked
from corpus.inventory import Inventory, Mention, Period, Tally, periods
from corpus.wording import Wording
from qa.answer import Reason
from qa.health import Health
from ui import health_words as words
from ui.reading_out import REASONS
from ui.speech import interface_language
from ui.terminal import echo, printable, say

LISTED = 8  # entries of a list; `--json` has them all
BAR = 20  # characters
_COLUMN = 6  # characters of a year with its margin
_OTHERS = 55  # characters of all columns that are no year


def print_health(health: Health) -> None:
    """Every section with its title; a library without articles is one line."""
    console = Console()
    if not health.inventory.articles:
        echo(_said(words.EMPTY))
    else:
        _print_counts(console, health.inventory)
        _print_missing(console, health.inventory)
        _print_near_duplicates(console, health)
    console.print(_title(words.GAPS))
    echo(_said(words.asked(health.asking)))
    _print_gaps(console, health)
    if health.inventory.articles:
        _print_citing(console, health)


def print_history(asked: Sequence[Asked], path: Path, *, kept: bool) -> None:
    """The oldest question first, so that the latest is what the terminal shows last."""
    console = Console()
    for each in asked:
        line = Text(f"{each.at[:16].replace('T', ' ')}  ", style="dim")
        line.append("✓ " if each.answered else "✗ ", style="green" if each.answered else "red")
        line.append(printable(each.question), style="default not dim")
        console.print(line)
        if not each.answered:
            why = REASONS[Reason(each.reason)]
            console.print(Text(f"{'':20}{_said(why)}", style="dim"))
    if not asked:
        echo(say(en="No question is in the history.", fr="Il n’y a aucune question."))
    echo(
        say(
            en=f"\nTimes are in UTC. The history is in {path}, and never leaves this machine. "
            "Delete it: cxlit history --forget",
            fr=f"\nLes heures sont en temps universel (UTC). L’historique est dans {path} et ne "
            "quitte jamais cette machine. Pour le supprimer : cxlit history --forget",
        )
    )
    if not kept:
        echo(
            say(
                en="CXLIT_HISTORY=0 is set: no further question is noted.",
                fr="CXLIT_HISTORY=0 est défini : plus aucune question n’est notée.",
            )
        )


def print_forgotten(count: int) -> None:
    echo(say(en=f"Questions deleted: {count}", fr=f"Questions supprimées : {count}"))


def _print_counts(console: Console, inventory: Inventory) -> None:
    columns = periods(inventory.whole, max((console.width - _OTHERS) // _COLUMN, 3))
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0))
    table.add_column(_said(words.TOPIC), max_width=28)  # where space is short, this one wraps
    for period in columns:
        table.add_column(_said(words.period_name(period)), justify="right", no_wrap=True)
    table.add_column(_said(words.TOTAL), justify="right", no_wrap=True)
    for row in inventory.rows:
        name = _said(words.topic_name(row))
        table.add_row(
            *_cells(name, row.tallies, columns, row.articles), style="" if row.articles else "dim"
        )
    table.add_section()
    table.add_row(*_cells(_said(words.ALL), inventory.whole, columns, inventory.articles))
    console.print(_title(words.COUNTS))
    others = sum(t.articles for t in inventory.whole if t.language not in {"fr", "en"})
    legend = say(en="French/English", fr="français/anglais")
    if others:
        legend += say(en="; +n: other or unknown", fr=" ; +n : autre langue ou inconnue")
    echo(f"{_said(words.articles(inventory.articles))} ({legend}). {_said(words.COUNTED_ONCE)}")
    console.print(table)


def _cells(name: str, tallies: Sequence[Tally], columns: Sequence[Period], total: int) -> list[str]:
    return [name, *(_cell(period, tallies) for period in columns), str(total)]


def _cell(period: Period, tallies: Sequence[Tally]) -> str:
    """French and English articles, "2/3", then others, "+1"; a point where there are none."""
    found = period.within(tallies)
    others = found.total() - found["fr"] - found["en"]
    return f"{found['fr']}/{found['en']}{f'+{others}' if others else ''}" if found else "·"


def _print_missing(console: Console, inventory: Inventory) -> None:
    console.print(_title(words.MISSING))
    if not any(missing.articles for missing in inventory.missing):
        echo(_said(words.NOTHING_MISSING))
        return
    table = Table(box=None, show_header=False, pad_edge=False)
    room = max((console.width - 52) // 17, 1)  # ids of 16 characters beside the other columns
    for missing in inventory.missing:
        share = len(missing.articles) / inventory.articles
        filled = min(max(round(share * BAR), 1), BAR) if missing.articles else 0
        bar = Text("█" * filled, style="yellow") + Text("░" * (BAR - filled), style="dim")
        count = f"{len(missing.articles)} ({_said(words.percent(share))})"
        ids = " ".join(each.article_id for each in missing.articles[:room])
        table.add_row(_said(words.missing_name(missing)), bar, count, Text(ids, style="dim"))
    console.print(table)


def _print_near_duplicates(console: Console, health: Health) -> None:
    console.print(_title(words.NEAR_DUPLICATES))
    for group in health.near_duplicates[:LISTED]:
        console.print(Text(f"• {_said(words.in_common(group.similarity))}"))
        _print_mentions(console, group.articles)
    _print_rest(len(health.near_duplicates), words.NEAR_DUPLICATES_NONE)


def _print_gaps(console: Console, health: Health) -> None:
    for gap in health.gaps[:LISTED]:
        languages = "/".join(gap.languages)
        about = f"{_said(words.times(gap.count))} · {languages} · {gap.last[:10]}"
        console.print(
            Text(printable(f"• {gap.questions[0].question}")), Text(f"  {about}", "dim"), sep="\n"
        )
        for asked in gap.questions[1:4]:
            console.print(Text(printable(f"    {asked.question}"), style="dim"))
    _print_rest(len(health.gaps), words.GAPS_NONE)


def _print_citing(console: Console, health: Health) -> None:
    citing = health.citing
    if not citing.enough:
        console.print(_title(words.CITING))
        echo(_said(words.too_few(citing)))
        return
    console.print(_title(words.OVER))
    echo(_said(words.expected(citing)))
    for source in citing.over[:LISTED]:
        console.print(Text(f"• {_said(words.cited_in(source.share))}"))
        _print_mentions(console, source.articles)
    _print_rest(len(citing.over), words.OVER_NONE)
    console.print(_title(words.NEVER))
    echo(_said(words.never_of(citing)))
    _print_mentions(console, tuple(source.articles[0] for source in citing.never[:LISTED]))
    _print_rest(len(citing.never), words.NEVER_NONE)


def _print_mentions(console: Console, mentions: Sequence[Mention]) -> None:
    for each in mentions[:LISTED]:
        console.print(
            Text(f"  {each.article_id}  ", "dim").append(printable(each.title), "not dim")
        )
    if len(mentions) > LISTED:
        echo(f"  {_said(words.and_more(len(mentions) - LISTED))}")


def _print_rest(count: int, none: Wording) -> None:
    """What follows a list of which LISTED entries are shown."""
    if not count:
        echo(_said(none))
    elif count > LISTED:
        echo(_said(words.and_more(count - LISTED)))


def _title(wording: Wording) -> Text:
    return Text(f"\n{_said(wording)}", style="bold")


def _said(wording: Wording) -> str:
    return wording.in_language(interface_language())
