"""The quiz items: shown, all or some, with what was refused on the way."""

import hashlib
from typing import TYPE_CHECKING, Annotated

import typer

from corpus.wording import KnownError
from ui.commands.options import Json
from ui.opening import load_settings, open_library, open_training
from ui.speech import interface_language
from ui.terminal import print_json, progress_bar, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa.training.item import Item
    from qa.training.training import Training

ItemLanguage = Annotated[
    str,
    typer.Option(
        metavar="[en|fr]",
        help=say(en="Only items in this language.", fr="Seulement les questions de cette langue."),
    ),
]
ItemCompetency = Annotated[
    str,
    typer.Option(
        metavar="ID",
        help=say(
            en="Only items of one competency; they are listed by: cxlit train map",
            fr="Seulement les questions d’une compétence ; la liste : cxlit train map",
        ),
    ),
]


def register(app: typer.Typer) -> None:
    """The command `items`."""
    app.command(
        "items",
        help=say(
            en="The quiz items that the library gives; they are made when it has changed.",
            fr="Les questions que donne la bibliothèque ; elles sont refaites quand elle change.",
        ),
    )(items)


def items(
    kind: Annotated[
        str,
        typer.Option(
            metavar="KIND",
            help=say(
                en='Only one kind: figure, "who said", definition, list, "true or false", cloze, '
                "source, position.",
                fr="Un seul genre : figure (chiffre), « who said » (qui l’a dit), definition, "
                "list, « true or false » (vrai ou faux), cloze (texte à trou), source, position.",
            ),
        ),
    ] = "",
    language: ItemLanguage = "",
    competency: ItemCompetency = "",
    sample: Annotated[
        int,
        typer.Option(
            min=0,
            metavar="N",
            help=say(en="Only N of them, by chance.", fr="N d’entre elles, au hasard."),
        ),
    ] = 0,
    seed: Annotated[
        str,
        typer.Option(
            help=say(
                en="The same seed gives the same sample.",
                fr="La même graine donne le même échantillon.",
            )
        ),
    ] = "1",
    refused: Annotated[
        bool,
        typer.Option(
            "--refused",
            help=say(
                en="What was not used, and which gate refused it.",
                fr="Ce qui n’a pas été retenu, et quel contrôle l’a écarté.",
            ),
        ),
    ] = False,
    json: Json = False,
) -> None:
    """Items that a trainer has rejected are not among them."""
    from ui.training.items_told import item_json, print_items, print_refused, refused_json

    training = opened()
    check(training, kind, language, competency)
    if refused:
        with progress_bar() as report:
            not_used = training.bank.refused(report)
        not_used = tuple(
            each
            for each in not_used
            if kind in ("", each.draft.kind) and language in ("", each.draft.language)
        )
        if json:
            spoken = interface_language()
            print_json({"refused": [refused_json(each, spoken) for each in not_used]})
        else:
            print_refused(not_used)
        return
    found = [each for each in training.bank.items(language, competency) if kind in ("", each.kind)]
    if sample:
        found = _sampled(found, sample, seed)
    verdicts = training.bank.verdicts()
    if json:
        print_json({"items": [item_json(each, verdicts.get(each.id)) for each in found]})
    else:
        print_items(found, verdicts)


def opened() -> "Training":
    """Training with its items up to date."""
    settings = load_settings()
    training = open_training(settings, open_library(settings))
    with progress_bar() as report:
        training.bank.refresh(report)
    return training


def check(training: "Training", kind: str, language: str, competency: str) -> None:
    """Raises KnownError for a choice that there is not."""
    from qa.training.item import ItemKind

    for chosen, possible in (
        (kind, list(ItemKind)),
        (language, ["en", "fr"]),
        (competency, [each.id for each in training.map]),
    ):
        if chosen and chosen not in possible:
            listed = ", ".join(possible)
            raise KnownError(
                en=f"“{chosen}” is none of these: {listed}.",
                fr=f"« {chosen} » n’est aucun de ceux-ci : {listed}.",
            )


def _sampled(found: "Sequence[Item]", count: int, seed: str) -> "list[Item]":
    def chance(item: "Item") -> bytes:
        return hashlib.sha256(f"{seed}\n{item.id}".encode()).digest()

    return sorted(found, key=chance)[:count]
