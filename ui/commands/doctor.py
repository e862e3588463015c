"""What works, what is missing, and how to mend it."""

from typing import Annotated

import typer

from ui.commands.options import Json
from ui.opening import load_settings
from ui.speech import interface_language
from ui.terminal import echo, print_json, say


def register(app: typer.Typer) -> None:
    app.command(
        help=say(
            en="What works, what is missing, how to mend it.",
            fr="Ce qui fonctionne, ce qui manque, comment y remédier.",
        )
    )(doctor)


def doctor(
    offline: Annotated[
        bool,
        typer.Option(
            "--offline",
            help=say(
                en="Do not try the chat model, which may be elsewhere.",
                fr="N’essaie pas le modèle de langage, qui peut être ailleurs.",
            ),
        ),
    ] = False,
    json: Json = False,
) -> None:
    """Exit code 1 when something that is needed does not work."""
    from ui.checkup import checkup

    language = interface_language()
    findings = checkup(load_settings(), offline=offline)
    if json:
        print_json(
            {
                "works": all(finding.works for finding in findings),
                "checks": [
                    {
                        "name": finding.name.in_language(language),
                        "works": finding.works,
                        "detail": finding.detail.in_language(language),
                    }
                    for finding in findings
                ],
            }
        )
    else:
        for finding in findings:
            mark = "✓" if finding.works else "✗"
            name, detail = (w.in_language(language) for w in (finding.name, finding.detail))
            echo(f"{mark} {name}: {detail}")
    if not all(finding.works for finding in findings):
        raise typer.Exit(1)
