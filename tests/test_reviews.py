"""Reviews, sessions, forecasts and leeches of learners."""

from datetime import timedelta
from pathlib import Path

import pytest

from corpus.wording import KnownError
from index.passage import Span
from qa.training.review.cards import stands
from qa.training.review.review import Grade, Occasion, Schedule
from tests.fake_desk import ENGLISH, FRENCH
from tests.learning import MORNING, Learning
from tests.training_items import an_item

AGAIN, HARD, GOOD, EASY = Grade


@pytest.fixture
def learning(tmp_path: Path) -> Learning:
    return Learning(tmp_path)


def answered(
    learning: Learning, card: str, grade: Grade, person: str = "ada", **known: str
) -> Schedule:
    occasion = Occasion(known.pop("occasion", "review"))
    id_ = known.pop("id", f"{card}-{learning.at.isoformat()}")
    correct = grade is not AGAIN
    return learning.reviews.answer(
        person, id=id_, card=card, grade=grade, correct=correct, occasion=occasion, **known
    )


def shown(learning: Learning, person: str = "ada", language: str = "en") -> list[str]:
    session = learning.reviews.session(person, language)
    return [card.id for card in (*session.due, *session.new)]


def test_an_answer_is_kept_and_scheduled(learning: Learning) -> None:
    schedule = answered(learning, "c1", GOOD, id="r1", item="c1", said="40 %")
    assert schedule.due == MORNING + timedelta(minutes=10)
    assert learning.reviews.schedules("ada") == {"c1": schedule}
    (review,) = learning.reviews.of("ada")
    assert (review.id, review.person, review.card, review.item) == ("r1", "ada", "c1", "c1")
    assert (review.at, review.grade, review.correct) == (MORNING, GOOD, True)
    assert (review.occasion, review.said) == (Occasion.REVIEW, "40 %")


def test_one_answer_sent_twice_counts_once(learning: Learning) -> None:
    first = answered(learning, "c1", GOOD, id="r1")
    learning.later(seconds=2)
    assert answered(learning, "c1", AGAIN, id="r1") == first
    assert [review.grade for review in learning.reviews.of("ada")] == [GOOD]


def test_a_grade_is_changed_after_the_answer(learning: Learning) -> None:
    answered(learning, "c1", GOOD, id="r1")
    offered = learning.reviews.choices("ada", "c1", instead_of="r1")
    assert offered[GOOD] == timedelta(minutes=10)
    assert offered[EASY] == timedelta(days=8)
    learning.reviews.regrade("ada", "r1", EASY)
    assert learning.reviews.schedules("ada")["c1"].due == MORNING + timedelta(days=8)
    assert [review.grade for review in learning.reviews.of("ada")] == [EASY]
    learning.reviews.regrade("bo", "r1", AGAIN)
    learning.reviews.regrade("ada", "r2", AGAIN)
    assert [review.grade for review in learning.reviews.of("ada")] == [EASY]


def test_learners_do_not_mix(learning: Learning) -> None:
    answered(learning, "c1", EASY, person="ada", id="r1")
    answered(learning, "c1", AGAIN, person="bo", id="r1")
    assert learning.reviews.schedules("ada")["c1"].due == MORNING + timedelta(days=8)
    assert learning.reviews.schedules("bo")["c1"].due == MORNING + timedelta(minutes=1)
    assert len(learning.reviews.of("bo")) == 1


def test_the_first_answers_to_items_are_for_statistics(learning: Learning) -> None:
    answered(learning, "c1", AGAIN, item="i1")
    learning.later(minutes=1)
    answered(learning, "c1", GOOD, item="i1")
    answered(learning, "c2", EASY, person="bo", item="i1")
    answered(learning, "passage:1", EASY, person="bo")
    firsts = [(r.person, r.item, r.correct) for r in learning.reviews.of_items()]
    assert firsts == [("ada", "i1", False), ("bo", "i1", True)]


