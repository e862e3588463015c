"""`python -m eval.fitting`: fit the weights on the gold sets for development, and write them.

Search first, then the sentences of what it finds, then the confidence in the first of them; so
each is fitted on what the one before really gives. With another embedding model, or after a
change of signals, run it again.
"""

import argparse
import json
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any

import index.hybrid
import qa.abstention
import qa.candidates
import qa.ranking
from corpus.article import Article
from eval.fitting.calibration import fit_confidence, passing, threshold
from eval.fitting.choice import fit_choice
from eval.fitting.examples import Posed, confidences, passages, sentences
from eval.gold import GoldSet, check_fits
from eval.gold_libraries import gold_libraries
from eval.temporary import temporary_library
from index.embedding import EMBEDDED, SentenceTransformerEmbedder
from index.snapshot import Snapshot

PROJECT = Path(__file__).parents[2]
# Asked once more over its articles without the questions that they come with: most libraries'
# articles come without any.
STRIPPED = "starter"
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
    posed: list[Posed] = []
    golds: list[GoldSet] = []
    with ExitStack() as stack:

        def pose(gold: GoldSet, articles: Sequence[Article]) -> None:
            library = stack.enter_context(temporary_library(embedder, cache))
            library.add_articles(articles)
            snapshot = library.snapshot()
            check_fits(gold.items, snapshot)
            posed.extend(Posed.of(item, snapshot) for item in gold.items)

        for each in gold_libraries(quick=False):
            golds.append(each.dev)
            pose(each.dev, each.articles)
            if each.name == STRIPPED:
                pose(each.dev, [replace(article, questions=()) for article in each.articles])
        about = _about(golds, embedder.fingerprint)
        search = fit_choice(list(passages(posed)), index.hybrid.SIGNALS, ACROSS)
        index.hybrid.WEIGHTS.update(search)
        _write(PROJECT / "index", {**about, "search": search})
        of_sentences = fit_choice(list(sentences(posed)), qa.candidates.FEATURES, OF_THE_SENTENCE)
        qa.ranking.WEIGHTS.update(of_sentences)
        known = list(confidences(posed))
        weights = fit_confidence(
            [signs for _, signs, _ in known],
            [right for _, _, right in known],
            qa.abstention.SIGNS,
            AGAINST,
        )
        qa.abstention.WEIGHTS.update({str(sign): weight for sign, weight in weights.items()})
        sure: dict[Snapshot, list[float]] = {}
        for asked, signs, _ in known:
            if asked.item.answerable:
                of_library = sure.setdefault(asked.snapshot, [])
                of_library.append(qa.abstention.probability(signs))
        # Articles that the adapter learnt from are easier: the hardest library decides.
        refused_below = min(map(threshold, sure.values()))
        by_words = fit_confidence(
            [{name: signs[name] for name in qa.abstention.WORDS} for _, signs, _ in known],
            [right for _, _, right in known],
            qa.abstention.WORDS,
            AGAINST,
        )
        answerable = [signs for asked, signs, _ in known if asked.item.answerable]
        _write(
            PROJECT / "qa",
            {
                **about,
                "sentences": of_sentences,
                "confidence": weights,
                "confidence_by_words": {
                    **dict.fromkeys(qa.abstention.SIGNS, 0.0),
                    **passing(by_words, answerable, refused_below),
                },
                "threshold": {"answers": refused_below},
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
