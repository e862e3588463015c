"""Taking the library elsewhere: export, import, bibliography."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from corpus.wording import KnownError
from ui.commands.options import (
    ArticleLanguages,
    Authors,
    Collections,
    Force,
    Json,
    Kinds,
    Publishers,
    Since,
    Topics,
    Until,
    filters_from,
)
from ui.opening import load_settings, open_library
from ui.terminal import echo, print_json, progress_bar, say

if TYPE_CHECKING:
    from corpus.article import Article
    from index.holdings import Holdings
    from index.report import Progress


def register(app: typer.Typer) -> None:
    app.command(
        help=say(
            en="Write articles, with all that is known of them, to one ZIP.",
            fr="Écrit les articles, avec tout ce qu’on en sait, dans un seul ZIP.",
        )
    )(export)
    app.command(
        name="import",
        help=say(en="Take in what export wrote.", fr="Reprend ce qu’export a écrit."),
    )(import_)
    app.command(
        help=say(
            en="Write the bibliography for a reference manager.",
            fr="Écrit la bibliographie pour un logiciel de références.",
        )
    )(bibliography)


def export(
    file: Annotated[Path, typer.Argument(metavar="FILE.zip")],
    language: ArticleLanguages = None,
    since: Since = "",
    until: Until = "",
    kind: Kinds = None,
    topic: Topics = None,
    publisher: Publishers = None,
    author: Authors = None,
    collection: Collections = None,
    force: Force = False,
    json: Json = False,
) -> None:
    """The same articles make the same file, byte for byte."""
    from corpus.exchange.archive import write_archive
    from corpus.new_file import new_file

    filters = filters_from(language, since, until, kind, topic, publisher, author, collection)
    holdings = open_library(load_settings()).holdings()
    ids = sorted(record.id for record in holdings.records() if filters.admit_listed(record))
    if not ids:
        raise _nothing_inside()
    with new_file(file, overwrite=force) as written, progress_bar() as progress:
        write_archive(written, _one_by_one(holdings, ids, progress))
    count = len(ids)
    if json:
        print_json({"file": str(file), "articles": count, "generation": holdings.generation})
    else:
        echo(say(en=f"Articles in {file}: {count}", fr=f"Articles dans {file} : {count}"))


def import_(
    file: Annotated[Path, typer.Argument(metavar="FILE.zip")],
    json: Json = False,
) -> None:
    """All of it is read and found whole before anything is taken in."""
    from corpus.exchange.archive import read_archive
    from ui.reading_out import tell

    imported = read_archive(file)
    library = open_library(load_settings())
    with progress_bar() as progress:
        report = library.import_articles(imported, progress=progress)
    tell(report, json=json)


def bibliography(
    format_: Annotated[
        str,
        typer.Option("--format", help="bibtex, ris, csl-json", metavar="FORMAT"),
    ] = "bibtex",
    output: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help=say(
                en="Write to this file; by default to standard output.",
                fr="Écrit dans ce fichier ; par défaut sur la sortie standard.",
            ),
        ),
    ] = None,
    language: ArticleLanguages = None,
    since: Since = "",
    until: Until = "",
    kind: Kinds = None,
    topic: Topics = None,
    publisher: Publishers = None,
    author: Authors = None,
    collection: Collections = None,
    force: Force = False,
) -> None:
    """A note and its original are one entry, cited as the original."""
    from corpus.exchange.bibliography import BibliographyFormat
    from corpus.exchange.bibliography import bibliography as written
    from corpus.exchange.works import works
    from corpus.new_file import new_file

    if format_ not in list(BibliographyFormat):
        raise typer.BadParameter(
            say(
                en=f"“{format_}” is none of bibtex, ris, csl-json.",
                fr=f"« {format_} » n’est ni bibtex, ni ris, ni csl-json.",
            ),
            param_hint="--format",
        )
    filters = filters_from(language, since, until, kind, topic, publisher, author, collection)
    listing = open_library(load_settings()).listing()
    entries = works([listed.record for listed in listing], filters)
    text = written(entries, BibliographyFormat(format_))
    if output is None:
        echo(text.rstrip("\n"))
        return
    with new_file(output, overwrite=force) as file:
        file.write(text.encode())
    count = len(entries)
    echo(say(en=f"Entries in {output}: {count}", fr=f"Références dans {output} : {count}"))


def _one_by_one(
    holdings: "Holdings", ids: Sequence[str], progress: "Progress"
) -> "Iterator[Article]":
    """The articles, of which never more than a few are in memory."""
    for done, article_id in enumerate(ids, start=1):
        yield holdings.article(article_id)
        progress("export", done, len(ids))


def _nothing_inside() -> KnownError:
    return KnownError(
        en="There is no article to export: the library is empty, or your filters leave none.",
        fr="Il n’y a aucun article à exporter : la bibliothèque est vide, ou vos filtres n’en "
        "laissent aucun.",
    )
