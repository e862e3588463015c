"""Claims by which a source holds a position: how clearly they must mean it."""

import pytest

from index.library import Library
from qa.positions.assigning import MARGIN
from qa.positions.dispute import Option
from qa.training.items.claim import Claim
from qa.training.items.contested import Contested, Side
from qa.training.items.holding import held
from tests.debating import CEO
from tests.shelving import note, shelved

TITLE = "Chief customer officers"
# It shares "marketing" with position and question, and no other word.
BESIDE = "CCOs belong to marketing in banks whatever the firm may be"


def _margins(library: Library, monkeypatch: pytest.MonkeyPatch, said: str) -> list[float]:
    """By which another option may be nearer to what a claim of its author says."""
    asked: list[float] = []

    def means(_: Contested, _claim: Claim, _side: Side, margin: float) -> bool:
        asked.append(margin)
        return True

    monkeypatch.setattr(Contested, "means", means)
    own = note("Marlow", f"{said}, argues Jane Roe.", title=TITLE, authors=("Jane Roe",))
    claims, snapshot = shelved(library, [own])
    taken = held(claims, snapshot, Contested(claims, snapshot))
    assert len(taken) == len(asked)
    return asked


@pytest.mark.parametrize(("said", "margin"), [(CEO, MARGIN), (BESIDE, 0.0)])
def test_what_shares_few_words_with_the_question_must_mean_it_clearly(
    library: Library, monkeypatch: pytest.MonkeyPatch, said: str, margin: float
) -> None:
    assert _margins(library, monkeypatch, said) == [margin]


@pytest.mark.parametrize(
    ("of", "holds"),
    [
        ("of most banks", True),
        ("of some banks", False),
        ("of a B2B firm", False),
        ("who predicts churn", False),
    ],
)
def test_what_is_limited_is_no_position_on_the_whole(
    library: Library, monkeypatch: pytest.MonkeyPatch, of: str, *, holds: bool
) -> None:
    said = CEO.replace("officer", f"officer {of}")
    assert bool(_margins(library, monkeypatch, said)) is holds


def test_the_claim_proves_the_whole_label(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the chief customer officer belongs may be open without depending on the company."""
    depends = "Whom the chief customer officer should report to depends on the bank"
    assert _margins(library, monkeypatch, depends) != []
    monkeypatch.setattr(Option, "is_proved_by", lambda *_: False)
    assert _margins(library, monkeypatch, depends) == []
