"""Question sets: what is read from a hand-made one, and what is said of a broken one."""

import json
from pathlib import Path
from typing import Any

import pytest

from corpus.wording import KnownError
from eval.dataset import read_dataset

DOCUMENTS: list[dict[str, Any]] = [
    {"_id": "d1", "title": "Le CCO", "text": "Le CCO siège au comité de direction."},
    {"_id": 2, "text": "The customer decides.", "language": "en", "metadata": {}},
]
QUERIES: list[dict[str, Any]] = [
    {"_id": "q1", "text": "Où siège le CCO ?"},
    {"_id": "q2", "text": "Who decides?"},
    {"_id": "unjudged", "text": "And then?"},
]
QRELS = "query-id\tcorpus-id\tscore\nq1\td1\t1\nq2\t2\t2\nq2\td1\t0\n"


def lines(entries: list[dict[str, Any]]) -> str:
    return "".join(json.dumps(entry, ensure_ascii=False) + "\n" for entry in entries)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "hand-made"
    made.mkdir()
    (made / "corpus.jsonl").write_text(lines(DOCUMENTS), encoding="utf-8")
    (made / "queries.jsonl").write_text(lines(QUERIES), encoding="utf-8")
    (made / "qrels.tsv").write_text(QRELS, encoding="utf-8")
    return made


def test_hand_made_set(folder: Path) -> None:
    dataset = read_dataset(folder)

    assert dataset.name == "hand-made"
    assert dataset.queries == {"q1": "Où siège le CCO ?", "q2": "Who decides?"}
    assert dataset.qrels == {"q1": {"d1": 1}, "q2": {"2": 2, "d1": 0}}
    first, second = dataset.documents["d1"], dataset.documents["2"]
    assert (first.title, first.text) == ("Le CCO", "Le CCO siège au comité de direction.")
    assert (first.language, first.source) == ("fr", "d1")
    assert (second.title, second.language) == ("", "en")


def test_judgements_in_a_folder_of_splits(folder: Path) -> None:
    (folder / "qrels").mkdir()
    (folder / "qrels.tsv").rename(folder / "qrels" / "test.tsv")

    assert read_dataset(folder).qrels == {"q1": {"d1": 1}, "q2": {"2": 2, "d1": 0}}


def test_judgements_without_names_of_columns(folder: Path) -> None:
    (folder / "qrels.tsv").write_text("q1\td1\t1\n", encoding="utf-8")

    assert read_dataset(folder).qrels == {"q1": {"d1": 1}}


def test_byte_order_mark_carriage_returns_and_empty_lines(folder: Path) -> None:
    text = lines(QUERIES).replace("\n", "\r\n\r\n")
    (folder / "queries.jsonl").write_bytes(b"\xef\xbb\xbf" + text.encode())
    (folder / "qrels.tsv").write_text(QRELS.replace("\n", "\r\n") + "\n", encoding="utf-8")

    dataset = read_dataset(folder)

    assert list(dataset.queries) == ["q1", "q2"]
    assert dataset.qrels["q2"] == {"2": 2, "d1": 0}


@pytest.mark.parametrize("name", ["corpus.jsonl", "queries.jsonl", "qrels.tsv"])
def test_missing_file_is_named(folder: Path, name: str) -> None:
    (folder / name).unlink()

    with pytest.raises(KnownError, match=f"{name} is missing"):
        read_dataset(folder)


@pytest.mark.parametrize("name", ["corpus.jsonl", "queries.jsonl"])
@pytest.mark.parametrize(
    "line", ["not JSON", "[1]", '"text"', '{"text": "no id"}', '{"_id": "no text"}', "null"]
)
def test_line_that_is_no_entry_is_named(folder: Path, name: str, line: str) -> None:
    before = (folder / name).read_text(encoding="utf-8").splitlines()
    (folder / name).write_text("\n".join([before[0], line, before[1]]), encoding="utf-8")

    with pytest.raises(KnownError, match=f"{name}, line 2"):
        read_dataset(folder)


@pytest.mark.parametrize("line", ["q1 d1 1", "q1\td1", "q1\t0\td1\t1", "q1\td1\tyes"])
def test_judgement_that_is_none_is_named(folder: Path, line: str) -> None:
    (folder / "qrels.tsv").write_text(f"{QRELS}{line}\n", encoding="utf-8")

    with pytest.raises(KnownError, match=r"qrels\.tsv, line 5"):
        read_dataset(folder)


def test_file_that_is_no_text(folder: Path) -> None:
    (folder / "corpus.jsonl").write_bytes(b"\xff\xfe\x00")

    with pytest.raises(KnownError, match="not UTF-8"):
        read_dataset(folder)


def test_set_without_a_judged_query(folder: Path) -> None:
    (folder / "qrels.tsv").write_text("query-id\tcorpus-id\tscore\n", encoding="utf-8")

    with pytest.raises(KnownError, match="no query with a relevance judgement"):
        read_dataset(folder)
