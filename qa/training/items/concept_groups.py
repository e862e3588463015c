"""Which concepts may stand in for each other as options: those of one sort."""

import tomllib
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from pathlib import Path

GROUPS = Path(__file__).with_suffix(".toml")


@cache
def concept_groups() -> Mapping[str, frozenset[str]]:
    """Concept id -> the groups that it stands in."""
    table: dict[str, set[str]] = defaultdict(set)
    for group, ids in tomllib.loads(GROUPS.read_text(encoding="utf-8")).items():
        for id_ in ids:
            table[id_].add(group)
    return {id_: frozenset(groups) for id_, groups in table.items()}
