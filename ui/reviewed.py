"""The gold questions made of feedback, and the feedback itself, as the command has them."""

from collections.abc import Sequence
from contextlib import closing
from typing import Any

from rich.console import Console
from rich.text import Text

from corpus.feedback import Feedback
from corpus.wording import KnownError, Wording
from eval.gold import GoldItem, GoldSet, gold_item
from eval.reviewing import reviewed_set, still_fitting
from index.library import Library
from ui.complaints import COMPLAINTS, STATES
from ui.opening import open_feedback
from ui.settings import Settings
from ui.speech import interface_language
from ui.terminal import echo, printable, say, to_stderr


def opinions_and_gold(settings: Settings) -> tuple[tuple[Feedback, ...], tuple[GoldItem, ...]]:
    """All feedback and all gold questions made of it; none where there is no library yet."""
    store = open_feedback(settings)
    if not store:
        return (), ()
    with closing(store):
        return store.all(), tuple(gold_item(each.item) for each in store.reviewed())


def reviewed_questions(settings: Settings) -> GoldSet:
    """Raises KnownError when no question was made of feedback yet."""
    _, items = opinions_and_gold(settings)
    if items:
        return reviewed_set(items)
    raise KnownError(
        en="No question was made of feedback yet: name a GOLD.jsonl, or make some in the "
        "Review tab of the page (cxlit serve).",
        fr="Aucune question n’a encore été tirée des avis : indiquez un GOLD.jsonl, ou tirez-en "
        "dans l’onglet Avis de la page (cxlit serve).",
    )


def fitting(questions: GoldSet, library: Library) -> GoldSet:
    """The questions whose articles are as they were; each of the others is told.

    Raises KnownError when there are only others.
    """
    items, others = still_fitting(questions.items, library.snapshot())
    for item in others:
        to_stderr(
            Wording(
                en=f"“{item.question}” is left out: an article that answers it has changed or "
                "gone since.",
                fr=f"« {item.question} » est laissée de côté : un article qui y répond a changé "
                "ou disparu depuis.",
            )
        )
    if not items:
        raise KnownError(
            en="No question made of feedback fits the library of today. Make others in the "
            "Review tab of the page (cxlit serve).",
            fr="Aucune question tirée des avis ne correspond à la bibliothèque d’aujourd’hui. "
            "Tirez-en d’autres dans l’onglet Avis de la page (cxlit serve).",
        )
    return reviewed_set(items)


def opinion_json(feedback: Feedback) -> dict[str, Any]:
    return {
        "id": feedback.id,
        "at": feedback.at,
        "person": feedback.name,
        "question": feedback.question,
        "answer": feedback.answer,
        "good": feedback.good,
        "reasons": list(feedback.complaints),
        "comment": feedback.comment,
        "state": feedback.state,
    }


def print_opinions(opinions: Sequence[Feedback], gold: int) -> None:
    """The oldest first, so that the latest is what the terminal shows last."""
    console = Console()
    for each in opinions:
        line = Text(f"{each.at[:16].replace('T', ' ')}  ", style="dim")
        line.append("✓ " if each.good else "✗ ", style="green" if each.good else "red")
        line.append(printable(each.question), style="default not dim")
        console.print(line)
        reasons = ", ".join(_said(COMPLAINTS[complaint]) for complaint in each.complaints)
        facts = (each.name, reasons, each.comment, _said(STATES[each.state]))
        about = " · ".join(printable(" ".join(fact.split())) for fact in facts if fact)
        console.print(Text(f"{'':20}{about}", style="dim"))
    if not opinions:
        echo(say(en="Nobody has given feedback yet.", fr="Personne n’a encore donné d’avis."))
    echo(
        say(
            en=f"\nGold questions made of feedback: {gold}. Times are in UTC. Review what waits in "
            "the Review tab of the page (cxlit serve); measure with: cxlit eval answers",
            fr=f"\nQuestions de référence tirées des avis : {gold}. Les heures sont en temps "
            "universel (UTC). Pour examiner les avis en attente : onglet Avis de la page "
            "(cxlit serve) ; pour mesurer : cxlit eval answers",
        )
    )


def _said(wording: Wording) -> str:
    return wording.in_language(interface_language())
