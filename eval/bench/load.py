"""The served page over a large library: what one person waits for, and twenty at once."""

from collections.abc import Iterable, Sequence

from eval.bench.asked import questions
from eval.bench.browsing import visits
from eval.bench.crowd import ask_at_once
from eval.bench.figures import memory_mb, p50, p95
from eval.bench.large import make_large
from eval.bench.page import served
from eval.bench.scale_articles import made_of
from eval.bench.section import Row, Section
from eval.bench.workplace import Workplace

PASSAGES = 10_000
VISITS = 30  # of one person, a question each
PEOPLE, EACH = 20, 5  # at once; questions of each
PAINT_TO_REACH, SENTENCE_TO_REACH, CROWD_TO_REACH = 2000.0, 1000.0, 3000.0  # ms


def measure(place: Workplace) -> Section:
    passages, alone, people, each = (
        (800, 2, 3, 1) if place.quick else (PASSAGES, VISITS, PEOPLE, EACH)
    )
    home = place.home("load")
    real = make_large(home, passages, place.embedder, place.models)
    asked = questions((alone + people * each + 1) // 2)
    of_each = [asked[alone + at :: people][:each] for at in range(people)]
    with served(place, home) as (process, address, _):
        made = visits(address, asked[:alone])
        before = memory_mb(process.pid)
        crowd = ask_at_once(address, of_each)
        after = memory_mb(process.pid)
        peak = memory_mb(process.pid, "VmHWM")
    for error in crowd.errors:
        print(error)
    at_once = f"{people} people at once"
    return Section(
        name="load",
        about=(
            f"`cxlit serve` in a process of its own, over {passages:,} passages: the {real} of "
            f"the starter library, and paragraphs of {made_of()} with made-up vectors, as far "
            "from the questions as texts on something else are. One person: "
            f"{alone} visits with Chromium on the same machine, each with an empty cache: from "
            "the address to a question box in sight, and from Enter to the first sentence of the "
            "answer, or to the words that there is none. At once: "
            f"{people} people over HTTP who ask {each} questions each, the next one as soon as "
            "the last is answered, as nobody does who reads. All questions are different, and "
            "each begins a conversation."
        ),
        columns=("", "measured", "to reach, at most"),
        rows=(
            *_times("one person: first useful paint", [v.painted for v in made], PAINT_TO_REACH),
            *_times(
                "one person: question to first sentence",
                [visit.answered for visit in made],
                SENTENCE_TO_REACH,
            ),
            *_times(f"{at_once}: question to answer", crowd.spent, CROWD_TO_REACH),
            Row(f"{at_once}: answers a second", (crowd.per_second, None)),
            Row(f"**{at_once}: errors**", (float(len(crowd.errors)), 0.0)),
            Row("memory of the server before they came, MB", (before, None)),
            Row("memory after, MB", (after, None)),
            Row("most memory at any time, MB", (peak, None)),
        ),
    )


def _times(label: str, spent: Sequence[float], to_reach: float) -> Iterable[Row]:
    """Milliseconds; what is to be reached holds for nineteen of twenty."""
    yield Row(f"{label}, p50, ms", (p50(spent) if spent else None, None))
    yield Row(f"**{label}, p95, ms**", (p95(spent) if spent else None, to_reach))
    yield Row(f"{label}, the slowest, ms", (max(spent, default=None), None))
