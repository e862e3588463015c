"""A run on disk: what is written is read again, and what is no run is refused in a sentence."""

import json
from pathlib import Path

import pytest

from corpus.wording import KnownError, Wording
from eval.run import Run, read_run, run_json, write_run
from tests.made_runs import item, run


@pytest.fixture
def made() -> Run:
    missed = Wording(en="Missing: 42 %.", fr="Il manque : 42 %.")
    return run(item("a", measures={"MRR@10": 1 / 3}, why=missed), item("é", language="fr"))


def test_written_and_read_again(made: Run, tmp_path: Path) -> None:
    write_run(tmp_path / "run.json", made)

    assert read_run(tmp_path / "run.json") == made


def test_the_file_is_plain_json(made: Run, tmp_path: Path) -> None:
    write_run(tmp_path / "run.json", made)

    document = json.loads((tmp_path / "run.json").read_text(encoding="utf-8"))
    assert document == run_json(made)
    assert document["items"][0]["why"] == {"en": "Missing: 42 %.", "fr": "Il manque : 42 %."}
    assert document["items"][0]["measures"] == {"MRR@10": 1 / 3}
    assert document["curves"]["reliability"][0] == {
        "from": 0.0, "to": 0.5, "n": 4, "confidence": 0.3, "right": 0.5,
    }  # fmt: skip
    assert document["curves"]["coverage_risk"] == [[0.5, 0.0], [1.0, 0.25]]


@pytest.mark.parametrize(
    ("content", "where"),
    [("no JSON", "JSON"), ("[]", "JSON"), ("{}", "gold"), ('{"gold": 1}', "gold")],
)
def test_what_is_no_run(tmp_path: Path, content: str, where: str) -> None:
    (tmp_path / "run.json").write_text(content)

    with pytest.raises(KnownError, match=rf"is not a run of cxlit eval answers \({where}"):
        read_run(tmp_path / "run.json")


def test_missing_file_says_how_a_run_is_made(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match=r"cannot be read: .* --save RUN\.json"):
        read_run(tmp_path / "nowhere.json")


def test_folder_that_is_not_there(made: Run, tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="cannot be written"):
        write_run(tmp_path / "nowhere" / "run.json", made)
