"""A learner's data is taken along, merged again and deleted; other files are refused."""

import json
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from corpus.training.cohort_store import CohortStore
from corpus.training.learner_store import LearnerStore
from corpus.training.plan_store import PlanStore
from corpus.training.recommendation_store import RecommendationStore, StoredRecommendation
from corpus.training.report_store import ReportStore
from corpus.wording import KnownError
from qa.training import own_data
from qa.training.own_data import Merged, OwnData
from qa.training.path.kept_plan import KeptPlan, keep_plan, kept_plan
from qa.training.path.placement import Placed, Placement
from qa.training.review.review import Grade, Occasion
from tests.fake_desk import ENGLISH
from tests.learning import MORNING, Learning

PLAN = KeptPlan(
    start="2026-11-20",
    placed={"mandate": next(iter(Placed))},
    taken=1,
    placement=Placement(1, (("item", (2, 0, 1)),)),
    last=Placement(0, (("before", (1, 0)),)),
)


@pytest.fixture
def here(tmp_path: Path) -> Learning:
    return Learning(tmp_path / "here")


@pytest.fixture
def there(tmp_path: Path) -> Learning:
    return Learning(tmp_path / "there")


def own(learning: Learning) -> OwnData:
    return OwnData(LearnerStore(learning.database), learning.reviews, learning.clock)


def answer(
    learning: Learning, id_: str, grade: Grade = Grade.GOOD, card: str = "c1", person: str = "ada"
) -> None:
    learning.reviews.answer(
        person, id=id_, card=card, item="i1", grade=grade, correct=True,
        occasion=Occasion.QUIZ, said="40 %",
    )  # fmt: skip


def learn(learning: Learning, person: str = "ada") -> None:
    """Something of everything that is kept of a learner."""
    answer(learning, f"{person}-1", person=person)
    learning.reviews.suspend(person, "c1")
    learning.reviews.mark(person, ENGLISH, 24, 100)
    plans = PlanStore(learning.database, learning.clock)
    keep_plan(plans, person, PLAN)
    plans.mark(person, "mandate/read")
    plans.keep_worksheet(person, "mandate", {"who": "the board"})
    recommendation = StoredRecommendation("reporting-line", "2026-11-22", {"version": 1})
    RecommendationStore(learning.database).keep(person, recommendation)
    cohorts = CohortStore(learning.database, learning.clock)
    cohorts.join(cohorts.make(f"Cohort of {person}", "trainer"), person)
    ReportStore(learning.database, learning.clock).report("i1", person)


def test_everything_is_in_one_document(here: Learning) -> None:
    learn(here)
    learn(here, "bo")
    document = json.loads(json.dumps(own(here).document("ada")))
    assert (document["cxlit"], document["version"]) == ("learner", 1)
    assert document["reviews"] == [
        {
            "id": "ada-1", "card": "c1", "item": "i1", "at": "2026-11-22T09:00:00Z", "grade": 3,
            "correct": True, "occasion": "quiz", "said": "40 %",
        }
    ]  # fmt: skip
    assert document["suspended"] == ["c1"]
    assert [each["quote"] for each in document["marked"]] == [ENGLISH.text[24:100].strip()]
    assert document["plans"][0]["document"]["start"] == "2026-11-20"
    assert [each["step"] for each in document["steps_done"]] == ["mandate/read"]
    assert document["worksheets"][0]["document"] == {"who": "the board"}
    assert document["recommendations"][0]["dispute"] == "reporting-line"
    assert [each["name"] for each in document["cohorts"]] == ["Cohort of ada"]
    assert [each["item"] for each in document["reported"]] == ["i1"]


def test_it_is_the_same_elsewhere(here: Learning, there: Learning) -> None:
    learn(here)
    document = json.loads(json.dumps(own(here).document("ada")))
    assert own(there).merge("eve", document) == Merged(new=1, known=0, marked=1)
    again = own(there).document("eve")
    for name in ("cohorts", "reported", "exported"):  # a membership takes an invitation
        document.pop(name)
        again.pop(name)
    assert again == document
    assert kept_plan(PlanStore(there.database), "eve") == PLAN
    (schedule,) = there.reviews.schedules("eve").values()
    assert schedule == here.reviews.schedules("ada")["c1"]


def test_a_second_import_adds_nothing(here: Learning, there: Learning) -> None:
    learn(here)
    document = own(here).document("ada")
    own(there).merge("ada", document)
    assert own(there).merge("ada", document) == Merged(new=0, known=1, marked=1)
    assert len(there.reviews.of("ada")) == 1


def test_both_sides_are_united_and_replayed(here: Learning, there: Learning) -> None:
    answer(here, "first", Grade.GOOD)
    here.later(minutes=10)
    there.later(minutes=3)
    answer(there, "between", Grade.AGAIN)
    answer(here, "last", Grade.GOOD)
    own(here).merge("ada", own(there).document("ada"))
    there.later(minutes=20)
    own(there).merge("ada", own(here).document("ada"))
    for learning in (here, there):
        assert [r.id for r in learning.reviews.of("ada")] == ["first", "between", "last"]
        assert learning.reviews.schedules("ada")["c1"].reviews == 3
    assert here.reviews.schedules("ada") == there.reviews.schedules("ada")


