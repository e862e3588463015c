"""The trainer's queue in the terminal: what waits to be judged, and judging it."""

from typing import TYPE_CHECKING, Annotated

import typer

from corpus.people import LOCAL
from ui.commands.options import Json
from ui.commands.training.items import ItemCompetency, ItemLanguage, check, opened
from ui.terminal import echo, print_json, say

if TYPE_CHECKING:
    from qa.training.training import Training

ItemId = Annotated[
    str,
    typer.Argument(
        metavar="ID",
        help=say(
            en="Id of an item, as cxlit train queue shows it.",
            fr="Identifiant d’une question, tel que le montre cxlit train queue.",
        ),
    ),
]


def register(app: typer.Typer) -> None:
    """The commands `queue`, `accept` and `reject`."""
    app.command(
        help=say(
            en="Items that no trainer has judged yet; they are in use until they are rejected.",
            fr="Les questions qu’aucun formateur n’a jugées ; elles servent tant qu’on ne les "
            "rejette pas.",
        )
    )(queue)
    app.command(help=say(en="Accept an item.", fr="Accepte une question."))(accept)
    app.command(
        help=say(
            en="Reject an item: it is never asked again, whatever becomes of the library.",
            fr="Rejette une question : elle n’est plus jamais posée, quoi que devienne la "
            "bibliothèque.",
        )
    )(reject)


def queue(
    language: ItemLanguage = "",
    competency: ItemCompetency = "",
    flagged: Annotated[
        bool,
        typer.Option(
            "--flagged",
            help=say(
                en="Instead, those that learners report or that figures speak against.",
                fr="Plutôt celles que des apprenants signalent ou que des chiffres mettent en "
                "doute.",
            ),
        ),
    ] = False,
    json: Json = False,
) -> None:
    """In the order of the map."""
    from ui.training.items_told import item_json, print_items

    training = opened()
    check(training, "", language, competency)
    if flagged:
        found = [doubt.item for doubt in training.attention.doubts()]
    else:
        found = list(training.bank.queue())
    found = [
        each
        for each in found
        if language in ("", each.language) and competency in ("", each.competency)
    ]
    verdicts = training.bank.verdicts()
    if json:
        print_json({"items": [item_json(each, verdicts.get(each.id)) for each in found]})
    else:
        print_items(found, verdicts)


def accept(item_id: ItemId, json: Json = False) -> None:
    """The last word counts."""
    training = opened()
    training.bank.accept(item_id, LOCAL.id)
    _tell(training, item_id, accepted=True, json=json)


def reject(
    item_id: ItemId,
    reason: Annotated[
        str,
        typer.Option(
            help=say(
                en="Why: it says later why the item is gone.",
                fr="Pourquoi : le motif dira plus tard pourquoi la question n’y est plus.",
            ),
        ),
    ],
    json: Json = False,
) -> None:
    """`accept` makes it usable again."""
    training = opened()
    training.bank.reject(item_id, reason, LOCAL.id)
    _tell(training, item_id, accepted=False, json=json)


def _tell(training: "Training", item_id: str, *, accepted: bool, json: bool) -> None:
    if json:
        print_json({"item": item_id, "accepted": accepted})
        return
    item = training.bank.item(item_id)
    stem = item.stem if item else item_id
    if accepted:
        echo(say(en=f"Accepted: {stem}", fr=f"Acceptée : {stem}"))
    else:
        echo(say(en=f"Rejected: {stem}", fr=f"Rejetée : {stem}"))
