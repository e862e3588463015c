"""What the gold sets consist of."""

from collections.abc import Callable, Sequence

from eval.bench.section import Row, Section
from eval.bench.workplace import Workplace
from eval.gold import GoldItem, Kind, read_gold
from eval.gold_libraries import GOLD

_COUNTED: dict[str, Callable[[GoldItem], bool]] = {
    "**questions**": lambda _: True,
    "in French": lambda item: item.language == "fr",
    "in English": lambda item: item.language == "en",
    "asked in both languages": lambda item: bool(item.pair),
    "answerable": lambda item: item.answerable,
    "of which cross-lingual": lambda item: item.cross_lingual,
    "unanswerable": lambda item: not item.answerable,
    "of which near misses": lambda item: item.near_miss,
}


def measure(place: Workplace) -> Section:
    sets = {path.stem: read_gold(path).items for path in sorted(GOLD.glob("*.jsonl"))}
    columns = [*sets.values(), [item for items in sets.values() for item in items]]
    return Section(
        name="gold",
        about=(
            "Questions of each set. Cross-lingual: all that answers is in the other language. Near "
            "miss: the subject is there and the fact is missing."
        ),
        columns=("", *sets, "all"),
        rows=(
            *(_row(label, columns, counts) for label, counts in _COUNTED.items()),
            *(_row(f"kind: {kind.replace('_', '-')}", columns, _is(kind)) for kind in Kind),
        ),
    )


def _row(
    label: str, columns: Sequence[Sequence[GoldItem]], counts: Callable[[GoldItem], bool]
) -> Row:
    return Row(label, tuple(str(sum(map(counts, items))) for items in columns))


def _is(kind: Kind) -> Callable[[GoldItem], bool]:
    return lambda item: item.kind == kind
