"""The path by command: placement, plan, steps, worksheet."""

import json
from dataclasses import replace
from pathlib import Path

import docx as word
import pytest

from corpus.clock import now
from corpus.training.item_store import ItemStore
from qa.training.bank import Bank
from qa.training.frozen_items import frozen_item
from qa.training.map_reading import competencies
from tests.command_line import CommandLine
from tests.shelved import CONFLICTS, MEASURES

ELSEWHERE = replace(MEASURES, work="example.org/elsewhere")  # no article is asked about twice
TEXT = """# A seat at the table

A chief customer officer who reports to the chief executive can settle conflicts. One who reports
to marketing measures, and rarely decides.
"""


@pytest.fixture
def shelved(
    cxlit: CommandLine, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> CommandLine:
    """A library with two items, as if they had been made of it."""
    article = tmp_path / "seat.md"
    article.write_text(TEXT, encoding="utf-8")
    assert cxlit("add", article).code == 0
    store = ItemStore(home / "library.db")
    store.publish([frozen_item(each) for each in (CONFLICTS, ELSEWHERE)], "as it is", now())
    store.close()
    monkeypatch.setattr(Bank, "fingerprint", lambda _: "as it is")
    return cxlit


def by_id(document: dict[str, object]) -> dict[str, dict[str, object]]:
    return {
        each["id"]: each
        for phase in document["phases"]  # type: ignore[attr-defined]
        for each in phase["competencies"]
    }


def test_before_the_start_one_is_told_how_to_begin(shelved: CommandLine) -> None:
    ran = shelved("train", "path")
    assert ran.code == 1
    assert "cxlit train place" in ran.complaint


def test_a_placement_left_half_way(shelved: CommandLine) -> None:
    shelved.hears("9", "?")
    ran = shelved("train", "place")
    assert "1/2" in ran.out
    assert "Write one of these: 1, 2, 3, ?" in ran.out
    assert ran.out.count("2/2") == 1
    assert "Your answers are kept." in ran.out
    shelved.hears("?")
    ran = shelved("train", "place")
    assert "1/2" not in ran.out
    found = by_id(shelved("train", "path", "--json").json)
    assert {found[id_]["placed"] for id_ in ("reporting-line", "measures")} == {"missed"}
    assert found["b2b"]["placed"] == "not asked"
    refused = shelved("train", "place")
    assert refused.code == 1
    assert "--again" in refused.complaint


def test_steps_are_marked_in_their_order(shelved: CommandLine) -> None:
    found = shelved("train", "start", "--json").json
    assert (found["steps_done"], found["phases"][0]["days"]) == (0, 30)
    # The article has no topic: there is nothing to read, and the disputes come first.
    first = shelved("train", "step", "reporting-line", "--done", "--json").json["steps"]
    assert [(step["possible"], step["done"]) for step in first] == [
        (False, False),
        (True, True),
        (True, False),
        (True, False),
    ]
    last = shelved("train", "step", "reporting-line", "work", "--done", "--json").json["steps"]
    assert [step["done"] for step in last] == [False, True, False, True]
    assert shelved("train", "path", "--json").json["steps_done"] == 2
    undone = shelved("train", "step", "reporting-line", "work", "--undone", "--json").json
    assert undone["steps"][3]["done"] is False
    questions = shelved("train", "step", "reporting-line", "questions", "--done")
    assert (questions.code, "Answer them" in questions.complaint) == (1, True)
    assert shelved("train", "step", "reporting-line", "dance").code == 2


def test_in_french(shelved: CommandLine) -> None:
    shelved.speaks("fr")
    ran = shelved("train", "start")
    assert ran.out.startswith("0 étape faite sur 24, ")
    assert "À suivre : " in ran.out.replace("\u00a0", " ")
    ran = shelved("train", "step", "mandate", "--language", "en")
    assert ran.out.startswith("Mandate and governance\n")
    assert "To be able to argue" in ran.out
    assert shelved("train", "step", "mandate", "--language", "de").code == 2


def test_a_worksheet_is_written_with_its_fields(shelved: CommandLine, tmp_path: Path) -> None:
    fields, file = tmp_path / "fields.json", tmp_path / "mandate.docx"
    fields.write_text(json.dumps({"decide": "Prices, alone"}), encoding="utf-8")
    assert shelved("train", "worksheet", "mandate", file, "--fields", fields).code == 0
    texts = [paragraph.text for paragraph in word.Document(str(file)).paragraphs]
    assert "Prices, alone" in texts
    again = shelved("train", "worksheet", "mandate", file)
    assert (again.code, "--force" in again.complaint) == (1, True)
    before = file.read_bytes()
    assert shelved("train", "worksheet", "mandate", file, "--force").code == 0
    assert file.read_bytes() == before
    fields.write_text('{"decide": 3}', encoding="utf-8")
    other = tmp_path / "other.docx"
    refused = shelved("train", "worksheet", "mandate", other, "--fields", fields)
    assert (refused.code, other.exists()) == (1, False)
    assert "must be JSON" in refused.complaint
    fields.write_text('{"nope": "x"}', encoding="utf-8")
    refused = shelved("train", "worksheet", "mandate", other, "--fields", fields)
    assert (refused.code, other.exists()) == (1, False)
    assert "The worksheet has no field “nope”. Its fields are: reason, decide" in refused.complaint
    assert shelved("train", "worksheet", "mandate", tmp_path / "x.pdf").code == 2


def test_an_unknown_competency_lists_those_there_are(shelved: CommandLine) -> None:
    ran = shelved("train", "step", "sales")
    assert ran.code == 1
    assert all(each.id in ran.complaint for each in competencies())
