"""Options that several commands share."""

from typing import Annotated

import typer

from ui.terminal import say

Json = Annotated[
    bool,
    typer.Option(
        "--json", help=say(en="Print one JSON document.", fr="Affiche un seul document JSON.")
    ),
]
