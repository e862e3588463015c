"""The placement in the terminal, one question after the other."""

from qa.training.path.placements import Placements
from ui.terminal import echo, say


def ask_placement(placements: Placements, person: str) -> None:
    """Until all is answered; an end of input leaves the rest for later."""
    while asked := placements.question(person):
        question = asked.question
        echo(f"\n{asked.number}/{asked.total}  {question.item.stem}")
        if question.item.shown:
            echo(f"      {question.item.shown}")
        for number, option in enumerate(question.options, start=1):
            echo(f"  {number}. {option}")
        echo(f"  0. {say(en='I don’t know', fr='Je ne sais pas')}")
        chosen = _chosen(len(question.options))
        if chosen is None:
            echo("")
            return
        placements.answer(person, question.item.id, question.order[chosen - 1] if chosen else None)


def _chosen(most: int) -> int | None:
    """The number that was typed; None at the end of input."""
    while True:
        try:
            typed = input("> ").strip()
        except EOFError:
            return None
        if typed.isdecimal() and int(typed) <= most:
            return int(typed)
        echo(say(en=f"Write a number from 0 to {most}.", fr=f"Écrivez un nombre de 0 à {most}."))
