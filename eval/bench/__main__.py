"""Measure, print the tables and, after a full run, write them into `eval/RESULTS.md`.

python -m eval.bench                                every table on speed and memory
python -m eval.bench --only answering               one of them, printed
python -m eval.bench --only answers --write         what is answered of the gold sets for test
python -m eval.bench --only steps --write           what each step of search brings there
python -m eval.bench --only gold --write            what the gold sets consist of
python -m eval.bench --only items --write           quiz items, and what readers say of them
python -m eval.bench --only retrieval --write [DATASET_DIR...]
"""

import argparse
import os
import shlex
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from time import perf_counter

from corpus.wording import KnownError
from eval.bench import (
    answering,
    answers,
    commands,
    gold_counts,
    indexing,
    items,
    load,
    nearest,
    page,
    retrieval,
    scale,
    steps,
)
from eval.bench.machine import this_machine
from eval.bench.report import write_section
from eval.bench.section import Section, markdown
from eval.bench.unadapted import unadapted
from eval.bench.workplace import PROJECT, Workplace
from index.embedding import EMBEDDED, SentenceTransformerEmbedder

RESULTS = PROJECT / "eval" / "RESULTS.md"
SPEED: dict[str, Callable[[Workplace], Section]] = {
    "page": page.measure,  # processes first, while this one is small
    "load": load.measure,
    "commands": commands.measure,
    "scale": scale.measure,
    "indexing": indexing.measure,
    "answering": answering.measure,
    "nearest": nearest.measure,
}
QUALITY = ("answers", "steps", "gold", "items", "retrieval")


def main(arguments: Sequence[str]) -> int:
    """Exit code 0: measured; 1: a dataset is missing or not of the layout."""
    options = _parser().parse_args(arguments)
    _quiet_environment()
    machine = this_machine()
    measures: dict[str, Callable[[Workplace], Iterable[Section]]] = {
        **{name: _one(measure) for name, measure in SPEED.items()},
        "answers": lambda place: answers.measure(place, options.runs),
        "steps": lambda place: steps.measure(place, unadapted(place.models)),
        "items": items.measure,
        "gold": _one(gold_counts.measure),
        "retrieval": _one(lambda place: retrieval.measure(place, options.datasets)),
    }
    names = [options.only] if options.only else list(SPEED)
    with tempfile.TemporaryDirectory(prefix="cxlit-bench-") as folder:
        models = options.models or Path(folder) / "models"
        place = Workplace(
            Path(folder), models, SentenceTransformerEmbedder(EMBEDDED, models), options.quick
        )
        for name in names:
            started = perf_counter()
            try:
                sections = list(measures[name](place))
            except KnownError as error:
                print(error, file=sys.stderr)
                return 1
            print(f"# {name} ({perf_counter() - started:.0f} s)\n")
            for section in sections:
                print(f"## {section.name}\n\n{markdown(section)}\n")
                if not options.quick and (options.write or not options.only):
                    command = shlex.join(["python", "-m", "eval.bench", *arguments])
                    write_section(RESULTS, section, command, machine)
    return 0


def _one(measure: Callable[[Workplace], Section]) -> Callable[[Workplace], Iterable[Section]]:
    """A measurement that gives one table, as one that may give several."""
    return lambda place: [measure(place)]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m eval.bench", description="Measure; without --only also write RESULTS.md."
    )
    parser.add_argument("--only", choices=[*SPEED, *QUALITY], help="one measurement, printed")
    parser.add_argument("--write", action="store_true", help="write what --only measures, too")
    parser.add_argument("--quick", action="store_true", help="tiny sizes, to see that it works")
    parser.add_argument(
        "--models", type=Path, help="keep the model and the vectors of texts in this folder"
    )
    parser.add_argument(
        "--runs", type=Path, help="keep the runs behind answers here, for cxlit eval compare"
    )
    parser.add_argument("datasets", nargs="*", type=Path, help="question sets, for retrieval")
    return parser


def _quiet_environment() -> None:
    """As the command does: without it OpenMP's threads spin, and figures are of another program."""
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    os.environ.setdefault("TRANSFORMERS_VERBOSITY", "error")
    os.environ.setdefault("HF_HUB_DISABLE_PROGRESS_BARS", "1")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
