"""What a spreadsheet gets: separators of its language, and nothing that it would compute."""

import csv
import io
from datetime import UTC, datetime

import pytest

from corpus.training.cohort_store import Member
from qa.training.cohort.cohorts import MemberProgress, Progress
from qa.training.cohort.item_statistics import Index, ItemStatistics
from qa.training.mastery import Mastery
from tests.path_material import competency
from tests.training_items import an_item
from ui.training.cohort_csv import items_csv, progress_csv

MAP = (competency("mandate", 30),)
AT = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


def member(name: str) -> MemberProgress:
    progress = Progress(5, 3, AT, (Mastery("mandate", 8, 4, 3, 2),))
    return MemberProgress(Member("p1", name, "2026-11-01T08:00:00+00:00"), progress)


def test_progress_in_english() -> None:
    written = progress_csv([member("Zoé, the first")], MAP, "en")
    assert written.startswith(b"\xef\xbb\xbfLearner,Joined,Last answer,Answers,Right,The mandate:")
    assert written.endswith(b"\r\n")
    (row,) = list(csv.DictReader(io.StringIO(written.decode("utf-8-sig"))))
    assert row == {
        "Learner": "Zoé, the first",
        "Joined": "2026-11-01",
        "Last answer": "2026-11-22",
        "Answers": "5",
        "Right": "3",
        "The mandate: questions": "8",
        "The mandate: answered": "4",
        "The mandate: right": "3",
        "The mandate: known now": "2",
    }


def test_items_in_french_have_semicolons_and_decimal_commas() -> None:
    known = ItemStatistics("i1", 8, 5, Index.UPPER_LOWER, -0.25)
    written = items_csv([(an_item("i1"), known)], MAP, "fr").decode("utf-8-sig")
    header, row = csv.reader(io.StringIO(written), delimiter=";")
    cells = dict(zip(header, row, strict=True))
    assert cells["Difficulté (part de réponses justes)"] == "0,625"
    assert cells["Discrimination"] == "-0,25"  # a number of ours stays one
    assert cells["Calculée par"] == "indice haut-bas"
    assert cells["À revoir"] == "discrimination négative"


def test_of_few_learners_only_their_number_is_told() -> None:
    written = items_csv([(an_item("i1"), ItemStatistics("i1", 2, 1))], MAP, "en")
    (row,) = list(csv.DictReader(io.StringIO(written.decode("utf-8-sig"))))
    assert row["First answers"] == "2"
    told = ("Right first answers", "Difficulty (share right)", "Discrimination", "To look at")
    assert [row[name] for name in told] == ["", "", "", ""]


@pytest.mark.parametrize("name", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_a_cell_is_never_a_formula(name: str) -> None:
    written = progress_csv([member(name)], MAP, "en").decode("utf-8-sig")
    _, row = csv.reader(io.StringIO(written, newline=""))
    assert row[0] == f"'{name}"


def test_the_question_is_no_formula_either() -> None:
    item = an_item("i1", stem='=HYPERLINK("http://example.org")')
    written = items_csv([(item, ItemStatistics("i1", 1, 1))], MAP, "en").decode("utf-8-sig")
    assert "'=HYPERLINK" in written and ",=" not in written and ',"=' not in written
