"""What perturbations cost, as a person reads it and as a script does."""

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from corpus.wording import Wording
from eval.gold import GoldSet
from eval.perturbations.mistyping import SEED
from eval.perturbing import Lost, Perturbation, Perturbed
from eval.run import Json
from ui.speech import interface_language
from ui.terminal import printable, say

SHOWN = 3  # questions that fared worse, for each perturbation
NAMES = {
    Perturbation.TYPOS: Wording(en="typing errors", fr="fautes de frappe"),
    Perturbation.NO_ACCENTS: Wording(en="no accents", fr="sans accents"),
    Perturbation.UPPER_CASE: Wording(en="upper case", fr="en majuscules"),
    Perturbation.OTHER_LANGUAGE: Wording(
        en="asked in another language than its source",
        fr="posée dans une autre langue que sa source",
    ),
    Perturbation.NEGATED_PREMISE: Wording(en="negated premise", fr="prémisse niée"),
    Perturbation.INSTRUCTIONS: Wording(
        en="an article that contains instructions", fr="un article qui contient des instructions"
    ),
    Perturbation.WRONG_COPIES: Wording(
        en="ten near-duplicates of a wrong article",
        fr="dix quasi-copies d’un article qui se trompe",
    ),
}
MEANINGS = {
    "same_sources": Wording(
        en="cited articles in common with the unchanged question",
        fr="articles cités en commun avec la question inchangée",
    ),
    "not_misled": Wording(
        en="refused, or answered with the passage that says the opposite",
        fr="refusée, ou réponse par le passage qui dit le contraire",
    ),
    "free_of_planted": Wording(
        en="no planted article is quoted", fr="aucun article introduit n’est cité"
    ),
}


def print_perturbed(found: Sequence[Perturbed]) -> None:
    """A table for each perturbation; below, questions that fared worse."""
    console = Console()
    for each in found:
        title = f"{_said(NAMES[each.perturbation])} ({each.questions})"
        console.print(Text(title, style="bold"))
        console.print(_losses(each))
    for name, meaning in MEANINGS.items():
        if any(loss.measure == name for each in found for loss in each.losses):
            line = f"{name}{say(en=':', fr=chr(0xA0) + ':')} {_said(meaning)}"
            console.print(Text(line, style="dim"))
    for each in found:
        if each.lost:
            title = f"\n{_said(NAMES[each.perturbation])} ({len(each.lost)})"
            console.print(Text(title, style="bold"))
        for lost in each.lost[:SHOWN]:
            console.print(Text(printable(f"  {lost.id}  {lost.asked}")))
            console.print(Text(f"      {_moved(lost)}", style="dim"))


def perturbed_json(gold: GoldSet, found: Sequence[Perturbed]) -> Json:
    return {
        "gold": gold.name,
        "gold_sha256": gold.sha256,
        "seed": SEED,
        "perturbations": {
            each.perturbation: {
                "questions": each.questions,
                "measures": {
                    loss.measure: {
                        "questions": loss.questions,
                        "before": round(loss.before, 4),
                        "after": round(loss.after, 4),
                        "loss": round(loss.loss, 4),
                        "interval": [round(loss.low, 4), round(loss.high, 4)],
                    }
                    for loss in each.losses
                },
                "lost": [_lost_json(lost) for lost in each.lost],
            }
            for each in found
        },
    }


def _losses(each: Perturbed) -> Table:
    """What stood before, what after, and the loss with its interval; columns of fixed width."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column(Text(f"  {say(en='measure', fr='mesure')}", style="dim"), width=24)
    table.add_column("n", justify="right", width=4, header_style="dim")
    for title, width in (
        (say(en="before → after", fr="avant → après"), 14),
        (say(en="loss [95 %]", fr="perte [95 %]"), 23),
    ):
        table.add_column(title, justify="right", width=width, no_wrap=True, header_style="dim")
    for loss in each.losses:
        table.add_row(
            f"  {loss.measure}",
            str(loss.questions),
            f"{_figure(loss.before)} → {_figure(loss.after)}",
            f"{_signed(loss.loss)} [{_signed(loss.low)}, {_signed(loss.high)}]",
            style="red" if loss.low > 0 else "",
        )
    return table


def _moved(lost: Lost) -> str:
    return ", ".join(
        f"{name} {_figure(before, 2)} → {_figure(after, 2)}"
        for name, (before, after) in lost.moved.items()
    )


def _lost_json(lost: Lost) -> Json:
    moved = {name: [round(b, 4), round(a, 4)] for name, (b, a) in lost.moved.items()}
    return {"id": lost.id, "question": lost.question, "asked": lost.asked, "measures": moved}


def _figure(value: float, digits: int = 3) -> str:
    text = f"{value:.{digits}f}"
    return say(en=text, fr=text.replace(".", ","))


def _signed(value: float) -> str:
    text = f"{value:+.3f}".replace("-", "−")
    return say(en=text, fr=text.replace(".", ","))


def _said(wording: Wording) -> str:
    return wording.in_language(interface_language())
