"""From feedback to gold questions: which passages, which behaviour, and what has changed since."""

from dataclasses import replace
from typing import Any

import pytest

from corpus.article import Article
from corpus.feedback import Complaint, Feedback
from corpus.filters import Filters
from corpus.wording import KnownError, Wording
from eval.draft import Draft
from eval.gold import GoldItem, GoldPosition, Kind, gold_bytes, gold_item, gold_json, read_gold
from eval.reviewing import draft, reviewed_set, still_fitting
from index.library import Library
from qa.answer import Position, Reason
from qa.freezing import Frozen
from qa.question import Question, Turn
from tests.gold_items import cited, gold, span
from tests.invented import BAKERY, ENGLISH, FERRY, FRENCH
from tests.opinions import ASKED, QUOTE, abstained, frozen, library_of, opinion


def drafted(feedback: Feedback, of: Frozen, today: tuple[Article, ...] = (BAKERY, FERRY)) -> Draft:
    return draft(feedback, of, library_of(*today))


def one_click(found: Draft) -> GoldItem:
    return found.item(found.refuses, found.chosen)


def test_a_useful_answer_becomes_its_quotes() -> None:
    found = drafted(opinion(good=True), frozen())

    assert one_click(found) == gold(
        "feedback-42b9fff2296c",
        span(BAKERY, FRENCH[1]),
        question=ASKED,
        language="fr",
        kind=Kind.WHO,
    )
    assert (found.is_ready, found.refuses, found.lost, found.filtered) == (True, False, (), False)
    assert [(c.quote, c.title, c.cited, c.ticked) for c in found.candidates] == [
        (FRENCH[1], BAKERY.title, True, True),
        (FRENCH[0], BAKERY.title, False, False),
        (FRENCH[2], BAKERY.title, False, False),  # FRENCH[1] is there once
    ]
    assert found.candidates[1].place == f"{BAKERY.id}:0-{len(FRENCH[0])}"


def test_the_gold_question_is_one_of_a_gold_set(tmp_path: Any) -> None:
    item = one_click(drafted(opinion(good=True), frozen()))
    assert gold_item(gold_json(item)) == item
    path = tmp_path / "reviewed.jsonl"
    path.write_bytes(gold_bytes([item]))
    assert read_gold(path) == reviewed_set([item])


@pytest.mark.parametrize(
    "complaint", [Complaint.WRONG, Complaint.NOT_RELEVANT, Complaint.WRONG_CITATION]
)
def test_of_a_bad_answer_nothing_is_ticked(complaint: Complaint) -> None:
    found = drafted(opinion(complaint), frozen())
    assert (found.refuses, found.chosen, found.is_ready) == (False, (), False)
    with pytest.raises(KnownError, match="No passage is ticked") as refusal:
        found.item(False, [])
    assert "Aucun passage" in refusal.value.wording.fr

    corrected = found.item(False, [found.candidates[2].place, "nowhere:0-5"])
    assert corrected.spans == (span(BAKERY, FRENCH[2]),)


def test_an_incomplete_answer_is_a_beginning() -> None:
    found = drafted(opinion(Complaint.INCOMPLETE), frozen())
    assert one_click(found).spans == (span(BAKERY, FRENCH[1]),)
    both = drafted(opinion(Complaint.INCOMPLETE, Complaint.WRONG_CITATION), frozen())
    assert both.chosen == ()


def test_an_answer_that_should_have_been_refused() -> None:
    found = drafted(opinion(Complaint.WRONG, Complaint.SHOULD_HAVE_REFUSED), frozen())
    item = one_click(found)
    assert (item.spans, item.near_miss, item.answerable) == ((), True, False)
    # The evaluator thinks otherwise.
    other = found.item(False, [found.candidates[0].place])
    assert (other.spans, other.near_miss) == ((span(BAKERY, FRENCH[1]),), False)


@pytest.mark.parametrize(
    ("reason", "feedback", "refuses"),
    [
        (Reason.TOO_WEAK, opinion(good=True), True),
        (Reason.TOO_WEAK, opinion(Complaint.NOT_RELEVANT), True),
        (Reason.TOO_WEAK, opinion(Complaint.SHOULD_HAVE_ANSWERED), False),
        (Reason.TOO_WEAK, opinion(), False),
        (Reason.NOTHING_FOUND, opinion(good=True), True),
        (Reason.EXCLUDED_BY_FILTERS, opinion(good=True), False),
    ],
)
def test_an_abstention(reason: Reason, feedback: Feedback, refuses: bool) -> None:
    found = drafted(feedback, abstained(reason))
    assert (found.refuses, found.chosen) == (refuses, ())
    assert not found.item(True, ()).near_miss  # nothing misled the library
    assert [c.quote for c in found.candidates] == list(FRENCH[:3])  # the nearest passages


