"""A quiz as HTML: what to choose at the start, a question, its outcome, the end."""

from collections.abc import Sequence

from corpus.wording import InterfaceLanguage, Wording
from qa.training.competency import Competency
from qa.training.explaining import why
from ui.web.markup import render
from ui.web.train.quiz import words
from ui.web.train.quiz.keeping import kept
from ui.web.train.quiz.taking import NUMBERS, Quiz, Wanted
from ui.web.train.source import Source


def start_html(
    map_: Sequence[Competency],
    wanted: Wanted,
    language: InterfaceLanguage,
    refusal: Wording | None = None,
    *,
    left: Quiz | None = None,
    focus: bool = False,
) -> str:
    """The form with which a quiz begins, and why the last one did not.

    `left`: one that was not brought to its end; to go on with it is offered.
    """
    competencies = [(each.id, each.name.in_language(language)) for each in map_]
    return render(
        "train_quiz_start.html",
        language,
        w=words,
        wanted=wanted,
        numbers=[(str(number), str(number)) for number in NUMBERS],
        competencies=[("", words.ALL.in_language(language)), *competencies],
        refusal=refusal,
        left=left,
        kept=kept(left) if left else "",
        focus=focus,
    )


def question_html(
    quiz: Quiz,
    names: dict[str, str],
    source: Source | None,
    language: InterfaceLanguage,
    refusal: Wording | None = None,
    *,
    focus: bool = False,
) -> str:
    """The question in hand; once it is answered, with its outcome and `source`.

    `names`: of the competencies, by id. `focus`: the keyboard goes on there.
    """
    return render(
        "train_quiz.html",
        language,
        w=words,
        quiz=quiz,
        kept=kept(quiz),
        asked=quiz.in_hand,
        why=why(quiz.in_hand.item) if quiz.in_hand else None,
        names=names,
        source=source,
        refusal=refusal,
        focus=focus,
    )


def end_html(
    quiz: Quiz, sources: Sequence[Source], language: InterfaceLanguage, *, focus: bool = False
) -> str:
    """The score, and what was missed with its `sources`."""
    right = sum(each.correct for each in quiz.answered)
    return render(
        "train_quiz_end.html",
        language,
        w=words,
        quiz=quiz,
        right=right,
        missed=list(zip(quiz.missed, sources, strict=True)),
        focus=focus,
    )
