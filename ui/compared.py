"""The comparison of two runs, as a person reads it and as a script does."""

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from corpus.wording import Wording
from eval.comparing import Change, Compared, Comparison, Untested, Verdict
from eval.run import Json, Run
from eval.significance import RESAMPLES, SEED
from ui.speech import interface_language
from ui.terminal import printable, say

SHOWN = 5  # questions with the largest losses, and as many with the largest gains
VERDICTS = {
    Verdict.BETTER: Wording(en="better", fr="meilleur"),
    Verdict.WORSE: Wording(en="worse", fr="moins bon"),
    Verdict.NO_DIFFERENCE: Wording(en="no difference", fr="pas de différence"),
    Verdict.NOT_ENOUGH: Wording(
        en="not enough questions (about so many are needed)",
        fr="pas assez de questions (il en faudrait environ)",
    ),
}
_COLOURS = {Verdict.BETTER: "green", Verdict.WORSE: "red"}


def print_comparison(found: Comparison, a: str, b: str) -> None:
    """The runs under the names of their files, all figures, what moved most; the verdict last."""
    console = Console()
    console.print(Text(f"A  {printable(a)}{_colon()} {_about(found.a)}"))
    console.print(Text(f"B  {printable(b)}{_colon()} {_about(found.b)}"))
    for name, value in found.b.settings.items():
        if value != (before := found.a.settings.get(name)):
            console.print(Text(printable(f"   {name}{_colon()} {before} → {value}")))
    console.print(_tested(found.measures))
    _print_verdicts(console, found)
    console.print(_untested(found))
    losses = [change for change in found.changes if change.gain < 0]
    gains = sorted(
        (change for change in found.changes if change.gain > 0),
        key=lambda change: (-change.gain, change.id),
    )
    _print_changes(console, say(en="Largest losses", fr="Plus fortes pertes"), losses)
    _print_changes(console, say(en="Largest gains", fr="Plus forts gains"), gains)
    colour = _COLOURS.get(found.verdict, "default")
    console.print(Text(in_words(found).in_language(interface_language()), style=f"bold {colour}"))


def in_words(found: Comparison) -> Wording:
    """The verdict on the second run as one or two sentences."""
    if broken := found.broken_gates:
        names = ", ".join(f"{gate.measure} {gate.b:.4f}" for gate in broken)
        return Wording(
            en=f"B is worse: it breaks a promise that must hold always ({names}).",
            fr=f"B est moins bon : il rompt une promesse qui doit toujours être tenue ({names}).",
        )
    better = ", ".join(each.measure for each in found.with_verdict(Verdict.BETTER))
    worse = ", ".join(each.measure for each in found.with_verdict(Verdict.WORSE))
    if worse:
        but = Wording(en=f" It is better for {better}.", fr=f" Il est meilleur pour {better}.")
        return Wording(
            en=f"B is worse for {worse}.{but.en if better else ''}",
            fr=f"B est moins bon pour {worse}.{but.fr if better else ''}",
        )
    if better:
        return Wording(
            en=f"B is better for {better}, and worse for nothing that these questions can show.",
            fr=f"B est meilleur pour {better}, et ces questions ne le montrent moins bon en rien.",
        )
    if found.verdict is Verdict.NOT_ENOUGH:
        return Wording(
            en="There are not enough questions to tell A from B.",
            fr="Il n’y a pas assez de questions pour départager A et B.",
        )
    return Wording(
        en=f"There is no difference of more than {found.smallest:g} between A and B.",
        fr=f"A et B ne diffèrent pas de plus de {_french(f'{found.smallest:g}')}.",
    )


def comparison_json(found: Comparison) -> Json:
    return {
        "gold": found.a.gold,
        "gold_sha256": found.a.gold_sha256,
        "questions": len(found.a.items),
        "a": _run_json(found.a),
        "b": _run_json(found.b),
        "smallest": found.smallest,
        "resamples": RESAMPLES,
        "seed": SEED,
        "measures": {each.measure: _compared_json(each) for each in found.measures},
        "gates": {each.measure: _untested_json(each) for each in found.gates},
        "of_the_set": {each.measure: _untested_json(each) for each in found.of_the_set},
        "latency_ms": {
            "p50": [found.a.latency.p50, found.b.latency.p50],
            "p95": [found.a.latency.p95, found.b.latency.p95],
        },
        "changes": [_change_json(change) for change in found.changes],
        "verdict": found.verdict,
        "in_words": in_words(found).in_language(interface_language()),
        "regression": found.is_regression,
    }


