"""The desk of feedback: what each may do, whatever the page shows, and what becomes of it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.feedback import Complaint, State
from corpus.feedback_store import FeedbackStore
from corpus.people import LOCAL, Person, Role
from corpus.wording import KnownError
from index.library import Library
from qa.freezing import Frozen
from tests.gold_items import span
from tests.invented import BAKERY, FERRY, FRENCH
from tests.kept_rows import answer_row
from tests.opinions import ASKED, abstained, frozen
from ui.web.desks.review_desk import ReviewDesk

READER = Person("p1", "Odile", Role.READER)
EVALUATOR = Person("p2", "Léon", Role.EVALUATOR)
ANSWERS = {"a1": frozen(), "a2": abstained(asked="Quel temps fera-t-il ?")}


def opened(answer_id: str) -> Frozen:
    if answer_id not in ANSWERS:
        raise KnownError(en="There is no such answer.", fr="Cette réponse n’existe pas.")
    return ANSWERS[answer_id]


@pytest.fixture
def store(home: Path, library: Library) -> FeedbackStore:
    for id_, answer in ANSWERS.items():
        answer_row(home / "library.db", id_, answer.question.text)
    return FeedbackStore(home / "library.db")


@pytest.fixture
def desk(store: FeedbackStore, library: Library) -> ReviewDesk:
    library.add_articles([BAKERY, FERRY])
    return ReviewDesk(store, opened, opened, library.snapshot)


@pytest.fixture
def come(monkeypatch: pytest.MonkeyPatch) -> Callable[[Person], None]:
    """From now on this person is the visitor; at first whoever sits at the machine."""

    def come(person: Person) -> None:
        monkeypatch.setattr("ui.web.desks.review_desk.visitor", lambda: person)

    come(LOCAL)
    return come


Come = Callable[[Person], None]


def test_everybody_gives_feedback_in_their_own_name(desk: ReviewDesk, come: Come) -> None:
    come(READER)
    desk.give("a1", False, (Complaint.WRONG,), "Non.")
    mine = desk.given("a1")
    assert mine is not None
    assert (mine.person, mine.complaints, mine.comment) == ("p1", (Complaint.WRONG,), "Non.")
    come(EVALUATOR)
    assert desk.given("a1") is None
    desk.withdraw("a1")
    come(READER)
    assert desk.given("a1") == mine  # nobody takes back the opinion of another
    desk.withdraw("a1")
    assert desk.given("a1") is None


def test_an_answer_of_another_is_not_rated(
    store: FeedbackStore, library: Library, come: Come
) -> None:
    def nothing(answer_id: str) -> Frozen:
        raise KnownError(en="There is no such answer.", fr="Cette réponse n’existe pas.")

    desk = ReviewDesk(store, nothing, opened, library.snapshot)
    with pytest.raises(KnownError, match="no such answer"):
        desk.give("a1", True)
    assert store.all() == ()


@pytest.mark.parametrize("role", [Role.READER, Role.LIBRARIAN])
def test_who_is_no_evaluator_reviews_nothing(
    desk: ReviewDesk, store: FeedbackStore, come: Come, role: Role
) -> None:
    desk.give("a1", True)
    (waiting,) = store.all()
    come(Person("p3", "Rose", role))
    for forbidden in (
        desk.waiting,
        desk.reviewed,
        lambda: desk.review(waiting.id),
        lambda: desk.make_gold(waiting.id, False, desk.review(waiting.id).draft.chosen),
        lambda: desk.set_aside(waiting.id),
        lambda: desk.take_back(waiting.id),
    ):
        with pytest.raises(KnownError, match="reviewed by evaluators"):
            forbidden()
    assert store.all() == (waiting,)
    assert store.reviewed() == ()


@pytest.mark.parametrize("who", [LOCAL, EVALUATOR, Person("p9", "Ada", Role.ADMIN)])
def test_an_evaluator_makes_a_gold_question(
    desk: ReviewDesk, store: FeedbackStore, come: Come, who: Person
) -> None:
    come(READER)
    desk.give("a1", True)
    come(who)
    (waiting,) = desk.waiting()
    assert waiting.question == ASKED
    review = desk.review(waiting.id)
    assert (review.feedback, review.frozen) == (waiting, ANSWERS["a1"])

    desk.make_gold(waiting.id, False, review.draft.chosen)
    (made,) = desk.reviewed()
    assert (made.feedback, made.item.question, made.fits) == (waiting.id, ASKED, True)
    assert made.item.spans == (span(BAKERY, FRENCH[1]),)
    assert store.reviewed()[0].reviewer == who.id
    assert desk.waiting() == ()
    with pytest.raises(KnownError, match="is no longer waiting"):
        desk.review(waiting.id)

    desk.take_back(waiting.id)
    assert (desk.waiting(), desk.reviewed()) == ((waiting,), ())


def test_only_drafted_passages_are_taken(desk: ReviewDesk, come: Come) -> None:
    desk.give("a1", True)
    (waiting,) = desk.waiting()
    with pytest.raises(KnownError, match="No passage is ticked"):
        desk.make_gold(waiting.id, False, [f"{FERRY.id}:0-10"])
    desk.make_gold(waiting.id, False, [f"{FERRY.id}:0-10", desk.review(waiting.id).draft.chosen[0]])
    assert desk.reviewed()[0].item.spans == (span(BAKERY, FRENCH[1]),)


def test_one_to_be_refused_and_one_set_aside(
    desk: ReviewDesk, store: FeedbackStore, come: Come
) -> None:
    desk.give("a2", True)
    desk.give("a1", False)
    refused, aside = desk.waiting()
    desk.make_gold(refused.id, True, ())
    desk.set_aside(aside.id)
    assert [(m.item.question, m.item.answerable) for m in desk.reviewed()] == [
        ("Quel temps fera-t-il ?", False)
    ]
    assert [each.state for each in store.all()] == [State.MADE_GOLD, State.SET_ASIDE]


def test_a_gold_question_whose_article_has_gone_says_so(
    desk: ReviewDesk, library: Library, come: Come
) -> None:
    desk.give("a1", True)
    (waiting,) = desk.waiting()
    desk.make_gold(waiting.id, False, desk.review(waiting.id).draft.chosen)
    library.remove([BAKERY.id])
    assert [made.fits for made in desk.reviewed()] == [False]
