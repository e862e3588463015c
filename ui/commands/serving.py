"""Serving the page."""

from threading import Event
from typing import Annotated

import typer

from corpus.wording import KnownError
from ui.opening import load_settings, open_chain, open_library
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
    credentials = _credentials(settings.auth)
    serving.check_host(host, credentials)  # before the minute that a first start takes
    typer.echo(say(en="Opening the library…", fr="Ouverture de la bibliothèque…"), err=True)
    library = open_library(settings)
    desk = LibraryDesk(library, open_chain(settings, library), settings.allow_private)
    desk.warm_up()
    with serving.serve(desk, host, port, credentials=credentials) as address:
        typer.echo(say(en=f"cxlit is ready: {address}", fr=f"cxlit est prêt : {address}"))
        Event().wait()  # until Ctrl-C


def _credentials(auth: str) -> tuple[str, str] | None:
    if not auth:
        return None
    user, colon, password = auth.partition(":")
    if not (user and colon and password):
        raise KnownError(
            en="CXLIT_AUTH is not understood: write user:password.",
            fr="CXLIT_AUTH n'est pas compris : écrivez nom:motdepasse.",
        )
    return user, password
