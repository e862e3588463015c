"""Measuring quality."""

from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from corpus.wording import Wording
from ui.commands.options import Force, Json
from ui.opening import load_settings, open_chain, open_embedder, open_library
from ui.speech import interface_language
from ui.terminal import print_json, progress_bar, say, to_stderr

if TYPE_CHECKING:
    from eval.gold import GoldSet
    from eval.run import Run
    from index.library import Library
    from index.report import Progress
    from ui.settings import Settings

NOT_KEPT = 3  # exit code: an answer broke a promise that every answer keeps

Corpus = Annotated[
    Path | None,
    typer.Option(
        metavar="PATH",
        help=say(
            en="Ask a temporary library of these articles: a corpus.jsonl, the folder that "
            "holds one, or a folder of articles. Otherwise your own library is asked.",
            fr="Interroge une bibliothèque temporaire de ces articles : un corpus.jsonl, son "
            "dossier, ou un dossier d’articles. Sinon, votre bibliothèque est interrogée.",
        ),
    ),
]
Limit = Annotated[
    int | None,
    typer.Option(
        min=1,
        help=say(en="Only the first so many questions.", fr="Seulement les premières questions."),
    ),
]

app = typer.Typer(help=say(en="Measure quality.", fr="Mesure la qualité."), no_args_is_help=True)


@app.command(
    help=say(
        en="Measure search on a question set in the BEIR layout.",
        fr="Mesure la recherche sur un jeu de questions au format BEIR.",
    )
)
def retrieval(
    dataset: Annotated[Path, typer.Argument(metavar="DATASET_DIR")],
    searcher: Annotated[
        Literal["dense", "lexical", "fused", "hybrid"],
        typer.Option(
            help=say(
                en="Whose figures are the “measures” of the JSON.",
                fr="Celle des recherches dont le JSON donne les chiffres dans « measures ».",
            )
        ),
    ] = "hybrid",
    json: Json = False,
) -> None:
    """Always in a temporary library; vectors that were computed before are used again."""
    from eval.dataset import read_dataset
    from eval.retrieval import measure_retrieval

    settings = load_settings()
    questions = read_dataset(dataset)
    with progress_bar() as progress:
        figures = measure_retrieval(
            questions, open_embedder(settings), settings.cache_folder, progress
        )
    if json:
        document = asdict(figures)
        by_searcher = document.pop("by_searcher")
        print_json({**document, "measures": by_searcher[searcher], "by_searcher": by_searcher})
    else:
        from ui.reading_out import print_figures

        print_figures(figures)


@app.command(
    help=say(
        en="Ask the questions of a gold set and measure the answers. Without GOLD.jsonl, those "
        "that evaluators made of feedback in your own library (Review tab of the page).",
        fr="Pose les questions d’un jeu de référence et mesure les réponses. Sans GOLD.jsonl, "
        "celles que les évaluateurs ont tirées des avis dans votre bibliothèque (onglet "
        "Avis de la page).",
    )
)
def answers(
    gold: Annotated[Path | None, typer.Argument(metavar="[GOLD.jsonl]", show_default=False)] = None,
    corpus: Corpus = None,
    limit: Limit = None,
    save: Annotated[
        Path | None,
        typer.Option(
            metavar="RUN.json",
            help=say(
                en="Write everything into this file, for: cxlit eval compare",
                fr="Écrit le tout dans ce fichier, pour : cxlit eval compare",
            ),
        ),
    ] = None,
    report: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE.html",
            help=say(
                en="Write a report with every question into this file.",
                fr="Écrit dans ce fichier un rapport avec toutes les questions.",
            ),
        ),
    ] = None,
    force: Force = False,
    json: Json = False,
) -> None:
    """Exit code 3 when a quote or a citation is not what the library holds."""
    from corpus.new_file import new_file
    from eval.gold import read_gold
    from eval.report import report_html
    from eval.run import run_bytes, run_json
    from ui.reviewed import fitting, reviewed_questions
    from ui.scored import broken_gates, print_scorecard

    settings = load_settings()
    if gold is None and corpus:
        raise typer.BadParameter(
            say(
                en="The questions made of feedback are about your own library: name GOLD.jsonl, "
                "too.",
                fr="Les questions tirées des avis portent sur votre bibliothèque : indiquez "
                "aussi GOLD.jsonl.",
            ),
            param_hint="--corpus",
        )
    questions = (read_gold(gold) if gold else reviewed_questions(settings)).limited(limit)
    with ExitStack() as files:  # names that cannot be had are told before anything is asked
        run_file = save and files.enter_context(new_file(save, overwrite=force))
        report_file = report and files.enter_context(new_file(report, overwrite=force))
        with progress_bar() as progress, asked_library(settings, corpus, progress) as library:
            if gold is None:
                questions = fitting(questions, library)
            run = measured(settings, questions, library, corpus, progress)
        if run_file:
            run_file.write(run_bytes(run))
        if report_file:
            report_file.write(report_html(run, interface_language()).encode())
    if json:
        print_json(run_json(run))
    else:
        print_scorecard(run)
    if broken := ", ".join(broken_gates(run)):
        to_stderr(
            Wording(
                en=f"{broken} must be 1: see “why” of the questions in the JSON.",
                fr=f"{broken} doit valoir 1 : voir « why » des questions dans le JSON.",
            )
        )
        raise typer.Exit(NOT_KEPT)


@contextmanager
def asked_library(
    settings: "Settings", corpus: Path | None, progress: "Progress"
) -> "Iterator[Library]":
    """The person's own library, or a temporary one of `corpus`."""
    from eval.temporary import add_corpus, temporary_library

    if corpus is None:
        with closing(open_library(settings)) as library:
            yield library
        return
    with temporary_library(open_embedder(settings), settings.cache_folder) as library:
        add_corpus(library, corpus, progress)
        yield library


def measured(
    settings: "Settings",
    questions: "GoldSet",
    library: "Library",
    corpus: Path | None,
    progress: "Progress",
) -> "Run":
    from eval.scorecard import measure_answers
    from qa.extractive import ExtractiveAnswerer
    from ui.contract import answer_json

    return measure_answers(
        questions,
        library,
        open_chain(settings, library, noted=False).invoke,
        answer_json,
        answerer=settings.llm or ExtractiveAnswerer.name,
        settings={
            "model": settings.model,
            "llm": settings.llm,
            "corpus": corpus.resolve().name if corpus else "",
            "questions": len(questions.items),
        },
        version=version("cxlit"),
        progress=progress,
    )
