"""Cohorts in the terminal, for whoever keeps the library: those of all trainers."""

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from corpus.new_file import new_file
from corpus.people import LOCAL
from corpus.wording import KnownError
from ui.commands.options import Force, Json
from ui.opening import load_settings, open_accounts, open_library, open_training
from ui.speech import interface_language
from ui.terminal import echo, print_json, say

if TYPE_CHECKING:
    from corpus.training.cohort_store import Cohort
    from qa.training.training import Training

Name = Annotated[
    str,
    typer.Argument(
        metavar="NAME",
        help=say(
            en="Name of a cohort, or its invitation code.",
            fr="Nom d’une cohorte, ou son code d’invitation.",
        ),
    ),
]
app = typer.Typer(
    help=say(
        en="Cohorts: learners whom a trainer follows together.",
        fr="Les cohortes : des apprenants qu’un formateur suit ensemble.",
    ),
    no_args_is_help=True,
)


def register(training: typer.Typer) -> None:
    """The group `cohort`."""
    training.add_typer(app, name="cohort")


@app.command("list", help=say(en="All cohorts.", fr="Toutes les cohortes."))
def list_(json: Json = False) -> None:
    """By name."""
    from ui.training.cohorts_told import cohort_json, print_cohorts

    found = _opened().cohorts.all()
    if json:
        print_json({"cohorts": [cohort_json(each) for each in found]})
    else:
        print_cohorts(found)


@app.command(
    help=say(
        en="Make a cohort; whoever has its code can join on the page.",
        fr="Crée une cohorte ; qui a son code peut la rejoindre sur la page.",
    )
)
def new(
    name: Annotated[
        str,
        typer.Argument(metavar="NAME", help=say(en="What it is called.", fr="Comment l’appeler.")),
    ],
    json: Json = False,
) -> None:
    """It is the first administrator's, who sees it on the page."""
    from ui.training.cohorts_told import cohort_json, print_cohorts

    with closing(open_accounts(load_settings())) as accounts:
        if not accounts.any():
            raise KnownError(
                en="Cohorts need accounts, and there are none yet. Make the first one with: cxlit "
                "people add NAME --role admin",
                fr="Une cohorte a besoin de comptes, et il n’y en a pas encore. Créez le premier "
                "par : cxlit people add NOM --role admin",
            )
    made = _opened().cohorts.make(LOCAL.id, name)
    if json:
        print_json(cohort_json(made))
    else:
        print_cohorts([made])


@app.command(
    help=say(
        en="How far its learners are, and its hardest items.",
        fr="Où en sont ses apprenants, et ses questions les plus difficiles.",
    )
)
def show(name: Name, json: Json = False) -> None:
    """Members by name; items the hardest first."""
    from ui.training.cohorts_told import followed_json, print_followed

    training = _opened()
    cohort = _named(training, name)
    progress = training.cohorts.progress(cohort.trainer, cohort.id)
    statistics = training.cohorts.statistics(cohort.trainer, cohort.id)
    if json:
        print_json(followed_json(cohort, progress, statistics))
    else:
        print_followed(cohort, progress, statistics)


@app.command(
    help=say(
        en="Write the progress of its learners, or the figures of its items, as CSV.",
        fr="Écrit en CSV la progression de ses apprenants, ou les chiffres de ses questions.",
    )
)
def csv(
    name: Name,
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE", help=say(en="The file to write.", fr="Le fichier à écrire.")
        ),
    ],
    items: Annotated[
        bool,
        typer.Option(
            "--items",
            help=say(
                en="The items with their difficulty and discrimination.",
                fr="Les questions, avec leur difficulté et leur discrimination.",
            ),
        ),
    ] = False,
    force: Force = False,
) -> None:
    """In the language of the command."""
    from ui.training.cohort_csv import items_csv, progress_csv

    training, language = _opened(), interface_language()
    cohort = _named(training, name)
    if items:
        statistics = training.cohorts.statistics(cohort.trainer, cohort.id)
        rows = items_csv(statistics, training.map, language)
    else:
        progress = training.cohorts.progress(cohort.trainer, cohort.id)
        rows = progress_csv(progress, training.map, language)
    with new_file(file, overwrite=force) as written:
        written.write(rows)
    echo(str(file))


@app.command(
    help=say(
        en="Delete a cohort; its learners keep what they have learnt.",
        fr="Supprime une cohorte ; ses apprenants gardent ce qu’ils ont appris.",
    )
)
def delete(
    name: Name,
    yes: Annotated[
        bool,
        typer.Option("--yes", help=say(en="Without asking.", fr="Sans demander confirmation.")),
    ] = False,
    json: Json = False,
) -> None:
    """Asked for once more, unless nobody is there to ask."""
    from corpus.wording import Wording
    from ui.confirming import confirmed, somebody_is_there

    training = _opened()
    cohort = _named(training, name)
    if not yes:
        if not somebody_is_there():
            raise KnownError(
                en="Nobody is there to confirm it. Add --yes to delete the cohort without asking.",
                fr="Personne n’est là pour confirmer. Ajoutez --yes pour supprimer la cohorte sans "
                "demander.",
            )
        doomed = Wording(
            en=f"The cohort “{cohort.name}” will be deleted.",
            fr=f"La cohorte « {cohort.name} » va être supprimée.",
        )
        if not confirmed(doomed):
            raise typer.Exit
    training.cohorts.delete(cohort.trainer, cohort.id)
    if json:
        print_json({"deleted": cohort.id})
    else:
        echo(say(en=f"“{cohort.name}” is deleted.", fr=f"« {cohort.name} » est supprimée."))


def _opened() -> "Training":
    settings = load_settings()
    return open_training(settings, open_library(settings))


def _named(training: "Training", name: str) -> "Cohort":
    """Raises KnownError where no cohort, or more than one, is called so."""
    every = training.cohorts.all()
    code = "".join(sign for sign in name.upper() if sign.isalnum())
    found = [each for each in every if code == each.code] or [
        each for each in every if each.name.casefold() == " ".join(name.split()).casefold()
    ]
    if len(found) == 1:
        return found[0]
    if found:
        codes = ", ".join(each.shown_code for each in found)
        raise KnownError(
            en=f"Several cohorts are called “{name}”. Give the code of one of them: {codes}.",
            fr=f"Plusieurs cohortes s’appellent « {name} ». Donnez le code de l’une "
            f"d’elles : {codes}.",
        )
    raise KnownError(
        en=f"There is no cohort “{name}”. See them with: cxlit train cohort list",
        fr=f"Il n’y a pas de cohorte « {name} ». Pour les voir : cxlit train cohort list",
    )