@pytest.mark.parametrize(
    ("asked", "kind"),
    [
        ("Combien de plaintes en moins ?", Kind.FIGURE),
        ("Quand le cahier a-t-il été ouvert ?", Kind.DATE),
        ("Why does the captain look at the board?", Kind.WHY),
        ("How does the captain see the figure?", Kind.HOW),
        ("Is the clock honest?", Kind.YES_NO),
        ("cahier vert", Kind.OTHER),
    ],
)
def test_the_kind_is_guessed_from_the_question(asked: str, kind: Kind) -> None:
    assert drafted(opinion(good=True), frozen(asked)).question.kind == kind


def test_a_follow_up_keeps_what_it_leans_on() -> None:
    history = (Turn(ASKED, "Le patron."),)
    leaning = drafted(opinion(good=True), frozen(Question("Et le lundi ?", history))).question
    assert (leaning.previous, leaning.kind) == ((ASKED,), Kind.FOLLOW_UP)
    alone = drafted(opinion(good=True), frozen(Question("Et le lundi ?"))).question
    assert leaning.id != alone.id

    other = "Combien de plaintes la boulangerie du port a-t-elle reçues ?"
    standing = drafted(opinion(good=True), frozen(Question(other, history))).question
    assert (standing.previous, standing.kind) == ((), Kind.FIGURE)


def test_a_disputed_question_keeps_its_sides() -> None:
    quotes = (cited(1, BAKERY, FRENCH[4]), cited(2, BAKERY, FRENCH[5]), cited(3, FERRY, ENGLISH[5]))
    sides = (
        Position(Wording("It helps", "Il aide"), (1,)),
        Position(Wording("It harms", "Il nuit"), (2, 3)),
    )
    found = drafted(
        opinion(good=True), frozen(citations=quotes, positions=sides, articles=(BAKERY, FERRY))
    )
    item = one_click(found)
    assert item.kind == Kind.CONTESTED
    assert item.positions == (GoldPosition("Il aide", (0,)), GoldPosition("Il nuit", (1, 2)))
    first, _, third, *_ = found.candidates
    assert found.item(False, [first.place, third.place]).positions == (
        GoldPosition("Il aide", (0,)),
        GoldPosition("Il nuit", (1,)),
    )
    assert found.item(False, [third.place]).positions == ()


def test_what_has_changed_or_gone_since_is_left_out_and_told() -> None:
    quotes = (QUOTE, cited(2, FERRY, ENGLISH[0]))
    before = frozen(citations=quotes, articles=(BAKERY, FERRY))
    # The same words in other white space: the same id, and other offsets.
    moved = replace(BAKERY, text=BAKERY.text.replace(" ", "  ", 1))
    assert moved.id == BAKERY.id

    changed = drafted(opinion(good=True), before, (moved, FERRY))
    assert changed.lost == (BAKERY.title,)
    assert one_click(changed).spans == (span(FERRY, ENGLISH[0]),)
    gone = drafted(opinion(good=True), before, (FERRY,))
    assert (gone.lost, gone.candidates) == (changed.lost, changed.candidates)


def test_filters_are_told() -> None:
    question = Question(ASKED, filters=Filters(languages=frozenset({"fr"})))
    assert drafted(opinion(good=True), frozen(question)).filtered


def test_an_id_stands_for_the_question() -> None:
    one = drafted(opinion(good=True), frozen()).question
    again = drafted(opinion(Complaint.WRONG), frozen(language="en")).question
    other = drafted(opinion(good=True), frozen(ASKED + "?")).question
    assert one.id == again.id != other.id


def test_questions_that_do_not_fit_any_more_are_told_from_the_others(library: Library) -> None:
    library.add_articles([BAKERY])
    fits, gone = gold("here", span(BAKERY, FRENCH[0])), gold("gone", span(FERRY, ENGLISH[0]))
    refused = gold("refused")
    found = still_fitting([fits, gone, refused], library.snapshot())
    assert found == ((fits, refused), (gone,))
