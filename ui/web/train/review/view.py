"""A review as HTML: what is due, one card, the end; and what lies ahead."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from corpus.wording import InterfaceLanguage, Wording
from qa.training.explaining import why
from qa.training.review.cards import Marked
from qa.training.review.review import Grade
from qa.training.review.sessions import Forecast, Session
from ui.intervals import in_words
from ui.web import texts
from ui.web.markup import render
from ui.web.train.quiz import words as quiz_words
from ui.web.train.review import words
from ui.web.train.review.reviewer import Listed
from ui.web.train.review.sitting import Sitting
from ui.web.train.review.sources import Source


def start_html(
    session: Session,
    forecast: Forecast,
    at: datetime,
    language: InterfaceLanguage,
    *,
    begun: bool,
    focus: bool = False,
) -> str:
    """What is due; `begun`: some card was answered before."""
    later = in_words(session.later - at) if session.later else None
    return render(
        "train_review_start.html",
        language,
        w=words,
        session=session,
        tomorrow=forecast.days[1][1],
        later=later,
        begun=begun,
        focus=focus,
    )


def card_html(
    sitting: Sitting,
    names: Mapping[str, Wording],
    source: Source | None,
    language: InterfaceLanguage,
    refusal: Wording | None = None,
    *,
    focus: bool = False,
) -> str:
    """The card in hand; once it is open, with its `source` and the grades.

    `names`: of the competencies, by id. `focus`: the keyboard goes on there.
    """
    in_hand = sitting.in_hand
    due = in_hand.due if in_hand and in_hand.due else {}
    return render(
        "train_review_card.html",
        language,
        w=words,
        quiz=quiz_words,
        sitting=sitting,
        hand=in_hand,
        why=why(in_hand.item) if in_hand and in_hand.item else None,
        names=names,
        source=source,
        grades=[(int(g), words.GRADES[g], in_words(due[g])) for g in Grade if g in due],
        again=in_words(due[Grade.AGAIN]) if Grade.AGAIN in due else None,
        refusal=refusal,
        focus=focus,
    )


def end_html(
    sitting: Sitting,
    session: Session,
    forecast: Forecast,
    at: datetime,
    language: InterfaceLanguage,
    *,
    focus: bool = False,
) -> str:
    """What was done, and when it goes on."""  # fmt: skip
    return render(
        "train_review_end.html",
        language,
        w=words,
        sitting=sitting,
        session=session,
        tomorrow=forecast.days[1][1],
        later=in_words(session.later - at) if session.later else None,
        focus=focus,
    )


def ahead_html(
    forecast: Forecast,
    leeches: Sequence[Listed],
    marked: Sequence[Listed],
    language: InterfaceLanguage,
    gone: Marked | None = None,
) -> str:
    """The days to come, what to read again, the passages marked; nothing where there is none.

    `gone`: a passage that is no longer marked, which can be taken back.
    """
    return render(
        "train_review_ahead.html",
        language,
        w=words,
        is_ahead=forecast.is_ahead,
        days=[(day.isoformat(), count) for day, count in forecast.days],
        most=forecast.most,
        leeches=leeches,
        marked=marked,
        gone=gone,
    )


def data_html(language: InterfaceLanguage) -> str:
    """The ways out."""
    return render("train_review_data.html", language, w=words)


def forget_html(language: InterfaceLanguage, *, doomed: bool = False) -> str:
    """The way to delete everything; `doomed`: it asks whether that is meant."""
    return render("train_review_forget.html", language, w=words, doomed=doomed)


def imported(new: int, known: int) -> Wording:
    return texts.filled(words.IMPORTED, new=new, known=known)
