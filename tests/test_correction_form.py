"""The correction form: what counts as set by hand."""

from dataclasses import replace

from corpus.correcting import Correction
from tests.fake_desk import ENGLISH, FRENCH
from ui.web.articles.correction_form import Draft, correction, draft_of, several, typed_draft

OPENED = Draft(
    title="A seat at the table",
    authors="Alex Sample; Robin Specimen",
    publisher="Journal of Trials",
    date="2019-03",
    language="en",
    kind="study",
    topics=("cco-role",),
    collections="Board reading",
)


def test_the_form_opens_with_what_is_known() -> None:
    assert draft_of(ENGLISH) == OPENED


def test_a_form_that_is_sent_unchanged_corrects_nothing() -> None:
    sent = {
        "title": ("A seat at the table",), "authors": ("Alex Sample; Robin Specimen",),
        "publisher": ("Journal of Trials",), "date": ("2019-03",), "language": ("en",),
        "kind": ("study",), "topics": ("cco-role",), "collections": ("Board reading",),
    }  # fmt: skip
    assert typed_draft(sent) == OPENED
    assert correction(OPENED, typed_draft(sent)) == Correction()


def test_only_what_changed_is_corrected_and_an_empty_field_is_cleared() -> None:
    after = replace(OPENED, title="Another", authors="Robin Specimen ;; Robin Specimen", date="")
    assert correction(OPENED, after) == Correction(
        title="Another", authors=("Robin Specimen",), date=""
    )
    assert correction(OPENED, Draft()).kind == ""
    titled = replace(OPENED, original_title="Une place à table")
    assert correction(OPENED, titled) == Correction(original_title="Une place à table")


def test_topics_keep_their_order_and_new_ones_follow() -> None:
    before = draft_of(FRENCH)
    assert before.topics == ("reporting-line", "governance")
    same = replace(before, topics=("governance", "reporting-line"))
    assert correction(before, same) == Correction()
    more = replace(before, topics=("cco-role", "governance", "reporting-line"))
    assert correction(before, more).topics == ("reporting-line", "governance", "cco-role")
    assert correction(before, replace(before, topics=())).topics == ()


def test_several_names() -> None:
    assert several(" A;b ; ;a; C") == ("A", "b", "C")
    assert several("") == ()
