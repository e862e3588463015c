"""The conversation drill in the terminal, one question after the other."""

import secrets
import sys

from corpus.wording import KnownError
from qa.training.competency import ASKERS, Challenge
from qa.training.review.review import Grade
from qa.training.training import Training
from ui.contract import answer_json
from ui.reading_out import print_answer
from ui.speech import interface_language
from ui.terminal import echo, say
from ui.training.typed import typed

_ID_BYTES = 8


def drilled(training: Training, person: str, competency: str, number: int) -> None:
    """Until so many are answered, nothing is due, or the input ends.

    Raises KnownError for a competency that the map does not have.
    """
    known = [each.id for each in training.map]
    if competency and competency not in known:
        raise KnownError(
            en=f"There is no competency “{competency}”. There are: {', '.join(known)}.",
            fr=f"Il n’y a pas de compétence «\u00a0{competency}\u00a0». Il y a\u00a0: "
            f"{', '.join(known)}.",
        )
    done: list[str] = []
    while len(done) < number:
        challenge = training.drills.next(person, competency, done)
        if challenge is None:
            echo(say(en="Nothing else is due now.", fr="Rien d’autre à revoir pour l’instant."))
            return
        if not _asked(training, person, challenge):
            return
        done.append(challenge.id)


def _asked(training: Training, person: str, challenge: Challenge) -> bool:
    """Whether one question was answered and graded; where the person stops, nothing is kept."""
    language = interface_language()
    asker, said = ASKERS[challenge.asker], challenge.said
    echo(say(en=f"\n{asker.en}: “{said.en}”", fr=f"\n{asker.fr}\u00a0: «\u00a0{said.fr}\u00a0»"))
    echo(
        say(
            en="Your answer; an empty line ends it.",
            fr="Votre réponse\u00a0; une ligne vide la termine.",
        )
    )
    answer = "\n".join(_lines())
    evidence = training.drills.evidence(challenge, language)
    echo("")
    print_answer(answer_json(evidence))
    for point in training.drills.points(answer, evidence):
        mark = "✓" if point.met else "○"
        echo(f"{mark} {point.asked.in_language(language)} {point.detail.in_language(language)}")
    grade = _grade()
    if grade is None:
        return False
    training.drills.answer(
        person, challenge, review=secrets.token_hex(_ID_BYTES), grade=grade, said=answer
    )
    return True


def _lines() -> list[str]:
    lines: list[str] = []
    while line := sys.stdin.readline().rstrip():
        lines.append(line)
    return lines


def _grade() -> Grade | None:
    said = typed(
        say(
            en="How did it go? 1 no answer, 2 with difficulty, 3 well, 4 easily (q = stop): ",
            fr="Comment était-ce\u00a0? 1 sans réponse, 2 avec peine, 3 bien, 4 sans effort "
            "(q = arrêter)\u00a0: ",
        ),
        {str(grade.value) for grade in Grade},
    )
    return Grade(int(said)) if said else None