def test_a_session_begins_with_steps_then_the_most_overdue_then_new_cards(
    learning: Learning,
) -> None:
    learning.give([an_item(name) for name in ("new", "step", "late", "later", "future")])
    answered(learning, "late", EASY)
    learning.later(days=1)
    answered(learning, "later", EASY)
    learning.later(days=7, hours=-1)  # "late" is due in an hour, "later" tomorrow
    answered(learning, "step", AGAIN)
    answered(learning, "future", EASY)
    learning.later(minutes=2)
    session = learning.reviews.session("ada", "en")
    assert [card.id for card in session.due] == ["step", "late"]
    assert [card.id for card in session.new] == ["new"]
    assert session.next is not None
    assert session.next.id == "step"
    learning.later(days=2)
    assert shown(learning)[:3] == ["step", "late", "later"]


def test_ten_new_cards_a_day(learning: Learning) -> None:
    learning.give([an_item(f"{n:02}") for n in range(25)])
    first = shown(learning)
    assert len(first) == 10
    for card in first[:4]:
        answered(learning, card, EASY)
    assert len(shown(learning)) == 6
    learning.later(days=1)
    assert len(shown(learning)) == 10
    assert set(first[4:]) <= set(shown(learning))
    assert set(shown(learning, "bo")) != set(first)  # another learner, another order


def test_a_card_of_a_quiz_is_no_new_one_of_today(learning: Learning) -> None:
    learning.give([an_item(f"{n:02}") for n in range(25)])
    answered(learning, "03", EASY, occasion="quiz")
    assert len(shown(learning)) == 10
    assert "03" not in shown(learning)


def test_new_cards_come_from_the_competencies_of_the_plan_first(learning: Learning) -> None:
    learning.give(
        [an_item(f"{name}{n}", competency=name) for name in ("a", "b", "c") for n in range(3)]
    )
    new = learning.reviews.session("ada", "en", first=("c", "b")).new
    order = [card.item.competency for card in new if card.item]
    assert order == ["c", "b", "c", "b", "c", "b", "a", "a", "a"]


def test_a_card_is_shown_in_the_learner_s_language_with_one_schedule(learning: Learning) -> None:
    learning.give([an_item("e", card="t"), an_item("f", card="t", language="fr"), an_item("x")])
    answered(learning, "t", EASY)
    assert (shown(learning, "bo"), shown(learning, "bo", "fr")) in (
        (["t", "x"], ["t"]),
        (["x", "t"], ["t"]),  # in an order of one's own; what is not in French is not new there
    )
    learning.later(days=8)
    for language, item in (("fr", "f"), ("en", "e")):
        (card,) = learning.reviews.session("ada", language).due
        assert card.item is not None
        assert (card.id, card.item.id) == ("t", item)


def test_suspended_and_retired_cards_do_not_come_up_and_keep_their_schedules(
    learning: Learning,
) -> None:
    learning.give([an_item("a"), an_item("b")])
    for card in ("a", "b"):
        answered(learning, card, EASY)
    learning.later(days=8)
    learning.reviews.suspend("ada", "a")
    assert shown(learning) == ["b"]
    learning.reviews.resume("ada", "a")
    learning.give([an_item("b")])
    assert shown(learning) == ["b"]
    assert set(learning.reviews.schedules("ada")) == {"a", "b"}
    learning.give([an_item("a"), an_item("b")])
    assert shown(learning) == ["a", "b"]


def test_a_suspended_card_stays_so_when_it_is_answered_elsewhere(learning: Learning) -> None:
    answered(learning, "a", EASY)
    learning.reviews.suspend("ada", "a")
    answered(learning, "a", GOOD, id="quiz", occasion="quiz")
    assert learning.reviews.schedules("ada")["a"].suspended


def test_a_step_comes_a_little_early_when_nothing_else_is_left(learning: Learning) -> None:
    learning.give([an_item("a"), an_item("b")])
    answered(learning, "a", AGAIN)
    session = learning.reviews.session("ada", "en")
    assert ([c.id for c in session.due], [c.id for c in session.new]) == ([], ["b"])
    assert session.later == MORNING + timedelta(minutes=1, microseconds=1)
    assert (session.waiting, session.today) == (1, 2)
    answered(learning, "b", EASY)
    session = learning.reviews.session("ada", "en")
    assert [card.id for card in session.due] == ["a"]
    assert (session.waiting, session.today) == (0, 1)


