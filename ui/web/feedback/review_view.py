"""What an evaluator sees: the opinion in hand, those that wait, the gold questions made so far."""

from collections.abc import Sequence

from markupsafe import Markup

from corpus.feedback import Feedback
from corpus.wording import InterfaceLanguage, Wording
from eval.gold import GoldItem
from eval.report.words import value_in_words
from qa.freezing import Frozen
from ui.web.ask.answer_view import answer_html, sources_html
from ui.web.ask.conversation import Conversation, Exchange
from ui.web.desks.feedback_desk import Made, Review
from ui.web.feedback import words as feedback_words
from ui.web.markup import render

_MOST_LISTED = 20  # of those that wait; the next ones come up as these are reviewed
# The ids of quotes have the number of their exchange in them: here it is none of the Ask tab's.
_NUMBER = 10_000


def review_html(
    waiting: Sequence[Feedback],
    opened: Feedback | None,
    review: Review | None,
    failed: Wording | None,
    language: InterfaceLanguage,
    *,
    focus: bool,
) -> str:
    """`opened` is the one in hand; its `review` is missing where it `failed` to be opened.

    `focus`: the keyboard goes on there.
    """
    others = [each for each in waiting if opened and each.id != opened.id]
    draft = review.draft if review else None
    candidates = draft.candidates if draft else ()
    as_it_was = _as_it_was(review.frozen) if review else ()
    return render(
        "review.html",
        language,
        w=feedback_words,
        waiting=waiting,
        opened=opened,
        verdict=_verdict(opened, review) if opened else None,
        draft=draft,
        # Both are clean already: `render` made them.
        answer=Markup(answer_html(as_it_was, language)),  # noqa: S704
        sources=Markup(sources_html(as_it_was, language)),  # noqa: S704
        cited=[each for each in candidates if each.cited],
        found=[each for each in candidates if not each.cited],
        failed=failed,
        focus=focus,
        others=others[:_MOST_LISTED],
        more=max(len(others) - _MOST_LISTED, 0),
    )


def golden_html(made: Sequence[Made], language: InterfaceLanguage) -> str:
    """The gold questions made of feedback, each removable."""
    return render("golden.html", language, w=feedback_words, made=made, kind_of=_kind_of)


def _kind_of(item: GoldItem) -> Wording:
    return value_in_words(item.kind)


def _verdict(opened: Feedback, review: Review | None) -> Wording:
    if review and review.frozen.answer.abstained:
        return feedback_words.REFUSAL_RIGHT if opened.good else feedback_words.REFUSAL_WRONG
    return feedback_words.FOUND_USEFUL if opened.good else feedback_words.FOUND_USELESS


def _as_it_was(frozen: Frozen) -> Conversation:
    return (Exchange(frozen.answer, frozen.question.filters, frozen.id),) * _NUMBER
