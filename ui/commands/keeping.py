"""Keeping the library: add, remove, list, show, rebuild."""

from dataclasses import replace
from typing import Annotated

import typer

from corpus.wording import KnownError
from ui.commands.options import Json
from ui.opening import load_settings, open_library
from ui.speech import interface_language
from ui.terminal import echo, print_json, progress_bar, say


def register(app: typer.Typer) -> None:
    app.command(
        help=say(en="Add files, folders or URLs.", fr="Ajoute des fichiers, dossiers ou URL.")
    )(add)
    app.command(help=say(en="Remove articles by their id.", fr="Retire des articles."))(remove)
    app.command(help=say(en="List the articles.", fr="Liste les articles."))(articles)
    app.command(help=say(en="Show one article.", fr="Montre un article."))(show)
    app.command(
        help=say(
            en="Make the index anew from the articles.", fr="Refait l'index à partir des articles."
        )
    )(rebuild)


def add(
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH_OR_URL...",
            help=say(
                en="Files, folders (read recursively), globs or http(s) URLs.",
                fr="Fichiers, dossiers (lus récursivement), motifs ou URL http(s).",
            ),
        ),
    ],
    json: Json = False,
) -> None:
    """Add what can be read, say why the rest cannot; an error only when nothing could."""
    from corpus.finding import find_sources
    from ui.contract import report_json
    from ui.reading_out import print_report

    settings = load_settings()
    found, missing = find_sources(sources)
    library = open_library(settings)
    with progress_bar() as progress:
        report = library.add(
            found, allow_private_addresses=settings.allow_private, progress=progress
        )
    report = replace(report, skipped=(*missing, *report.skipped))
    if json:
        print_json(report_json(report, interface_language()))
    else:
        print_report(report)
    if not (report.added or report.updated or report.unchanged):
        why = report.skipped[0].reason
        raise KnownError(en=f"Nothing was added. {why.en}", fr=f"Rien n'a été ajouté. {why.fr}")


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
        typer.echo(say(en=f"Removed: {count}", fr=f"Retirés : {count}"))


def articles(json: Json = False) -> None:
    """All articles, in the order in which they were added."""
    from ui.contract import article_json
    from ui.reading_out import print_articles

    snapshot = open_library(load_settings()).snapshot()
    found = snapshot.articles()
    if json:
        counts = snapshot.passages_of
        entries = [article_json(a, len(counts.get(a.id, ()))) for a in found]
        print_json({"articles": entries})
    else:
        print_articles(found)


def show(
    article_id: Annotated[str, typer.Argument(metavar="ARTICLE_ID")],
    removed: Annotated[
        bool,
        typer.Option(
            "--removed",
            help=say(
                en="Show what cleaning took out instead.", fr="Montre ce que le nettoyage a ôté."
            ),
        ),
    ] = False,
    json: Json = False,
) -> None:
    """The stored text, or what was removed from it."""
    from ui.contract import article_json
    from ui.reading_out import print_article

    snapshot = open_library(load_settings()).snapshot()
    article = snapshot.article(article_id)
    if json:
        entry = article_json(article, len(snapshot.passages_of.get(article.id, ())))
        print_json({**entry, "text": article.text, "removed": list(article.removed)})
    elif removed:
        nothing = say(en="Nothing was removed.", fr="Rien n'a été ôté.")
        echo("\n".join(article.removed) or nothing)
    else:
        print_article(article)


def rebuild(json: Json = False) -> None:
    """After a change of model, or when a file of the index is damaged."""
    library = open_library(load_settings())
    with progress_bar() as progress:
        generation = library.rebuild(progress=progress)
    if json:
        print_json({"generation": generation})
    else:
        typer.echo(say(en=f"Index made anew: {generation}", fr=f"Index refait : {generation}"))
