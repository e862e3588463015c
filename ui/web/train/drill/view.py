"""The drill as HTML: which questions, the one that is asked, the answer beside the evidence."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from corpus.wording import InterfaceLanguage, Wording
from qa.answer import Answer
from qa.training.competency import ASKERS, Challenge, Competency
from qa.training.drill.drills import Due
from qa.training.drill.self_check import Point
from qa.training.review.review import Grade, Review
from ui.intervals import in_words
from ui.web import texts
from ui.web.markup import render
from ui.web.train.drill import words


@dataclass(frozen=True, slots=True, eq=False)  # one of its kind
class View:
    """The question that is asked, and how far one is with it."""

    competency: str = ""  # id; empty: all
    challenge: Challenge | None = None
    review: str = ""  # id of the review that the answer becomes, so that it counts once
    said: str = ""
    answer: Answer | None = None  # the evidence, once it was compared
    skipped: tuple[str, ...] = ()  # ids of challenges, not to come up again in this sitting


def choice_html(
    map_: Sequence[Competency], chosen: str, standing: Due, language: InterfaceLanguage
) -> str:
    """Which competencies are drilled, and how many questions wait."""
    values = [("", words.ALL.in_language(language))]
    values += [(each.id, each.name.in_language(language)) for each in map_ if each.challenges]
    waiting = (
        texts.counted(standing.due, words.DUE_ONE, words.DUE_MANY),
        texts.counted(standing.new, words.NEW_ONE, words.NEW_MANY),
    )
    return render(
        "train_drill_choice.html",
        language,
        w=words,
        values=values,
        chosen=chosen,
        chosen_name=dict(values).get(chosen, words.ALL.in_language(language)),
        waiting=waiting,
    )


def asked_html(
    view: View,
    standing: Due,
    before: Review | None,
    language: InterfaceLanguage,
    *,
    arrived: bool = False,
) -> str:
    """The question as it is asked, or that none is due; `arrived`: it is another one."""
    later = in_words(standing.next) if standing.next else None
    return render(
        "train_drill_asked.html",
        language,
        w=words,
        challenge=view.challenge,
        asker=ASKERS[view.challenge.asker] if view.challenge else None,
        before=before.said if before else "",
        compared=view.answer is not None,
        total=standing.total,
        next=told_when(words.NEXT_IN, later) if later else None,
        arrived=arrived,
    )


def own_html(
    view: View,
    points: Sequence[Point],
    choices: Mapping[Grade, timedelta],
    language: InterfaceLanguage,
    *,
    arrived: bool = False,
) -> str:
    """One's own words, what to grade them by, and the grades; `arrived`: they are new there."""
    if view.answer is None:
        return ""
    return render(
        "train_drill_own.html",
        language,
        w=words,
        said=view.said,
        review=view.review,
        answer=view.answer,
        points=points,
        arrived=arrived,
        grades=[(g.value, words.GRADES[g], in_words(choices[g])) for g in Grade],
    )


def told_when(wording: Wording, time: Wording) -> Wording:
    """`wording` with its {time}, each in its language."""
    return Wording(wording.en.format(time=time.en), wording.fr.format(time=time.fr))
