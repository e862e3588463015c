"""Board memos by command: of a new answer, or of answers that were kept."""

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Annotated

import typer

from corpus.people import LOCAL
from corpus.wording import KnownError
from ui.commands.options import Force
from ui.opening import (
    load_settings,
    open_embedded_chain,
    open_history,
    open_kept,
    open_library,
)
from ui.speech import interface_language
from ui.terminal import echo, say

if TYPE_CHECKING:
    from qa.answer import Answer
    from qa.freezing import Frozen
    from qa.question import Question
    from ui.memo import MemoForm
    from ui.settings import Settings

Memo = Annotated[
    Path | None,
    typer.Option(
        "--memo",
        metavar="FILE",
        help=say(
            en="Also write a board memo of the answer: .docx, .pdf or .md.",
            fr="Écrit aussi une note au comité de direction : .docx, .pdf ou .md.",
        ),
    ),
]


def register(app: typer.Typer) -> None:
    app.command(
        help=say(
            en="Write a board memo of kept answers to FILE (.docx, .pdf or .md); of the latest one "
            "if none is named.",
            fr="Écrit dans FILE (.docx, .pdf ou .md) une note au comité de direction à partir de "
            "réponses gardées ; de la dernière si aucune n’est indiquée.",
        )
    )(memo)


def memo(
    answers: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="ANSWER",
            show_default=False,
            help=say(
                en="The permanent link of an answer, or the id in it.",
                fr="Le lien permanent d’une réponse, ou l’identifiant qu’il contient.",
            ),
        ),
    ] = None,
    *,
    file: Annotated[Path, typer.Argument(metavar="FILE")],
    force: Force = False,
) -> None:
    """What has become of the sources since is said in the memo."""
    from qa.standing import standing
    from ui.memo import memo_bytes

    settings = load_settings()
    with memo_file(file, force=force) as (form, written):
        frozen = _kept(settings, answers or [])
        library = open_library(settings)
        again = open_embedded_chain(library).invoke
        standings = [standing(each, library.holdings(), again) for each in frozen]
        written.write(memo_bytes(frozen, form, interface_language(), standings))
    echo(_written(file))


def write_memo(question: "Question", answer: "Answer", form: "MemoForm", file: IO[bytes]) -> None:
    """The memo of an answer of this moment."""
    from corpus.clock import now, stamp
    from qa.freezing import Frozen
    from ui.memo import memo_bytes

    frozen = Frozen("", stamp(now()), question, answer)
    file.write(memo_bytes([frozen], form, interface_language()))


@contextmanager
def memo_file(path: Path, *, force: bool) -> "Iterator[tuple[MemoForm, IO[bytes]]]":
    """The file to write and the form that its name asks for.

    Raises BadParameter for a name of no such form, before anything else is done.
    """
    from corpus.new_file import new_file
    from ui.memo import form_of

    form = form_of(path.name)
    if form is None:
        raise typer.BadParameter(
            say(
                en=f"“{path.name}” must end in .docx, .pdf or .md, for the form that it has.",
                fr=f"« {path.name} » doit finir par .docx, .pdf ou .md, selon le format voulu.",
            )
        )
    with new_file(path, overwrite=force) as file:
        yield form, file


def _kept(settings: "Settings", named: Sequence[str]) -> "list[Frozen]":
    from qa.freezing import Documents, thawed

    if not settings.library_file.is_file():
        raise _none_kept()
    frozen = []
    with closing(open_kept(settings)) as store:
        latest = [entry.id for entry in store.entries(LOCAL.id)[:1]]
        for name in dict.fromkeys(named or latest):
            stored = store.find(name.rpartition("answer=")[2], LOCAL.id)
            if stored is None:
                raise _no_such(name)
            documents = Documents(stored.document, stored.articles)
            frozen.append(thawed(stored.kept.id, stored.kept.at, documents))
    if not frozen:
        raise _none_kept(older=_has_older_questions(settings))
    return frozen


def _has_older_questions(settings: "Settings") -> bool:
    """Whether something was asked before answers were kept."""
    history = open_history(settings)
    if history is None:
        return False
    with closing(history):
        return any(not asked.answer for asked in history.all(LOCAL.id))


def _none_kept(*, older: bool = False) -> KnownError:
    if older:
        return KnownError(
            en="The questions in the history are from before answers were kept. Ask again, and "
            "the memo can be made: cxlit ask",
            fr="Les questions de l’historique datent d’avant la conservation des réponses. "
            "Reposez-en une, et la note pourra être faite\u00a0: cxlit ask",
        )
    return KnownError(
        en="No answer of yours is kept here yet. Ask first: cxlit ask",
        fr="Aucune de vos réponses n’est encore gardée ici. Posez d’abord une question\u00a0: "
        "cxlit ask",
    )


def _no_such(name: str) -> KnownError:
    return KnownError(
        en=f"There is no kept answer “{name}”. Copy the permanent link of one from the page.",
        fr=f"Il n’y a pas de réponse gardée «\u00a0{name}\u00a0». Copiez le lien permanent d’une "
        "réponse depuis la page.",
    )


def _written(file: Path) -> str:
    return say(en=f"The memo is in {file}.", fr=f"La note est dans {file}.")
