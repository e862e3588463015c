"""The devil's advocate and the drill by command."""

from pathlib import Path

import pytest

from tests.command_line import CommandLine
from tests.position_articles import LIGHTHOUSE, MARKET

QUOTE = LIGHTHOUSE.text.split(". ")[0] + "."


@pytest.fixture
def filled(cxlit: CommandLine, tmp_path: Path) -> CommandLine:
    for article in (LIGHTHOUSE, MARKET):
        path = tmp_path / article.source
        path.write_text(article.text, encoding="utf-8")
        cxlit("add", path)
    return cxlit


def test_questions_positions_and_a_verdict(filled: CommandLine, tmp_path: Path) -> None:
    questions = filled("train", "advocate", "--json").json["questions"]
    line = next(each for each in questions if each["id"] == "reporting-line")
    assert line["options"][0]["id"] == "chief-executive" and line["kept"] == ""

    stances = filled("train", "advocate", "reporting-line", "--json").json
    (passage,) = stances["options"][0]["passages"]
    assert passage["quote"] == QUOTE

    text = tmp_path / "board.txt"
    text.write_text(f"“{QUOTE}” So be it.", encoding="utf-8")
    checking = ("train", "advocate", "reporting-line", "--option", "chief-executive")
    attaching = ("--text", text, "--attach", passage["passage_id"])
    assessed = filled(*checking, *attaching, "--json").json
    standings = {each["criterion"]: each["standing"] for each in assessed["criteria"]}
    assert (standings["quotes"], standings["backed"]) == ("met", "met")
    assert assessed["overall"].startswith("One-sided") and assessed["comment"] is None
    told = filled(*checking, *attaching).out
    assert "One-sided" in told and "✗ The strongest objection is not answered" in told
    again = filled("train", "advocate", "--json").json["questions"]
    assert next(each for each in again if each["id"] == "reporting-line")["kept"]


def test_what_is_wrong_is_said_in_one_line(filled: CommandLine, tmp_path: Path) -> None:
    assert "no contested question" in filled("train", "advocate", "weather").complaint
    missing = filled("train", "advocate", "reporting-line", "--text", tmp_path / "none.txt")
    assert (missing.code, "cannot be read as a text" in missing.complaint) == (1, True)
    text = tmp_path / "board.txt"
    text.write_text("So be it.", encoding="utf-8")
    undecided = filled("train", "advocate", "reporting-line", "--text", text)
    assert "with --option: chief-executive, executive-committee" in undecided.complaint
    unknown = filled("train", "advocate", "reporting-line", "--option", "nope", "--text", text)
    assert (unknown.code, "no position “nope” on this question" in unknown.complaint) == (1, True)
    questions = filled("train", "advocate", "--json").json["questions"]
    assert not any(each["kept"] for each in questions)
    assert "no competency “cats”" in filled("train", "drill", "--competency", "cats").complaint


def test_a_drill_in_the_terminal(filled: CommandLine) -> None:
    filled.hears("Because the CEO decides.", "", "9", "3")
    ran = filled("train", "drill", "--competency", "reporting-line", "-n", "2")
    assert ran.code == 0
    assert ran.out.count("Your answer; an empty line ends it.") == 2
    assert "Write one of these: 1, 2, 3, 4" in ran.out
