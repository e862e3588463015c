"""Serving the page."""

from typing import Annotated

import typer

from corpus.wording import KnownError
from ui.opening import (
    load_settings,
    open_accounts,
    open_chain,
    open_embedded_chain,
    open_health,
    open_kept,
    open_library,
    open_originals,
    open_preferences,
    open_question_writer,
    open_sessions,
    open_training,
)
from ui.terminal import say


def register(app: typer.Typer) -> None:
    app.command(help=say(en="Serve the page.", fr="Sert la page."))(serve)


def serve(
    host: Annotated[
        str,
        typer.Option(
            help=say(
                en="Other addresses than this machine’s need accounts (see: cxlit people add).",
                fr="Une autre adresse que cette machine exige des comptes (voir : cxlit people "
                "add).",
            )
        ),
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535)] = 7860,
) -> None:
    """Serve until interrupted; the first start unpacks the model and adds the starter library."""
    from corpus.feedback_store import FeedbackStore
    from ui.web import serving
    from ui.web.desks.account_desk import AccountDesk
    from ui.web.desks.desks import Desks
    from ui.web.desks.kept_desk import KeptDesk
    from ui.web.desks.library_desk import LibraryDesk
    from ui.web.desks.review_desk import ReviewDesk

    settings = load_settings()
    if settings.auth:
        raise KnownError(
            en="CXLIT_AUTH is no longer used: each person has an account of their own. Unset it, "
            "and make the first account with: cxlit people add NAME --role admin",
            fr="CXLIT_AUTH ne sert plus : chaque personne a son propre compte. Retirez cette "
            "variable, et créez le premier compte avec : cxlit people add NOM --role admin",
        )
    accounts = open_accounts(settings)
    serving.check_host(host, accounts.any())  # before the long first start
    typer.echo(say(en="Opening the library…", fr="Ouverture de la bibliothèque…"), err=True)
    library = open_library(settings)
    open_question_writer(settings, library)  # a wrong name is said now, not when articles come
    desk = LibraryDesk(
        library,
        open_chain(settings, library, noted=False),  # the page knows who asks
        settings.allow_private,
        look_after=lambda: open_health(settings, library),
        copy_of=open_originals(settings),
        question_writer=lambda: open_question_writer(settings, library),
    )
    desk.warm_up()
    kept = KeptDesk(
        open_kept(settings),
        library,
        open_embedded_chain(library).invoke,
        history=settings.history,
    )
    review = ReviewDesk(
        FeedbackStore(settings.library_file), kept.opened, kept.reviewed, library.snapshot
    )
    serving.serve(
        Desks(
            desk,
            kept,
            review,
            AccountDesk(accounts, open_sessions(settings), open_preferences(settings)),
            open_training(settings, library),
        ),
        host,
        port,
        announce=lambda url: typer.echo(say(en=f"cxlit is at {url}", fr=f"cxlit est sur {url}")),
    )
