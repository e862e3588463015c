"""Measure, print the tables and, after a full run, write them into `eval/RESULTS.md`.

python -m eval.bench                                every table on speed and memory
python -m eval.bench --only answering               one of them, printed
python -m eval.bench --only starter --write         what the starter library answers
python -m eval.bench --only retrieval --write [DATASET_DIR...]
"""

import argparse
import os
import shlex
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from time import perf_counter

from corpus.wording import KnownError
from eval.bench import answering, commands, indexing, nearest, page, retrieval, scale, starter
from eval.bench.machine import this_machine
from eval.bench.report import write_section
from eval.bench.section import Section, markdown
from eval.bench.workplace import PROJECT, Workplace
from index.embedding import EMBEDDED, SentenceTransformerEmbedder

RESULTS = PROJECT / "eval" / "RESULTS.md"
SPEED: dict[str, Callable[[Workplace], Section]] = {
    "page": page.measure,  # processes first, while this one is small
    "commands": commands.measure,
    "scale": scale.measure,
    "indexing": indexing.measure,
    "answering": answering.measure,
    "nearest": nearest.measure,
}


def main(arguments: Sequence[str]) -> int:
    """Exit code 0: measured; 1: a dataset is missing or not of the layout."""
    options = _parser().parse_args(arguments)
    _quiet_environment()
    machine = this_machine()
    measures: dict[str, Callable[[Workplace], Section]] = {
        **SPEED,
        "starter": starter.measure,
        "retrieval": lambda place: retrieval.measure(place, options.datasets),
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
                section = measures[name](place)
            except KnownError as error:
                print(error, file=sys.stderr)
                return 1
            print(f"## {name} ({perf_counter() - started:.0f} s)\n\n{markdown(section)}\n")
            if not options.quick and (options.write or not options.only):
                command = shlex.join(["python", "-m", "eval.bench", *arguments])
                write_section(RESULTS, section, command, machine)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m eval.bench", description="Measure; without --only also write RESULTS.md."
    )
    parser.add_argument(
        "--only", choices=[*SPEED, "starter", "retrieval"], help="one table, printed"
    )
    parser.add_argument("--write", action="store_true", help="write what --only measures, too")
    parser.add_argument("--quick", action="store_true", help="tiny sizes, to see that it works")
    parser.add_argument(
        "--models", type=Path, help="keep the model and (retrieval) its vectors in this folder"
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
