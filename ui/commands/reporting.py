"""A saved run as a report for the browser."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from ui.commands.options import Force
from ui.speech import interface_language
from ui.terminal import echo, say


def register(app: typer.Typer) -> None:
    app.command(
        help=say(
            en="Write a saved run as one HTML file that opens offline.",
            fr="Écrit une évaluation enregistrée en un seul fichier HTML, lisible hors ligne.",
        )
    )(report)


def report(
    run: Annotated[Path, typer.Argument(metavar="RUN.json", show_default=False)],
    file: Annotated[Path, typer.Argument(metavar="FILE.html", show_default=False)],
    language: Annotated[
        Literal["fr", "en"] | None,
        typer.Option(
            help=say(
                en="Language of the report; by default that of the command.",
                fr="Langue du rapport ; par défaut celle de la commande.",
            )
        ),
    ] = None,
    force: Force = False,
) -> None:
    """Every figure, and every question with what was found, answered and expected."""
    from corpus.new_file import new_file
    from eval.report import report_html
    from eval.run import read_run

    html = report_html(read_run(run), language or interface_language())
    with new_file(file, overwrite=force) as written:
        written.write(html.encode())
    echo(say(en=f"Report: {file}", fr=f"Rapport : {file}"))
