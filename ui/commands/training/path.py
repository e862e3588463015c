"""The path in the terminal: placement, plan, steps, worksheets."""

from collections.abc import Mapping, Sequence
from json import JSONDecodeError, loads
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from corpus.people import LOCAL
from corpus.wording import InterfaceLanguage, KnownError
from ui.commands.options import Force, Json
from ui.opening import load_settings, open_library, open_training
from ui.speech import interface_language
from ui.terminal import echo, print_json, progress_bar, say

if TYPE_CHECKING:
    from qa.training.path.plan import StepKind
    from qa.training.training import Training

Spoken = Annotated[
    str,
    typer.Option(
        "--language",
        metavar="[en|fr]",
        help=say(
            en="Language of what is read and asked; by default that of the command.",
            fr="Langue des lectures et des questions ; par défaut, celle de la commande.",
        ),
    ),
]
CompetencyId = Annotated[
    str,
    typer.Argument(
        metavar="COMPETENCY",
        help=say(
            en="Id of a competency; they are listed by: cxlit train map",
            fr="Identifiant d’une compétence ; la liste\u00a0: cxlit train map",
        ),
    ),
]


def register(app: typer.Typer) -> None:
    """The commands `place`, `start`, `path`, `step` and `worksheet`."""
    for name, run, help_ in (
        (
            "place",
            place,
            say(
                en="Answer twelve questions that make your plan; stop with Ctrl+C, go on later.",
                fr="Répondre à douze questions qui établissent le parcours ; Ctrl+C pour arrêter, "
                "et reprendre plus tard.",
            ),
        ),
        (
            "start",
            start,
            say(
                en="Begin the path today, without the placement or with what you answered of it.",
                fr="Commencer le parcours aujourd’hui, sans le positionnement ou avec ce que vous "
                "y avez répondu.",
            ),
        ),
        (
            "path",
            path,
            say(en="What is done, what is left, what is next.", fr="Le fait, le reste, la suite."),
        ),
        (
            "step",
            step,
            say(
                en="One competency: what to read, what is disputed, what is done.",
                fr="Une compétence : que lire, ce qui fait débat, ce qui est fait.",
            ),
        ),
        (
            "worksheet",
            worksheet,
            say(
                en="Write the worksheet of a competency to FILE (.docx).",
                fr="Écrire dans FILE (.docx) la fiche de travail d’une compétence.",
            ),
        ),
    ):
        app.command(name, help=help_)(run)


def place(
    again: Annotated[
        bool,
        typer.Option(
            "--again",
            help=say(
                en="Other questions, though you have a plan.",
                fr="D’autres questions, même si vous avez un parcours.",
            ),
        ),
    ] = False,
    language: Spoken = "",
) -> None:
    """A placement that was left goes on; every answer is kept at once."""
    from ui.training.placing import ask_placement

    training = _training()
    spoken = _spoken(language)
    under_way = training.paths.placements.question(LOCAL.id)
    if not again and not under_way and training.paths.progress(LOCAL.id, spoken):
        raise KnownError(
            en="You have a plan already: cxlit train path. For other questions, add --again.",
            fr="Vous avez déjà un parcours\u00a0: cxlit train path. Pour d’autres questions, "
            "ajoutez --again.",
        )
    with progress_bar() as report:
        training.paths.placements.begin(LOCAL.id, spoken, report)
    ask_placement(training.paths.placements, LOCAL.id)
    if training.paths.placements.question(LOCAL.id):
        echo(
            say(
                en="Your answers are kept. Go on with: cxlit train place – or make your plan of "
                "them: cxlit train start",
                fr="Vos réponses sont gardées. Pour continuer : cxlit train place – ou, pour "
                "établir votre parcours : cxlit train start",
            )
        )
        return
    _print_path(training, spoken, json=False)


def start(language: Spoken = "", json: Json = False) -> None:
    """A plan that has begun stays as it is."""
    training = _training()
    training.paths.placements.finish(LOCAL.id)
    training.paths.start(LOCAL.id)
    _print_path(training, _spoken(language), json=json)


def path(language: Spoken = "", json: Json = False) -> None:
    """Fails before the path has begun."""
    _print_path(_training(), _spoken(language), json=json)


def step(
    competency: CompetencyId,
    kind: Annotated[
        str,
        typer.Argument(
            metavar="[STEP]",
            help=say(
                en="read, disputes, questions or work; by default the first that is left.",
                fr="read, disputes, questions ou work ; par défaut, la première qui reste.",
            ),
        ),
    ] = "",
    done: Annotated[
        bool | None,
        typer.Option(
            "--done/--undone",
            help=say(en="Mark the step.", fr="Marquer l’étape."),
        ),
    ] = None,
    language: Spoken = "",
    json: Json = False,
) -> None:
    """Shows the competency; questions are done by answering them: cxlit train quiz."""
    from ui.training.telling import competency_json, print_competency

    named, spoken = _kind(kind) if kind else None, _spoken(language)
    training = _training()
    detail = training.paths.detail(LOCAL.id, competency, spoken)
    if done is not None:
        chosen = named or next((each.step.kind for each in detail.state.left), None)
        if chosen is None:
            raise KnownError(
                en="No step of this competency is left. Name the one you mean: read, disputes or "
                "work.",
                fr="Il ne reste aucune étape de cette compétence. Nommez celle dont il s’agit"
                "\u00a0: read, disputes ou work.",
            )
        training.paths.start(LOCAL.id)
        training.paths.mark(LOCAL.id, competency, chosen, done=done)
        detail = training.paths.detail(LOCAL.id, competency, spoken)
    if json:
        print_json(competency_json(detail, spoken))
    else:
        print_competency(detail, spoken)


