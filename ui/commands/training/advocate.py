"""The devil's advocate in the terminal: a recommendation checked against the library."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from corpus.people import LOCAL
from corpus.wording import KnownError
from ui.commands.options import Json
from ui.opening import load_settings, open_library, open_training
from ui.terminal import print_json, say


def register(app: typer.Typer) -> None:
    """The command `advocate`."""
    app.command(
        help=say(
            en="Check a recommendation on a contested question; without a question, list them; "
            "without a text, show what the library says on it.",
            fr="Vérifie une recommandation sur une question débattue\u00a0; sans question, en "
            "donne la "
            "liste\u00a0; sans texte, montre ce qu’en dit la bibliothèque.",
        )
    )(advocate)


def advocate(
    dispute: Annotated[
        str,
        typer.Argument(help=say(en="The contested question.", fr="La question débattue.")),
    ] = "",
    option: Annotated[
        str,
        typer.Option(
            help=say(en="The position you recommend.", fr="La position que vous recommandez.")
        ),
    ] = "",
    text: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help=say(
                en="Your recommendation, a text file; - reads standard input.",
                fr="Votre recommandation, un fichier texte\u00a0; - lit l’entrée standard.",
            ),
        ),
    ] = None,
    attach: Annotated[
        list[str] | None,
        typer.Option(
            metavar="PASSAGE_ID",
            help=say(
                en="A passage that bears it out, as search and this command show it; can be "
                "repeated.",
                fr="Un passage qui l’étaye, tel que le donnent search et cette commande\u00a0; "
                "répétable.",
            ),
        ),
    ] = None,
    json: Json = False,
) -> None:
    """What is checked is kept, and opens on the page, too."""
    from qa.training.debate.advocate.grading import dispute_of
    from qa.training.debate.advocate.recommendation import Recommendation
    from ui.training.advocate_contract import assessed_json, questions_json, stances_json
    from ui.training.advocate_reading import print_assessed, print_questions, print_stances

    settings = load_settings()
    debates = open_training(settings, open_library(settings)).debates
    if not dispute:
        questions = questions_json(debates.questions(), debates.of(LOCAL.id))
        print_json({"questions": questions}) if json else print_questions(questions)
        return
    if text is None:
        stances = stances_json(dispute, debates)
        print_json(stances) if json else print_stances(stances)
        return
    written = _read(text)
    if not option:
        options = ", ".join(each.id for each in dispute_of(dispute).options)
        raise KnownError(
            en=f"Choose the position that you recommend with --option: {options}.",
            fr=f"Choisissez la position que vous recommandez avec --option\u00a0: {options}.",
        )
    recommendation = Recommendation(
        dispute=dispute,
        option=option,
        text=written,
        attached=tuple(debates.attachment(place) for place in attach or ()),
    )
    draft = debates.check(LOCAL.id, recommendation)
    assessed = assessed_json(draft, debates.comment(recommendation))
    print_json(assessed) if json else print_assessed(assessed)


def _read(path: Path) -> str:
    """Raises KnownError for a file that cannot be read as text."""
    if str(path) == "-":
        return sys.stdin.read()
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "UTF-8"
        raise KnownError(
            en=f"{path} cannot be read as a text ({why}). Save it as plain text in UTF-8.",
            fr=f"{path} ne se lit pas comme un texte ({why}). Enregistrez-le en texte brut UTF-8.",
        ) from error
