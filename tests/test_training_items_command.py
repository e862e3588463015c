from pathlib import Path

import pytest

from qa.training.item import ItemKind
from tests.command_line import CommandLine

NOTES = sorted((Path(__file__).parents[1] / "corpus" / "library").glob("*.md"))[:30]
NOTHING = "---\ntitle: Nothing\nlanguage: en\n---\n\nHere is nothing that anybody could be asked.\n"


@pytest.fixture
def filled(cxlit: CommandLine) -> CommandLine:
    """A library of thirty notes."""
    assert cxlit("add", *NOTES).code == 0
    return cxlit


def test_items_are_told_whole(filled: CommandLine) -> None:
    items = filled("train", "items", "--json").json["items"]
    kinds = {item["kind"] for item in items}
    assert ItemKind.TRUE_FALSE.value in kinds
    for item in items:
        assert item["right"] == item["options"][item["key"]]
        assert item["language"] in ("en", "fr")
        assert item["verdict"] is None
    again = filled("train", "items", "--json").json["items"]
    assert again == items


def test_items_are_chosen_by_kind_language_and_competency(filled: CommandLine) -> None:
    everything = filled("train", "items", "--json").json["items"]
    first = everything[0]
    some = filled(
        "train", "items", "--kind", first["kind"], "--competency", first["competency"],
        "--language", first["language"], "--json",
    ).json["items"]  # fmt: skip
    assert some == [
        item for item in everything
        if all(item[name] == first[name] for name in ("kind", "competency", "language"))
    ]  # fmt: skip


def test_a_sample_is_the_same_for_the_same_seed(filled: CommandLine) -> None:
    one = filled("train", "items", "--sample", "2", "--seed", "7", "--json").json
    assert len(one["items"]) == 2
    assert filled("train", "items", "--sample", "2", "--seed", "7", "--json").json == one


def test_items_are_readable(filled: CommandLine) -> None:
    ran = filled("train", "items")
    item = filled("train", "items", "--json").json["items"][0]
    assert f"{item['id']}  " in ran.out
    assert item["quote"] in ran.out
    assert f"  = {item['right']}" in ran.out
    assert ran.out.rstrip().splitlines()[-1].endswith("items")


def test_what_was_refused_is_told_with_its_gate(filled: CommandLine) -> None:
    found = filled("train", "items", "--refused", "--json").json["refused"]
    assert all(each["gate"] and each["why"] for each in found)
    assert filled("train", "items", "--refused").out.rstrip().endswith("drafts not used")


@pytest.mark.parametrize(
    ("option", "value"), [("--kind", "essay"), ("--language", "de"), ("--competency", "magic")]
)
def test_a_choice_that_there_is_not_is_refused(
    filled: CommandLine, option: str, value: str
) -> None:
    ran = filled("train", "items", option, value)
    assert ran.code == 1
    assert ran.complaint.startswith(f"“{value}” is none of these: ")


def test_a_quiz_is_the_same_for_the_same_seed(filled: CommandLine) -> None:
    quiz = filled("train", "quiz", "-n", "2", "--seed", "7", "--json").json["questions"]
    assert len(quiz) == 2
    assert filled("train", "quiz", "-n", "2", "--seed", "7", "--json").json["questions"] == quiz
    for question in quiz:
        assert question["options"][question["key"]] == question["right"]


def test_a_quiz_is_answered_and_kept(filled: CommandLine) -> None:
    quiz = filled("train", "quiz", "-n", "2", "--seed", "7", "--json").json["questions"]
    right, wrong = quiz[0]["key"] + 1, (quiz[1]["key"] + 1) % len(quiz[1]["options"]) + 1
    filled.hears("99", str(right), str(wrong))
    out = filled("train", "quiz", "-n", "2", "--seed", "7").out
    assert "Write one of these: 1, 2, " in out
    assert "Right.\n" in out
    assert f"Not right: {quiz[1]['right']}" in out
    assert out.rstrip().endswith("Right: 1 of 2")
    assert quiz[0]["quote"] in out

    today = filled("train", "today", "--json").json
    known = {question["card"] for question in quiz}
    assert not known & set(today["new"])  # answered cards are not new


def test_a_quiz_that_is_left_keeps_what_was_answered(filled: CommandLine) -> None:
    filled.hears("1")
    out = filled("train", "quiz", "-n", "2", "--seed", "7").out
    assert " of 1" in out.rstrip().splitlines()[-1]


def test_a_library_that_gives_no_question_says_so(cxlit: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "nothing.md").write_text(NOTHING, encoding="utf-8")
    assert cxlit("add", tmp_path / "nothing.md").code == 0
    ran = cxlit("train", "quiz")
    assert ran.code == 1
    assert ran.complaint.startswith("The library gives no question on this.")
    assert cxlit("train", "quiz", "--json").json == {"questions": []}


def test_the_map_is_told(cxlit: CommandLine) -> None:
    found = cxlit("train", "map", "--json").json["competencies"]
    assert found[0]["id"] == "mandate"
    assert found[0]["challenges"] == 20
    cxlit.speaks("fr")
    out = cxlit("train", "map").out
    assert "(mandate, jour 30)" in out
    assert cxlit("train", "map", "--json").json["competencies"][0]["name"] in out


def test_the_map_is_copied_once_to_be_edited(cxlit: CommandLine, home: Path) -> None:
    own = home / "training"
    assert cxlit("train", "map", "--edit", "--json").json == {"map": str(own)}
    one = next((own / "competencies").glob("01_*.toml"))
    one.write_text(one.read_text().replace("phase = 30", "phase = 60", 1))
    assert cxlit("train", "map", "--json").json["map"] == str(own)
    assert cxlit("train", "map", "--json").json["competencies"][0]["id"] != "mandate"

    ran = cxlit("train", "map", "--edit")
    assert ran.code == 1
    assert ran.complaint.startswith(f"There is a competency map in {own} already.")
    assert "phase = 60" in one.read_text()
