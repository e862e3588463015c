"""The disputes: complete, bilingual, and readable by the program."""

from pathlib import Path

import pytest

from qa.positions.assigning import taken_by_rule
from qa.positions.dispute import FOLDER, Dispute, disputes, read_dispute
from qa.positions.recognition import recognised
from qa.positions.rules import canonical
from tests.pieces import piece

IDS = {
    "cco-hire", "cco-lasting", "central-team", "contact-centre-outsourcing", "cx-owner",
    "cx-return", "effort-or-delight", "employees-or-customers", "human-or-machine",
    "loyalty-programmes", "net-promoter-score", "personalisation", "reporting-line", "silos",
    "surveys-or-behaviour",
}  # fmt: skip


def test_these_are_the_disputes() -> None:
    assert {dispute.id for dispute in disputes()} == IDS


@pytest.mark.parametrize("dispute", disputes(), ids=lambda dispute: dispute.id)
def test_a_dispute_is_complete(dispute: Dispute) -> None:
    assert len({option.id for option in dispute.options}) == len(dispute.options) >= 2
    for option in dispute.options:
        assert option.label.en != option.label.fr
        # Labels stand in one sentence, with these between them.
        assert not set(":;") & set(option.label.en + option.label.fr)
        assert option.says
        assert len(option.statements) == 2
    for question in dispute.question:
        found = recognised(question)
        assert found is not None
        assert (found.dispute.id, found.contested) == (dispute.id, True)


def options(dispute_id: str, sentence: str) -> set[str]:
    """Options that rules alone give the sentence."""
    (dispute,) = (each for each in disputes() if each.id == dispute_id)
    found = piece(sentence)
    text = canonical(sentence)
    taken = taken_by_rule(text, dispute, found.hit.passage, found.article)
    return {option.id for option in taken}


@pytest.mark.parametrize(
    ("dispute", "sentence", "taken"),
    [
        ("reporting-line", "Our CCO reports straight to the CEO.", {"chief-executive"}),
        ("reporting-line", "Le CCO doit être rattaché au DG.", {"chief-executive"}),
        ("reporting-line", "Le CCO ne doit pas être rattaché au DG.", set()),
        # The subject is another role.
        ("reporting-line", "The call centre manager reports to the CCO.", set()),
        ("reporting-line", "Marketing now reports to the CCO.", set()),
        ("reporting-line", "Le CMO est rattaché au CCO.", set()),
        (
            "reporting-line",
            "A CCO needs a seat on the executive committee.",
            {"executive-committee"},
        ),
        ("reporting-line", "Le CCO parle la langue du comité de direction.", set()),
        ("reporting-line", "The CCO reports to the CEO or one level below.", {"one-level-below"}),
        ("reporting-line", "Le CCO dépend de la direction marketing.", {"marketing"}),
        ("reporting-line", "The CCO reports to the COO.", {"another-function"}),
        ("reporting-line", "Some CCOs report to the CMO, others to the CEO.", set()),
        ("net-promoter-score", "Stop using NPS.", {"drop"}),
        ("net-promoter-score", "NPS remains useful.", {"keep"}),
        ("net-promoter-score", "NPS should not be the only measure.", {"keep-with-care"}),
        ("silos", "Companies must break down their silos.", {"break"}),
        ("silos", "Companies must not break down their silos.", set()),
        ("silos", "Silos are useful.", {"connect"}),
        ("cx-return", "The ROI is hard to prove.", {"hard-to-prove"}),
        ("cx-owner", "L'expérience client est l'affaire de tous.", {"everybody"}),
        ("loyalty-programmes", "Loyalty programmes do not build loyalty.", {"doubtful"}),
    ],
)
def test_rules_assign(dispute: str, sentence: str, taken: set[str]) -> None:
    assert options(dispute, sentence) == taken


def test_whoever_reports_the_thesis_of_a_book_does_not_take_it() -> None:
    happy = "Des salariés heureux rendent les clients heureux"
    assert options("employees-or-customers", f"{happy}.") == {"employees-first"}
    assert options("employees-or-customers", f"{happy}, telle est la thèse du livre.") == set()


@pytest.mark.parametrize(
    ("dispute_id", "one", "other", "excludes"),
    [
        ("reporting-line", "chief-executive", "marketing", True),
        ("reporting-line", "chief-executive", "executive-committee", False),
        ("reporting-line", "chief-executive", "chief-executive", False),
        ("net-promoter-score", "keep", "keep-with-care", False),
        ("net-promoter-score", "keep-with-care", "drop", True),
        ("cx-return", "hard-to-prove", "beyond-roi", False),
    ],
)
def test_some_positions_can_be_held_together(
    dispute_id: str, one: str, other: str, *, excludes: bool
) -> None:
    (dispute,) = (each for each in disputes() if each.id == dispute_id)
    by_id = {option.id: option for option in dispute.options}
    assert by_id[one].excludes(by_id[other]) is excludes
    assert by_id[other].excludes(by_id[one]) is excludes


@pytest.mark.parametrize(
    ("dispute_id", "option", "sentence", "proves"),
    [
        ("effort-or-delight", "both", "Delight only works on top of a faultless product.", False),
        ("effort-or-delight", "both", "Delight only works on top of little effort.", True),
        ("reporting-line", "depends", "The reporting line of the CCO is an open question.", False),
        ("reporting-line", "depends", "The reporting line depends on the firm.", True),
        ("net-promoter-score", "keep-with-care", "NPS is simple to compute, yet weak.", False),
        ("net-promoter-score", "keep-with-care", "Le NPS seul ne suffit pas.", True),
        ("silos", "connect", "Silos serve a purpose.", False),
        ("silos", "break", "Silos cannot be right.", False),
        # Its label says no more than its rules.
        ("effort-or-delight", "delight", "Peaks and endings are what people keep.", True),
    ],
)
def test_a_sentence_proves_all_that_a_label_says(
    dispute_id: str, option: str, sentence: str, *, proves: bool
) -> None:
    (dispute,) = (each for each in disputes() if each.id == dispute_id)
    (taken,) = (each for each in dispute.options if each.id == option)
    assert taken.is_proved_by(canonical(sentence)) is proves


def test_a_position_is_compatible_with_those_of_its_dispute(tmp_path: Path) -> None:
    shipped = (FOLDER / "reporting-line.toml").read_text(encoding="utf-8")
    path = tmp_path / "line.toml"
    path.write_text(shipped.replace('["one-level-below"]', '["nowhere"]'), encoding="utf-8")
    with pytest.raises(ValueError, match=r"line\.toml: compatible with no option .*: nowhere"):
        read_dispute(path)


def test_a_file_that_lacks_something_is_named(tmp_path: Path) -> None:
    path = tmp_path / "half.toml"
    path.write_text("asked = []\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"half\.toml: 'question'"):
        read_dispute(path)
