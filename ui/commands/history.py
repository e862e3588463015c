"""The history of questions: shown, and deleted."""

from contextlib import closing
from typing import TYPE_CHECKING, Annotated

import typer

from ui.commands.options import Json
from ui.opening import load_settings, open_history
from ui.terminal import print_json, say

if TYPE_CHECKING:
    from corpus.history import Asked


def register(app: typer.Typer) -> None:
    app.command(
        help=say(
            en="The questions that were asked here. They stay in library.db on this machine; "
            "CXLIT_HISTORY=0 keeps none.",
            fr="Les questions posées ici. Elles restent dans library.db, sur cette machine ; avec "
            "CXLIT_HISTORY=0, aucune n'est conservée.",
        )
    )(history)


def history(
    forget: Annotated[
        bool,
        typer.Option("--forget", help=say(en="Delete them all.", fr="Les supprime toutes.")),
    ] = False,
    json: Json = False,
) -> None:
    """What was asked, and whether it was answered; or how many questions were deleted."""
    from ui.contract import asked_json
    from ui.looked_after import print_forgotten, print_history

    settings = load_settings()
    kept = open_history(settings)
    if forget:
        gone = 0
        if kept:
            with closing(kept):
                gone = kept.forget()
        if json:
            print_json({"forgotten": gone})
        else:
            print_forgotten(gone)
        return
    asked: tuple[Asked, ...] = ()
    if kept:
        with closing(kept):
            asked = kept.all()
    if json:
        entries = [asked_json(each) for each in asked]
        print_json({"kept_in": str(settings.library_file), "questions": entries})
    else:
        print_history(asked, settings.library_file, kept=settings.history)
