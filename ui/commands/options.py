"""Options that several commands share."""

from typing import TYPE_CHECKING, Annotated

import typer

from ui.terminal import say

if TYPE_CHECKING:
    from corpus.filters import Filters

Json = Annotated[
    bool,
    typer.Option(
        "--json", help=say(en="Print one JSON document.", fr="Affiche un seul document JSON.")
    ),
]
Force = Annotated[
    bool,
    typer.Option(
        "--force",
        help=say(
            en="Replace the file when it is there already.",
            fr="Remplace le fichier s’il existe déjà.",
        ),
    ),
]
Languages = Annotated[
    list[str] | None,
    typer.Option(
        "--language",
        help=say(
            en="Only passages in this language (fr, en); can be repeated, as all filters can.",
            fr="Seulement les passages dans cette langue (fr, en) ; répétable, comme tous les "
            "filtres.",
        ),
    ),
]
ArticleLanguages = Annotated[
    list[str] | None,
    typer.Option(
        "--language",
        help=say(
            en="Only articles in this language (fr, en); can be repeated, as all filters can.",
            fr="Seulement les articles dans cette langue (fr, en) ; répétable, comme tous les "
            "filtres.",
        ),
    ),
]
Since = Annotated[
    str,
    typer.Option(
        metavar="DATE",
        help=say(
            en="Only articles since this year, month or day.",
            fr="Seulement les articles depuis cette année, ce mois ou ce jour.",
        ),
    ),
]
Until = Annotated[
    str,
    typer.Option(
        metavar="DATE",
        help=say(
            en="Only articles until this year, month or day.",
            fr="Seulement les articles jusqu’à cette année, ce mois ou ce jour.",
        ),
    ),
]
Kinds = Annotated[
    list[str] | None,
    typer.Option(
        "--kind",
        help=say(
            en="Only this kind: study, opinion, vendor, guide, interview, note.",
            fr="Seulement ce genre : study (étude), opinion, vendor (fournisseur), "
            "guide, interview (entretien), note.",
        ),
    ),
]
Topics = Annotated[
    list[str] | None,
    typer.Option(
        "--topic",
        help=say(
            en="Only this topic (see: cxlit topics).",
            fr="Seulement ce thème (voir : cxlit topics).",
        ),
    ),
]
Publishers = Annotated[
    list[str] | None,
    typer.Option(
        "--publisher",
        help=say(
            en="Only this publisher (a part of the name is enough).",
            fr="Seulement cet éditeur (une partie du nom suffit).",
        ),
    ),
]
Authors = Annotated[
    list[str] | None,
    typer.Option(
        "--author",
        help=say(
            en="Only this author (a part of the name is enough).",
            fr="Seulement cet auteur (une partie du nom suffit).",
        ),
    ),
]
Collections = Annotated[
    list[str] | None,
    typer.Option(
        "--collection",
        help=say(en="Only this collection.", fr="Seulement cette collection."),
    ),
]


def filters_from(
    language: list[str] | None,
    since: str,
    until: str,
    kind: list[str] | None,
    topic: list[str] | None,
    publisher: list[str] | None,
    author: list[str] | None,
    collection: list[str] | None,
) -> "Filters":
    """The filters that these options set. Raises KnownError for a value that makes no sense."""
    from corpus.filters import read_filters

    return read_filters(
        languages=language or (),
        since=since,
        until=until,
        kinds=kind or (),
        topics=topic or (),
        publishers=publisher or (),
        authors=author or (),
        collections=collection or (),
    )
