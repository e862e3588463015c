"""Comparing two runs: what a release waits for."""

from pathlib import Path
from typing import Annotated

import typer

from ui.commands.options import Json
from ui.terminal import print_json, say

REGRESSION = 3  # exit code


def register(app: typer.Typer) -> None:
    app.command(
        help=say(
            en="Compare two runs over the same questions; exit code 3 for a regression.",
            fr="Compare deux évaluations des mêmes questions ; code de sortie 3 en cas de "
            "régression.",
        )
    )(compare)


def compare(
    run_a: Annotated[Path, typer.Argument(metavar="RUN_A.json", show_default=False)],
    run_b: Annotated[Path, typer.Argument(metavar="RUN_B.json", show_default=False)],
    smallest: Annotated[
        float,
        typer.Option(
            min=0.001,
            max=0.5,
            help=say(
                en="The smallest difference that matters to you.",
                fr="La plus petite différence qui compte pour vous.",
            ),
        ),
    ] = 0.02,
    measure: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME",
            help=say(
                en="Test only this measure (can be repeated). Name it before you look: fewer "
                "tests tell smaller differences.",
                fr="Ne teste que cette mesure (répétable). À choisir avant de regarder : moins "
                "de tests, plus petites différences décelées.",
            ),
        ),
    ] = None,
    json: Json = False,
) -> None:
    """Paired bootstrap, randomisation test, Holm's adjustment, and a verdict in words."""
    from eval.comparing import TESTED
    from eval.comparing import compare as compared
    from eval.run import read_run
    from ui.compared import comparison_json, print_comparison

    if unknown := [name for name in measure or () if name not in TESTED]:
        raise typer.BadParameter(
            say(
                en=f"“{unknown[0]}” is none of {', '.join(TESTED)}.",
                fr=f"« {unknown[0]} » n’est pas l’une de {', '.join(TESTED)}.",
            ),
            param_hint="--measure",
        )
    found = compared(read_run(run_a), read_run(run_b), smallest, measure or ())
    if json:
        print_json(comparison_json(found))
    else:
        print_comparison(found, run_a.name, run_b.name)
    if found.is_regression:
        raise typer.Exit(REGRESSION)
