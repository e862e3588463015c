"""The path as HTML: start, a question of the placement, the plan, a competency."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from corpus.wording import InterfaceLanguage, Wording
from qa.positions.mapping import Stance
from qa.training.competency import Competency
from qa.training.path.paths import LONGEST_FIELD, Detail
from qa.training.path.placements import Asked, Outcome
from qa.training.path.plan import StepKind
from qa.training.path.progress import Progress
from qa.training.path.reading import Extract
from ui.memo.sources import short_name
from ui.web.dates import date_in_words
from ui.web.markup import render
from ui.web.train.path import words
from ui.web.train.quiz import words as quiz_words
from ui.web.train.source import Source


@dataclass(frozen=True, slots=True)
class View:
    """Where somebody is on the path."""

    placing: bool = False
    result: bool = False  # of the placement
    competency: str = ""  # id of the one that is open; empty: the plan, or the start


def start_html(
    map_: Sequence[Competency],
    asked: Asked | None,
    language: InterfaceLanguage,
    *,
    focus: bool = False,
) -> str:
    """An invitation; `asked`: the question at which a placement was left."""
    left = asked.total - asked.number + 1 if asked else 0
    return render("train_path_start.html", language, w=words, map=map_, left=left, focus=focus)


def question_html(
    asked: Asked,
    language: InterfaceLanguage,
    *,
    refusal: Wording | None = None,
    begun: bool = False,
    focus: bool = False,
) -> str:
    """`begun`: there is a plan already, which stays when this placement is dropped."""
    return render(
        "train_path_question.html",
        language,
        w=words,
        asked=asked,
        item=asked.question.item,
        refusal=refusal,
        begun=begun,
        focus=focus,
    )


def result_html(
    outcomes: Sequence[tuple[Outcome, Source]],
    map_: Sequence[Competency],
    language: InterfaceLanguage,
    *,
    focus: bool = False,
) -> str:
    """What was right in the placement and what was not, with the way to each source."""
    names = {each.id: each.name for each in map_}
    return render(
        "train_path_result.html",
        language,
        w=words,
        q=quiz_words,
        right=sum(outcome.correct for outcome, _ in outcomes),
        outcomes=[(each, names.get(each.item.competency), source) for each, source in outcomes],
        focus=focus,
    )


def plan_html(
    progress: Progress,
    asked: Asked | None,
    language: InterfaceLanguage,
    *,
    result: bool = False,
    focus: bool = False,
) -> str:
    """`asked`: the question at which another placement was left; `result`: one was finished."""
    next_ = progress.next
    names = {e.entry.competency.id: e.entry.competency.name for e in progress.entries}
    return render(
        "train_path_plan.html",
        language,
        w=words,
        progress=progress,
        next=next_,
        next_name=names[next_.step.competency] if next_ else None,
        left=asked.total - asked.number + 1 if asked else 0,
        taken=any(entry.entry.why for entry in progress.entries),
        result=result,
        day=_day,
        time=time_in_words,
        focus=focus,
    )


def competency_html(
    detail: Detail,
    language: InterfaceLanguage,
    *,
    focus: str = "",
) -> str:
    """`focus`: "heading", or the kind of the step at which the keyboard goes on."""
    steps = {state.step.kind: state for state in detail.state.steps}
    return render(
        "train_path_competency.html",
        language,
        w=words,
        competency=detail.state.entry.competency,
        why=detail.state.entry.why,
        steps=steps,
        kinds=StepKind,
        numbers={kind: at for at, kind in enumerate(steps, start=1)},
        extracts=[(each, _reading_place(each)) for each in detail.reading.extracts],
        contested=[
            (each.dispute, [_position(stance, language) for stance in each.stances])
            for each in detail.contested
        ],
        fields=detail.worksheet.fields,
        longest=LONGEST_FIELD,
        time=time_in_words,
        focus=focus,
    )


def time_in_words(minutes: int) -> Wording:
    """As "50 min" or "1 h 20 min"."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return Wording(f"{rest}\u00a0min", f"{rest}\u00a0min")
    if not rest:
        return Wording(f"{hours}\u00a0h", f"{hours}\u00a0h")
    return Wording(f"{hours}\u00a0h\u00a0{rest}\u00a0min", f"{hours}\u00a0h\u00a0{rest:02}")


def _day(day: date) -> Wording:
    iso = day.isoformat()
    return Wording(date_in_words(iso, "en"), date_in_words(iso, "fr"))


def _reading_place(extract: Extract) -> str:
    """Where the reader opens; from the top where the reading begins there."""
    before = extract.article.text[: extract.span.start].strip()
    return f"{extract.span.start}-{extract.span.end}" if before else ""


def _position(
    stance: Stance, language: InterfaceLanguage
) -> tuple[Wording, list[tuple[str, str, str, str]]]:
    """Its label and who takes it: the name, the article, the place there, the words."""
    label = stance.option.label if stance.option else Wording("", "")
    takers = [
        (
            short_name(statement.article, language),
            statement.article.id,
            f"{statement.span.start}-{statement.span.end}",
            statement.text,
        )
        for statement in stance.statements
    ]
    return label, takers
