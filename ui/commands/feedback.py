"""Feedback: listed, and its gold questions written into a file."""

from pathlib import Path
from typing import Annotated

import typer

from ui.commands.options import Force, Json
from ui.opening import load_settings
from ui.terminal import echo, print_json, say


def register(app: typer.Typer) -> None:
    app.command(
        help=say(
            en="What people think of the answers they got, and the gold questions made of it.",
            fr="Ce que l’on pense des réponses reçues, et les questions de référence qui en sont "
            "tirées.",
        )
    )(feedback)


def feedback(
    export: Annotated[
        Path | None,
        typer.Option(
            metavar="GOLD.jsonl",
            help=say(
                en="Write the gold questions into this file, for: cxlit eval answers GOLD.jsonl",
                fr="Écrit les questions de référence dans ce fichier, pour : cxlit eval answers "
                "GOLD.jsonl",
            ),
        ),
    ] = None,
    force: Force = False,
    json: Json = False,
) -> None:
    """Everybody's, the oldest first."""
    from corpus.new_file import new_file
    from eval.gold import gold_bytes, gold_json
    from ui.reviewed import opinion_json, opinions_and_gold, print_opinions, reviewed_questions

    settings = load_settings()
    if export:
        items = reviewed_questions(settings).items
        with new_file(export, overwrite=force) as file:
            file.write(gold_bytes(items))
        if json:
            print_json({"file": str(export), "questions": len(items)})
        else:
            echo(
                say(
                    en=f"Gold questions in {export}: {len(items)}",
                    fr=f"Questions de référence dans {export} : {len(items)}",
                )
            )
        return
    opinions, gold = opinions_and_gold(settings)
    if json:
        print_json(
            {
                "feedback": [opinion_json(each) for each in opinions],
                "gold": [gold_json(item) for item in gold],
            }
        )
    else:
        print_opinions(opinions, len(gold))
