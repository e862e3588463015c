"""Claims that take a side of a dispute, and works that take other sides."""

import pytest

from corpus.article import Article
from index.library import Library
from qa.positions.assigning import MARGIN
from qa.positions.dispute import disputes
from qa.training.items.contested import Contested, Side, dispute_asked, is_contested
from tests.claiming import Shelf, claim_of
from tests.debating import (
    ALSO_CEO,
    CEO,
    DEBATE,
    MARKETING,
    OPERATIONS,
    UNDECIDED,
    debate,
    reported,
)
from tests.shelving import note, shelved

DISPUTE = next(each for each in disputes() if each.id == "reporting-line")
SIDES = {option.id: Side(DISPUTE, option) for option in DISPUTE.options}


def _contested(library: Library, *articles: Article) -> Contested:
    return Contested(*shelved(library, articles))


def _sides(text: str, to_the_point: int = 1) -> list[tuple[str, str]]:
    """Ids of disputes and options that a sentence takes."""
    found = Contested((), Shelf()).sides(claim_of(text), to_the_point)  # type: ignore[arg-type]
    return [(side.dispute.id, side.option.id) for side in found]


def _works(library: Library) -> dict[str, str]:
    """The publisher of each work."""
    return {each.work: each.publisher for each in library.snapshot().articles()}


def _opposed(library: Library, side: str, *articles: Article) -> set[str]:
    contested = _contested(library, *articles)
    works = _works(library)
    return {works[work] for work in contested.opposed(SIDES[side])}


# The side of a claim


@pytest.mark.parametrize(("said", "option"), [(said, option) for _, _, said, option in DEBATE])
def test_a_claim_takes_the_option_that_it_names(said: str, option: str) -> None:
    assert _sides(f"{said}.") == [("reporting-line", option)] * bool(option)
    assert is_contested(claim_of(f"{said}.")) is bool(option)


def test_a_claim_that_calls_both_bad_takes_no_side() -> None:
    neither = f"{CEO}, and nobody gains by it, neither above nor below."
    assert _sides(neither) == []
    assert not is_contested(claim_of(neither))
    assert _sides(neither.replace(", neither above nor below", "")) != []


def test_words_that_question_and_claim_share_are_counted() -> None:
    """They are "chief", "officer", "report" and "directly"; "customer" stands everywhere."""
    assert _sides(f"{CEO}.", 4) != []
    assert _sides(f"{CEO}.", 5) == []


# Works against it


def test_works_that_take_options_against_a_side_oppose_it(library: Library) -> None:
    assert _opposed(library, "chief-executive", *debate()) == {"Brill", "Croft", "Dunn", "Ebdon"}
    contested, works = Contested(*shelved(library, ())), _works(library)
    assert {works[work] for work in contested.opposed(SIDES["marketing"])} == {
        "Marlow", "Frith", "Ebdon",
    }  # fmt: skip


def test_what_one_may_hold_together_is_not_against_a_side(library: Library) -> None:
    """To the CEO or one level below, which may be within marketing."""
    assert _opposed(library, "one-level-below", *debate()) == set()


def test_a_work_that_says_both_opposes_neither(library: Library) -> None:
    both = reported("Brill", "Ann Lee", f"{ALSO_CEO}, argues Ann Lee. {MARKETING[0]}")
    others = debate(without=("Brill",))
    assert "Brill" not in _opposed(library, "chief-executive", *others, both)


def test_what_no_claim_says_counts_against_a_work_as_well(library: Library) -> None:
    """A sentence that leans on others is no claim, yet it takes a side."""
    leans = note("Brill", f"{MARKETING[0]}.\n\nThis is why {CEO[2:]}.", title="Officers")
    assert _opposed(library, "chief-executive", leans, *debate(without=("Brill",))) == {
        "Croft", "Dunn", "Ebdon",
    }  # fmt: skip


def test_note_and_original_are_one_work(library: Library) -> None:
    """What the one takes and the other does not, the work does not oppose."""
    original = note("Brill", f"{MARKETING[0]}.", url="https://example.org/b", locator="a")
    again = note("Brill", f"{ALSO_CEO}.", url="https://example.org/b", locator="b")
    assert original.work == again.work
    assert original.id != again.id
    opposed = _opposed(library, "chief-executive", original, again, *debate(without=("Brill",)))
    assert opposed == {"Croft", "Dunn", "Ebdon"}


# What a claim means


@pytest.mark.parametrize("margin", [0.0, MARGIN])
def test_a_claim_means_its_option_unless_another_is_clearly_nearer(
    library: Library, margin: float
) -> None:
    """By their typical statements, of which each means its own option."""
    contested = _contested(library, *debate())
    for option in DISPUTE.options:
        claim = claim_of(option.statements[0])
        meant = {id_ for id_, side in SIDES.items() if contested.means(claim, side, margin)}
        assert meant == {option.id}


def _cosines(monkeypatch: pytest.MonkeyPatch, **told: float) -> Contested:
    """As if the claim were so near to options; to others not at all."""
    near = [told.get(option.id.replace("-", "_"), 0.0) for option in DISPUTE.options]
    monkeypatch.setattr(Contested, "_cosines", lambda *_: near)
    return Contested((), Shelf())  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("against", "together", "margin", "means"),
    [
        (0.89 + MARGIN, 0.89, MARGIN, True),  # not clearly nearer
        (0.91 + MARGIN, 0.89, MARGIN, False),  # clearly
        (0.90, 0.89, 0.0, True),  # as near
        (0.91, 0.89, 0.0, False),  # nearer at all
        (0.80, 0.91, MARGIN, False),  # and goes together with it
        (0.80, 0.90, MARGIN, True),
    ],
)
def test_what_goes_together_with_an_option_must_not_be_nearer_at_all(
    monkeypatch: pytest.MonkeyPatch, against: float, together: float, margin: float, *, means: bool
) -> None:
    contested = _cosines(
        monkeypatch, chief_executive=0.9, marketing=against, executive_committee=together
    )
    assert contested.means(claim_of(f"{CEO}."), SIDES["chief-executive"], margin) is means


def test_the_nearest_side_is_the_one_most_like_the_claim(monkeypatch: pytest.MonkeyPatch) -> None:
    contested = _cosines(monkeypatch, marketing=0.7, depends=0.8, another_function=0.6)
    claim = claim_of(f"{CEO}.")
    some = [SIDES["another-function"], SIDES["marketing"]]
    assert contested.nearest(claim, list(SIDES.values())) == SIDES["depends"]
    assert contested.nearest(claim, some) == SIDES["marketing"]


def test_the_dispute_is_known_by_its_question() -> None:
    stem = f"Sur la question «\u00a0{DISPUTE.question.fr}\u00a0», qui\u00a0?"
    assert dispute_asked(stem, "fr") is DISPUTE
    assert dispute_asked(stem, "en") is None
    assert dispute_asked("Who said so?", "en") is None


# Who is loyal to an option


def test_a_work_is_loyal_to_its_only_option_and_says_so_often_enough(library: Library) -> None:
    twice = note("Brill", f"{MARKETING[0]}.\n\n{MARKETING[2]}.")
    both = note("Croft", f"{MARKETING[0]}.\n\n{OPERATIONS}.")
    none = note("Dunn", f"{UNDECIDED}.")
    contested = _contested(library, twice, both, none)
    assert contested.is_loyal(twice.work, DISPUTE)
    assert contested.is_loyal(twice.work, DISPUTE, 2)
    assert not contested.is_loyal(twice.work, DISPUTE, 3)
    assert not contested.is_loyal(both.work, DISPUTE)
    assert not contested.is_loyal(none.work, DISPUTE)
