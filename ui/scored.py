"""The scorecard of a run as a person reads it in a terminal."""

from rich.console import Console
from rich.table import Table
from rich.text import Text

from corpus.wording import Wording
from eval.gold import Kind
from eval.measures.definitions import GATES, MEASURES
from eval.report.words import value_in_words
from eval.run import Run, Slice
from ui.speech import interface_language
from ui.terminal import echo, printable, say

WIDE = 130  # characters of a line that has room for what the measures mean
WHOLE = Wording(en="all", fr="toutes")
COLUMNS = {
    "language=fr": Wording(en="French", fr="français"),
    "language=en": Wording(en="English", fr="anglais"),
    "cross_lingual=true": Wording(en="cross-lingual", fr="interlingues"),
}
OF_KINDS = ("Success@3", "cites_answering_span", "answer_correct", "answered")


def broken_gates(run: Run) -> tuple[str, ...]:
    """The hard gates that do not hold; nothing was broken where nothing was said."""
    return tuple(gate for gate in GATES if run.measures.get(gate, 1.0) < 1)


def print_scorecard(run: Run) -> None:
    """Measures by language, then by kind of question, then the time that it took."""
    console = Console()
    console.print(_measures(run, console.width >= WIDE))
    console.print(say(en="↓ lower is better", fr="↓ plus bas est mieux"), end="\n\n", style="dim")
    console.print(_kinds(run), end="\n\n")
    p50, p95 = run.latency.p50, run.latency.p95
    echo(
        say(
            en=f"From question to answer: {p50:.0f} ms in half of the cases, {p95:.0f} ms in 95 %. "
            f"Answered by: {run.answerer}.",
            fr=f"De la question à la réponse : {p50:.0f} ms dans la moitié des cas, {p95:.0f} ms "
            f"dans 95 %. Réponses de : {run.answerer}.",
        )
    )


def _measures(run: Run, wide: bool) -> Table:
    """The measures, and what they mean where the line is long enough for it."""
    language = interface_language()
    parts = {name: run.slices[name] for name in COLUMNS if name in run.slices}
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column(_shown(run.gold), no_wrap=True)
    for title in (WHOLE, *(COLUMNS[name] for name in parts)):
        table.add_column(title.in_language(language), justify="right")
    if wide:
        table.add_column(style="dim")
    slices = (Slice(run.questions, run.measures, run.counts), *parts.values())
    table.add_row("questions", *(str(part.questions) for part in slices))
    family = None
    for measure in MEASURES:
        if measure.name not in run.measures:
            continue
        if measure.family is not family:
            family = measure.family
            table.add_row(Text(family.value.in_language(language), style="bold"))
        name = measure.name + (" ↓" if measure.lower_is_better else "")
        means = [measure.means.in_language(language)] if wide else []
        table.add_row(name, *(_value(measure.name, part) for part in slices), *means)
    return table


def _kinds(run: Run) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column(say(en="Kind", fr="Genre"), no_wrap=True)
    for name in ("n", *OF_KINDS):
        table.add_column(name, justify="right", no_wrap=True)
    for kind in Kind:
        if part := run.slices.get(f"kind={kind}"):
            values = (_value(name, part) for name in OF_KINDS)
            name = value_in_words(kind).in_language(interface_language())
            table.add_row(name, str(part.questions), *values)
    return table


def _value(measure: str, part: Slice) -> str:
    """With three decimals; a dash where the measure applies to none of the questions."""
    if measure not in part.measures:
        return "–"
    figure = f"{part.measures[measure]:.3f}"
    return say(en=figure, fr=figure.replace(".", ","))


def _shown(text: str) -> Text:
    return Text(printable(text))