def test_what_was_written_later_stays(here: Learning, there: Learning) -> None:
    PlanStore(here.database, here.clock).keep_worksheet("ada", "mandate", {"who": "older"})
    there.later(hours=1)
    newer = PlanStore(there.database, there.clock)
    newer.keep_worksheet("ada", "mandate", {"who": "newer"})
    own(there).merge("ada", own(here).document("ada"))
    assert newer.worksheet("ada", "mandate").fields == {"who": "newer"}
    own(here).merge("ada", own(there).document("ada"))
    assert PlanStore(here.database).worksheet("ada", "mandate").fields == {"who": "newer"}


def test_an_account_may_take_what_another_one_has(here: Learning) -> None:
    """The ids are the same, the people are not."""
    answer(here, "first", person="ada")
    assert own(here).merge("bo", own(here).document("ada")).new == 1
    assert [review.person for review in here.reviews.of("bo")] == ["bo"]
    assert len(here.reviews.of("ada")) == 1


def test_every_trace_is_deleted(here: Learning) -> None:
    learn(here, "ada")
    learn(here, "bo")
    before = own(here).document("bo")
    assert own(here).forget("ada") == 1
    with sqlite3.connect(here.database) as database:
        tables = [
            name
            for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            if "person" in [c[1] for c in database.execute(f"PRAGMA table_info({name})")]
        ]
        left = {
            name: database.execute(f"SELECT COUNT(*) FROM {name} WHERE person = 'ada'").fetchone()[
                0
            ]
            for name in tables
        }
    assert {"reviews", "schedules", "marked", "plans", "reported"} <= set(left)
    assert set(left.values()) == {0}
    assert own(here).document("bo") == before


def test_what_is_deleted_is_gone_from_the_disk(here: Learning) -> None:
    PlanStore(here.database, here.clock).keep_worksheet("ada", "mandate", {"who": "quagmirish"})
    assert any(b"quagmirish" in content for content in _files(here))
    own(here).forget("ada")
    assert not any(b"quagmirish" in content for content in _files(here))


def _files(learning: Learning) -> Iterator[bytes]:
    for path in learning.database.parent.glob("library.db*"):
        yield path.read_bytes()


def valid(**changed: Any) -> dict[str, Any]:
    review = {
        "id": "r1", "card": "c1", "at": "2026-11-22T08:00:00+01:00", "grade": 3, "occasion": "quiz",
    }  # fmt: skip
    return {
        "cxlit": "learner", "version": 1, "exported": "2026-11-22T08:00:00Z",
        "reviews": [review | changed.pop("review", {})], **changed,
    }  # fmt: skip


def test_times_are_those_of_utc(here: Learning) -> None:
    own(here).merge("ada", valid())
    assert here.reviews.of("ada")[0].at == datetime(2026, 11, 22, 7, tzinfo=UTC)
    assert here.reviews.of("ada")[0].at.tzinfo is UTC


@pytest.mark.parametrize(
    "document",
    [
        None,
        [],
        {"version": 1},
        valid(cxlit="something else"),
        valid(review={"grade": 5}),
        valid(review={"at": "2026-11-22T08:00:00"}),  # of which zone?
        valid(review={"id": ""}),
        valid(review={"occasion": "party"}),
        valid(review={"said": "x" * 200_000}),
        valid(worksheets=[{"competency": "a", "at": "2026-11-22", "document": {"who": 3}}]),
        valid(worksheets=[{"competency": "a", "at": "tomorrow", "document": {}}]),
        valid(plans=[{"at": "2026-11-22", "document": {"placed": 3}}]),
    ],
)
def test_a_document_of_others_is_refused_as_a_whole(here: Learning, document: object) -> None:
    with pytest.raises(KnownError, match="no learning progress"):
        own(here).merge("ada", document)
    assert here.reviews.of("ada") == ()


def test_a_newer_document_and_one_of_the_future(here: Learning) -> None:
    with pytest.raises(KnownError, match="newer cxlit"):
        own(here).merge("ada", valid(version=2))
    future = (MORNING + timedelta(days=3)).isoformat()
    with pytest.raises(KnownError, match="which cannot be"):
        own(here).merge("ada", valid(review={"at": future}))
    with pytest.raises(KnownError, match="a review of 0001-01-01, which cannot be"):
        own(here).merge("ada", valid(review={"at": "0001-01-01T00:00:00+00:00"}))
    assert here.reviews.of("ada") == ()


def test_files(here: Learning, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "progress.json"
    with pytest.raises(KnownError, match="cannot be read"):
        own(here).merge_file("ada", path)
    for content in (b"{", b"\xff\xfe", b"[" * 100_000):
        path.write_bytes(content)
        with pytest.raises(KnownError, match="no learning progress"):
            own(here).merge_file("ada", path)
    path.write_text(json.dumps(valid()))
    assert own(here).merge_file("ada", path).new == 1
    monkeypatch.setattr(own_data, "MOST_BYTES", 10)
    with pytest.raises(KnownError, match="larger than"):
        own(here).merge_file("ada", path)
