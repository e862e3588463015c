"""The store of feedback: one opinion a person and answer, and what evaluators make of them."""

from pathlib import Path

import pytest
import sqlalchemy as sa

from corpus.accounts import Accounts
from corpus.database import open_database
from corpus.feedback import LONGEST_COMMENT, Complaint, Feedback, State
from corpus.feedback_store import FeedbackStore
from corpus.people import Role
from corpus.wording import KnownError
from tests.kept_rows import answer_row


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "library.db"
    for answer in ("a1", "a2"):
        answer_row(path, answer, f"Who, {answer}?")
    return path


@pytest.fixture
def store(path: Path) -> FeedbackStore:
    return FeedbackStore(path)


def given(store: FeedbackStore, answer: str = "a1", **known: object) -> Feedback:
    """The opinion as the store has it."""
    id_ = store.give(opinion(answer, **known))  # type: ignore[arg-type]
    (found,) = [each for each in store.all() if each.id == id_]
    return found


def opinion(answer: str = "a1", person: str = "local", **known: object) -> Feedback:
    return Feedback(**{"good": False, "person": person, "answer": answer, **known})  # type: ignore[arg-type]


def test_an_opinion_comes_out_as_it_went_in(store: FeedbackStore) -> None:
    complaints = (Complaint.WRONG_CITATION, Complaint.INCOMPLETE)
    said = given(store, complaints=complaints, comment="« Œuvre » 😀")

    assert store.waiting() == store.all() == (said,)
    assert (said.complaints, said.comment, said.state) == (
        complaints,
        "« Œuvre » 😀",
        State.WAITING,
    )
    assert said.id
    assert said.at.endswith("+00:00")
    assert (said.person, said.name) == ("local", "")
    assert (said.answer, said.question, said.good) == ("a1", "Who, a1?", False)


def test_a_later_opinion_replaces_the_earlier_one_of_that_person_only(
    store: FeedbackStore,
) -> None:
    store.give(opinion(comment="first"))
    other_person = given(store, person="p2")
    other_answer = given(store, "a2")
    latest = given(store, good=True)

    assert store.waiting() == (other_person, other_answer, latest)
    assert store.given("local", "a1") == latest
    assert store.given("p2", "a2") is None


def test_an_opinion_is_taken_back(store: FeedbackStore) -> None:
    kept = given(store, "a2")
    store.give(opinion("a1"))
    store.withdraw("local", "a1")
    assert store.all() == (kept,)
    assert store.given("local", "a1") is None


def test_what_was_reviewed_is_not_replaced(store: FeedbackStore) -> None:
    reviewed = given(store, comment="first")
    store.set_aside(reviewed.id)
    latest = given(store, comment="second")
    store.withdraw("local", "a1")

    assert [(each.comment, each.state) for each in store.all()] == [("first", State.SET_ASIDE)]
    assert latest.id != reviewed.id


def test_the_name_is_the_account_s_of_today(store: FeedbackStore, path: Path) -> None:
    odile = Accounts(path).add("Odile Marchepied", Role.ADMIN, "a cahier as green as leeks")
    store.give(opinion(person=odile.id))
    assert [each.name for each in store.waiting()] == ["Odile Marchepied"]


def test_a_comment_has_its_bounds(store: FeedbackStore) -> None:
    store.give(opinion(comment="x" * LONGEST_COMMENT))
    with pytest.raises(KnownError, match="2001 characters, 2000 at most are possible") as refusal:
        store.give(opinion(comment="y" * (LONGEST_COMMENT + 1)))
    assert "Raccourcissez-le" in refusal.value.wording.fr
    assert store.waiting()[0].comment == "x" * LONGEST_COMMENT  # the earlier one is still there


def test_feedback_goes_with_its_answer_and_the_gold_question_stays(
    store: FeedbackStore, path: Path
) -> None:
    said = given(store)
    store.make_gold(said.id, "p9", "feedback-1", {"question": "Who?"})
    store.give(opinion())
    with open_database(path).begin() as connection:
        connection.execute(sa.text("DELETE FROM answers WHERE id = 'a1'"))

    assert store.all() == ()
    assert [each.id for each in store.reviewed()] == ["feedback-1"]
    with pytest.raises(KnownError, match="not kept any more"):
        store.give(opinion())
    store.take_back(said.id)
    assert (store.all(), store.reviewed()) == ((), ())


def test_a_gold_question_is_made_and_taken_back(store: FeedbackStore) -> None:
    first, second = given(store), given(store, "a2")
    store.make_gold(first.id, "p9", "feedback-1", {"question": "Qui ?", "spans": [{"start": 3}]})

    assert store.waiting() == (second,)
    (made,) = store.reviewed()
    assert (made.id, made.reviewer, made.feedback) == ("feedback-1", "p9", first.id)
    assert made.item == {"question": "Qui ?", "spans": [{"start": 3}]}
    assert [each.state for each in store.all()] == [State.MADE_GOLD, State.WAITING]

    store.take_back(first.id)
    assert store.waiting() == (first, second)
    assert store.reviewed() == ()


def test_the_same_question_twice_is_refused_and_still_waits(store: FeedbackStore) -> None:
    first, second = given(store), given(store, "a2")
    store.make_gold(first.id, "p9", "feedback-1", {"question": "Who?"})
    with pytest.raises(KnownError, match="is a gold question already"):
        store.make_gold(second.id, "p9", "feedback-1", {"question": "Who else?"})
    assert store.waiting() == (second,)
    assert store.reviewed()[0].item == {"question": "Who?"}


@pytest.mark.parametrize("gone", ["reviewed", "withdrawn"])
def test_what_does_not_wait_any_more_cannot_be_reviewed(store: FeedbackStore, gone: str) -> None:
    said = given(store)
    if gone == "reviewed":
        store.set_aside(said.id)
    else:
        store.withdraw("local", "a1")
    with pytest.raises(KnownError, match="is no longer waiting"):
        store.set_aside(said.id)
    with pytest.raises(KnownError, match="is no longer waiting"):
        store.make_gold(said.id, "p9", "feedback-1", {})
    assert store.reviewed() == ()
