"""The rooms of the house: who may import whom, and where each large library is at home."""

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
BENCHMARKS = "eval/bench/"  # they time the libraries themselves
ROOMS = ["corpus", "index", "qa", "eval", "ui"]  # each may import those before it
FILES = sorted(path for room in ROOMS for path in (ROOT / room).rglob("*.py"))

# Large libraries, and the only files that may import them.
HOMES = {
    "alembic": ["corpus/database.py", "corpus/migrations/"],
    "argon2": ["corpus/passwords.py"],
    "bibtexparser": ["corpus/exchange/bibliography.py", "corpus/exchange/person_names.py"],
    "bm25s": ["index/analysis.py"],
    "datasketch": ["corpus/duplicates.py"],
    "docx": ["corpus/loaders/docx.py"],
    "faiss": ["index/vectors.py"],
    "fsrs": ["qa/training/review/scheduling.py"],
    "genanki": ["qa/training/review/anki.py"],
    "gradio": ["ui/web/"],
    "httpx": ["corpus/web/fetching.py"],
    "ir_measures": ["eval/"],
    "langchain": ["qa/chat_model.py"],
    "langchain_core": [
        "index/retriever.py",
        "index/vector_store.py",
        "qa/",
        "ui/opening.py",
        "ui/web/desks/library_desk.py",
    ],
    "mcp": ["ui/web/machines/mcp.py"],
    "nh3": ["ui/web/markup.py"],
    "peft": ["index/adaptation/model.py"],
    "protego": ["corpus/web/robots.py"],
    "py3langid": ["corpus/language.py"],
    "pypandoc": ["ui/memo/word.py"],
    "pypdf": ["corpus/loaders/pdf_child.py"],
    "rispy": ["corpus/exchange/bibliography.py"],
    "sentence_transformers": ["index/e5_format.py", "index/embedding.py", "index/token_states.py"],
    "sentencex": ["index/sentences.py"],
    "sklearn": ["qa/gaps.py"],
    "sqlalchemy": [
        "corpus/accounts.py",
        "corpus/catalogue.py",
        "corpus/changes.py",
        "corpus/database.py",
        "corpus/feedback_store.py",
        "corpus/history.py",
        "corpus/kept.py",
        "corpus/migrations/",
        "corpus/people_tables.py",
        "corpus/preferences.py",
        "corpus/sessions.py",
        "corpus/training/",
        "index/vector_cache.py",
    ],
    "Stemmer": ["index/analysis.py"],
    "tokenizers": ["index/e5_format.py"],
    "torch": ["index/adaptation/", "index/adapter.py", "index/e5_format.py", "index/embedding.py"],
    "trafilatura": ["corpus/loaders/html.py"],
    "typst": ["ui/memo/pdf.py"],
    "transformers": ["index/adaptation/model.py", "index/adapter.py", "index/e5_format.py"],
}
# Slow to import: `cxlit --help` does without.
SLOW_TO_START = [
    "bibtexparser", "bm25s", "datasketch", "faiss", "gradio", "ir_measures", "langchain",
    "langchain_core", "mcp", "numpy", "py3langid", "rispy", "sentence_transformers", "sqlalchemy",
    "torch", "trafilatura", "transformers",
]  # fmt: skip


def imports(path: Path) -> Iterator[str]:
    """Modules that a file imports, wherever in it."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} has a relative import"
            yield node.module or ""
        elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith("import_module"):
            first = node.args[0]
            if isinstance(first, ast.Constant):
                yield str(first.value)


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_there_is_something_to_check() -> None:
    assert {path.relative_to(ROOT).parts[0] for path in FILES} == set(ROOMS)


@pytest.mark.parametrize("path", FILES, ids=name)
def test_dependencies_point_one_way(path: Path) -> None:
    room = path.relative_to(ROOT).parts[0]
    allowed = ROOMS[: ROOMS.index(room) + 1]
    packages = {module.split(".")[0] for module in imports(path)}
    assert packages & {*ROOMS, "tests"} <= set(allowed)


@pytest.mark.parametrize("library", HOMES)
def test_each_large_library_has_its_home(library: str) -> None:
    importing = [
        name(path)
        for path in FILES
        if library in {module.split(".")[0] for module in imports(path)}
        and not name(path).startswith(BENCHMARKS)
    ]
    assert [each for each in importing if not each.startswith(tuple(HOMES[library]))] == []
    # A home that nobody lives in any more leaves the list.
    for home in HOMES[library]:
        assert any(each.startswith(home) for each in importing), f"{home} imports no {library}"


def test_the_command_starts_without_anything_slow() -> None:
    program = "import json, sys, ui.cli; print(json.dumps(sorted(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env={**os.environ, "PYTHONWARNINGS": "ignore"},
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = set(ast.literal_eval(done.stdout))
    assert "ui.cli" in loaded
    assert loaded & set(SLOW_TO_START) == set()


def test_the_house_has_exactly_these_rooms() -> None:
    made_by_tools = {"__pycache__", "dist", "build"}
    folders = {
        path.name
        for path in ROOT.iterdir()
        if path.is_dir() and not path.name.startswith(".") and not path.name.endswith(".egg-info")
    }
    assert folders - made_by_tools == {*ROOMS, "tests"}


@pytest.mark.parametrize("room", ROOMS)
def test_each_room_is_a_typed_package(room: str) -> None:
    assert (ROOT / room / "__init__.py").is_file()
    assert (ROOT / room / "py.typed").is_file()


@pytest.mark.parametrize("path", [p for p in FILES if p.name == "__init__.py"], ids=name)
def test_packages_only_hand_on_names(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    others = [
        ast.unparse(node)
        for node in tree.body
        if not isinstance(node, ast.Import | ast.ImportFrom)
        and not (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant))
        and not (isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__")
    ]
    assert others == []


VAGUE = {"utils", "util", "common", "helpers", "helper", "manager", "handler", "misc", "base"}


@pytest.mark.parametrize("path", FILES, ids=name)
def test_files_are_named_with_words_of_the_field(path: Path) -> None:
    assert path.stem not in VAGUE
