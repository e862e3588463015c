"""Keeping the library: remove, restore, rebuild."""

from typing import Annotated

import typer

from ui.commands.options import Json
from ui.opening import load_settings, open_library
from ui.terminal import echo, print_json, progress_bar, say


def register(app: typer.Typer) -> None:
    app.command(help=say(en="Remove articles by their id.", fr="Retire des articles."))(remove)
    app.command(
        help=say(
            en="Bring back the articles of the last removal.",
            fr="Remet les articles du dernier retrait.",
        )
    )(restore)
    app.command(
        help=say(
            en="Make the index anew from the articles.", fr="Refait l’index à partir des articles."
        )
    )(rebuild)


def remove(
    article_ids: Annotated[list[str], typer.Argument(metavar="ARTICLE_ID...")],
    json: Json = False,
) -> None:
    """Remove all of them or, when one is unknown, none."""
    library = open_library(load_settings())
    with progress_bar() as progress:
        generation = library.remove(article_ids, progress=progress)
    if json:
        print_json({"removed": list(dict.fromkeys(article_ids)), "generation": generation})
    else:
        count = len(set(article_ids))
        typer.echo(say(en=f"Removed: {count}", fr=f"Retirés : {count}"))


def restore(json: Json = False) -> None:
    """Removals are undone in turn, the last one first."""
    library = open_library(load_settings())
    with progress_bar():
        articles = library.restore()
    if json:
        restored = [article.id for article in articles]
        print_json({"restored": restored, "generation": library.holdings().generation})
        return
    for article in articles:
        echo(f"{say(en='Restored', fr='Remis   ')}  {article.id}  {article.title}")


def rebuild(json: Json = False) -> None:
    """After a change of model, or when a file of the index is damaged."""
    library = open_library(load_settings())
    with progress_bar() as progress:
        generation = library.rebuild(progress=progress)
    if json:
        print_json({"generation": generation})
    else:
        typer.echo(say(en=f"Index made anew: {generation}", fr=f"Index refait : {generation}"))
