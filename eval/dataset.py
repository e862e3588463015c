"""Question sets in the BEIR layout: corpus.jsonl, queries.jsonl and relevance judgements."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.article import Article
from corpus.language import detect_language
from corpus.wording import KnownError

QRELS = ("qrels.tsv", "qrels/test.tsv")


@dataclass(frozen=True, slots=True)
class Dataset:
    """Documents, queries by id, and judgements: query id -> document id -> relevance."""

    name: str
    documents: dict[str, Article]
    queries: dict[str, str]
    qrels: dict[str, dict[str, int]]


def read_dataset(folder: Path) -> Dataset:
    """Read a set; queries without a judgement are left out, as in BEIR's own evaluation.

    Raises KnownError when a file is missing or a line is not of the layout.
    """
    qrels = _qrels(folder)
    queries = {str(q["_id"]): str(q["text"]) for q in _lines(folder / "queries.jsonl")}
    documents = {str(d["_id"]): _document(d) for d in _lines(folder / "corpus.jsonl")}
    judged = {id_: text for id_, text in queries.items() if id_ in qrels}
    if not judged:
        raise KnownError(
            en=f"{folder} has no query with a relevance judgement: nothing can be measured.",
            fr=f"{folder} n'a aucune question avec un jugement de pertinence : rien à mesurer.",
        )
    return Dataset(folder.resolve().name, documents, judged, qrels)


def _document(entry: dict[str, Any]) -> Article:
    text = str(entry.get("text", ""))
    return Article(
        title=str(entry.get("title") or ""),
        text=text,
        language=str(entry.get("language") or "") or detect_language(text),
        locator=f"dataset:{entry['_id']}",
        source=str(entry["_id"]),
    )


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    if not path.is_file():
        raise _missing(path)
    with path.open(encoding="utf-8") as file:
        for number, line in enumerate(file, start=1):
            try:
                entry = json.loads(line)
                entry["_id"]
            except (json.JSONDecodeError, KeyError, TypeError) as error:
                raise KnownError(
                    en=f'{path}, line {number}: expected an object with "_id".',
                    fr=f'{path}, ligne {number} : un objet avec "_id" est attendu.',
                ) from error
            yield entry


def _qrels(folder: Path) -> dict[str, dict[str, int]]:
    path = next((folder / name for name in QRELS if (folder / name).is_file()), None)
    if path is None:
        raise _missing(folder / QRELS[0])
    qrels: dict[str, dict[str, int]] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()[1:], start=2):
        try:
            query, document, relevance = line.split("\t")
            qrels.setdefault(query, {})[document] = int(relevance)
        except ValueError as error:
            raise KnownError(
                en=f"{path}, line {number}: expected query-id, corpus-id and score, "
                f"separated by tabs; found {line[:60]!r}.",
                fr=f"{path}, ligne {number} : attendu query-id, corpus-id et score séparés par "
                f"des tabulations ; trouvé {line[:60]!r}.",
            ) from error
    return qrels


def _missing(path: Path) -> KnownError:
    return KnownError(
        en=f"{path} is missing: a question set holds corpus.jsonl, queries.jsonl and qrels.tsv.",
        fr=f"{path} manque : un jeu de questions contient corpus.jsonl, queries.jsonl et qrels.tsv.",
    )
