"""Whether a question is answered from the same sources in French and in English."""

from collections.abc import Mapping, Sequence, Set

from eval.gold import GoldItem


def parity(items: Sequence[GoldItem], cited: Mapping[str, Set[str]]) -> dict[str, float]:
    """Question id -> Jaccard overlap of its cited articles with those of its pair.

    `cited` has the article ids by question id. Only answerable questions whose pair was asked,
    too; 0 when neither was answered.
    """
    asked = {item.id for item in items if item.answerable}
    return {
        item.id: _jaccard(cited[item.id], cited[item.pair])
        for item in items
        if item.id in asked and item.pair in asked
    }


def _jaccard(one: Set[str], other: Set[str]) -> float:
    return len(one & other) / len(one | other) if one | other else 0.0
