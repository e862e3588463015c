"""Quiz items from the starter library: how many pass the gates, and what readers found wrong."""

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from time import process_time

from eval.bench.section import Row, Section, Value
from eval.bench.workplace import PROJECT, Workplace
from eval.item_readings import Fault, Reading, by_reader, faults, kappa, read_readings, share_good
from index.library import Library
from qa.training.item import Item, ItemKind
from qa.training.items.generating import Generated, generated
from qa.training.map_reading import competencies

READINGS = PROJECT / "eval" / "readings"
_LANGUAGES = {"fr": "French", "en": "English"}


def measure(place: Workplace) -> Iterator[Section]:
    """What passes, what is refused, and a table for each sample that was read."""
    with closing(Library(place.home("items"), place.embedder, cache=place.models)) as library:
        snapshot = library.snapshot()
        started = process_time()
        made = generated(snapshot, competencies(), {})
        seconds = process_time() - started
    yield _passed(made, seconds)
    yield _refused(made)
    for path in sorted(READINGS.glob("*.jsonl")):
        yield _read(path.stem, read_readings(path), made.items)


def _passed(made: Generated, seconds: float) -> Section:
    cards = Counter(item.card for item in made.items)
    counted = Counter((item.kind, item.language) for item in made.items)
    return Section(
        name="items",
        about=(
            f"Items of the starter library that pass every gate, made in {seconds:.0f} s of "
            f"processor time. They are on {len(cards)} cards: twins in French and English share "
            "one, and so do items on one figure."
        ),
        columns=("", *_LANGUAGES.values(), "all"),
        rows=(
            Row("**items**", _of_each(Counter(item.language for item in made.items))),
            *(
                Row(kind.value, _of_each({x: counted[kind, x] for x in _LANGUAGES}))
                for kind in ItemKind
            ),
        ),
    )


def _of_each(counts: "dict[str, int] | Counter[str]") -> tuple[Value, ...]:
    own = [counts.get(language, 0) for language in _LANGUAGES]
    return tuple(str(count) for count in (*own, sum(own)))


def _refused(made: Generated) -> Section:
    gates = Counter(refused.gate for refused in made.refused)
    kinds = Counter((refused.gate, refused.draft.kind) for refused in made.refused)
    return Section(
        name="item_gates",
        about="Drafts that a gate refused, by the first gate that did.",
        columns=("gate", *(kind.value for kind in ItemKind), "all"),
        rows=tuple(
            Row(gate, (*(str(kinds[gate, kind]) for kind in ItemKind), str(count)))
            for gate, count in gates.most_common()
        ),
    )


def _read(name: str, readings: Sequence[Reading], items: Sequence[Item]) -> Section:
    readers = by_reader(readings)
    there = {item.id for item in items}
    read = {reading.item for reading in readings}
    first, *others = readers.values()
    agreement = ", ".join(f"{k:.2f}" for other in others if (k := kappa(first, other)) is not None)
    every = tuple(readers.values())
    return Section(
        name=f"item_readings_{name}",
        about=(
            f"A random sample of {len(read)} items, each read by {len(readers)} readers who did "
            f"not see each other's verdicts; Cohen's kappa {agreement or 'undefined'}. "
            f"{len(read & there)} of the items are still made today."
        ),
        columns=("", *readers),
        rows=(
            Row("**good**: right, unambiguous, worth asking", _shares(every)),
            *(Row(fault.value, _counts(fault, every)) for fault in Fault),
        ),
    )


def _shares(readers: Sequence[Sequence[Reading]]) -> tuple[Value, ...]:
    return tuple(f"{share_good(readings):.0%}" for readings in readers)


def _counts(fault: Fault, readers: Sequence[Sequence[Reading]]) -> tuple[Value, ...]:
    return tuple(str(faults(readings).get(fault, 0)) for readings in readers)
