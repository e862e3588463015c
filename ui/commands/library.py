"""The starter library and the originals behind its notes."""

from collections.abc import Sequence
from dataclasses import replace
from time import sleep
from typing import TYPE_CHECKING, Annotated
from urllib.parse import urlsplit

import typer

from corpus.wording import KnownError, Wording
from ui.commands.options import Json
from ui.confirming import confirmed, somebody_is_there
from ui.opening import load_settings, open_library
from ui.terminal import print_json, progress_bar, say, to_stderr

if TYPE_CHECKING:
    from corpus.reading_list import ListedSource
    from corpus.web.downloads import Downloads
    from ui.fetched import Fetching
    from ui.settings import Settings

app = typer.Typer(
    help=say(
        en="The notes that come with cxlit, and their originals.",
        fr="Les notes fournies avec cxlit, et leurs originaux.",
    ),
    no_args_is_help=True,
)


@app.command(
    help=say(
        en="Add the notes that come with cxlit: those that are missing or have changed.",
        fr="Ajoute les notes fournies avec cxlit : celles qui manquent ou qui ont changé.",
    )
)
def starter(json: Json = False) -> None:
    """After an update of cxlit, or in a library that began without them."""
    from corpus.starter import starter_sources
    from ui.reading_out import tell

    library = open_library(load_settings())
    with progress_bar() as progress:
        report = library.add(starter_sources(), progress=progress)
    # Notes that resemble each other are no news: they came together.
    tell(report if json else replace(report, near_duplicates=()), json=json, briefly=True)


@app.command(
    help=say(
        en="Download the originals of the notes, and add them beside the notes.",
        fr="Télécharge les originaux des notes et les ajoute à côté d’elles.",
    )
)
def fetch(
    note_ids: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="NOTE_ID",
            help=say(
                en="Only the originals of these notes (file names without .md).",
                fr="Seulement les originaux de ces notes (noms de fichiers sans .md).",
            ),
        ),
    ] = None,
    yes: Annotated[
        bool,
        typer.Option("--yes", help=say(en="Do not ask first.", fr="Ne demande rien d’abord.")),
    ] = False,
    again: Annotated[
        bool,
        typer.Option(
            "--again",
            help=say(
                en="Also try what could not be had for good.",
                fr="Essaie aussi ce qui semblait définitivement impossible à obtenir.",
            ),
        ),
    ] = False,
    json: Json = False,
) -> None:
    """One request at a time; interrupted, the next run goes on from there."""
    from corpus.web.downloads import Downloads
    from corpus.web.originals import to_download
    from ui.fetched import fetching_json, print_fetching

    settings = load_settings()
    sources = _chosen(note_ids or [])
    downloads = Downloads(settings.home / "originals")
    wanted = to_download(sources, downloads, again=again)
    if wanted and not (yes or _agreed(wanted, downloads)):
        to_stderr(Wording(en="Nothing was downloaded.", fr="Rien n’a été téléchargé."))
        return
    done = _fetched(settings, sources, downloads, again=again)
    if json:
        print_json(fetching_json(done))
    else:
        print_fetching(done)
    # Nothing at all, and what could still be had waits for the person's network or settings.
    waiting = [why for _, why in done.failed if why.obstacle.passing]
    if waiting and len(done.failed) == len(sources) and all(w.obstacle.mendable for w in waiting):
        why = waiting[0].wording
        raise KnownError(
            en=f"No original could be had. {why.en}",
            fr=f"Aucun original n’a pu être obtenu. {why.fr}",
        )


def _chosen(note_ids: Sequence[str]) -> "list[ListedSource]":
    """The listed sources of these notes, or all of them."""
    from corpus.reading_list import reading_list

    listed = {source.id: source for source in reading_list()}
    if unknown := [note_id for note_id in note_ids if note_id not in listed]:
        raise KnownError(
            en=f"There is no starter note {unknown[0]}. The names of the notes are in "
            "corpus/library/reading_list.jsonl.",
            fr=f"Il n’y a pas de note « {unknown[0]} ». Les noms des notes sont dans "
            "corpus/library/reading_list.jsonl.",
        )
    return [listed[note_id] for note_id in dict.fromkeys(note_ids)] or list(listed.values())


def _agreed(wanted: "Sequence[ListedSource]", downloads: "Downloads") -> bool:
    """Whether the person wants what is going to happen; KnownError when nobody can be asked."""
    if not somebody_is_there():
        raise KnownError(
            en="This downloads pages from other people's sites, and nobody is at the terminal to "
            "agree. Add --yes.",
            fr="Cette commande télécharge des pages sur les sites de tiers, et personne n’est au "
            "terminal pour l’accepter. Ajoutez --yes.",
        )
    sites = len({urlsplit(source.url).netloc.lower() for source in wanted})
    return confirmed(
        Wording(
            en=f"Originals to download: {len(wanted)}, from sites: {sites}. One request at a "
            "time, only where the site allows it. The copies stay on this machine "
            f"({downloads.folder}) and are for your own reading.",
            fr=f"Originaux à télécharger : {len(wanted)}, sites concernés : {sites}. Une requête à "
            "la fois, et seulement là où le site le permet. Les copies restent sur cette machine "
            f"({downloads.folder}), pour votre seul usage personnel.",
        )
    )


def _fetched(
    settings: "Settings", sources: "Sequence[ListedSource]", downloads: "Downloads", *, again: bool
) -> "Fetching":
    """Download, then add all that was had in one step."""
    from corpus.article import Article
    from corpus.web.originals import get_originals
    from corpus.web.visiting import Visitor
    from ui.fetched import Fetching

    visitor = Visitor(allow_private=settings.allow_private, sleep=sleep)
    library = open_library(settings)
    with progress_bar() as progress:
        try:
            originals = get_originals(
                sources,
                downloads,
                visitor.fetch,
                again=again,
                progress=lambda done, total: progress("fetch", done, total),
            )
        except KeyboardInterrupt:
            to_stderr(
                Wording(
                    en="Interrupted. What was downloaded is kept; the same command goes on from "
                    "there.",
                    fr="Interrompu. Ce qui a été téléchargé est conservé ; la même commande "
                    "reprendra à cet endroit.",
                )
            )
            raise
        articles = {o.source.url: o.outcome for o in originals if isinstance(o.outcome, Article)}
        return Fetching(originals, library.add_articles(list(articles.values()), progress=progress))
