"""Which concepts may stand in for each other as options: those of one sort."""

import tomllib
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from index.thesaurus import Concept

RIVALS = 1  # wrong options at least that are easily taken for the right term
GROUPS = Path(__file__).with_suffix(".toml")


@cache
def concept_groups() -> Mapping[str, frozenset[str]]:
    """Concept id -> the groups that it stands in."""
    table: dict[str, set[str]] = defaultdict(set)
    for group, ids in tomllib.loads(GROUPS.read_text(encoding="utf-8")).items():
        for id_ in ids:
            table[id_].add(group)
    return {id_: frozenset(groups) for id_, groups in table.items()}


def are_related(one: Concept, other: Concept) -> bool:
    """Whether one is easily taken for the other: a journey map, a service blueprint."""
    return (
        other.id in one.related
        or one.id in other.related
        or bool(set(one.broader) & set(other.broader))
    )
