"""Question sets in the BEIR layout: corpus.jsonl, queries.jsonl and relevance judgements."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

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
    queries = {q["_id"]: q["text"] for q in _lines(folder / "queries.jsonl")}
    documents = read_documents(folder / "corpus.jsonl")
    judged = {id_: text for id_, text in queries.items() if id_ in qrels}
    if not judged:
        raise KnownError(
            en=f"{folder} has no query with a relevance judgement: nothing can be measured.",
            fr=f"{folder} n'a aucune question avec un jugement de pertinence : rien à mesurer.",
        )
    return Dataset(folder.resolve().name, documents, judged, qrels)


def read_documents(path: Path) -> dict[str, Article]:
    """The documents of a corpus.jsonl by id. Raises KnownError like `read_dataset`."""
    return {entry["_id"]: _document(entry) for entry in _lines(path)}


def _document(entry: dict[str, str]) -> Article:
    return Article(
        title=entry["title"],
        text=entry["text"],
        language=entry["language"] or detect_language(entry["text"]),
        locator=f"dataset:{entry['_id']}",
        source=entry["_id"],
    )


def _lines(path: Path) -> Iterator[dict[str, str]]:
    """The fields that are read here, as text; those that may be left out are empty then."""
    for number, line in _numbered(path):
        try:
            entry = json.loads(line)
            needed = {"_id": str(entry["_id"]), "text": str(entry["text"] or "")}
        except (json.JSONDecodeError, KeyError, TypeError) as error:
            raise KnownError(
                en=f'{path}, line {number}: expected an object with "_id" and "text".',
                fr=f'{path}, ligne {number} : un objet avec "_id" et "text" est attendu.',
            ) from error
        yield needed | {name: str(entry.get(name) or "") for name in ("title", "language")}


def _qrels(folder: Path) -> dict[str, dict[str, int]]:
    path = next((folder / name for name in QRELS if (folder / name).is_file()), folder / QRELS[0])
    qrels: dict[str, dict[str, int]] = {}
    for number, line in _numbered(path):
        fields = line.split("\t")
        if number == 1 and not fields[-1].strip().lstrip("-").isdigit():
            continue  # the names of the columns; not every set has them
        try:
            query, document, relevance = fields
            qrels.setdefault(query, {})[document] = int(relevance)
        except ValueError as error:
            raise KnownError(
                en=f"{path}, line {number}: expected query-id, corpus-id and score, "
                f"separated by tabs; found {line[:60]!r}.",
                fr=f"{path}, ligne {number} : attendu query-id, corpus-id et score séparés par "
                f"des tabulations ; trouvé {line[:60]!r}.",
            ) from error
    return qrels


def _numbered(path: Path) -> Iterator[tuple[int, str]]:
    """The lines of a file that are not empty, with their numbers from 1 on."""
    if not path.is_file():
        raise _missing(path)
    try:
        with path.open(encoding="utf-8-sig") as file:
            for number, line in enumerate(file, start=1):
                if line.strip():
                    yield number, line.rstrip("\n")
    except UnicodeDecodeError as error:
        raise KnownError(
            en=f"{path} is not UTF-8 text. Save it as UTF-8.",
            fr=f"{path} n'est pas du texte en UTF-8. Enregistrez-le en UTF-8.",
        ) from error


def _missing(path: Path) -> KnownError:
    return KnownError(
        en=f"{path} is missing: a question set holds corpus.jsonl, queries.jsonl and qrels.tsv.",
        fr=f"{path} manque : un jeu de questions contient corpus.jsonl, queries.jsonl et "
        "qrels.tsv.",
    )
