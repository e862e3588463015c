"""A quiz in the terminal."""

import secrets
from typing import Annotated

import typer

from corpus.people import LOCAL
from corpus.wording import KnownError
from ui.commands.options import Json
from ui.commands.training.items import ItemCompetency, ItemLanguage, check
from ui.opening import load_settings, open_library, open_training
from ui.speech import interface_language
from ui.terminal import print_json, progress_bar, say


def register(app: typer.Typer) -> None:
    """The command `quiz`."""
    app.command(
        "quiz",
        help=say(
            en="A quiz; each answer is kept at once. With --json, its questions only.",
            fr="Un quiz ; chaque réponse est gardée aussitôt. Avec --json, seulement les "
            "questions.",
        ),
    )(quiz)


def quiz(
    count: Annotated[
        int,
        typer.Option("-n", min=1, max=100, help=say(en="Questions.", fr="Nombre de questions.")),
    ] = 10,
    competency: ItemCompetency = "",
    language: ItemLanguage = "",
    seed: Annotated[
        str,
        typer.Option(
            help=say(
                en="The same seed gives the same quiz; by default another one each time.",
                fr="La même graine donne le même quiz ; par défaut, un autre à chaque fois.",
            )
        ),
    ] = "",
    json: Json = False,
) -> None:
    """In the language of the command by default; what was answered before comes last."""
    from qa.training.quiz import draw
    from ui.training.items_told import question_json
    from ui.training.quizzing import ask_quiz

    settings = load_settings()
    library = open_library(settings)
    training = open_training(settings, library)
    check(training, "", language, competency)
    with progress_bar() as report:
        training.bank.refresh(report)
    items = training.bank.items(language or interface_language(), competency)
    known = () if seed else training.reviews.schedules(LOCAL.id)
    questions = draw(items, count, seed or secrets.token_hex(8), avoid=known)
    if json:
        print_json({"questions": [question_json(each) for each in questions]})
    elif not questions:
        raise KnownError(
            en="The library gives no question on this. Add articles, or choose another competency.",
            fr="La bibliothèque ne donne aucune question là-dessus. Ajoutez des articles, ou "
            "choisissez une autre compétence.",
        )
    else:
        ask_quiz(questions, training.reviews, library.snapshot().article, LOCAL.id)
