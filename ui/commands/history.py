"""The history of questions: shown, and deleted."""

from contextlib import closing
from typing import TYPE_CHECKING, Annotated

import typer

from corpus.people import LOCAL
from ui.commands.options import Json
from ui.opening import load_settings, open_history, open_kept
from ui.terminal import print_json, say

if TYPE_CHECKING:
    from corpus.history import Asked


def register(app: typer.Typer) -> None:
    app.command(
        help=say(
            en="The questions that were asked here by command, and on the page without signing in. "
            "They stay in library.db on this machine, with their answers; CXLIT_HISTORY=0 keeps "
            "none.",
            fr="Les questions posées ici par la commande, et sur la page sans se connecter. Elles "
            "restent dans library.db, sur cette machine, avec leurs réponses ; avec "
            "CXLIT_HISTORY=0, aucune n’est conservée.",
        )
    )(history)


def history(
    forget: Annotated[
        bool,
        typer.Option(
            "--forget",
            help=say(
                en="Delete them all, with their answers, favourites and links.",
                fr="Les supprime toutes, avec leurs réponses, favoris et liens.",
            ),
        ),
    ] = False,
    everybody: Annotated[
        bool,
        typer.Option(
            "--everybody",
            help=say(
                en="Also those of the people who sign in on the page.",
                fr="Aussi celles des personnes qui se connectent sur la page.",
            ),
        ),
    ] = False,
    json: Json = False,
) -> None:
    """What was asked, and whether it was answered; or how many questions were deleted."""
    from ui.contract import asked_json
    from ui.looked_after import print_forgotten, print_history

    settings = load_settings()
    person = None if everybody else LOCAL.id
    if forget:
        gone = 0
        if settings.library_file.is_file():
            with closing(open_kept(settings)) as answers:
                gone = answers.forget_all(person)
        if json:
            print_json({"forgotten": gone})
        else:
            print_forgotten(gone)
        return
    asked: tuple[Asked, ...] = ()
    if past := open_history(settings):
        with closing(past):
            asked = past.all(person)
    if json:
        entries = [asked_json(each) for each in asked]
        print_json({"kept_in": str(settings.library_file), "questions": entries})
    else:
        print_history(asked, settings.library_file, kept=settings.history)