def test_forecast(learning: Learning) -> None:
    learning.give([an_item(name) for name in "abc"])
    answered(learning, "a", EASY)  # 8 days
    answered(learning, "b", GOOD)  # 10 minutes
    answered(learning, "c", EASY)
    answered(learning, "gone", EASY)
    answered(learning, "challenge:a/b", EASY)
    learning.reviews.suspend("ada", "c")
    days = learning.reviews.forecast("ada").days
    assert [count for _, count in days] == [1, *[0] * 7, 1, *[0] * 5]
    assert days[8][0].isoformat() == "2026-11-30"
    assert learning.reviews.forecast("ada").is_ahead
    learning.later(days=3)
    assert learning.reviews.forecast("ada", 7).days[0][1] == 1  # overdue
    assert learning.reviews.forecast("ada", 7).most == 1


def test_the_forecast_of_today_is_what_the_session_says(learning: Learning) -> None:
    learning.give([an_item(f"{n:02}") for n in range(30)])
    for n in range(4):
        answered(learning, f"{n:02}", GOOD, occasion="quiz")  # 10 minutes
    session, forecast = learning.reviews.session("ada", "en"), learning.reviews.forecast("ada")
    assert (len(session.due), session.waiting, len(session.new)) == (0, 4, 10)
    assert [count for _, count in forecast.beginning_with(session).days] == [14, *[0] * 13]
    assert not forecast.is_ahead


def test_leeches_were_forgotten_four_times(learning: Learning) -> None:
    for times, card in ((4, "leech"), (3, "hard")):
        answered(learning, card, EASY)
        for _ in range(times):
            learning.later(days=30)
            answered(learning, card, AGAIN)
            learning.later(days=1)
            answered(learning, card, EASY)
    assert [(s.card, s.lapses) for s in learning.reviews.leeches("ada")] == [("leech", 4)]
    assert learning.reviews.leeches("bo") == ()


def test_a_marked_passage_is_a_card(learning: Learning) -> None:
    start = ENGLISH.text.index("One who reports")
    end = ENGLISH.text.index("decides.") + len("decides.")
    card = learning.reviews.mark("ada", ENGLISH, start - 1, end + 1)  # with white space around
    again = learning.reviews.mark("ada", ENGLISH, start, end)
    assert again == card
    (marked,) = learning.reviews.marked("ada")
    assert marked.quote == "One who reports to marketing measures, and rarely decides."
    assert marked.question.en == "What does “A seat at the table” say about “The reporting line”?"
    assert "« A seat at the table »" in marked.question.fr.replace("\u00a0", " ")
    (new,) = learning.reviews.session("ada", "fr").new
    assert (new.id, new.marked) == (card, marked)
    learning.reviews.unmark("ada", card)
    assert shown(learning) == []


def test_a_passage_outlives_a_change_around_it_but_not_its_end(learning: Learning) -> None:
    quote = "Trois raisons reviennent :"
    start = FRENCH.text.index(quote)
    learning.reviews.mark("ada", FRENCH, start, start + len(quote))
    (marked,) = learning.reviews.marked("ada")
    assert stands(marked, FRENCH.text) == Span(start, start + len(quote))
    assert stands(marked, "Avant.\n\n" + FRENCH.text) == Span(start + 8, start + 8 + len(quote))
    assert stands(marked, FRENCH.text.replace(quote, "Deux raisons reviennent :")) is None


@pytest.mark.parametrize(("start", "end"), [(0, 0), (20, 10), (10**6, 10**7)])
def test_nothing_is_no_card(learning: Learning, start: int, end: int) -> None:
    with pytest.raises(KnownError, match="no text in this passage"):
        learning.reviews.mark("ada", ENGLISH, start, end)


def test_a_whole_article_is_no_card(learning: Learning) -> None:
    with pytest.raises(KnownError, match="1500 at most"):
        learning.reviews.mark("ada", FRENCH, 0, len(FRENCH.text))
