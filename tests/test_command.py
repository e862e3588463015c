"""The command as a person meets it: exit codes, one-line errors, and what a terminal shows."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.starter import starter_sources
from index.library import Library
from tests.command_line import CommandLine
from tests.fake_embedder import FakeEmbedder
from tests.invented import BAKERY, FERRY, file_of

ASKED = (
    "Le cahier vert : la boulangerie du port note-t-elle chaque réclamation dans un cahier vert ?"
)


@pytest.fixture
def filled(cxlit: CommandLine, home: Path) -> CommandLine:
    """The command over a library with the bakery and the ferry."""
    library = Library(home, FakeEmbedder(), starter=False)
    library.add_articles([BAKERY, FERRY])
    library.close()
    return cxlit


# Wrong usage: 2


@pytest.mark.parametrize(
    "arguments",
    [
        ["fly"],
        ["ask"],
        ["ask", "  "],
        ["ask", "Qui ?", "--batch", "questions.jsonl"],
        ["search", "cahier", "-k", "0"],
        ["search", "cahier", "-k", "many"],
        ["add"],
        ["show"],
        ["remove"],
        ["eval", "retrieval"],
        ["serve", "--port", "70000"],
    ],
)
def test_wrong_usage_is_2(cxlit: CommandLine, arguments: list[str]) -> None:
    ran = cxlit(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert "Usage" in ran.err


# Known errors: 1, one line, in the person's language

ERRORS = [
    (["show", "0000"], "There is no article 0000", "Il n’y a pas d’article 0000"),
    (["remove", "0000"], "There is no article 0000", "Il n’y a pas d’article 0000"),
    (["add", "nowhere.txt"], "Nothing was added. There is no such", "Rien n’a été ajouté."),
    (["ask", "--batch", "nowhere.jsonl"], "nowhere.jsonl cannot be read", "ne peut pas être lu"),
    (["eval", "retrieval", "nowhere"], "is missing", "manque"),
    (["serve", "--host", "0.0.0.0"], "Anybody on the network", "N’importe qui sur le réseau"),
]


@pytest.mark.parametrize(("arguments", "english", "french"), ERRORS)
def test_a_known_error_is_1_and_one_line(
    cxlit: CommandLine, arguments: list[str], english: str, french: str
) -> None:
    ran = cxlit(*arguments)
    assert ran.code == 1
    assert english in ran.complaint
    cxlit.speaks("fr")
    assert french in cxlit(*arguments).complaint


@pytest.mark.parametrize(
    ("name", "value", "arguments", "english", "french"),
    [
        ("LLM_TIMEOUT", "abc", ["articles"], "write a number", "écrivez un nombre"),
        ("LLM_TIMEOUT", "0", ["articles"], "more than 0", "plus que 0"),
        ("LLM_TIMEOUT", "inf", ["articles"], "at most 3600", "au plus 3600"),
        ("STARTER", "perhaps", ["articles"], "write 1 or 0", "écrivez 1 ou 0"),
        ("LLM", "nonsense", ["ask", "Qui ?"], "write provider:model", "écrivez fournisseur:modèle"),
        ("LLM", "nobody:x", ["ask", "Qui ?"], "“nobody” is not", "« nobody » n’est pas"),
        ("AUTH", "x", ["serve"], "people add NAME --role admin", "people add NOM --role admin"),
        ("HOME", "/dev/null/x", ["articles"], "Set CXLIT_HOME", "Donnez à CXLIT_HOME"),
    ],
)
def test_a_bad_setting_is_a_sentence(
    cxlit: CommandLine, name: str, value: str, arguments: list[str], english: str, french: str
) -> None:
    cxlit.patch.setenv(f"CXLIT_{name}", value)
    ran = cxlit(*arguments)
    assert (ran.code, ran.out) == (1, "")
    assert english in ran.complaint
    cxlit.speaks("fr")
    complaint = cxlit(*arguments).complaint
    assert french in complaint
    assert " input " not in complaint.lower()  # no half of it in English


def test_doctor_says_what_does_not_work(cxlit: CommandLine) -> None:
    cxlit.patch.setenv("CXLIT_HOME", "/dev/null/x")
    cxlit.patch.setenv("CXLIT_LLM", "nonsense")
    ran = cxlit("doctor", "--offline", "--json")
    assert ran.code == 1
    works = {check["name"]: check["works"] for check in ran.json["checks"]}
    assert works == {
        "Python": True,
        "Library folder": False,
        "Embedding model": True,
        "Library": False,
        "Chat model": False,
    }
    cxlit.speaks("fr")
    read = cxlit("doctor", "--offline")
    assert (read.code, read.err) == (1, "")
    assert "✗ Modèle de langage: «\u00a0nonsense\u00a0» n’est pas un modèle de dialogue" in read.out


# Adding and removing


def test_a_mixed_folder_adds_what_can_be_read(cxlit: CommandLine, tmp_path: Path) -> None:
    folder = tmp_path / "mixed"
    folder.mkdir()
    file_of(BAKERY, folder)
    (folder / "empty.txt").touch()
    (folder / "song.mp3").write_bytes(b"\x00\x01")
    report = cxlit("add", folder, "nowhere.txt", "--json")
    assert report.code == 0
    assert [entry["title"] for entry in report.json["added"]] == [BAKERY.title]
    skipped = [Path(entry["source"]).name for entry in report.json["skipped"]]
    assert sorted(skipped) == ["empty.txt", "nowhere.txt", "song.mp3"]
    cxlit.speaks("fr")
    read = cxlit("add", folder)
    assert read.code == 0
    assert f"Inchangé     {BAKERY.id}  {BAKERY.title} (fr, 1 passage)" in read.out
    assert "Écarté" in read.out


def test_a_missing_file_is_reported_and_is_1(cxlit: CommandLine) -> None:
    ran = cxlit("add", "nowhere.txt", "--json")
    assert ran.code == 1
    assert ran.json["added"] == []
    assert [entry["source"] for entry in ran.json["skipped"]] == ["nowhere.txt"]
    assert ran.complaint.startswith("Nothing was added.")


def test_an_unknown_id_removes_nothing(filled: CommandLine) -> None:
    assert filled("remove", BAKERY.id, "0000").code == 1
    titles = [a["title"] for a in filled("articles", "--json").json["articles"]]
    assert titles == [BAKERY.title, FERRY.title]
    assert filled("remove", BAKERY.id).out == "Removed: 1\n"
    assert [a["title"] for a in filled("articles", "--json").json["articles"]] == [FERRY.title]


def test_what_was_removed_from_an_article_is_shown(filled: CommandLine) -> None:
    assert filled("show", BAKERY.id, "--removed").out == "Abonnez-vous !\n"
    assert filled("show", FERRY.id, "--removed").out == "Nothing was removed.\n"
    assert BAKERY.text in filled("show", BAKERY.id).out


def test_the_starter_library_is_a_setting(cxlit: CommandLine, tmp_path: Path) -> None:
    assert cxlit("articles", "--json").json == {"articles": []}
    cxlit.patch.delenv("CXLIT_STARTER")
    cxlit.patch.setenv("CXLIT_HOME", str(tmp_path / "another"))
    listed = cxlit("articles", "--json").json["articles"]
    assert [article["source"] for article in listed] == [s.name for s in starter_sources()]


# Questions in a file


@pytest.mark.parametrize(
    "line",
    [
        "Qui ?",
        '{"question": "Qui ?"}',
        '{"id": 1}',
        '["1", "Qui ?"]',
        '{"id": 1, "question": null}',
        '{"id": 1, "question": " "}',
        '{"id": 1, "question": 3}',
    ],
)
def test_a_bad_line_is_named_and_nothing_is_answered(
    filled: CommandLine, tmp_path: Path, line: str
) -> None:
    good = json.dumps({"id": 1, "question": ASKED})
    batch = tmp_path / "questions.jsonl"
    batch.write_text(f"{good}\n\n{line}\n", encoding="utf-8")
    ran = filled("ask", "--batch", batch, "--json")
    assert (ran.code, ran.out) == (1, "")
    assert f"{batch}, line 3: expected" in ran.complaint


# What a person reads


def test_an_answer_is_read_with_its_sources(filled: CommandLine) -> None:
    ran = filled("ask", ASKED)
    words = " ".join(ran.out.split())
    quote = "La boulangerie du port note chaque réclamation dans un cahier vert."
    assert f"Selon Odile Marchepied et Léon Quai : « {quote} » [1]" in words
    assert "[1] Le cahier vert (Odile Marchepied, Léon Quai, La Gazette du Port, 2019-03)" in words
    assert f"notes/cahier.md, 0–{len(quote)}" in words
    assert (ran.code, ran.err) == (0, "")


def test_an_abstention_is_read_with_its_reason(filled: CommandLine) -> None:
    filled.speaks("fr")
    ran = filled("ask", "Combien de moutons broutent en Nouvelle-Zélande ?")
    words = " ".join(ran.out.split())
    assert ran.code == 0
    assert words.startswith(
        "La bibliothèque ne répond pas à cette question. Aucun passage n’en traite. "
        "Passages les plus proches : 1. "
    )


def test_why_the_chat_model_did_not_answer_is_read(
    filled: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tests.scripted_chat import ScriptedChat

    monkeypatch.setenv("CXLIT_LLM", "scripted:one")
    monkeypatch.setattr("qa.chat_model.chat_model", lambda *_: ScriptedChat(reply="Bonjour"))
    answer = filled("ask", ASKED, "--json").json
    assert answer["answerer"] == "extractive"
    assert answer["note"].startswith("scripted:one a répondu, mais pas sous la forme demandée")
    assert "mais pas sous la forme demandée" in " ".join(filled("ask", ASKED).out.split())


HOSTILE = replace(
    BAKERY,
    title="Un \x1b[31mrouge\x1b[0m\x07 [red]titre[/red] \u202edrawkcab\x9b2J",
    authors=("[bold]Odile[/bold]\x1b]0;renamed\x07",),
    text=BAKERY.text.replace("cahier vert", "[link=x]cahier\x1b[2J vert[/link]"),
    source="notes/\x1b[1mcahier.md",
    removed=("\x1b[5mAbonnez-vous !",),
)


@pytest.mark.parametrize(
    "arguments",
    [
        ["articles"],
        ["show", HOSTILE.id],
        ["show", HOSTILE.id, "--removed"],
        ["search", "boulangerie"],
        ["ask", ASKED],
        ["show", "\x1b[31m0000"],
        ["add", "\x1b[31mnowhere"],
    ],
)
def test_an_article_cannot_command_the_terminal(
    cxlit: CommandLine, home: Path, arguments: list[str]
) -> None:
    library = Library(home, FakeEmbedder(), starter=False)
    library.add_articles([HOSTILE])
    library.close()
    ran = cxlit(*arguments)
    shown = ran.out + ran.err
    assert shown.strip()
    assert [c for c in shown if c not in "\n\t" and not c.isprintable()] == []


def test_brackets_in_a_title_are_no_markup(cxlit: CommandLine, home: Path) -> None:
    library = Library(home, FakeEmbedder(), starter=False)
    library.add_articles([replace(BAKERY, title="Un [red]titre[/red]")])
    library.close()
    assert "[red]titre[/red]" in " ".join(cxlit("search", "boulangerie").out.split())
    assert "[red]titre[/red]" in " ".join(cxlit("ask", ASKED).out.split())


def test_a_name_that_is_not_utf_8_is_still_reported(cxlit: CommandLine) -> None:
    name = os.fsdecode(b"caf\xe9.txt")
    assert cxlit("add", name).out.startswith("Skipped    caf?.txt:")
    ran = cxlit("add", name, "--json")
    assert ran.json["skipped"][0]["source"] == name


# As a process of its own, with the real model


def test_standard_output_holds_the_document_and_nothing_else(home: Path) -> None:
    command = [sys.executable, "-c", "from ui.cli import main; main()"]
    ran = subprocess.run(
        [*command, "ask", "À qui le CCO doit-il être rattaché ?", "--json"],
        cwd=Path(__file__).parents[1],
        env={**os.environ, "CXLIT_HOME": str(home), "CXLIT_LANGUAGE": "fr"},
        capture_output=True,
        timeout=300,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr.decode()
    assert ran.stdout.count(b"\n") == 1
    answer = json.loads(ran.stdout)
    assert answer["abstained"] is False
    assert all(citation["source"].startswith("library/") for citation in answer["citations"])
