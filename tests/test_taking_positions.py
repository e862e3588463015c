"""True or false: whether a source takes a position; and which sources hold one."""

from collections.abc import Sequence

import pytest

from corpus.article import Article, Kind
from index.library import Library
from qa.positions.dispute import Option, disputes
from qa.training.item import ItemKind
from qa.training.items.claim import Claim
from qa.training.items.contested import Contested, Side
from qa.training.items.draft import Draft
from qa.training.items.holding import held, says_two_things
from qa.training.items.taking import drafts
from tests.debating import (
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

DISPUTE = next(each for each in disputes() if each.id == "reporting-line")
OPTIONS = {option.id: option for option in DISPUTE.options}
HELD = {f"{name} ({firm}, 2016)": option for firm, name, _, option in DEBATE}


def _drafts(library: Library, articles: list[Article]) -> list[Draft]:
    found = disputed(library, articles)
    return list(drafts(held(*found), found[2]))


def _position(stem: str) -> Option:
    """The one that a stem says to be the source's."""
    (found,) = (each for each in DISPUTE.options if f"“{each.label.en}”" in stem)
    return found


def _holders(library: Library, *articles: Article) -> dict[str, str]:
    """The position of each publisher that holds one."""
    return {
        claim.article.publisher: side.option.id
        for side, told in held(*disputed(library, articles))
        for claim in told
        if side.dispute.id == DISPUTE.id
    }


# Who holds a position


def test_whoever_says_it_in_their_own_name_holds_it(library: Library) -> None:
    found = _holders(library, *debate(written))
    assert found.items() <= {firm: option for firm, _, _, option in DEBATE}.items()
    assert {"Marlow", "Brill", "Ebdon"} <= found.keys()
    assert "Gray" not in found


def test_whoever_reports_it_of_others_does_not_hold_it(library: Library) -> None:
    assert _holders(library, *debate(reported)) == {}


@pytest.mark.parametrize(
    "text",
    [
        f"{OPERATIONS}, reports Karl Koe.",
        f"{OPERATIONS[:-11]} in 40% of all the firms, argues Karl Koe.",
        f"{OPERATIONS}, argues Karl Koe. {MARKETING[0]}, argues Karl Koe.",
    ],
)
def test_who_reports_counts_or_says_both_holds_none(library: Library, text: str) -> None:
    told = note("Ebdon", text, authors=("Karl Koe",), title="Chief customer officers")
    assert _holders(library, told) == {}


@pytest.mark.parametrize(("kind", "holds"), [(Kind.INTERVIEW, False), (Kind.NOTE, True)])
def test_who_is_interviewed_is_not_the_source(library: Library, kind: Kind, *, holds: bool) -> None:
    told = note(
        "Ebdon", f"{OPERATIONS}, argues Karl Koe.", authors=("Karl Koe",),
        title="Chief customer officers", kind=kind,
    )  # fmt: skip
    assert ("Ebdon" in _holders(library, told)) is holds


@pytest.mark.parametrize(
    ("whom", "holds"),
    [("Some chief", False), ("B2B chief", False), ("Good chief", True)],
)
def test_what_is_said_of_some_firms_is_no_position(
    library: Library, whom: str, *, holds: bool
) -> None:
    text = f"{OPERATIONS}, argues Karl Koe.".replace("Chief", whom)
    told = note("Ebdon", text, authors=("Karl Koe",), title="Chief customer officers")
    assert ("Ebdon" in _holders(library, told)) is holds


@pytest.mark.parametrize(("times", "holds"), [(2, False), (3, True)])
def test_a_source_about_something_else_must_say_it_three_times(
    library: Library, times: int, *, holds: bool
) -> None:
    said = [
        f"{OPERATIONS}, argues Karl Koe.",
        "In banks a chief customer officer reports to the head of operations, argues Karl Koe.",
        "The best chief customer officer answers to the head of operations, argues Karl Koe.",
    ]
    text = "\n\n".join(said[:times])
    told = note("Ebdon", text, authors=("Karl Koe",), title="Dashboards")
    assert ("Ebdon" in _holders(library, told)) is holds


@pytest.mark.parametrize(
    ("option", "two"), [("chief-executive", True), ("marketing", False), ("depends", False)]
)
def test_a_label_may_name_two_positions(option: str, *, two: bool) -> None:
    """ "to the CEO or general management"."""
    assert says_two_things(Side(DISPUTE, OPTIONS[option])) is two


# Whether a source takes a position


def test_a_position_is_the_source_s_or_one_that_excludes_it(library: Library) -> None:
    found = _drafts(library, debate(written))
    assert found
    for draft in found:
        (source,) = (each for each in HELD if each in draft.stem)
        own, shown = OPTIONS[HELD[source]], _position(draft.stem)
        assert draft.stem == (
            f"On the question “{QUESTION}”, {source} takes this position: “{shown.label.en}”. "
            "True or false?"
        )
        assert (draft.kind, draft.shown) == (ItemKind.TRUE_FALSE, "")
        assert draft.answer == draft.claim.span
        assert " or " not in shown.label.en
        if draft.right.text == "True":
            assert shown is own
            assert draft.why is None
        else:
            assert own.excludes(shown)
            assert draft.why is not None
            assert draft.why.en == f"The position taken there is “{own.label.en}”."


def test_it_is_denied_by_the_nearest_position_that_excludes_it(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nearest(contested: Contested, claim: Claim, among: Sequence[Side]) -> Side:
        """As if that it depends were always the nearest; no other function stands alone."""
        assert "another-function" not in {each.option.id for each in among}
        return next(each for each in among if each.option.id == "depends")

    monkeypatch.setattr(Contested, "nearest", nearest)
    found = _drafts(library, debate(written, without=("Ebdon",)))
    false = [draft for draft in found if draft.right.text == "False"]
    assert {_position(draft.stem).id for draft in false} == {"depends"}


def test_who_takes_a_position_takes_no_other_with_it(library: Library) -> None:
    """One level below the chief executive is no contrary: neither may be called false."""
    for draft in _drafts(library, debate(written)):
        assert _position(draft.stem).id not in ("one-level-below", "executive-committee")


def test_what_a_label_with_two_positions_says_is_only_denied(library: Library) -> None:
    found = _drafts(library, debate(written))
    (draft,) = (draft for draft in found if draft.quote.startswith(CEO))
    assert draft.right.text == "False"


def test_several_authors_take_a_position(library: Library) -> None:
    both = note(
        "Ebdon", f"{OPERATIONS}, argue Karl Koe and Mary Moe.", authors=("Karl Koe", "Mary Moe"),
        title="Chief customer officers",
    )  # fmt: skip
    stems = [draft.stem for draft in _drafts(library, [both])]
    assert stems
    assert all("Karl Koe and Mary Moe (Ebdon) take this position: “" in stem for stem in stems)
