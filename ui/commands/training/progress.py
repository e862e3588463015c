"""What one has learnt: taken along, brought back, deleted."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from corpus.people import LOCAL
from corpus.wording import KnownError
from ui.commands.options import Force, Json
from ui.opening import load_settings, open_library, open_training
from ui.terminal import echo, print_json, say

if TYPE_CHECKING:
    from qa.training.own_data import OwnData

app = typer.Typer(
    help=say(
        en="What you have learnt: taken along, brought back, deleted.",
        fr="Ce que vous avez appris\u00a0: emporté, rapporté, supprimé.",
    ),
    no_args_is_help=True,
)


@app.command(
    "export",
    help=say(
        en="Write all that is kept of your training to one JSON file.",
        fr="Écrit tout ce qui est gardé de votre formation dans un fichier JSON.",
    ),
)
def export(
    file: Annotated[Path, typer.Argument(metavar="FILE.json")], force: Force = False
) -> None:
    """Reviews, marked passages, plan, worksheets, recommendations, memberships."""
    from json import dumps

    from corpus.new_file import new_file

    own_data = _own_data()
    document = own_data.document(LOCAL.id)
    with new_file(file, overwrite=force) as written:
        written.write(dumps(document, ensure_ascii=False, indent=1).encode())
    count = len(document["reviews"])
    echo(say(en=f"Reviews in {file}: {count}", fr=f"Révisions dans {file}\u00a0: {count}"))


@app.command(
    "import",
    help=say(
        en="Add what export wrote, or what Anki exported (.apkg, .colpkg); nothing is lost and "
        "nothing counts twice.",
        fr="Ajoute ce qu’export a écrit, ou ce qu’Anki a exporté (.apkg, .colpkg)\u00a0; rien ne "
        "se perd et rien ne compte deux fois.",
    ),
)
def import_(file: Path, json: Json = False) -> None:
    """Merged by ids; schedules are computed anew from all reviews."""
    own_data = _own_data()
    merged = own_data.merge_file(LOCAL.id, file)
    if json:
        print_json({"new": merged.new, "known": merged.known, "marked": merged.marked})
        return
    echo(
        say(
            en=f"New reviews: {merged.new}, here already: {merged.known}",
            fr=f"Nouvelles révisions\u00a0: {merged.new}, déjà là\u00a0: {merged.known}",
        )
    )


@app.command(
    "forget",
    help=say(
        en="Delete all that is kept of your training, for good.",
        fr="Supprime définitivement tout ce qui est gardé de votre formation.",
    ),
)
def forget(
    yes: Annotated[
        bool, typer.Option("--yes", help=say(en="Do not ask.", fr="Ne pas demander."))
    ] = False,
) -> None:
    """Asked for, unless told not to."""
    from corpus.wording import Wording
    from ui.confirming import confirmed, somebody_is_there

    announcement = Wording(
        en="All your reviews, marked passages, plan, worksheets and recommendations are deleted.",
        fr="Toutes vos révisions, passages marqués, parcours, fiches et recommandations seront "
        "supprimés.",
    )
    if not yes:
        if not somebody_is_there():
            raise KnownError(
                en="Nothing was deleted: add --yes to delete without being asked.",
                fr="Rien n’a été supprimé\u00a0: ajoutez --yes pour supprimer sans confirmation.",
            )
        if not confirmed(announcement):
            return
    own_data = _own_data()
    count = own_data.forget(LOCAL.id)
    echo(
        say(
            en=f"Nothing of your training is kept any more (reviews deleted: {count}).",
            fr=f"Plus rien de votre formation n’est gardé (révisions supprimées\u00a0: {count}).",
        )
    )


def _own_data() -> "OwnData":
    settings = load_settings()
    return open_training(settings, open_library(settings)).own_data
