"""What a person types in the terminal: a number, "?" for not knowing, "q" to stop."""

import sys
from typing import NamedTuple

from qa.training.quiz import QuizQuestion
from ui.terminal import echo, printable, say
from ui.training.items_told import print_asked

UNSURE = "?"
_STOP = "q"


class Chosen(NamedTuple):
    """The option that was chosen, as `Item.options` numbers it; None: the person does not know."""

    option: int | None


def chosen(question: QuizQuestion, head: str = "") -> Chosen | None:
    """The question with its options, and what is answered; None where the person stops."""
    if head:
        echo(f"\n{head}")
    print_asked(question.item, question.options)
    most = len(question.options)
    said = typed(
        say(
            en=f"Answer (1–{most}, ? = I don’t know, q = stop): ",
            fr=f"Réponse (1–{most}, ? = je ne sais pas, q = arrêter)\u00a0: ",
        ),
        {*map(str, range(1, most + 1)), UNSURE},
    )
    if not said:
        return None
    return Chosen(None if said == UNSURE else question.order[int(said) - 1])


def typed(prompt: str, possible: set[str], by_default: str = "") -> str:
    """One of what is possible; empty at "q" and where nobody types any more."""
    while True:
        sys.stdout.write(printable(prompt))
        sys.stdout.flush()
        line = sys.stdin.readline()
        said = line.strip().casefold()
        if not line or said == _STOP:
            echo("")
            return ""
        if said in possible:
            return said
        if by_default and not said:
            return by_default
        if not possible:
            continue  # only the default; the prompt says it again
        these = ", ".join(sorted(possible, key=lambda each: (each == UNSURE, each)))
        echo(say(en=f"Write one of these: {these}", fr=f"Écrivez l’un de ceux-ci\u00a0: {these}"))
