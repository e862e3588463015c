"""Measuring quality."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from ui.commands.keeping import Json
from ui.opening import load_settings, open_embedder
from ui.terminal import print_json, progress_bar, say

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
        str,
        typer.Option(
            help=say(
                en="Whose figures to print: dense, lexical or hybrid.",
                fr="Les chiffres de qui : dense, lexical ou hybrid.",
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
    if searcher not in figures.by_searcher:
        raise typer.BadParameter(f"{searcher!r}: dense | lexical | hybrid")
    if json:
        document = asdict(figures)
        by_searcher = document.pop("by_searcher")
        print_json({**document, "measures": by_searcher[searcher], "by_searcher": by_searcher})
    else:
        from ui.reading_out import print_figures

        print_figures(figures)
