"""`python -m eval.fitting`: fit the weights on the gold sets for development, and write them.

Search first, then the sentences of what it finds, then the confidence in the first of them; so
each is fitted on what the one before really gives. With another embedding model, or after a
change of signals, run it again.
"""

import argparse
import json
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import index.hybrid
import qa.abstention
import qa.candidates
import qa.ranking
from eval.fitting.calibration import fit_confidence, threshold
from eval.fitting.choice import fit_choice
from eval.fitting.examples import Posed, confidences, passages, sentences
from eval.gold import GoldSet, check_fits, read_gold
from eval.temporary import add_corpus, temporary_library
from index.embedding import EMBEDDED, SentenceTransformerEmbedder

PROJECT = Path(__file__).parents[2]
GOLD = PROJECT / "eval" / "gold"
# Gold set and its articles; a set whose articles are not beside the project is left out.
SETS = {
    GOLD / "starter_dev.jsonl": PROJECT / "corpus" / "library",
    GOLD / "digitalgov_dev.jsonl": PROJECT.parent / "shared" / "data" / "cx_en_digitalgov_cc0",
}
ACROSS = frozenset({"across"})
# Signs that speak against an answer; all others speak for it.
AGAINST = frozenset({"shortfall", "unshown", "absent"})
# What a sentence is like may speak for it or against it.
OF_THE_SENTENCE = frozenset({"is_question", "short", "length", "across", "absent"})


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--models", type=Path, required=True, help="unpacked model and vectors")
    cache = parser.parse_args().models
    embedder = SentenceTransformerEmbedder(EMBEDDED, cache)
    posed, golds = [], []
    with ExitStack() as stack:
        for path, articles in SETS.items():
            if not articles.exists():
                continue
            gold = read_gold(path)
            library = stack.enter_context(temporary_library(embedder, cache))
            add_corpus(library, articles)
            snapshot = library.snapshot()
            check_fits(gold.items, snapshot)
            golds.append(gold)
            posed += [Posed.of(item, snapshot) for item in gold.items]
        about = _about(golds, embedder.fingerprint)
        search = fit_choice(list(passages(posed)), index.hybrid.SIGNALS, ACROSS)
        index.hybrid.WEIGHTS.update(search)
        _write(PROJECT / "index", {**about, "search": search})
        of_sentences = fit_choice(list(sentences(posed)), qa.candidates.FEATURES, OF_THE_SENTENCE)
        qa.ranking.WEIGHTS.update(of_sentences)
        known = list(confidences(posed))
        weights = fit_confidence(
            [signs for signs, _, _ in known],
            [right for _, right, _ in known],
            qa.abstention.SIGNS,
            AGAINST,
        )
        qa.abstention.WEIGHTS.update({str(sign): weight for sign, weight in weights.items()})
        passed = [qa.abstention.probability(signs) for signs, _, answerable in known if answerable]
        _write(
            PROJECT / "qa",
            {
                **about,
                "sentences": of_sentences,
                "confidence": weights,
                "threshold": {"answers": threshold(passed)},
            },
        )


def _about(golds: list[GoldSet], fingerprint: str) -> dict[str, Any]:
    return {
        "fitted_by": "python -m eval.fitting",
        "fitted_on": {gold.name: len(gold.items) for gold in golds},
        "embedding": fingerprint,
    }


def _write(room: Path, weights: dict[str, Any]) -> None:
    text = json.dumps(weights, indent=2, ensure_ascii=False) + "\n"
    (room / "fitted.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
