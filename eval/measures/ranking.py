"""How high the passages that answer rank, in the field's measures.

What is to be found are articles: a passage counts for its article when it holds one of the
article's spans, and the first such passage stands for all of them, so that an article which
repeats itself is not found twice. Every other passage takes its rank and counts for nothing.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from eval.gold import GoldItem
from eval.measures.overlap import holds
from index.passage import Hit

RANKING = ("nDCG@10", "Recall@5", "Recall@10", "MRR@10", "Success@1", "Success@3", "Success@5")
DEPTH = 10  # passages looked at
_NAMES = {"MRR@10": "RR@10", "Recall@5": "R@5", "Recall@10": "R@10"}  # as ir_measures says it

Judged = tuple[GoldItem, Sequence[Hit]]


def parse(name: str) -> Any:
    """The measure of `ir_measures` that we call `name`."""
    import ir_measures

    return ir_measures.parse_measure(_NAMES.get(name, name))


def answers(hit: Hit, item: GoldItem) -> bool:
    return any(holds(hit.passage, span) for span in item.spans)


def ranking_measures(judged: Sequence[Judged]) -> Mapping[str, Mapping[str, float]]:
    """Question id -> measure -> value, for the answerable questions.

    A question for which nothing was found has 0 in every measure.
    """
    import ir_measures

    answerable = [(item, hits) for item, hits in judged if item.answerable]
    values: dict[str, dict[str, float]] = {item.id: {} for item, _ in answerable}
    if not answerable:
        return values
    qrels = {item.id: dict.fromkeys(item.articles, 1) for item, _ in answerable}
    run = {item.id: _ranked(item, hits) for item, hits in answerable}
    names = {parse(name): name for name in RANKING}
    for found in ir_measures.iter_calc(list(names), qrels, run):
        values[found.query_id][names[found.measure]] = float(found.value)
    return {id_: {name: each[name] for name in RANKING} for id_, each in values.items()}


def _ranked(item: GoldItem, hits: Sequence[Hit]) -> dict[str, float]:
    """Article or passage id -> score that falls with the rank, so that ties cannot reorder."""
    ranked: dict[str, float] = {}
    for rank, hit in enumerate(hits[:DEPTH], start=1):
        article = hit.passage.article_id
        is_first = answers(hit, item) and article not in ranked
        ranked[article if is_first else hit.passage.id] = 1 / rank
    return ranked
