"""Lists: how their items are built, and which one is left out."""

import pytest

from index.library import Library
from qa.training.items.list_completion import ASKED, drafts
from qa.training.items.lists import Form, lists
from tests.shelving import note, shelved

DUTIES = (
    "Marlow gives a chief customer officer three duties:\n\n"
    "- The officer gathers the complaints of all customers.\n"
    "- The officer shows the board where the service fails.\n"
    "- The officer decides on repairs with each team.\n"
)
OTHER_DUTIES = (
    ("Brill", "trains the advisers of the hotline", "reads letters in the morning"),
    ("Croft", "draws a map of each journey", "tests forms with real people"),
    ("Dunn", "counts the visits of the website", "compares prices of all rivals"),
)


def _notes(who: str = "officer") -> list[tuple[str, str]]:
    return [
        (firm, f"{firm} gives a {who} two duties:\n\n- The {who} {one}.\n- The {who} {two}.\n")
        for firm, one, two in OTHER_DUTIES
    ]


def test_what_all_items_begin_with_is_their_frame(library: Library) -> None:
    _, snapshot = shelved(library, [note("Marlow", DUTIES)])
    (listed,) = lists(snapshot)
    assert [entry.frame for entry in listed.entries] == ["The officer "] * 3
    assert listed.entries[0].text == "gathers the complaints of all customers"
    assert {entry.form for entry in listed.entries} == {Form.OF_ONE}


def test_numbered_items_have_a_frame_of_their_own(library: Library) -> None:
    text = (
        "Marlow describes two stages of maturity:\n\n- Stage one: the firm ignores its customers.\n"
        "- Stage two: a team asks the customers.\n"
    )
    _, snapshot = shelved(library, [note("Marlow", text)])
    (listed,) = lists(snapshot)
    assert [entry.frame for entry in listed.entries] == ["Stage one: ", "Stage two: "]
    assert {entry.form for entry in listed.entries} == {Form.AFTER_COLON}


def test_forms_are_told_from_the_items(library: Library) -> None:
    text = (
        "Marlow asks two things of each firm:\n\n- Who owns the journey?\n- Where do calls end?\n\n"
        "Marlow sees two risks in each programme:\n\n- The team is too small for the task.\n"
        "- Nobody in the house reads the results.\n\n"
        "Marlow names two causes of failure:\n\n- Weak sponsors\n- Old habits\n"
    )
    _, snapshot = shelved(library, [note("Marlow", text)])
    forms = [[entry.form for entry in listed.entries] for listed in lists(snapshot)]
    assert forms == [[Form.QUESTION] * 2, [Form.SENTENCE] * 2, [Form.OTHER] * 2]


def test_a_lead_in_that_leans_announces_nothing_that_can_be_asked(library: Library) -> None:
    text = (
        "These are the two duties of the officer:\n\n- The officer leads.\n- The officer learns.\n"
    )
    _, snapshot = shelved(library, [note("Marlow", text)])
    assert list(lists(snapshot)) == []


def test_one_item_is_missing_and_others_are_of_other_lists(library: Library) -> None:
    notes = [note(firm, text) for firm, text in _notes()]
    claims, snapshot = shelved(library, [note("Marlow", DUTIES), *notes])
    drafted = [d for d in drafts(claims, snapshot) if d.claim.article.publisher == "Marlow"]
    assert len(drafted) == ASKED == 1  # of three items
    for draft in drafted:
        assert draft.stem == "Which item is missing from this list?"
        assert draft.shown.count("- The officer ____.") == 1
        assert draft.right.text not in draft.shown
        assert draft.claim.article.text[slice(*draft.answer)] == draft.right.text
        assert {option.text for option in draft.distractors} <= {
            text for _, *both in OTHER_DUTIES for text in both
        }
        assert len({option.article_id for option in draft.distractors}) == 3


def test_the_source_is_named_where_the_list_does_not(library: Library) -> None:
    text = DUTIES.replace("Marlow gives a chief customer officer", "A chief customer officer has")
    notes = [note(firm, other) for firm, other in _notes()]
    claims, snapshot = shelved(library, [note("Marlow", text, date="2016"), *notes])
    stems = {d.stem for d in drafts(claims, snapshot) if d.claim.article.publisher == "Marlow"}
    assert stems == {"Which item is missing from this list, according to Marlow (2016)?"}


def test_items_that_say_the_same_are_no_wrong_options(library: Library) -> None:
    notes = [note(firm, text) for firm, text in _notes()]
    same = DUTIES.replace("Marlow", "Ebdon")
    claims, snapshot = shelved(library, [note("Marlow", DUTIES), note("Ebdon", same), *notes])
    drafted = [d for d in drafts(claims, snapshot) if d.claim.article.publisher == "Marlow"]
    copies = {"gathers the complaints of all customers", "decides on repairs with each team"}
    assert drafted
    assert not any(option.text in copies for draft in drafted for option in draft.distractors)


def test_lists_of_another_subject_are_no_rivals(library: Library) -> None:
    """What the officer does is not what a manager does: its frame would tell."""
    notes = [note(firm, text) for firm, text in _notes("manager")]
    claims, snapshot = shelved(library, [note("Marlow", DUTIES), *notes])
    drafted = [d for d in drafts(claims, snapshot) if d.claim.article.publisher == "Marlow"]
    assert drafted == []


def test_two_lists_make_no_item(library: Library) -> None:
    notes = [note(firm, text) for firm, text in _notes()[:1]]
    claims, snapshot = shelved(library, [note("Marlow", DUTIES), *notes])
    assert list(drafts(claims, snapshot)) == []


def test_items_that_are_whole_sentences_are_not_asked_for(library: Library) -> None:
    """Each is of another sort: only the right one would fit."""
    notes = [
        note(firm, f"{firm} sees two risks in a programme:\n\n- {one}\n- {two}\n")
        for firm, one, two in (
            ("Marlow", "The team is too small for it.", "Nobody in the house reads it."),
            ("Brill", "Managers wait for the results.", "The budget is gone by autumn."),
            ("Croft", "A survey comes once a year.", "The board hears of it last."),
            ("Dunn", "Customers do not answer it.", "A map hangs on some wall."),
        )
    ]
    claims, snapshot = shelved(library, notes)
    assert list(drafts(claims, snapshot)) == []


@pytest.mark.parametrize("counted", ["three", "some", "all", "of the"])
def test_only_what_is_announced_by_its_number_is_asked_for(library: Library, counted: str) -> None:
    text = DUTIES.replace("three duties", f"{counted} duties")
    _, snapshot = shelved(library, [note("Marlow", text)])
    assert len(list(lists(snapshot))) == (counted == "three")
