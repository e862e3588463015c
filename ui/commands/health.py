"""The health of the library, for whoever keeps it."""

import typer

from ui.commands.options import Json
from ui.opening import load_settings, open_health, open_library
from ui.terminal import print_json, say


def register(app: typer.Typer) -> None:
    app.command(
        help=say(
            en="What the library holds, what is missing, how it is used, what to read next.",
            fr="Ce que contient la bibliothèque, ce qui manque, son usage, que lire ensuite.",
        )
    )(health)


def health(json: Json = False) -> None:
    """Counts, missing metadata, citations, near-duplicates, and questions left unanswered."""
    from ui.contract import health_json
    from ui.looked_after import print_health

    settings = load_settings()
    found = open_health(settings, open_library(settings))
    if json:
        print_json(health_json(found))
    else:
        print_health(found)
