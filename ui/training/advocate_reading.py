"""The devil's advocate as a person reads it in a terminal; works on the JSON that scripts get."""

from collections.abc import Sequence
from typing import Any

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from ui.terminal import printable, say

Json = dict[str, Any]
_MARKS = {"met": "✓", "unchecked": "–", "partly": "◐", "missing": "✗"}
_WORST_FIRST = ("missing", "partly", "unchecked", "met")


def print_questions(questions: Sequence[Json]) -> None:
    """The contested questions with their positions."""
    console = Console()
    for each in questions:
        kept = say(en=" (begun)", fr=" (commencée)") if each["kept"] else ""
        console.print(_shown(each["id"] + kept, "bold"), _shown(each["question"]), sep="\n")
        for option in each["options"]:
            console.print(_shown(f"  {option['id']:<22} {option['label']}", "dim"))
        console.print()


def print_stances(stances: Json) -> None:
    """The sentences that take each position, with the ids to attach them by."""
    console = Console()
    console.print(_shown(stances["question"], "bold"))
    for option in stances["options"]:
        console.print(_shown(f"\n{option['id']}  {option['label']}", "bold"))
        for place in option["passages"]:
            _print_place(place, console)
        if not option["passages"]:
            console.print(_shown(say(en="  no source", fr="  aucune source"), "dim"))


def print_assessed(assessed: Json) -> None:
    """The verdict, then what is to mend, then what is met."""
    console = Console()
    console.print(_shown(assessed["overall"], "bold"))
    worst_first = sorted(assessed["criteria"], key=lambda c: _WORST_FIRST.index(c["standing"]))
    for each in worst_first:
        console.print(_shown(f"\n{_MARKS[each['standing']]} {each['why']}"))
        for finding in each["findings"]:
            if finding["written"]:
                wrote = say(en=f"“{finding['written']}”", fr=f"«\u00a0{finding['written']}\u00a0»")
                console.print(Padding(_shown(wrote, "dim"), (0, 0, 0, 4)))
            console.print(Padding(_shown(finding["why"]), (0, 0, 0, 4)))
            for place in finding["passages"]:
                _print_place(place, console)
    if assessed["comment"]:
        _print_comment(assessed["comment"], console)


def _print_comment(comment: Json, console: Console) -> None:
    model = comment["model"].removeprefix("chat:")
    title = say(
        en=f"The chat model adds ({model}):", fr=f"Le modèle de langage ajoute ({model})\u00a0:"
    )
    console.print(_shown(f"\n{title}", "bold"))
    if comment["note"]:
        console.print(_shown(comment["note"], "dim"))
    for sentence in comment["sentences"]:
        numbers = "".join(f"[{number}]" for number in sentence["citations"])
        console.print(_shown(f"{sentence['text']} {numbers}"))
    for citation in comment["citations"]:
        console.print(_shown(f"[{citation['n']}] {citation['quote']}", "dim"))


def _print_place(place: Json, console: Console) -> None:
    console.print(Padding(_shown(place["quote"]), (0, 0, 0, 6)))
    about = f"{place['source']}  {place['passage_id']}"
    console.print(Padding(_shown(about, "dim"), (0, 0, 0, 6)))


def _shown(text: str, style: str = "") -> Text:
    """Text of whatever origin: its brackets are no markup, its escapes no commands."""
    return Text(printable(text), style=style)