def worksheet(
    competency: CompetencyId,
    file: Annotated[Path, typer.Argument(metavar="FILE")],
    fields: Annotated[
        Path | None,
        typer.Option(
            "--fields",
            metavar="FILE.json",
            help=say(
                en="Keep these words first: an object of the fields' ids and what is written.",
                fr="Garder d’abord ces réponses : un objet associant à l’identifiant de chaque "
                "champ ce qui y est écrit.",
            ),
        ),
    ] = None,
    force: Force = False,
    language: Spoken = "",
) -> None:
    """Fields that were not written on have lines to write on."""
    from corpus.clock import now, stamp
    from corpus.new_file import new_file
    from ui.training import worksheet_bytes

    if file.suffix.casefold() != ".docx":
        raise typer.BadParameter(
            say(en=f"“{file.name}” must end in .docx.", fr=f"« {file.name} » doit finir par .docx.")
        )
    training = _training()
    spoken = _spoken(language)
    own = training.paths.competency(competency)
    with new_file(file, overwrite=force) as written:
        if fields:
            kept = training.paths.worksheet(LOCAL.id, own.id).fields
            typed = _fields(fields, [field.id for field in own.worksheet.fields])
            training.paths.write(LOCAL.id, own.id, {**kept, **typed})
        filled = training.paths.worksheet(LOCAL.id, own.id)
        reading = training.paths.reading(own.id, spoken)
        at = filled.at or stamp(now())
        written.write(worksheet_bytes(own, filled.fields, reading, at, spoken))
    echo(say(en=f"The worksheet is in {file}.", fr=f"La fiche est dans {file}."))


def _training() -> "Training":
    settings = load_settings()
    return open_training(settings, open_library(settings))


def _print_path(training: "Training", language: InterfaceLanguage, *, json: bool) -> None:
    from ui.training.telling import print_progress, progress_json

    found = training.paths.progress(LOCAL.id, language)
    if found is None:
        raise KnownError(
            en="Your path has not begun. Begin with twelve questions: cxlit train place – or "
            "without: cxlit train start",
            fr="Votre parcours n’a pas commencé. Commencez par douze questions\u00a0: cxlit train "
            "place – ou sans\u00a0: cxlit train start",
        )
    if json:
        print_json(progress_json(found, language))
    else:
        print_progress(found, language)


def _spoken(language: str) -> InterfaceLanguage:
    if language not in ("", "en", "fr"):
        raise typer.BadParameter(
            say(
                en=f"“{language}” is no language of the path. Write en or fr.",
                fr=f"« {language} » n’est pas une langue du parcours. Écrivez en ou fr.",
            )
        )
    return "fr" if language == "fr" else "en" if language == "en" else interface_language()


def _kind(named: str) -> "StepKind":
    from qa.training.path.plan import StepKind

    if named not in set(StepKind):
        every = ", ".join(StepKind)
        raise typer.BadParameter(
            say(
                en=f"“{named}” is no step. Write one of: {every}.",
                fr=f"« {named} » n’est pas une étape. Écrivez l’une de celles-ci : {every}.",
            )
        )
    return StepKind(named)


def _fields(file: Path, known: Sequence[str]) -> Mapping[str, str]:
    """Raises KnownError for a file that is not as it must be, or has a field that is not known."""
    try:
        read = loads(file.read_text(encoding="utf-8"))
    except (OSError, JSONDecodeError, UnicodeDecodeError) as error:
        raise _no_fields(file) from error
    if not isinstance(read, dict) or not all(isinstance(each, str) for each in read.values()):
        raise _no_fields(file)
    for name in read:
        if name not in known:
            every = ", ".join(known)
            raise KnownError(
                en=f"The worksheet has no field “{name}”. Its fields are: {every}.",
                fr=f"La fiche n’a pas de champ «\u00a0{name}\u00a0». Ses champs\u00a0: {every}.",
            )
    return read


def _no_fields(file: Path) -> KnownError:
    return KnownError(
        en=f"{file} cannot be read as the fields of a worksheet. It must be JSON such as "
        '{"reason": "…"}.',
        fr=f"{file} ne se lit pas comme les champs d’une fiche. Il faut du JSON tel que "
        '{"reason": "…"}.',
    )
