"""Training a chief customer officer: the group of its commands, and the competency map."""

import shutil
from typing import TYPE_CHECKING, Annotated

import typer

from corpus.wording import KnownError, Wording
from ui.commands.options import Json
from ui.commands.training import (
    advocate,
    cohorts,
    drill,
    items,
    path,
    queue,
    quiz,
    review,
)
from ui.opening import load_settings
from ui.speech import interface_language
from ui.terminal import echo, print_json, say

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from qa.training.competency import Competency

app = typer.Typer(
    help=say(
        en="Training for a newly appointed chief customer officer, out of the library.",
        fr="Former un directeur de l’expérience client qui prend ses fonctions, à partir de la "
        "bibliothèque.",
    ),
    no_args_is_help=True,
)
advocate.register(app)
cohorts.register(app)
drill.register(app)
items.register(app)
path.register(app)
queue.register(app)
quiz.register(app)
review.register(app)


@app.command(
    "map",
    help=say(
        en="The competency map: what one should know, be able to argue and do.",
        fr="La carte des compétences : ce qu’il faut savoir, savoir défendre et savoir faire.",
    ),
)
def map_(
    edit: Annotated[
        bool,
        typer.Option(
            "--edit",
            help=say(
                en="Copy the map to where your organisation can edit its own.",
                fr="Copie la carte là où votre organisation peut modifier la sienne.",
            ),
        ),
    ] = False,
    json: Json = False,
) -> None:
    """In order of the days by which a competency is wanted."""
    from qa.training.map_reading import SHIPPED, competencies

    own = load_settings().home / "training"
    if edit:
        _copy(SHIPPED, own)
        if json:
            print_json({"map": str(own)})
        else:
            echo(say(en=f"The map is in {own}: edit it.", fr=f"La carte est dans {own} : à vous."))
        return
    folder = own if (own / "competencies").is_dir() else SHIPPED
    found = competencies(folder)
    if json:
        print_json({"map": str(folder), "competencies": [_json(each) for each in found]})
    else:
        _print(found)


def _copy(shipped: "Path", own: "Path") -> None:
    """Raises KnownError when there is a map already, or the folder cannot be written."""
    if (own / "competencies").exists() or (own / "challenges").exists():
        raise KnownError(
            en=f"There is a competency map in {own} already. Edit that one, or move it away to "
            "start again from the shipped one.",
            fr=f"Il y a déjà une carte des compétences dans {own}. Modifiez celle-là, ou "
            "déplacez-la pour repartir de la carte fournie.",
        )
    try:
        for name in ("challenges", "competencies"):  # the one that is looked for comes last
            only_data = shutil.ignore_patterns("*.py", "__pycache__")
            shutil.copytree(shipped / name, own / name, ignore=only_data)
    except OSError as error:
        raise KnownError(
            en=f"The map cannot be copied to {own} ({error.strerror}). Check that you may write "
            "there.",
            fr=f"La carte ne peut pas être copiée dans {own} ({error.strerror}). Vérifiez que "
            "vous pouvez y écrire.",
        ) from error


def _print(found: "tuple[Competency, ...]") -> None:
    spoken = interface_language()
    for each in found:
        parts = (
            (say(en="to know", fr="savoir"), each.know),
            (say(en="to argue", fr="défendre"), each.argue),
            (say(en="to do", fr="faire"), each.do),
        )
        days = say(en=f"day {each.phase}", fr=f"jour {each.phase}")
        echo(f"{each.name.in_language(spoken)} ({each.id}, {days})")
        echo(f"  {each.purpose.in_language(spoken)}")
        for title, lines in parts:
            for line in lines:
                echo(f"  {title:<9} {line.in_language(spoken)}")
        echo("")


def _json(each: "Competency") -> dict[str, object]:
    spoken = interface_language()

    def said(wordings: "Iterable[Wording]") -> list[str]:
        return [wording.in_language(spoken) for wording in wordings]

    return {
        "id": each.id,
        "phase": each.phase,
        "name": each.name.in_language(spoken),
        "purpose": each.purpose.in_language(spoken),
        "know": said(each.know),
        "argue": said(each.argue),
        "do": said(each.do),
        "topics": list(each.topics),
        "concepts": list(each.concepts),
        "disputes": list(each.disputes),
        "sources": list(each.sources),
        "challenges": len(each.challenges),
    }
