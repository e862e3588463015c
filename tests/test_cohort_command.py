"""Cohorts and the trainer's queue from the command line."""

from pathlib import Path

import pytest

from corpus.accounts import Accounts
from corpus.clock import now
from corpus.people import Role
from corpus.training.cohort_store import CohortStore
from corpus.training.item_store import ItemStore
from qa.training.bank import Bank
from qa.training.frozen_items import frozen_item
from tests.accounts import PASSWORD
from tests.command_line import CommandLine
from tests.shelved import CONFLICTS, FOUR_OF_TEN, MEASURES


@pytest.fixture
def team(cxlit: CommandLine, home: Path, monkeypatch: pytest.MonkeyPatch) -> CommandLine:
    """Ada administers, Zoé reads; three items are there, as if made of the library."""
    home.mkdir()
    accounts = Accounts(home / "library.db")
    accounts.add("Ada", Role.ADMIN, PASSWORD)
    accounts.add("Zoé", Role.READER, PASSWORD)
    accounts.close()
    store = ItemStore(home / "library.db")
    items = [frozen_item(each) for each in (CONFLICTS, MEASURES, FOUR_OF_TEN)]
    store.publish(items, "as it is", now())
    store.close()
    monkeypatch.setattr(Bank, "fingerprint", lambda _: "as it is")
    return cxlit


def test_a_cohort_from_its_making_to_its_end(team: CommandLine, home: Path, tmp_path: Path) -> None:
    made = team("train", "cohort", "new", "Spring 2027", "--json").json
    assert (made["name"], made["trainer"]) == ("Spring 2027", "Ada")
    listed = team("train", "cohort", "list")
    assert listed.out == f"{made['code']}  Spring 2027 · Ada\n"
    assert team("train", "cohort", "list", "--json").json == {"cohorts": [made]}

    store = CohortStore(home / "library.db")
    accounts = Accounts(home / "library.db")
    store.join(made["id"], accounts.named("Zoé").person.id)
    accounts.close()
    store.close()
    shown = team("train", "cohort", "show", made["code"].lower(), "--json").json
    (zoe,) = shown["members"]
    assert (zoe["name"], zoe["answers"], zoe["last"]) == ("Zoé", 0, None)
    assert shown["items"] == []
    assert "Zoé: 0 of 0 right" in team("train", "cohort", "show", "spring 2027").out

    file = tmp_path / "progress.csv"
    assert team("train", "cohort", "csv", "Spring 2027", file).code == 0
    assert file.read_bytes().startswith(b"\xef\xbb\xbfLearner,")
    again = team("train", "cohort", "csv", "Spring 2027", file, "--items")
    assert again.code == 1 and "--force" in again.complaint
    assert team("train", "cohort", "csv", "Spring 2027", file, "--items", "--force").code == 0
    assert file.read_bytes().startswith(b"\xef\xbb\xbfId,Question,")

    refused = team("train", "cohort", "delete", "Spring 2027")
    assert refused.code == 1 and "--yes" in refused.complaint
    assert team("train", "cohort", "delete", "Spring 2027", "--yes").code == 0
    assert team("train", "cohort", "list", "--json").json == {"cohorts": []}


def test_names_that_are_none_or_several(team: CommandLine) -> None:
    unknown = team("train", "cohort", "show", "Autumn")
    assert unknown.code == 1 and "There is no cohort “Autumn”" in unknown.complaint
    codes = [team("train", "cohort", "new", "Spring", "--json").json["code"] for _ in range(2)]
    several = team("train", "cohort", "show", "Spring")
    assert several.code == 1 and all(code in several.complaint for code in codes)
    assert team("train", "cohort", "show", codes[1], "--json").json["code"] == codes[1]


def test_without_accounts_there_is_nobody_to_follow(cxlit: CommandLine) -> None:
    ran = cxlit("train", "cohort", "new", "Spring")
    assert ran.code == 1 and "cxlit people add NAME --role admin" in ran.complaint


def test_items_are_judged(team: CommandLine) -> None:
    def waiting(*options: str) -> list[str]:
        items = team("train", "queue", "--json", *options).json["items"]
        return [item["id"] for item in items]

    assert set(waiting()) == {CONFLICTS.id, FOUR_OF_TEN.id, MEASURES.id}
    assert waiting("--language", "fr") == [FOUR_OF_TEN.id]
    assert waiting("--flagged") == []
    accepted = team("train", "accept", MEASURES.id)
    assert accepted.out == f"Accepted: {MEASURES.stem}\n"
    assert team("train", "reject", CONFLICTS.id, "--reason", "unclear", "--json").json == {
        "item": CONFLICTS.id,
        "accepted": False,
    }
    assert waiting() == [FOUR_OF_TEN.id]
    usable = team("train", "items", "--json").json["items"]
    assert {item["id"] for item in usable} == {MEASURES.id, FOUR_OF_TEN.id}
    assert team("train", "reject", CONFLICTS.id).code == 2  # without a reason
    unknown = team("train", "accept", "nothing")
    assert unknown.code == 1 and "nothing" in unknown.complaint
