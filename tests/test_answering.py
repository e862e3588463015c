"""Which source gives one of the answers to a disputed question."""

import pytest

from corpus.article import Article
from index.library import Library
from qa.training.item import ItemKind
from qa.training.items.answering import drafts
from qa.training.items.draft import Draft
from qa.training.items.holding import held
from tests.debating import (
    ALSO_CEO,
    CEO,
    DEBATE,
    MARKETING,
    OPERATIONS,
    QUESTION,
    debate,
    reported,
    written,
)
from tests.shelving import disputed, note

KARL = "Karl Koe (Ebdon, 2016)"


def _drafts(library: Library, articles: list[Article]) -> dict[str, Draft]:
    """By the source that is right."""
    found = disputed(library, articles)
    return {draft.right.text: draft for draft in drafts(held(*found), *found)}


def _wrong(draft: Draft) -> set[str]:
    return {option.text for option in draft.distractors}


def test_the_source_of_an_answer_is_asked_for_beside_those_of_other_answers(
    library: Library,
) -> None:
    draft = _drafts(library, debate(written))[KARL]
    assert draft.kind is ItemKind.SOURCE
    assert draft.stem.startswith(f"On the question “{QUESTION}”, which source ")
    assert "“in another function (operations, IT, service)”" in draft.stem
    assert draft.shown == ""
    assert draft.quote == f"{OPERATIONS}, argues Karl Koe."
    assert draft.answer == draft.claim.span
    assert _wrong(draft) == {
        f"{name} ({firm}, 2016)"
        for firm, name, _, option in DEBATE
        if option in ("chief-executive", "marketing")
    }


def test_allies_are_no_wrong_options(library: Library) -> None:
    found = _drafts(library, debate(written))
    assert _wrong(found["Ann Lee (Brill, 2016)"]) == {
        "Jane Roe (Marlow, 2016)", "Lou Loe (Frith, 2016)", KARL,
    }  # fmt: skip


def test_what_a_source_says_in_its_own_name_needs_no_speaker(library: Library) -> None:
    plain = note("Ebdon", f"{OPERATIONS}.", title="Chief customer officers")
    assert "Ebdon" in _drafts(library, [plain, *debate(written, ("Ebdon",))])


def test_what_a_source_reports_of_others_is_not_its_answer(library: Library) -> None:
    told = reported("Ebdon", "Karl Koe", OPERATIONS)
    found = _drafts(library, [told, *debate(written, ("Ebdon",))])
    assert "Ebdon" not in found


@pytest.mark.parametrize(
    "said",
    [
        f"{OPERATIONS}, reports Karl Koe.",
        f"{OPERATIONS[:-11]} in 40% of all the firms, argues Karl Koe.",
    ],
)
def test_who_reports_or_counts_gives_no_answer(library: Library, said: str) -> None:
    plain = written("Ebdon", "Karl Koe", OPERATIONS)
    other = note("Ebdon", said, authors=plain.authors, date="2016", title=plain.title)
    assert KARL not in _drafts(library, [other, *debate(written, ("Ebdon",))])


def test_a_source_that_gives_two_answers_is_not_asked_for(library: Library) -> None:
    both = written("Ebdon", "Karl Koe", f"{OPERATIONS}, argues Karl Koe. {MARKETING[0]}")
    assert KARL not in _drafts(library, [both, *debate(written, ("Ebdon",))])


@pytest.mark.parametrize(("times", "asked"), [(2, False), (3, True)])
def test_a_source_about_something_else_must_say_it_three_times(
    library: Library, times: int, *, asked: bool
) -> None:
    said = [
        f"{OPERATIONS}, argues Karl Koe.",
        "In banks a chief customer officer reports to the head of operations, argues Karl Koe.",
        "The best chief customer officer answers to the head of operations, argues Karl Koe.",
    ]
    other = note(
        "Ebdon", "\n\n".join(said[:times]), authors=("Karl Koe",), date="2016", title="Dashboards"
    )
    found = _drafts(library, [other, *debate(written, ("Ebdon",))])
    assert (KARL in found) is asked


def test_an_answer_that_is_two_in_one_is_not_asked_for(library: Library) -> None:
    """ "to the CEO or general management": a quote takes one of both."""
    found = _drafts(library, debate(written))
    assert not any(draft.quote.startswith((CEO, ALSO_CEO)) for draft in found.values())


def test_two_sources_of_other_answers_are_too_few(library: Library) -> None:
    """Jane Roe, Mary Moe and Lou Loe answer otherwise than Karl Koe."""
    three = debate(written, ("Brill", "Croft"))
    assert len(_wrong(_drafts(library, three)[KARL])) == 3
    library.remove([three[0].id])
    assert _drafts(library, []) == {}


def test_each_answer_is_asked_for_a_few_times(library: Library) -> None:
    more = [
        written(f"Firm {n}", f"{name} Zed", f"A chief customer officer sits in marketing {where}")
        for n, (name, where) in enumerate(
            [("Ada", "in each shop"), ("Bea", "for a year"), ("Cyd", "with the writers")]
        )
    ]
    found = _drafts(library, [*debate(written), *more])
    assert sum("“within marketing”" in draft.stem for draft in found.values()) == 4
