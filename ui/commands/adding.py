"""Taking articles in: add them, look at them first, read them again."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from corpus.wording import KnownError
from ui.commands.options import Json
from ui.opening import load_settings, open_library, open_originals, open_question_writer
from ui.speech import interface_language
from ui.terminal import print_json, progress_bar, say

if TYPE_CHECKING:
    from corpus.article import Record
    from corpus.source import Skipped, Source
    from index.library import Library
    from ui.settings import Settings


def register(app: typer.Typer) -> None:
    app.command(
        help=say(
            en="Add files, folders, ZIP archives or URLs.",
            fr="Ajoute des fichiers, dossiers, archives ZIP ou URL.",
        )
    )(add)
    app.command(
        help=say(
            en="Read articles again where they came from, and keep what has changed.",
            fr="Relit les articles là d’où ils viennent et retient ce qui a changé.",
        )
    )(update)


def add(
    sources: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PATH_OR_URL...",
            help=say(
                en="Files, folders (read recursively), globs, ZIP archives or http(s) URLs.",
                fr="Fichiers, dossiers (lus récursivement), motifs, archives ZIP ou URL http(s).",
            ),
            show_default=False,
        ),
    ] = None,
    urls: Annotated[
        str,
        typer.Option(
            metavar="FILE",
            help=say(
                en="Also the URLs in this file, one a line, # for comments; - reads standard "
                "input.",
                fr="Aussi les URL de ce fichier, une par ligne, # pour les commentaires ; - lit "
                "l’entrée standard.",
            ),
            show_default=False,
        ),
    ] = "",
    preview: Annotated[
        bool,
        typer.Option(
            "--preview",
            help=say(
                en="Show what would be added, and add nothing.",
                fr="Montre ce qui serait ajouté, sans rien ajouter.",
            ),
        ),
    ] = False,
    json: Json = False,
) -> None:
    """Add what can be read, say why the rest cannot; an error only when nothing could."""
    if not (sources or urls):
        raise typer.BadParameter(
            say(
                en="Give files, folders or URLs, or --urls with a file of URLs.",
                fr="Donnez des fichiers, dossiers ou URL, ou --urls avec un fichier d’URL.",
            )
        )
    settings = load_settings()
    with _found(sources or [], urls) as (found, missing):
        library = open_library(settings)
        if preview:
            _preview(library, found, missing, settings, json=json)
        else:
            _add(library, found, missing, settings, json=json)


@contextmanager
def _found(arguments: Sequence[str], urls: str) -> "Iterator[tuple[list[Source], list[Skipped]]]":
    """All sources, archives unpacked for as long as this lasts, and what names none."""
    from corpus.finding import find_sources
    from corpus.unpacking import unpacked
    from corpus.url_list import read_url_list

    found, missing = find_sources(arguments)
    listed, wrong = read_url_list(urls) if urls else ([], [])
    once = {source.locator: source for source in (*found, *listed)}
    with unpacked(list(once.values())) as (documents, refused):
        yield documents, [*missing, *wrong, *refused]


def _add(
    library: "Library",
    found: "Sequence[Source]",
    missing: "Sequence[Skipped]",
    settings: "Settings",
    *,
    json: bool,
) -> None:
    from ui.reading_out import tell

    writer = open_question_writer(settings, library)
    with progress_bar() as progress:
        report = library.add(
            found,
            allow_private_addresses=settings.allow_private,
            progress=progress,
            write_questions=writer,
        )
    report = replace(report, skipped=(*missing, *report.skipped))
    tell(report, json=json)
    if not (report.added or report.updated or report.unchanged):
        why = report.skipped[0].reason
        raise KnownError(en=f"Nothing was added. {why.en}", fr=f"Rien n’a été ajouté. {why.fr}")


def _preview(
    library: "Library",
    found: "Sequence[Source]",
    missing: "Sequence[Skipped]",
    settings: "Settings",
    *,
    json: bool,
) -> None:
    from ui.previewed import preview_json, print_preview

    with progress_bar() as progress:
        seen = library.preview(
            found, allow_private_addresses=settings.allow_private, progress=progress
        )
    seen = replace(seen, skipped=(*missing, *seen.skipped))
    if json:
        print_json(preview_json(seen, interface_language()))
    else:
        print_preview(seen)
    if not seen.entries:
        why = seen.skipped[0].reason
        raise KnownError(
            en=f"Nothing would be added. {why.en}", fr=f"Rien ne serait ajouté. {why.fr}"
        )


def update(
    article_ids: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="ARTICLE_ID...",
            help=say(
                en="Only these articles; by default all.",
                fr="Seulement ces articles ; tous par défaut.",
            ),
        ),
    ] = None,
    json: Json = False,
) -> None:
    """A source that is gone or cannot be read leaves its article as it is."""
    from corpus.rereading import sources_again
    from ui.reading_out import tell

    settings = load_settings()
    library = open_library(settings)
    writer = open_question_writer(settings, library)
    wanted = _chosen(library, article_ids or [])
    with (
        sources_again(wanted, open_originals(settings)) as (found, missing),
        progress_bar() as progress,
    ):
        report = library.add(
            found,
            allow_private_addresses=settings.allow_private,
            progress=progress,
            write_questions=writer,
        )
    tell(replace(report, skipped=(*missing, *report.skipped)), json=json, briefly=True)


def _chosen(library: "Library", article_ids: Sequence[str]) -> "list[Record]":
    """The records of these articles, or of all. Raises KnownError for an unknown id."""
    from index.holdings import no_such_article

    records = {listed.record.id: listed.record for listed in library.listing()}
    if unknown := [article_id for article_id in article_ids if article_id not in records]:
        raise no_such_article(unknown[0])
    return [records[article_id] for article_id in dict.fromkeys(article_ids)] or [*records.values()]
