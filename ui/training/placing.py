"""The placement in the terminal, one question after the other."""

from qa.training.path.placements import Placements
from ui.training.typed import chosen


def ask_placement(placements: Placements, person: str) -> None:
    """Until all is answered; whoever stops goes on later."""
    while asked := placements.question(person):
        answer = chosen(asked.question, f"{asked.number}/{asked.total}")
        if answer is None:
            return
        placements.answer(person, asked.question.item.id, answer.option)
