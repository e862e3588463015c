"""What each step of search brings, on the gold sets for test.

Searchers first, then the signals of hybrid search one after the other. Each time the weights are
fitted anew on the gold sets for development, so that every step is as good as it can be.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace

import numpy as np

from eval.bench.gold_groups import GROUPS, grouped
from eval.bench.section import Row, Section, Value
from eval.bench.workplace import Workplace
from eval.fitting.choice import fit_choice
from eval.fitting.examples import Choice, Posed
from eval.gold import GoldItem
from eval.gold_libraries import GoldLibrary, gold_libraries
from eval.measures.ranking import DEPTH, answers, ranking_measures
from eval.run import Figures
from eval.significance import interval
from index.building import passage_text
from index.embedding import Embedder
from index.hybrid import BY_QUESTION, CANDIDATES, SIGNALS
from index.library import Library
from index.passage import Hit
from index.searcher import DenseSearcher, LexicalSearcher, Searcher
from index.snapshot import Snapshot
from index.thesaurus import Thesaurus
from index.vectors import VectorIndex

MEASURES = ("Success@1", "Success@3", "Success@5", "nDCG@10")
COMPARED = "nDCG@10"
FREE = frozenset({"across"})  # a language may speak for a passage or against it
BASE = ("dense", "lexical", "lexical_across", "coverage", "coverage_across", "across")
KNOWN = "known"
ADDED = ("sentence", "late", "late_sentence", KNOWN)  # one after the other, to BASE
# Measured question by question: what one step makes of each.
ByQuestion = Mapping[str, Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class LookedAt:
    """A question and all its candidates with their signals."""

    item: GoldItem
    hits: tuple[Hit, ...]
    by_fusion: frozenset[str]  # passages; the other ones only known questions have found

    def known_for(self, signals: Sequence[str]) -> list[Hit]:
        """The candidates of a search that has these signals."""
        if KNOWN in signals:
            return list(self.hits)
        return [hit for hit in self.hits if hit.passage.id in self.by_fusion]

    def choice(self, signals: Sequence[str]) -> Choice:
        hits = self.known_for(signals)
        return [_only(hit, signals) for hit in hits], [answers(hit, self.item) for hit in hits]

    def ranked(self, weights: Mapping[str, float]) -> list[Hit]:
        def score(hit: Hit) -> float:
            return sum(weight * hit.found_by[name] for name, weight in weights.items())

        hits = self.known_for(tuple(weights))
        return sorted(hits, key=lambda hit: (-score(hit), hit.passage.id))[:DEPTH]


@dataclass(frozen=True, slots=True)
class Tried:
    """One gold set: what searchers found for its test questions, and all candidates."""

    gold: GoldLibrary
    by_searcher: dict[str, ByQuestion]
    dev: tuple[LookedAt, ...]
    test: tuple[LookedAt, ...]


def measure(place: Workplace, unadapted: Embedder) -> Iterator[Section]:
    """A table for each gold set; `unadapted` is the embedded model without the adapter."""
    tried = [_tried(place, gold, unadapted) for gold in gold_libraries(place.quick)]
    dev = [looked for each in tried for looked in each.dev]
    steps = [(*BASE, *ADDED[:count]) for count in range(len(ADDED) + 1)]
    fitted = [fit_choice([each.choice(names) for each in dev], names, FREE) for names in steps]
    labels = ["hybrid: dense, BM25, coverage", *(f"+ {name.replace('_', ' ')}" for name in ADDED)]
    for each in tried:
        found = dict(each.by_searcher)
        for label, weights in zip(labels, fitted, strict=True):
            found[label] = ranking_measures([(one.item, one.ranked(weights)) for one in each.test])
        yield _section(each.gold, found)


def _tried(place: Workplace, gold: GoldLibrary, unadapted: Embedder) -> Tried:
    home = place.home(f"steps-{gold.name}")
    with closing(Library(home, place.embedder, starter=False, cache=place.models)) as library:
        library.add_articles(gold.articles)
        snapshot = library.snapshot()
        dev, test = (
            [Posed.of(item, snapshot) for item in part.items if item.answerable]
            for part in (gold.dev, gold.test)
        )
        return Tried(
            gold,
            {
                name: ranking_measures([(each.item, _found(searcher, each)) for each in test])
                for name, searcher in _searchers(snapshot, unadapted).items()
            },
            tuple(map(_look_at, dev)),
            tuple(map(_look_at, test)),
        )


def _searchers(snapshot: Snapshot, unadapted: Embedder) -> dict[str, Searcher]:
    contents = snapshot.contents
    texts = [passage_text(snapshot.article(p.article_id), p) for p in contents.passages]
    plain = replace(contents, vectors=VectorIndex.build(unadapted.passages(texts)))
    return {
        "BM25, without the thesaurus": LexicalSearcher(contents, Thesaurus(())),
        "BM25": snapshot.lexical,
        "dense, model without the adapter": DenseSearcher(plain, unadapted),
        "dense": snapshot.dense,
        "fused: dense and BM25": snapshot.fused,
    }


def _found(searcher: Searcher, posed: Posed) -> list[Hit]:
    return searcher.search(posed.query, DEPTH, posed.language)


def _look_at(posed: Posed) -> LookedAt:
    search = posed.snapshot.hybrid.search
    hits = search(posed.query, CANDIDATES + BY_QUESTION, posed.language)
    fused = posed.snapshot.fused.search(posed.query, CANDIDATES, posed.language)
    return LookedAt(
        posed.item,
        tuple(hit for hit in hits if hit.found_by.keys() >= set(SIGNALS)),
        frozenset(hit.passage.id for hit in fused),
    )


def _only(hit: Hit, signals: Sequence[str]) -> Figures:
    return {name: hit.found_by[name] for name in signals}


def _section(gold: GoldLibrary, found: Mapping[str, ByQuestion]) -> Section:
    items = [item for item in gold.test.items if item.answerable]
    rows, before = [], None
    for label, measured in found.items():
        rows.append(Row(label, (*_by_group(items, measured), _change(items, before, measured))))
        before = measured
    return Section(
        name=f"steps-{gold.name}",
        about=(
            f"The {len(items)} answerable questions of `{gold.test.name}`; in each cell "
            f"{' / '.join(MEASURES)}. From “hybrid” on, each row adds one signal to those above "
            "it, with all weights fitted anew on the sets for development. The last column: mean "
            f"change of {COMPARED} from the row above over all questions, with its paired 95 % "
            "interval."
        ),
        columns=("", *GROUPS, f"{COMPARED}, change"),
        rows=tuple(rows),
    )


def _by_group(items: Sequence[GoldItem], measured: ByQuestion) -> list[Value]:
    def mean(group: Sequence[GoldItem], name: str) -> float:
        return float(np.mean([measured[item.id][name] for item in group]))

    return [
        " / ".join(f"{mean(group, name):.2f}" for name in MEASURES) if group else None
        for group in grouped(items)
    ]


def _change(items: Sequence[GoldItem], before: ByQuestion | None, now: ByQuestion) -> Value:
    if before is None:
        return None
    gains = np.array([now[item.id][COMPARED] - before[item.id][COMPARED] for item in items])
    low, high = interval(gains)
    return f"{gains.mean():+.3f} [{low:+.3f}, {high:+.3f}]"
