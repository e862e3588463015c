"""The path as text and as JSON."""

from typing import Any

from corpus.wording import InterfaceLanguage, Wording
from qa.training.path.paths import Detail
from qa.training.path.plan import StepKind
from qa.training.path.progress import Progress, StepState
from ui.memo.sources import short_name
from ui.terminal import echo
from ui.web.dates import date_in_words
from ui.web.train.path.words import STEPS


def print_progress(found: Progress, language: InterfaceLanguage) -> None:
    """What is done and left in each phase, and the next step."""
    echo(
        Wording(
            f"{found.steps_done} of {found.steps_to_do} steps done, "
            f"{found.minutes_left} minutes left",
            f"{found.steps_done} {'étape faite' if found.steps_done < 2 else 'étapes faites'} "
            f"sur {found.steps_to_do}, "
            f"encore {found.minutes_left} minutes",
        ).in_language(language)
    )
    for phase in found.phases:
        until = date_in_words(phase.phase.until.isoformat(), language)
        echo("")
        echo(
            Wording(
                f"Day {phase.phase.days}: {until}", f"Jour {phase.phase.days} : {until}"
            ).in_language(language)
        )
        for entry in phase.entries:
            competency = entry.entry.competency
            name = competency.name.in_language(language)
            marks = " ".join(_mark(state, language) for state in entry.steps)
            echo(f"  {name} ({competency.id})")
            echo(f"    {marks}")
            if entry.entry.why:
                echo(f"    {entry.entry.why.in_language(language)}")
    if found.next:
        step = found.next.step
        kind = STEPS[step.kind].in_language(language)
        echo("")
        echo(
            Wording(
                f"Next: {kind} – cxlit train step {step.competency}",
                f"À suivre : {kind} – cxlit train step {step.competency}",
            ).in_language(language)
        )


def print_competency(detail: Detail, language: InterfaceLanguage) -> None:
    """What to know, argue and do; what to read; what is disputed; what is done."""
    competency = detail.state.entry.competency
    echo(competency.name.in_language(language))
    echo(competency.purpose.in_language(language))
    for title, wordings in (
        (Wording("To know", "À savoir").in_language(language), competency.know),
        (
            Wording("To be able to argue", "À savoir défendre").in_language(language),
            competency.argue,
        ),
        (Wording("To do", "À faire").in_language(language), competency.do),
    ):
        echo(f"\n{title}")
        for wording in wordings:
            echo(f"  - {wording.in_language(language)}")
    for state in detail.state.steps:
        echo(f"\n{_mark(state, language)} ({state.minutes} min)")
        if state.step.kind is StepKind.READ:
            for extract in detail.reading.extracts:
                echo(f"  {extract.article.title} – {short_name(extract.article, language)}")
                echo(f"    {extract.quote.strip()}")
                echo(f"    cxlit show {extract.article.id}")
        elif state.step.kind is StepKind.DISPUTES:
            for each in detail.contested:
                echo(f"  {each.dispute.question.in_language(language)}")
                for stance in each.stances:
                    label = stance.option.label.in_language(language) if stance.option else ""
                    who = ", ".join(short_name(s.article, language) for s in stance.statements)
                    echo(f"    {label} ({len(stance.statements)}) – {who}")
        elif state.step.kind is StepKind.WORK:
            echo(f"  {competency.worksheet.title.in_language(language)}")


def progress_json(found: Progress, language: InterfaceLanguage) -> dict[str, Any]:
    """What other programs read."""
    next_ = found.next
    return {
        "start": found.plan.start.isoformat(),
        "steps_done": found.steps_done,
        "steps": found.steps_to_do,
        "minutes_left": found.minutes_left,
        "next": {"competency": next_.step.competency, "step": next_.step.kind.value}
        if next_
        else None,
        "phases": [
            {
                "days": phase.phase.days,
                "until": phase.phase.until.isoformat(),
                "days_left": phase.days_left,
                "competencies": [
                    {
                        "id": entry.entry.competency.id,
                        "name": entry.entry.competency.name.in_language(language),
                        "placed": entry.entry.placed.value,
                        "why": entry.entry.why.in_language(language) if entry.entry.why else "",
                        "steps": [_step_json(state) for state in entry.steps],
                        "answered": entry.mastery.answered,
                        "right": entry.mastery.right,
                        "known": entry.mastery.known,
                    }
                    for entry in phase.entries
                ],
            }
            for phase in found.phases
        ],
    }


def competency_json(detail: Detail, language: InterfaceLanguage) -> dict[str, Any]:
    """What other programs read."""
    return {
        "id": detail.state.entry.competency.id,
        "name": detail.state.entry.competency.name.in_language(language),
        "steps": [_step_json(state) for state in detail.state.steps],
        "reading": {
            "minutes": detail.reading.minutes if detail.reading.extracts else 0,
            "extracts": [
                {
                    "article_id": extract.article.id,
                    "title": extract.article.title,
                    "language": extract.language,
                    "start": extract.span.start,
                    "end": extract.span.end,
                    "minutes": extract.minutes,
                    "quote": extract.quote,
                }
                for extract in detail.reading.extracts
            ],
        },
        "disputes": [
            {
                "id": each.dispute.id,
                "question": each.dispute.question.in_language(language),
                "positions": [
                    {
                        "label": stance.option.label.in_language(language) if stance.option else "",
                        "quotes": [
                            {"article_id": s.article.id, "quote": s.text} for s in stance.statements
                        ],
                    }
                    for stance in each.stances
                ],
            }
            for each in detail.contested
        ],
        "worksheet": dict(detail.worksheet.fields),
    }


def _mark(state: StepState, language: InterfaceLanguage) -> str:
    name = STEPS[state.step.kind].in_language(language)
    return f"[{'x' if state.done else ' '}] {name}"


def _step_json(state: StepState) -> dict[str, Any]:
    return {
        "step": state.step.kind.value,
        "minutes": state.minutes,
        "done": state.done,
        "optional": state.step.optional,
        "possible": state.possible,
    }
