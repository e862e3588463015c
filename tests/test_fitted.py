"""Fitted weights: read by name, and refused when file and code have parted."""

import json
from pathlib import Path

import pytest

from index.fitted import HERE, fitted
from index.hybrid import SIGNALS
from qa.abstention import SIGNS
from qa.candidates import FEATURES


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    weights = {"fitted_by": "hand", "search": {"late": 2, "dense": 0.5}}
    (tmp_path / "fitted.json").write_text(json.dumps(weights), encoding="utf-8")
    return tmp_path


def test_weights_come_in_the_order_of_the_signals(folder: Path) -> None:
    found = fitted("search", ("dense", "late"), folder)
    assert list(found.items()) == [("dense", 0.5), ("late", 2.0)]


def test_what_is_changed_here_is_changed_nowhere_else(folder: Path) -> None:
    fitted("search", ("dense", "late"), folder)["late"] = 9.0
    assert fitted("search", ("dense", "late"), folder)["late"] == 2.0


@pytest.mark.parametrize(
    ("signals", "differ"), [(("dense",), "late"), (("dense", "late", "new"), "new")]
)
def test_other_signals_than_those_of_the_code_are_refused(
    folder: Path, signals: tuple[str, ...], differ: str
) -> None:
    with pytest.raises(ValueError, match=rf"fitted\.json, search: {differ}$"):
        fitted("search", signals, folder)


def test_what_speaks_for_a_passage_is_never_held_against_it() -> None:
    """But that it is in another language may be."""
    search = fitted("search", SIGNALS)
    assert all(weight >= 0 for name, weight in search.items() if name != "across")
    assert max(search.values()) > 0


def test_the_weights_of_sentences_and_confidence_are_there() -> None:
    qa = HERE.parent / "qa"
    sentences = fitted("sentences", FEATURES, qa)
    assert min(sentences["late"], sentences["sentence"], sentences["known"]) >= 0
    assert len(fitted("confidence", SIGNS, qa)) == len(SIGNS)
    assert 0 < fitted("threshold", ("answers",), qa)["answers"] < 1
