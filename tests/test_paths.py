"""The path of a learner, over the real stores and a small library without a model."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from corpus.article import Article
from corpus.topics import Topic
from corpus.training.plan_store import PlanStore
from corpus.wording import KnownError
from index.library import Library
from qa.training.path.paths import LONGEST_FIELD, Paths
from qa.training.path.placement import Placed
from qa.training.path.placements import Placements
from qa.training.path.plan import StepKind
from qa.training.review.review import Occasion
from tests.path_material import Answered, Shelf, competency, item

MAP = (competency("mandate", 30), competency("voice", 60))
ITEMS = tuple(
    item(f"{of}{number}", of, right=f"{of} {number}")
    for of in ("mandate", "voice")
    for number in range(8)
)


class Desk:
    """Paths over the same files, opened again as a new process does."""

    def __init__(self, home: Path, library: Library) -> None:
        self._home = home
        self._library = library
        self.now = datetime(2026, 11, 22, 9, tzinfo=UTC)
        self.reviews = Answered()
        self.bank = Shelf(*ITEMS)

    def open(self) -> Paths:
        return Paths(
            PlanStore(self._home / "plans.db", lambda: self.now),
            self._library,
            MAP,
            self.bank,  # type: ignore[arg-type]
            self.reviews,  # type: ignore[arg-type]
            lambda: self.now,
        )


@pytest.fixture
def desk(library: Library, tmp_path: Path) -> Iterator[Desk]:
    text = "## Why\n\n" + "The chief customer officer speaks for customers every day. " * 40
    library.add_articles(
        [
            Article(
                title="On mandates",
                text=text,
                language="en",
                topics=(Topic.CCO_ROLE,),
                locator="/a",
            )
        ]
    )
    yield Desk(tmp_path, library)


def answer_all(desk: Desk, right: bool, *, most: int = 99) -> None:
    for _ in range(most):
        asked = desk.open().placements.question("p")
        if asked is None:
            return
        desk.open().placements.answer("p", asked.question.item.id, 0 if right else None)


def test_a_placement_is_left_and_taken_up_again(desk: Desk) -> None:
    desk.open().placements.begin("p", "en")
    first = desk.open().placements.question("p")
    assert first and (first.number, first.total) == (1, 12)
    desk.open().placements.answer("p", first.question.item.id, 0)
    desk.open().placements.begin("p", "en")
    second = desk.open().placements.question("p")
    assert second and (second.number, second.total) == (2, 12)
    assert second.question.item.id != first.question.item.id
    assert desk.open().progress("p", "en") is None


def test_an_answer_counts_once(desk: Desk) -> None:
    desk.open().placements.begin("p", "en")
    asked = desk.open().placements.question("p")
    assert asked
    for option in (None, 0, 1):
        desk.open().placements.answer("p", asked.question.item.id, option)
    desk.open().placements.answer("p", "no such item", 0)
    (review,) = desk.reviews.of("p")
    assert (review.correct, review.said, review.occasion) == (False, "", Occasion.PLACEMENT)


def test_the_last_answer_makes_the_plan(desk: Desk) -> None:
    desk.open().placements.begin("p", "en")
    answer_all(desk, right=True)
    found = desk.open().progress("p", "en")
    assert found and found.plan.start == date(2026, 11, 22)
    assert [entry.entry.placed for entry in found.entries] == [Placed.KNOWN, Placed.KNOWN]
    assert all(review.correct for review in desk.reviews.of("p"))


def test_stopped_between_the_last_answer_and_the_plan(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    desk.open().placements.begin("p", "en")
    answer_all(desk, right=True, most=11)
    with monkeypatch.context() as patch:
        patch.setattr(Placements, "finish", killed)
        with pytest.raises(KeyboardInterrupt):
            answer_all(desk, right=True, most=1)
    assert len(desk.reviews.of("p")) == 12
    found = desk.open().progress("p", "en")
    assert found and found.entries[0].entry.placed is Placed.KNOWN
    assert desk.open().placements.question("p") is None


def test_a_placement_stopped_half_way_places_what_it_asked(desk: Desk) -> None:
    desk.open().placements.begin("p", "en")
    asked = desk.open().placements.question("p")
    assert asked
    answer_all(desk, right=False, most=1)
    desk.open().placements.finish("p")
    found = desk.open().progress("p", "en")
    assert found
    by_id = {entry.entry.competency.id: entry.entry.placed for entry in found.entries}
    missed = asked.question.item.competency
    assert by_id.pop(missed) is Placed.MISSED
    assert set(by_id.values()) == {Placed.NOT_ASKED}


def test_what_was_right_and_what_was_not_can_be_looked_up(desk: Desk) -> None:
    desk.open().placements.begin("p", "en")
    assert desk.open().placements.outcomes("p") == ()
    answer_all(desk, right=True, most=2)
    answer_all(desk, right=False, most=1)
    desk.open().placements.finish("p")
    found = desk.open().placements.outcomes("p")
    assert [(each.said, each.correct) for each in found] == [
        (found[0].item.right, True),
        (found[1].item.right, True),
        ("", False),
    ]
    assert [each.item.id for each in found] == [each.item for each in desk.reviews.of("p")]
    assert desk.open().placements.outcomes("q") == ()
    # Another one that is dropped, or ended at once, leaves them as they are.
    desk.open().placements.begin("p", "en")
    desk.open().placements.finish("p")
    assert desk.open().placements.outcomes("p") == found


def test_taken_anew_it_asks_otherwise_and_keeps_the_start(desk: Desk) -> None:
    desk.open().start("p")
    desk.now = datetime(2026, 12, 2, 9, tzinfo=UTC)
    desk.open().placements.begin("p", "en")
    answer_all(desk, right=False)
    desk.open().placements.begin("p", "en")
    asked = desk.open().placements.question("p")
    assert asked and asked.number == 1
    found = desk.open().progress("p", "en")
    assert found and found.plan.start == date(2026, 11, 22)
    assert found.phases[0].days_left == 20
    assert found.entries[0].entry.placed is Placed.MISSED
    desk.open().placements.finish("p")
    unanswered = desk.open().progress("p", "en")
    assert unanswered and unanswered.entries[0].entry.placed is Placed.MISSED
    desk.open().placements.begin("p", "en")
    desk.open().placements.leave("p")
    assert desk.open().placements.question("p") is None
    again = desk.open().progress("p", "en")
    assert again and again.entries[0].entry.placed is Placed.MISSED


def test_without_questions_there_is_no_placement_but_a_plan(desk: Desk) -> None:
    desk.bank = Shelf()
    with pytest.raises(KnownError, match="no questions in this language"):
        desk.open().placements.begin("p", "fr")
    desk.open().start("p")
    found = desk.open().progress("p", "fr")
    assert found
    first = found.entries[0]
    assert [(s.step.kind, s.possible) for s in first.steps] == [
        (StepKind.READ, True),
        (StepKind.QUESTIONS, False),
        (StepKind.WORK, True),
    ]


def test_what_is_done_and_what_is_left(desk: Desk) -> None:
    paths = desk.open()
    paths.start("p")
    found = paths.progress("p", "en")
    assert found and found.next
    # 360 words and a heading at 180 a minute; six questions; a worksheet of 20 minutes.
    assert [step.minutes for step in found.entries[0].steps] == [2, 3, 20]
    assert (found.steps_done, found.steps_to_do, found.minutes_left) == (0, 6, 50)
    assert found.next.step.id == "mandate/read"
    paths.mark("p", "mandate", StepKind.READ)
    paths.mark("p", "mandate", StepKind.WORK)
    found = desk.open().progress("p", "en")
    assert found and found.next
    assert (found.steps_done, found.minutes_left) == (2, 28)
    assert found.next.step.id == "mandate/questions"
    paths.mark("p", "mandate", StepKind.READ, done=False)
    found = desk.open().progress("p", "en")
    assert found and found.next and found.next.step.id == "mandate/read"
    assert desk.open().progress("q", "en") is None


def test_questions_are_done_by_answering_them(desk: Desk) -> None:
    paths = desk.open()
    paths.start("p")
    for number in range(5):
        desk.reviews.put("p", card=f"card-mandate{number}", correct=number < 2)
    desk.reviews.put("p", card="card-mandate5", correct=True, occasion="placement")
    found = paths.progress("p", "en")
    assert found
    questions = found.entries[0].steps[1]
    assert (questions.step.kind, questions.done) == (StepKind.QUESTIONS, False)
    assert (questions.answered, questions.wanted, questions.minutes) == (5, 6, 1)
    assert (found.entries[0].mastery.answered, found.entries[0].mastery.right) == (6, 3)
    desk.reviews.put("p", card="card-mandate7", correct=False)
    found = paths.progress("p", "en")
    assert found and found.entries[0].steps[1].done
    with pytest.raises(KnownError, match="once they are answered"):
        paths.mark("p", "mandate", StepKind.QUESTIONS)


def test_a_worksheet_keeps_what_was_written(desk: Desk) -> None:
    paths = desk.open()
    paths.write("p", "mandate", {"who": "Zoé", "no such": "field"})
    assert desk.open().worksheet("p", "mandate").fields == {"who": "Zoé", "when": ""}
    with pytest.raises(KnownError, match="20001 characters"):
        paths.write("p", "mandate", {"who": "x" * (LONGEST_FIELD + 1)})
    assert desk.open().worksheet("p", "mandate").fields["who"] == "Zoé"
    detail = paths.detail("p", "mandate", "en")
    assert detail.worksheet.fields["who"] == "Zoé"
    assert detail.contested == ()
    assert paths.progress("p", "en") is None  # looking at a competency begins nothing


def test_an_unknown_competency_is_said_with_those_there_are(desk: Desk) -> None:
    with pytest.raises(KnownError, match=r"no competency “sales”.*mandate, voice"):
        desk.open().mark("p", "sales", StepKind.READ)