def _about(run: Run) -> str:
    return printable(
        f"{run.gold}, n = {len(run.items)}, {run.answerer}, "
        f"{run.index.fingerprint[:12]}, cxlit {run.version}"
    )


def _tested(measures: tuple[Compared, ...]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0))
    table.add_column(say(en="measure", fr="mesure"), no_wrap=True)
    for title in ("n", "A", "B", "B − A [95 %]", "p (Holm)"):
        table.add_column(title, justify="right", no_wrap=True)
    for each in measures:
        table.add_row(
            each.measure,
            str(each.questions),
            _figure(each.a),
            _figure(each.b),
            f"{_signed(each.difference)} [{_signed(each.low)}, {_signed(each.high)}]",
            _figure(each.p_holm),
            style=_COLOURS.get(each.verdict, ""),
        )
    return table


def _print_verdicts(console: Console, found: Comparison) -> None:
    """What is concluded, and for which measures; how many questions would tell more."""
    for verdict, words in VERDICTS.items():
        if those := found.with_verdict(verdict):
            names = ", ".join(
                f"{each.measure} ({_rounded(each.needed)})" if each.needed else each.measure
                for each in those
            )
            line = Text(f"{words.in_language(interface_language())}{_colon()} ", style="bold")
            console.print(line.append(Text(names, style=_COLOURS.get(verdict, "not bold"))))


def _untested(found: Comparison) -> Table:
    """Hard gates, figures of the whole set, milliseconds."""
    title = say(en="without a test", fr="sans test")
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0))
    for column in (title, "A", "B"):
        table.add_column(column, justify="left" if column == title else "right")
    for each in (*found.gates, *found.of_the_set):
        table.add_row(each.measure, _figure(each.a), _figure(each.b))
    for name, a, b in (
        ("p50 ms", found.a.latency.p50, found.b.latency.p50),
        ("p95 ms", found.a.latency.p95, found.b.latency.p95),
    ):
        table.add_row(name, f"{a:.0f}", f"{b:.0f}")
    return table


def _print_changes(console: Console, title: str, changes: list[Change]) -> None:
    if not changes:
        return
    console.print(Text(f"{title} ({len(changes)})", style="bold"))
    for change in changes[:SHOWN]:
        console.print(Text(printable(f"  {change.id}  {change.question}")))
        moved = ", ".join(
            f"{name} {_figure(a, 2)} → {_figure(b, 2)}"
            for name, (a, b) in change.moved.items()
            if _figure(a, 2) != _figure(b, 2)
        )
        console.print(Text(f"      {moved}", style="dim"))
    console.print()


def _rounded(count: int) -> int:
    """Two digits that count: more would promise what an estimate cannot keep."""
    step: int = 10 ** max(len(str(count)) - 2, 0)
    return -(-count // step) * step


def _figure(value: float, digits: int = 3) -> str:
    text = f"{value:.{digits}f}"
    return _french(text) if interface_language() == "fr" else text


def _signed(value: float) -> str:
    text = f"{value:+.3f}".replace("-", "−")
    return _french(text) if interface_language() == "fr" else text


def _colon() -> str:
    return say(en=":", fr="\u00a0:")


def _french(figure: str) -> str:
    return figure.replace(".", ",")


def _run_json(run: Run) -> Json:
    return {
        "answerer": run.answerer,
        "version": run.version,
        "index": {"generation": run.index.generation, "fingerprint": run.index.fingerprint},
        "settings": run.settings,
    }


def _compared_json(each: Compared) -> Json:
    return {
        "questions": each.questions,
        "a": round(each.a, 4),
        "b": round(each.b, 4),
        "difference": round(each.difference, 4),
        "interval": [round(each.low, 4), round(each.high, 4)],
        "p": round(each.p, 4),
        "p_holm": round(each.p_holm, 4),
        "verdict": each.verdict,
        "questions_needed": each.needed,
    }


def _untested_json(each: Untested) -> Json:
    return {"a": round(each.a, 4), "b": round(each.b, 4)}


def _change_json(change: Change) -> Json:
    return {
        "id": change.id,
        "question": change.question,
        "gain": round(change.gain, 4),
        "measures": {name: [round(a, 4), round(b, 4)] for name, (a, b) in change.moved.items()},
    }
