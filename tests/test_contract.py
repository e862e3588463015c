"""The JSON of every command: names and types on which other people's scripts rely."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.command_line import CommandLine
from tests.invented import BAKERY, FERRY, file_of

ASKED = (
    "Le cahier vert : la boulangerie du port note-t-elle chaque réclamation dans un cahier vert ?"
)
OFF_TOPIC = "Combien de moutons broutent en Nouvelle-Zélande ?"

ENTRY = {
    "article_id": str, "title": str, "language": str, "date": str, "passages": int, "source": str,
}  # fmt: skip
TWIN = {
    "article_id": str, "title": str, "resembles": str, "resembles_title": str, "similarity": float,
}  # fmt: skip
REPORT = {
    "added": [ENTRY], "updated": [ENTRY], "unchanged": [ENTRY],
    "skipped": [{"source": str, "reason": str}], "near_duplicates": [TWIN], "notes": [str],
    "generation": int,
}  # fmt: skip
ARTICLE = {
    "article_id": str, "title": str, "original_title": str, "authors": [str], "publisher": str,
    "date": str, "language": str, "url": str, "kind": (str, type(None)), "topics": [str],
    "based_on": (str, type(None)), "collections": [str], "corrected": [str], "source": str,
    "characters": int, "passages": int,
}  # fmt: skip
HIT = {
    "rank": int, "score": float, "passage_id": str, "article_id": str, "title": str,
    "language": str, "source": str, "heading": str, "text": str, "start": int, "end": int,
}  # fmt: skip
SEARCH = {"query": str, "language": str, "hits": [HIT]}
CITATION = {
    "n": int, "article_id": str, "passage_id": str, "title": str, "authors": [str],
    "publisher": str, "date": str, "url": str, "source": str, "kind": (str, type(None)),
    "based_on": (str, type(None)), "language": str, "quote": str, "start": int, "end": int,
}  # fmt: skip
ANSWER: dict[str, Any] = {
    "question": str, "searched_as": str, "language": str, "answer": str,
    "sentences": [{"text": str, "citations": [int]}], "abstained": bool,
    "reason": (str, type(None)), "excluded_by": [str], "confidence": float, "citations": [CITATION],
    "positions": [{
        "label": str, "citations": [int], "option": str, "sources": int, "years": [int],
        "languages": [str], "kinds": [str],
    }],
    "nearest": [HIT],
    "dropped": [{"text": str, "why": str}], "answerer": str, "note": str,
    "index": {"generation": int, "fingerprint": str},
    "timings_ms": {
        "total": float, "understand": float, "retrieve": float, "weigh": float, "positions": float,
        "answer": float,
    },
}  # fmt: skip
MEASURES = dict.fromkeys(
    ("nDCG@10", "Recall@5", "Recall@10", "MRR@10", "Success@1", "Success@5"), float
)
FIGURES = {
    "dataset": str, "queries": int, "measures": MEASURES, "fingerprint": str,
    "by_searcher": dict.fromkeys(("dense", "lexical", "fused", "hybrid"), MEASURES),
}  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "articles"
    made.mkdir()
    file_of(BAKERY, made)
    file_of(FERRY, made)
    return made


def agrees(value: Any, shape: Any, where: str = "$") -> None:
    """Exactly these keys, and these types; a bool is no int."""
    if isinstance(shape, dict):
        assert isinstance(value, dict), where
        assert value.keys() == shape.keys(), where
        for key, inner in shape.items():
            agrees(value[key], inner, f"{where}.{key}")
    elif isinstance(shape, list):
        assert isinstance(value, list), where
        for at, item in enumerate(value):
            agrees(item, shape[0], f"{where}[{at}]")
    else:
        allowed = shape if isinstance(shape, tuple) else (shape,)
        assert type(value) in allowed, f"{where} is {value!r}"


def test_add(cxlit: CommandLine, folder: Path) -> None:
    (folder / "empty.txt").touch()
    report = cxlit("add", folder, "--json")
    assert report.code == 0
    agrees(report.json, REPORT)
    assert [entry["title"] for entry in report.json["added"]] == [BAKERY.title, FERRY.title]
    assert [entry["source"] for entry in report.json["skipped"]] == [f"{folder}/empty.txt"]
    changed = BAKERY.text.replace("cahier", "registre")
    (folder / "cahier.md").write_text(f"---\ntitle: Le registre\n---\n\n{changed}\n")
    (folder / "twin.md").write_text(f"---\ntitle: Twin\n---\n\n{FERRY.text} So it goes.\n")
    again = cxlit("add", folder, "--json").json
    agrees(again, REPORT)
    assert [entry["title"] for entry in again["updated"]] == ["Le registre"]
    assert [entry["title"] for entry in again["unchanged"]] == [FERRY.title]
    assert [twin["resembles_title"] for twin in again["near_duplicates"]] == [FERRY.title]
    assert again["generation"] == report.json["generation"] + 1


def test_articles_and_show(cxlit: CommandLine, folder: Path) -> None:
    cxlit("add", folder)
    listed = cxlit("articles", "--json").json
    agrees(listed, {"articles": [ARTICLE]})
    bakery = listed["articles"][0]
    assert (bakery["title"], bakery["language"], bakery["kind"]) == (BAKERY.title, "fr", None)
    assert (bakery["characters"], bakery["passages"]) == (len(BAKERY.text), 1)
    shown = cxlit("show", bakery["article_id"], "--json").json
    agrees(shown, {**ARTICLE, "text": str, "removed": [str]})
    assert shown["text"] == BAKERY.text


def test_remove_and_rebuild(cxlit: CommandLine, folder: Path) -> None:
    generation = cxlit("add", folder, "--json").json["generation"]
    gone = cxlit("remove", BAKERY.id, BAKERY.id, "--json").json
    assert gone == {"removed": [BAKERY.id], "generation": generation + 1}
    assert cxlit("rebuild", "--json").json == {"generation": generation + 2}


def test_preview(cxlit: CommandLine, folder: Path) -> None:
    (folder / "empty.txt").touch()
    seen = cxlit("add", folder, "--preview", "--json")
    entry = {
        "source": str, "outcome": str, "article": ARTICLE,
        "removed": {"lines": int, "first": [str]}, "near_duplicate": (dict, type(None)),
        "first_passages": [str],
    }  # fmt: skip
    agrees(seen.json, {"sources": [entry], "skipped": [{"source": str, "reason": str}]})
    assert [each["outcome"] for each in seen.json["sources"]] == ["added", "added"]
    assert cxlit("articles", "--json").json == {"articles": []}


def test_correct_and_collect(cxlit: CommandLine, folder: Path) -> None:
    cxlit("add", folder)
    agrees(
        cxlit("correct", BAKERY.id, "--date", "2016", "--json").json,
        {"article": ARTICLE, "generation": int},
    )
    agrees(
        cxlit("collect", "À lire", BAKERY.id, "--json").json,
        {
            "collection": str,
            "articles": [{"article_id": str, "collections": [str]}],
            "generation": int,
        },
    )
    agrees(cxlit("collections", "--json").json, {"collections": [{"name": str, "articles": int}]})
    topic = {"topic": str, "en": str, "fr": str, "articles": int}
    agrees(cxlit("topics", "--json").json, {"topics": [topic]})


def test_export_import_and_update(cxlit: CommandLine, folder: Path, tmp_path: Path) -> None:
    cxlit("add", folder)
    exported = cxlit("export", tmp_path / "library.zip", "--json").json
    agrees(exported, {"file": str, "articles": int, "generation": int})
    agrees(cxlit("import", tmp_path / "library.zip", "--json").json, REPORT)
    agrees(cxlit("update", "--json").json, REPORT)
    cxlit("remove", BAKERY.id)
    agrees(cxlit("restore", "--json").json, {"restored": [str], "generation": int})


def test_search(cxlit: CommandLine, folder: Path) -> None:
    cxlit("add", folder)
    found = cxlit("search", "cahier vert de la boulangerie", "--json").json
    agrees(found, SEARCH)
    assert (found["query"], found["language"]) == ("cahier vert de la boulangerie", "fr")
    assert [hit["rank"] for hit in found["hits"]] == [1, 2]
    best = found["hits"][0]
    assert (best["article_id"], best["source"]) == (BAKERY.id, f"{folder}/cahier.md")
    assert best["text"] == BAKERY.text[best["start"] : best["end"]]
    assert len(cxlit("search", "cahier", "-k", "1", "--json").json["hits"]) == 1
    english = cxlit("search", "cahier", "--language", "en", "--json").json
    assert {hit["language"] for hit in english["hits"]} == {"en"}


def test_ask(cxlit: CommandLine, folder: Path) -> None:
    cxlit("add", folder)
    ran = cxlit("ask", ASKED, "--json")
    assert (ran.code, ran.err) == (0, "")
    answer = ran.json
    agrees(answer, ANSWER)
    assert (answer["abstained"], answer["reason"], answer["answerer"]) == (
        False,
        None,
        "extractive",
    )
    assert answer["answer"] == " ".join(sentence["text"] for sentence in answer["sentences"])
    assert answer["sentences"][0]["citations"] == [1]
    citation = answer["citations"][0]
    assert (citation["n"], citation["article_id"], citation["title"]) == (
        1,
        BAKERY.id,
        BAKERY.title,
    )
    assert citation["quote"] == BAKERY.text[citation["start"] : citation["end"]]
    assert (
        citation["quote"] == "La boulangerie du port note chaque réclamation dans un cahier vert."
    )


def test_an_abstention_has_the_same_shape_and_is_a_success(
    cxlit: CommandLine, folder: Path
) -> None:
    cxlit("add", folder)
    ran = cxlit("ask", OFF_TOPIC, "--json")
    assert ran.code == 0
    timings = {k: v for k, v in ANSWER["timings_ms"].items() if k != "answer"}
    agrees(ran.json, {**ANSWER, "timings_ms": timings})
    assert (ran.json["abstained"], ran.json["reason"]) == (True, "nothing_found")
    assert (ran.json["answer"], ran.json["sentences"], ran.json["citations"]) == ("", [], [])
    assert [hit["rank"] for hit in ran.json["nearest"]] == [1, 2]
    filtered = cxlit("ask", ASKED, "--language", "en", "--json").json
    assert filtered["reason"] == "excluded_by_filters"


def test_an_empty_library_answers_in_the_same_shape(cxlit: CommandLine) -> None:
    answer = cxlit("ask", ASKED, "--json").json
    assert (answer["abstained"], answer["reason"], answer["nearest"]) == (True, "nothing_found", [])
    assert answer.keys() == ANSWER.keys()
    assert cxlit("search", ASKED, "--json").json["hits"] == []
    assert cxlit("articles", "--json").json == {"articles": []}


@pytest.mark.parametrize(("command", "shape"), [("ask", ANSWER), ("search", SEARCH)])
def test_a_batch_is_a_line_for_each_question_in_order(
    cxlit: CommandLine, folder: Path, tmp_path: Path, command: str, shape: dict[str, Any]
) -> None:
    cxlit("add", folder)
    about_ferry = (
        "Minutes on the quay: does the ferry company count the minutes that passengers wait "
        "on the quay?"
    )
    asked: list[dict[str, Any]] = [
        {"id": "b", "question": ASKED},
        {"id": 7, "question": about_ferry, "more": "is ignored"},
        {"id": "b", "question": f"{ASKED} \u2028 encore"},  # a line end to Unicode, not to JSON
    ]
    lines = [json.dumps(each, ensure_ascii=False) for each in asked]
    batch = tmp_path / "questions.jsonl"
    batch.write_text("\ufeff" + "\r\n\n".join(lines), encoding="utf-8")
    ran = cxlit(command, "--batch", batch, "--json")
    assert (ran.code, ran.err, len(ran.out.split("\n"))) == (0, "", 4)
    results = [json.loads(line) for line in ran.out.split("\n") if line]
    for result, each in zip(results, asked, strict=True):
        agrees(result, {"id": type(each["id"]), **shape})
        assert result["id"] == each["id"]
        assert result["question" if command == "ask" else "query"] == each["question"]


def test_eval_retrieval(cxlit: CommandLine, tmp_path: Path, home: Path) -> None:
    dataset = tmp_path / "tiny"
    dataset.mkdir()
    documents = [
        {"_id": "d1", "title": "", "text": "Le phare guide les bateaux du port."},
        {"_id": "d2", "title": "", "text": "La mouette vole un poisson au marché."},
    ]
    queries = [
        {"_id": "q1", "text": "Le phare guide quels bateaux ?"},
        {"_id": "q2", "text": "La mouette vole quel poisson ?"},  # judged to want the other one
    ]
    for name, entries in (("corpus", documents), ("queries", queries)):
        text = "".join(json.dumps(entry) + "\n" for entry in entries)
        (dataset / f"{name}.jsonl").write_text(text)
    (dataset / "qrels.tsv").write_text("query-id\tcorpus-id\tscore\nq1\td1\t1\nq2\td1\t1\n")
    ran = cxlit("eval", "retrieval", dataset, "--json")
    assert ran.code == 0
    agrees(ran.json, FIGURES)
    assert (ran.json["dataset"], ran.json["queries"]) == ("tiny", 2)
    # One query finds its document first, the other one second: 1 and 1/log2(3) = 0.6309.
    expected = {
        "nDCG@10": 0.8155, "Recall@5": 1.0, "Recall@10": 1.0,
        "MRR@10": 0.75, "Success@1": 0.5, "Success@5": 1.0,
    }  # fmt: skip
    assert ran.json["measures"] == ran.json["by_searcher"]["hybrid"] == expected
    dense = cxlit("eval", "retrieval", dataset, "--searcher", "dense", "--json").json
    assert dense["measures"] == dense["by_searcher"]["dense"]
    assert not home.exists()  # always in a temporary library


def test_doctor(cxlit: CommandLine) -> None:
    ran = cxlit("doctor", "--offline", "--json")
    assert ran.code == 0
    agrees(ran.json, {"works": bool, "checks": [{"name": str, "works": bool, "detail": str}]})
    names = [check["name"] for check in ran.json["checks"]]
    assert names == ["Python", "Library folder", "Embedding model", "Library"]
    assert ran.json["works"] is True
    assert ran.json["checks"][3]["detail"] == "0 articles, 0 passages, generation 1"
