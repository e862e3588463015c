"""`cxlit eval answers`: what it prints and writes, and when it ends with 3."""

import json
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import pytest
from langchain_core.runnables import RunnableLambda

from eval.gold import GoldItem
from eval.run import read_run
from index.library import Library
from qa.answer import Answer
from qa.chain import answer_chain
from tests.command_line import CommandLine
from tests.fake_embedder import FakeEmbedder
from tests.gold_items import gold, span
from tests.invented import BAKERY, FERRY, FRENCH, file_of

ASKED = "Le cahier vert : la boulangerie note-t-elle chaque réclamation dans un cahier vert ?"
ITEMS = (
    gold("known", span(BAKERY, FRENCH[0]), question=ASKED, language="fr"),
    gold("unknown", question="How many sheep graze in New Zealand?"),
)


def written(folder: Path, items: tuple[GoldItem, ...] = ITEMS) -> Path:
    path = folder / "tiny.jsonl"
    lines = (json.dumps(asdict(item), ensure_ascii=False) for item in items)
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


@pytest.fixture
def filled(cxlit: CommandLine, home: Path) -> CommandLine:
    """The command over a library with the bakery and the ferry."""
    library = Library(home, FakeEmbedder(), starter=False)
    library.add_articles([BAKERY, FERRY])
    library.close()
    return cxlit


@pytest.fixture
def gold_set(tmp_path: Path) -> Path:
    return written(tmp_path)


def test_the_person_s_own_library(filled: CommandLine, gold_set: Path) -> None:
    run = filled("eval", "answers", gold_set, "--json")

    assert run.code == 0
    found = run.json
    assert (found["gold"], found["questions"], found["answerer"]) == ("tiny", 2, "extractive")
    assert found["settings"] == {"model": "embedded", "llm": "", "corpus": "", "questions": 2}
    assert found["measures"]["quote_validity"] == found["measures"]["Success@1"] == 1.0
    assert (found["measures"]["answered"], found["measures"]["refused"]) == (1.0, 1.0)
    assert found["items"][0]["answer"]["citations"][0]["quote"] == FRENCH[0]
    assert "latency" in found


def test_nothing_is_noted_in_the_history(filled: CommandLine, gold_set: Path) -> None:
    filled("eval", "answers", gold_set)

    assert filled("history", "--json").json["questions"] == []


@pytest.mark.parametrize(("language", "kind"), [("en", "other"), ("fr", "autre")])
def test_a_table_for_people(filled: CommandLine, gold_set: Path, language: str, kind: str) -> None:
    filled.speaks(language)
    figure = "1.000" if language == "en" else "1,000"

    out = filled("eval", "answers", gold_set).out

    lines = {line.split()[0]: line.split()[1:] for line in out.splitlines() if line.split()}
    assert lines["questions"] == ["2", "1", "1"]
    assert lines["quote_validity"] == [figure, figure, "–"]
    assert lines["refused"] == [figure, "–", figure]
    assert lines[kind] == ["1", figure, figure, figure, figure]


def test_a_run_and_a_report_are_written(
    filled: CommandLine, gold_set: Path, tmp_path: Path
) -> None:
    run, report = tmp_path / "run.json", tmp_path / "report.html"

    done = filled(
        "eval", "answers", gold_set, "--limit", "1", "--save", run, "--report", report, "--json"
    )

    assert [item.id for item in read_run(run).items] == ["known"]
    assert json.loads(run.read_text(encoding="utf-8")) == done.json
    assert FRENCH[0] in report.read_text(encoding="utf-8")


@pytest.mark.parametrize("option", ["--save", "--report"])
def test_a_file_that_is_there_is_told_before_anything_is_asked(
    filled: CommandLine, gold_set: Path, tmp_path: Path, option: str
) -> None:
    there = tmp_path / "there"
    there.write_text("mine")
    filled.patch.setattr("ui.commands.evaluating.open_library", lambda _: pytest.fail("opened"))

    done = filled("eval", "answers", gold_set, option, there)

    assert (done.code, there.read_text()) == (1, "mine")
    assert "is there already" in done.complaint


def documents(folder: Path) -> Path:
    path = folder / "corpus.jsonl"
    entries = [
        {"_id": a.source, "title": a.title, "text": a.text, "language": a.language}
        for a in (BAKERY, FERRY)
    ]
    path.write_text("\n".join(map(json.dumps, entries)))
    return path


@pytest.mark.parametrize("of", ["corpus.jsonl", "its folder", "articles"])
def test_a_temporary_library(
    cxlit: CommandLine, gold_set: Path, tmp_path: Path, home: Path, of: str
) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    if of == "articles":
        for article in (BAKERY, FERRY):
            file_of(article, folder)
        corpus = folder
    else:
        corpus = documents(folder) if of == "corpus.jsonl" else documents(folder).parent

    found = cxlit("eval", "answers", gold_set, "--corpus", corpus, "--json").json

    assert found["measures"]["cites_answering_span"] == 1.0
    assert found["settings"]["corpus"] == corpus.name
    assert not home.exists()  # the person's own library is neither asked nor made


def test_articles_that_are_not_there(cxlit: CommandLine, gold_set: Path, tmp_path: Path) -> None:
    done = cxlit("eval", "answers", gold_set)

    assert done.code == 1
    assert f"Article {BAKERY.id}, which answers question known, is not in" in done.complaint


def test_a_broken_gate_ends_with_3(filled: CommandLine, gold_set: Path, tmp_path: Path) -> None:
    def misquoting(_: Any, library: Library, *, noted: bool) -> Any:
        assert not noted

        def misquote(answer: Answer) -> Answer:
            wrong = tuple(replace(c, quote=c.quote.upper()) for c in answer.citations)
            return replace(answer, citations=wrong)

        return answer_chain(library) | RunnableLambda(misquote)

    filled.patch.setattr("ui.commands.evaluating.open_chain", misquoting)
    run = tmp_path / "run.json"

    done = filled("eval", "answers", gold_set, "--save", run)

    assert done.code == 3
    assert done.complaint.startswith("quote_validity must be 1")
    assert read_run(run).measures["quote_validity"] == 0.0


def test_a_chat_model_is_named(filled: CommandLine, gold_set: Path) -> None:
    filled.patch.setenv("CXLIT_LLM", "scripted:one")
    filled.patch.setattr(
        "ui.commands.evaluating.open_chain", lambda _, library, noted: answer_chain(library)
    )

    found = filled("eval", "answers", gold_set, "--json").json

    assert (found["answerer"], found["settings"]["llm"]) == ("scripted:one", "scripted:one")
