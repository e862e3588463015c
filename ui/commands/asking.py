"""Searching and asking, one question or a file of them."""

import json as json_
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import Annotated, Any

import typer

from corpus.wording import KnownError
from ui.commands.memo import Memo, memo_file, write_memo
from ui.commands.options import (
    Authors,
    Collections,
    Force,
    Json,
    Kinds,
    Languages,
    Publishers,
    Since,
    Topics,
    Until,
    filters_from,
)
from ui.opening import load_settings, open_chain, open_library
from ui.terminal import print_json, say

Words = Annotated[str, typer.Argument(metavar="QUESTION", show_default=False)]
Batch = Annotated[
    Path | None,
    typer.Option(
        metavar="QUESTIONS.jsonl",
        help=say(
            en='Answer a file of lines {"id", "question"}; prints one JSON object a line.',
            fr='Traite un fichier de lignes {"id", "question"} ; un objet JSON par ligne.',
        ),
    ),
]


def register(app: typer.Typer) -> None:
    app.command(help=say(en="Find passages.", fr="Cherche des passages."))(search)
    app.command(help=say(en="Answer a question.", fr="Répond à une question."))(ask)


def search(
    query: Words = "",
    k: Annotated[
        int,
        typer.Option("-k", min=1, help=say(en="How many passages.", fr="Combien de passages.")),
    ] = 10,
    language: Languages = None,
    since: Since = "",
    until: Until = "",
    kind: Kinds = None,
    topic: Topics = None,
    publisher: Publishers = None,
    author: Authors = None,
    collection: Collections = None,
    batch: Batch = None,
    json: Json = False,
) -> None:
    """The k best passages for a query."""
    from index.search import search as find
    from ui.contract import search_json
    from ui.reading_out import print_hits

    asked = _asked(query, batch)
    filters = filters_from(language, since, until, kind, topic, publisher, author, collection)
    library = open_library(load_settings())

    def run(text: str) -> dict[str, Any]:
        snapshot = library.snapshot()
        found = find(text, k, filters, snapshot)
        return search_json(text, found.language, found.hits, snapshot.article)

    _run(asked, batch is not None, json, run, print_hits)


def ask(
    question: Words = "",
    language: Languages = None,
    since: Since = "",
    until: Until = "",
    kind: Kinds = None,
    topic: Topics = None,
    publisher: Publishers = None,
    author: Authors = None,
    collection: Collections = None,
    batch: Batch = None,
    memo: Memo = None,
    force: Force = False,
    json: Json = False,
) -> None:
    """An answer whose every sentence is quoted, or why there is none."""
    from qa.question import Question
    from ui.contract import answer_json
    from ui.reading_out import print_answer

    if memo and batch:
        raise typer.BadParameter(
            say(
                en="A memo is of one question. Give the question itself, not a file of them.",
                fr="Une note porte sur une question. Donnez la question elle-même, et non un "
                "fichier.",
            ),
            param_hint="--memo",
        )
    asked = _asked(question, batch)
    filters = filters_from(language, since, until, kind, topic, publisher, author, collection)
    settings = load_settings()
    library = open_library(settings)
    chain = open_chain(settings, library, noted=batch is None)  # a batch is an evaluation

    def run(text: str) -> dict[str, Any]:
        asking = Question(text, filters=filters)
        answer = chain.invoke(asking)
        if written:
            write_memo(asking, answer, *written)
        return answer_json(answer)

    # A name that cannot be had is told before anything is asked.
    with memo_file(memo, force=force) if memo else nullcontext() as written:
        _run(asked, batch is not None, json, run, print_answer)


def _asked(text: str, batch: Path | None) -> list[tuple[Any, str]]:
    """All questions with their ids, read first: a bad line stops nothing halfway.

    A single question has no id.
    """
    if bool(text.strip()) == (batch is not None):
        raise typer.BadParameter(
            say(
                en="Give one question, or --batch with a file of them.",
                fr="Donnez une question, ou --batch avec un fichier de questions.",
            )
        )
    return [(None, text)] if batch is None else list(_questions(batch))


def _run(
    asked: list[tuple[Any, str]],
    batched: bool,
    json: bool,
    run: Callable[[str], dict[str, Any]],
    print_out: Callable[[dict[str, Any]], None],
) -> None:
    for id_, text in asked:
        result = run(text)
        if batched:
            print_json({"id": id_, **result})
        elif json:
            print_json(result)
        else:
            print_out(result)


def _questions(path: Path) -> Iterator[tuple[Any, str]]:
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise KnownError(
            en=f"{path} cannot be read: {error}", fr=f"{path} ne peut pas être lu : {error}"
        ) from error
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            entry = json_.loads(line)
            if not (isinstance(entry["question"], str) and entry["question"].strip()):
                raise TypeError("no question")
            yield entry["id"], entry["question"]
        except (json_.JSONDecodeError, KeyError, TypeError) as error:
            raise KnownError(
                en=f'{path}, line {number}: expected {{"id": …, "question": …}}, found '
                f"{line[:60]!r}",
                fr=f'{path}, ligne {number} : attendu {{"id": …, "question": …}}, trouvé '
                f"{line[:60]!r}",
            ) from error
