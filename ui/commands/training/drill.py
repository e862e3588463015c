"""The conversation drill in the terminal."""

from typing import Annotated

import typer

from corpus.people import LOCAL
from ui.opening import load_settings, open_library, open_training
from ui.terminal import say


def register(app: typer.Typer) -> None:
    """The command `drill`."""
    app.command(
        help=say(
            en="Answer tough questions in your own words, compare with the library, grade "
            "yourself.",
            fr="Répondre avec ses mots à des questions difficiles, comparer avec la bibliothèque, "
            "se noter.",
        )
    )(drill)


def drill(
    competency: Annotated[
        str,
        typer.Option(
            metavar="ID",
            help=say(
                en="Only questions of this competency (see: cxlit train map).",
                fr="Seulement les questions de cette compétence (voir\u00a0: cxlit train map).",
            ),
        ),
    ] = "",
    number: Annotated[
        int,
        typer.Option(
            "-n",
            min=1,
            max=100,
            help=say(en="How many questions at most.", fr="Combien de questions au plus."),
        ),
    ] = 5,
) -> None:
    """What is due comes first; each answer is kept as soon as it is graded."""
    from ui.training.drilling import drilled

    settings = load_settings()
    training = open_training(settings, open_library(settings))
    drilled(training, LOCAL.id, competency, number)
