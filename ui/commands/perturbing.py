"""How robust the answers are."""

from pathlib import Path
from typing import Annotated

import typer

from ui.commands.evaluating import Corpus, Limit, asked_library, measured
from ui.commands.options import Json
from ui.opening import load_settings
from ui.terminal import print_json, progress_bar, say


def register(app: typer.Typer) -> None:
    app.command(
        help=say(
            en="Ask the same questions changed, or beside misleading articles; tell what is lost.",
            fr="Pose les mêmes questions modifiées, ou face à des articles trompeurs, et dit ce "
            "qui se perd.",
        )
    )(perturb)


def perturb(
    gold: Annotated[Path, typer.Argument(metavar="GOLD.jsonl", show_default=False)],
    corpus: Corpus = None,
    limit: Limit = None,
    only: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME",
            help="typos, no_accents, upper_case, other_language, negated_premise, instructions, "
            "wrong_copies",
        ),
    ] = None,
    json: Json = False,
) -> None:
    """Your own library is never changed: articles are added to a temporary copy."""
    from eval.gold import read_gold
    from eval.perturbing import Perturbation
    from eval.perturbing import perturb as perturbed
    from ui.perturbed import perturbed_json, print_perturbed

    names = only or list(Perturbation)
    if unknown := [name for name in names if name not in list(Perturbation)]:
        raise typer.BadParameter(
            say(
                en=f"“{unknown[0]}” is none of {', '.join(Perturbation)}.",
                fr=f"« {unknown[0]} » n’est pas l’un de {', '.join(Perturbation)}.",
            ),
            param_hint="--only",
        )
    settings = load_settings()
    every = read_gold(gold)
    with progress_bar() as progress, asked_library(settings, corpus, progress) as library:
        found = perturbed(
            every.limited(limit),
            every.items,
            library,
            lambda questions, asked: measured(settings, questions, asked, corpus, progress),
            settings.cache_folder,
            [Perturbation(name) for name in names],
            progress,
        )
    if json:
        print_json(perturbed_json(every, found))
    else:
        print_perturbed(found)
