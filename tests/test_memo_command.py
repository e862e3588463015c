"""Memos by command: of a new answer and of kept ones, in the form that the file's name asks for."""

from pathlib import Path

import pytest
from pypdf import PdfReader

from index.library import Library
from tests.command_line import CommandLine
from tests.fake_embedder import FakeEmbedder
from tests.invented import BAKERY

ASKED = (
    "Le cahier vert : la boulangerie du port note-t-elle chaque réclamation dans un cahier vert ?"
)
QUOTE = "La boulangerie du port note chaque réclamation dans un cahier vert."


@pytest.fixture
def filled(
    cxlit: CommandLine, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> CommandLine:
    """With one article, in a folder for the memos."""
    library = Library(home, FakeEmbedder(), starter=False)
    library.add_articles([BAKERY])
    library.close()
    monkeypatch.chdir(tmp_path)
    return cxlit


def text(name: str) -> str:
    pages = PdfReader(name).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def test_asking_with_a_memo(filled: CommandLine) -> None:
    ran = filled("ask", ASKED, "--memo", "memo.md", "--json")
    assert ran.code == 0
    assert ran.json["citations"][0]["quote"] == QUOTE
    memo = Path("memo.md").read_text(encoding="utf-8")
    assert memo.startswith("# Le cahier vert")
    assert f"[^1]: “{QUOTE}” (in French). Odile Marchepied, Léon Quai, *Le cahier vert*" in memo


def test_nothing_is_replaced_by_accident(filled: CommandLine) -> None:
    Path("memo.md").write_text("mine", encoding="utf-8")
    ran = filled("ask", ASKED, "--memo", "memo.md")
    assert (ran.code, ran.out) == (1, "")
    assert "memo.md is there already." in ran.complaint
    assert Path("memo.md").read_text(encoding="utf-8") == "mine"
    assert filled("ask", ASKED, "--memo", "memo.md", "--force").code == 0
    assert QUOTE in Path("memo.md").read_text(encoding="utf-8")


def test_the_latest_kept_answer(filled: CommandLine) -> None:
    filled("ask", "Combien de moutons broutent en Nouvelle-Zélande ?")
    filled("ask", ASKED)
    filled.speaks("fr")
    ran = filled("memo", "note.pdf")
    assert (ran.code, ran.out) == (0, "La note est dans note.pdf.\n")
    assert "Note au comité de direction" in text("note.pdf")
    assert "cahier vert" in text("note.pdf")
    assert "moutons" not in text("note.pdf")


def test_kept_answers_by_link_or_id_and_what_became_of_them(
    filled: CommandLine, home: Path
) -> None:
    from corpus.kept import KeptAnswers

    filled("ask", ASKED)
    filled("ask", "Combien de moutons broutent en Nouvelle-Zélande ?")
    filled("remove", BAKERY.id)
    store = KeptAnswers(home / "library.db")
    sheep, bakery = (entry.id for entry in store.entries("local"))
    store.close()
    ran = filled("memo", f"http://127.0.0.1:7860/?answer={bakery}", sheep, bakery, "memo.docx")
    assert (ran.code, ran.err) == (0, "")
    ran = filled("memo", bakery, sheep, "memo.md")
    memo = Path("memo.md").read_text(encoding="utf-8")
    assert memo.startswith("# What the literature says: 2 questions")
    assert "No longer in the library: “Le cahier vert”" in memo


def test_only_ones_own_answers(filled: CommandLine) -> None:
    filled("ask", ASKED)
    ran = filled("memo", "nobody", "memo.pdf")
    assert ran.code == 1
    assert ran.complaint.startswith("There is no kept answer “nobody”.")
    assert not Path("memo.pdf").exists()


@pytest.mark.parametrize("arguments", [("memo", "memo.txt"), ("ask", ASKED, "--memo", "memo")])
def test_a_name_says_what_to_write(filled: CommandLine, arguments: tuple[str, ...]) -> None:
    ran = filled(*arguments)
    assert ran.code == 2
    assert "must end in .docx, .pdf or .md" in " ".join(ran.err.replace("│", " ").split())
    assert not Path(arguments[-1]).exists()


def test_a_memo_is_of_one_question(filled: CommandLine) -> None:
    assert filled("ask", "--batch", "questions.jsonl", "--memo", "memo.md").code == 2


def test_without_a_kept_answer(cxlit: CommandLine, tmp_path: Path, home: Path) -> None:
    assert cxlit("memo", tmp_path / "memo.md").complaint.startswith("No answer of yours is kept")
    Library(home, FakeEmbedder(), starter=False).close()
    assert cxlit("memo", tmp_path / "memo.md").complaint.startswith("No answer of yours is kept")


def test_questions_from_before_answers_were_kept(filled: CommandLine, home: Path) -> None:
    from corpus.database import open_database
    from corpus.history import Asked, note

    at = "2026-11-01T08:00:00+00:00"
    engine = open_database(home / "library.db")
    with engine.begin() as connection:
        note(connection, Asked(question="Who?", language="en", at=at, confidence=0.5))
    engine.dispose()
    complaint = filled("memo", "memo.md").complaint
    assert complaint.startswith("The questions in the history are from before answers were kept.")
