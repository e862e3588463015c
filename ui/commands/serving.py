"""Serving the page."""

from typing import Annotated

import typer

from ui.opening import (
    load_settings,
    open_chain,
    open_health,
    open_library,
    open_originals,
    open_question_writer,
)
from ui.terminal import say


def register(app: typer.Typer) -> None:
    app.command(help=say(en="Serve the page.", fr="Sert la page."))(serve)


def serve(
    host: Annotated[
        str,
        typer.Option(
            help=say(
                en="Other addresses than this machine's demand CXLIT_AUTH=user:password.",
                fr="Une autre adresse que cette machine exige CXLIT_AUTH=nom:motdepasse.",
            )
        ),
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535)] = 7860,
) -> None:
    """Serve until interrupted; the first start unpacks the model and adds the starter library."""
    from ui.web import serving
    from ui.web.library_desk import LibraryDesk

    settings = load_settings()
    credentials = serving.credentials_of(settings.auth, host)  # before the long first start
    typer.echo(say(en="Opening the library…", fr="Ouverture de la bibliothèque…"), err=True)
    library = open_library(settings)
    open_question_writer(settings, library)  # a wrong name is said now, not when articles come
    desk = LibraryDesk(
        library,
        open_chain(settings, library),
        settings.allow_private,
        look_after=lambda: open_health(settings, library),
        copy_of=open_originals(settings),
        question_writer=lambda: open_question_writer(settings, library),
    )
    desk.warm_up()
    serving.serve(
        desk,
        host,
        port,
        credentials=credentials,
        announce=lambda url: typer.echo(say(en=f"cxlit is at {url}", fr=f"cxlit est sur {url}")),
    )
