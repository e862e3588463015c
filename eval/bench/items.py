"""Quiz items from the starter library: how many pass the gates, and what readers found wrong."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from time import process_time

from eval.bench.section import Row, Section, Value
from eval.bench.workplace import PROJECT, Workplace
from eval.item_readings import Fault, Reading, by_reader, kappa, read_readings, share_good
from index.library import Library
from qa.training.item import Item, ItemKind
from qa.training.items.generating import Generated, generated
from qa.training.map_reading import competencies

READINGS = PROJECT / "eval" / "readings"
_LANGUAGES = {"fr": "French", "en": "English"}


def measure(place: Workplace) -> Iterator[Section]:
    """What passes, what is refused, what readers found of each sample, and wrong with the last."""
    with closing(Library(place.home("items"), place.embedder, cache=place.models)) as library:
        snapshot = library.snapshot()
        started = process_time()
        made = generated(snapshot, competencies(), {})
        seconds = process_time() - started
    yield _passed(made, seconds)
    yield _refused(made)
    samples = {path.stem: read_readings(path) for path in sorted(READINGS.glob("*.jsonl"))}
    if samples:
        there = {item.id: item for item in made.items}
        yield _readings(samples, there)
        last = max(samples)
        yield _faults(last, samples[last], there)


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


def _readings(samples: Mapping[str, Sequence[Reading]], there: Mapping[str, Item]) -> Section:
    return Section(
        name="item_readings",
        about=(
            "Random samples, in the order in which they were drawn, each of what the rules then "
            "gave, read by two who did not see each other's verdicts. Good: the key is "
            "right and backed by the quote, no other option is right as well, and it is worth "
            "asking. Kappa: Cohen's, of good or not."
        ),
        columns=("sample", "items", "good, reader 1", "good, reader 2", "kappa", "still made"),
        rows=tuple(_sample(name, read, there) for name, read in samples.items()),
    )


def _sample(name: str, readings: Sequence[Reading], there: Mapping[str, Item]) -> Row:
    one, other = by_reader(readings).values()
    items = {reading.item for reading in readings}
    agreement = kappa(one, other)
    return Row(
        name,
        (
            str(len(items)),
            f"{share_good(one):.0%}",
            f"{share_good(other):.0%}",
            None if agreement is None else f"{agreement:.2f}",
            str(len(items & there.keys())),
        ),
    )


def _faults(name: str, readings: Sequence[Reading], there: Mapping[str, Item]) -> Section:
    """Of one sample; both readers count."""
    known = [(there[r.item].kind, r) for r in readings if r.item in there]
    read = Counter(kind for kind, _ in known)
    found = Counter((kind, reading.fault) for kind, reading in known)
    return Section(
        name="item_faults",
        about=(
            f"What was found wrong with {name}, by kind of item, both readers together; of the "
            "items that are still made."
        ),
        columns=("", *(kind.value for kind in ItemKind), "all"),
        rows=(
            Row("verdicts", _of_kinds(read)),
            *(
                Row(fault.value, _of_kinds(Counter({k: found[k, fault] for k in ItemKind})))
                for fault in Fault
            ),
        ),
    )


def _of_kinds(counts: "Counter[ItemKind]") -> tuple[Value, ...]:
    return tuple(str(count) for count in (*(counts[kind] for kind in ItemKind), counts.total()))
