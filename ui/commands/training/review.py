"""Spaced review in the terminal, and its cards as a deck for Anki."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from corpus.people import LOCAL
from corpus.wording import KnownError
from ui.commands.options import Force, Json
from ui.commands.training import progress
from ui.opening import load_settings, open_library, open_training
from ui.speech import interface_language
from ui.terminal import echo, print_json, progress_bar, say

if TYPE_CHECKING:
    from index.library import Library
    from qa.training.item import Item
    from qa.training.training import Training


def register(app: typer.Typer) -> None:
    """The commands `review`, `today`, `deck` and the group `progress`."""
    for name, run, help_ in (
        (
            "review",
            review,
            say(
                en="Review today’s cards; stop whenever you like, each answer is kept at once.",
                fr="Réviser les cartes du jour\u00a0; arrêtez quand vous voulez, chaque réponse "
                "est gardée aussitôt.",
            ),
        ),
        (
            "today",
            today,
            say(
                en="How many cards are due today and on the next days.",
                fr="Combien de cartes sont à revoir aujourd’hui et les jours suivants.",
            ),
        ),
        (
            "deck",
            deck,
            say(
                en="Write your cards, or all, as a deck for Anki; a newer one updates it there.",
                fr="Écrit vos cartes, ou toutes, en paquet pour Anki\u00a0; un paquet plus récent "
                "l’y met à jour.",
            ),
        ),
    ):
        app.command(name, help=help_)(run)
    app.add_typer(progress.app, name="progress")


def review() -> None:
    """Of whoever sits at this machine."""
    from ui.training.revising import Revision

    library, training = _opened()
    spoken = interface_language()
    revision = Revision(training, library.snapshot().article, LOCAL.id, spoken)
    revision.run()
    count = revision.reviewed
    echo(say(en=f"Cards reviewed: {count}", fr=f"Cartes révisées\u00a0: {count}"))


def today(json: Json = False) -> None:
    """What the session would begin with, and the forecast of two weeks."""
    _, training = _opened()
    session = training.reviews.session(LOCAL.id, interface_language())
    ahead = training.reviews.forecast(LOCAL.id).beginning_with(session)
    if json:
        forecast = [{"day": day.isoformat(), "cards": count} for day, count in ahead.days]
        leeches = [each.card for each in training.reviews.leeches(LOCAL.id)]
        print_json(
            {
                "due": [card.id for card in session.due],
                "new": [card.id for card in session.new],
                "later_today": session.waiting,
                "next": session.later.isoformat() if session.later else None,
                "forecast": forecast,
                "leeches": leeches,
            }
        )
        return
    due, new = len(session.due), len(session.new)
    echo(say(en=f"Due: {due}, new: {new}", fr=f"À revoir\u00a0: {due}, nouvelles\u00a0: {new}"))
    if later := session.waiting:
        echo(say(en=f"Later today: {later}", fr=f"Plus tard aujourd’hui\u00a0: {later}"))
    if ahead.is_ahead:
        for day, count in ahead.days:
            echo(f"{day.isoformat()}  {count:>4}  {'█' * round(30 * count / ahead.most)}".rstrip())


def deck(
    file: Annotated[Path, typer.Argument(metavar="FILE.apkg")],
    language: Annotated[
        str,
        typer.Option(
            metavar="[en|fr|both]",
            help=say(
                en="Language of the cards; by default that of the command.",
                fr="Langue des cartes\u00a0; par défaut, celle de la commande.",
            ),
        ),
    ] = "",
    competency: Annotated[
        str,
        typer.Option(
            metavar="ID",
            help=say(
                en="All cards of one competency; they are listed by: cxlit train map",
                fr="Toutes les cartes d’une compétence\u00a0; la liste\u00a0: cxlit train map",
            ),
        ),
    ] = "",
    everything: Annotated[
        bool,
        typer.Option(
            "--all",
            help=say(
                en="All cards, also those that you have not begun.",
                fr="Toutes les cartes, aussi celles que vous n’avez pas commencées.",
            ),
        ),
    ] = False,
    force: Force = False,
    json: Json = False,
) -> None:
    """By default the cards that were begun, and the passages marked."""
    from corpus.clock import now
    from corpus.new_file import new_file
    from qa.training.review.anki import Deck, write_deck

    if file.suffix.casefold() != ".apkg":
        raise typer.BadParameter(
            say(
                en=f"“{file.name}” must end in .apkg.",
                fr=f"«\u00a0{file.name}\u00a0» doit finir par .apkg.",
            )
        )
    language = language or interface_language()
    if language not in ("en", "fr", "both"):
        raise KnownError(
            en=f"“{language}” is no language of the cards. Use en, fr or both.",
            fr=f"«\u00a0{language}\u00a0» n’est pas une langue des cartes. Indiquez en, fr "
            "ou both.",
        )
    library, training = _opened()
    if competency and competency not in {each.id for each in training.map}:
        raise KnownError(
            en=f"There is no competency {competency}. They are listed by: cxlit train map",
            fr=f"Il n’y a pas de compétence {competency}. La liste\u00a0: cxlit train map",
        )
    spoken = interface_language() if language == "both" else language
    chosen = Deck(
        _items(training, "" if language == "both" else language, competency, everything),
        () if competency else training.reviews.marked(LOCAL.id),
        spoken,
    )
    records = {record.id: record for record in library.snapshot().records()}
    names = {each.id: each.name for each in training.map}
    with new_file(file, overwrite=force) as written:
        count = write_deck(written, chosen, records, names, now())
    if json:
        print_json({"file": str(file), "notes": count})
    else:
        echo(say(en=f"Cards in {file}: {count}", fr=f"Cartes dans {file}\u00a0: {count}"))


def _items(training: "Training", language: str, competency: str, everything: bool) -> "list[Item]":
    """Of a competency all items, as with `everything`; else those that were begun."""
    items = training.bank.items(language, competency)
    begun = training.reviews.schedules(LOCAL.id)
    return [item for item in items if everything or competency or item.card in begun]


def _opened() -> "tuple[Library, Training]":
    """The items are made first where the library has changed."""
    settings = load_settings()
    library = open_library(settings)
    training = open_training(settings, library)
    with progress_bar() as progress:
        training.bank.refresh(progress)
    return library, training
