"""Source: which source argues something, among sources named alike."""

from index.library import Library
from qa.training.items.source import drafts
from qa.training.items.source_label import label, source_label
from tests.claiming import article
from tests.shelving import note, shelved

FIRMS = ("Marlow", "Brill", "Croft", "Dunn", "Ebdon", "Frith")
SAYINGS = (
    "Loyal customers of a bank forgive one bad call when service stays quick",
    "Chatbots must hand customers over to a human adviser without delay",
    "Complaints deserve an answer within one day at the most",
    "Journey maps begin with interviews of real customers and staff",
    "Employee training of a loyal team decides on each touchpoint",
    "Surveys should be short and rare for people who are busy",
)


def test_a_label_names_author_publisher_and_year() -> None:
    one = article("x", authors=("Jane Roe",), publisher="Marlow", date="2016-05-01")
    assert source_label(one) == "Jane Roe (Marlow, 2016)"


def test_a_label_without_an_author_is_the_publisher() -> None:
    assert source_label(article("x", publisher="Marlow", date="2016")) == "Marlow (2016)"
    assert source_label(article("x", publisher="Marlow")) == "Marlow"
    assert source_label(article("x", publisher="")) == ""


def test_two_authors_are_named_and_more_are_not() -> None:
    two = article("x", authors=("Jane Roe", "Paul Poe"), publisher="")
    assert source_label(two) == "Jane Roe and Paul Poe"
    three = article("x", authors=("Jane Roe", "Paul Poe", "Ann Lee"), publisher="")
    assert source_label(three) == "Jane Roe et al."


def test_a_publisher_is_not_named_twice() -> None:
    one = article("x", publisher="AFNOR (Bivi)", date="2019")
    assert label("AFNOR", one) == "AFNOR (Bivi, 2019)"


def test_the_source_is_asked_for_beside_others_of_its_form(library: Library) -> None:
    notes = [
        note(firm, f"{said}, argues {firm}.", date="2016-01-01")
        for firm, said in zip(FIRMS, SAYINGS, strict=True)
    ]
    undated = note("Gray", "Dashboards show nothing of the emotions of customers, argues Gray.")
    claims, snapshot = shelved(library, [*notes, undated])
    drafted = list(drafts(claims, snapshot))
    assert drafted  # those that are not asked by their speaker
    for draft in drafted:
        firm = draft.claim.article.publisher
        assert draft.stem == "Which source argues this?"
        assert draft.shown == f"“{SAYINGS[FIRMS.index(firm)]}.”"
        assert draft.right.text == f"{firm} (2016)"
        assert draft.answer == draft.claim.span
        others = {f"{each} (2016)" for each in FIRMS if each != firm}
        assert {option.text for option in draft.distractors} == others


def test_what_a_source_reports_of_others_is_not_asked(library: Library) -> None:
    notes = [
        note(firm, f"{said}, argues Jane Roe.", date="2016-01-01")
        for firm, said in zip(FIRMS, SAYINGS, strict=True)
    ]
    claims, snapshot = shelved(library, notes)
    assert list(drafts(claims, snapshot)) == []
