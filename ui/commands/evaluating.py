"""Measuring quality."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Literal

import typer

from ui.commands.options import Json
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
        Literal["dense", "lexical", "fused", "hybrid"],
        typer.Option(
            help=say(
                en="Whose figures are the “measures” of the JSON.",
                fr="Celle des recherches dont le JSON donne les chiffres dans « measures ».",
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
