"""What a library answers: the scorecard of the gold sets for test, with how sure it is."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from importlib.metadata import version
from pathlib import Path

import numpy as np

from eval.bench.figures import p50, p95
from eval.bench.gold_groups import GROUPS, grouped
from eval.bench.section import Row, Section, Value
from eval.bench.workplace import Workplace
from eval.gold_libraries import GoldLibrary, gold_libraries
from eval.measures.definitions import BY_NAME
from eval.run import ItemResult, Json, Run, write_run
from eval.scorecard import measure_answers
from eval.significance import Rows, interval, intervals_of_sets
from eval.summary import of_the_set
from index.library import Library
from qa.answer import Answer
from qa.chain import answer_chain
from qa.extractive import ExtractiveAnswerer
from qa.question import Question

WARM = "Qu'est-ce que l'expérience client ?"  # the first question of a process waits for more
HEADLINES = (
    "Success@1", "Success@3", "Success@5", "nDCG@10",
    "quote_validity", "citation_resolvability",
    "cites_answering_span", "first_sentence_answers", "answer_correct",
    "citation_precision", "citation_recall", "position_coverage",
    "answered", "refused", "refused_near_miss",
    "AUROC_answerable", "AUROC_right", "AURC", "Brier", "ECE",
    "parity",
)  # fmt: skip
LATENCY = {"latency, p50, ms": p50, "latency, p95, ms": p95}
_EVERYWHERE = {
    "quote_validity": "1",
    "citation_resolvability": "1",
    "cites_answering_span": "French 0.90, English 0.80",
    "answered": "0.90",
    "refused": "0.80",
}
TO_REACH: Mapping[str, Mapping[str, str]] = {
    "starter": _EVERYWHERE,
    "digitalgov": {
        **_EVERYWHERE,
        "Success@1": "French 0.50, English 0.65",
        "Success@5": "French 0.75, English 0.85",
    },
}


def measure(place: Workplace, runs: Path | None) -> Iterator[Section]:
    """A table for each gold set; `runs`: the folder in which what is behind it is kept."""
    for gold in gold_libraries(place.quick):
        run = _run(place, gold)
        if runs:
            runs.mkdir(parents=True, exist_ok=True)
            write_run(runs / f"{run.gold}.json", run)
        yield section(gold.name, run, articles=len(gold.articles))


def section(name: str, run: Run, articles: int) -> Section:
    to_reach = TO_REACH[name]
    by_group = [_figures(group, run) for group in grouped(run.items)]
    return Section(
        name=f"answers-{name}",
        about=(
            f"`{run.gold}`: {run.questions} questions on {articles} articles, asked of the "
            "embedded answerer, warm, one at a time. After ±: how far the 95 % interval goes, by "
            "a bootstrap over the questions. Each measure is over the questions that it applies "
            "to; `cxlit eval answers` measures the same way, and tells what each one means."
        ),
        columns=("", *GROUPS, "to reach"),
        rows=(
            Row("questions", (*(str(len(group)) for group in grouped(run.items)), None)),
            *(
                Row(name, (*(figures.get(name) for figures in by_group), to_reach.get(name)))
                for name in (*HEADLINES, *LATENCY)
            ),
        ),
    )


def _run(place: Workplace, gold: GoldLibrary) -> Run:
    home = place.home(f"answers-{gold.name}")
    with closing(Library(home, place.embedder, starter=False, cache=place.models)) as library:
        library.add_articles(gold.articles)
        chain = answer_chain(library)
        chain.invoke(Question(WARM))
        return measure_answers(
            gold.test,
            library,
            chain.invoke,
            _described,
            answerer=ExtractiveAnswerer.name,
            settings={"questions": len(gold.test.items)},
            version=version("cxlit"),
        )


def _described(answer: Answer) -> Json:
    """What comparing runs needs; sources and positions are in those of `cxlit eval answers`."""
    return {
        "searched_as": answer.searched_as,
        "answer": answer.text,
        "abstained": answer.abstained,
        "confidence": round(answer.confidence, 4),
    }


def _figures(items: Sequence[ItemResult], run: Run) -> dict[str, Value]:
    """Every measure over some of the questions, as it is shown."""
    if not items:
        return {}
    shown: dict[str, Value] = {}
    for name in HEADLINES:
        values = np.array([item.measures[name] for item in items if name in item.measures])
        if not len(values):
            continue
        mean, (low, high) = float(values.mean()), interval(values)
        # A promise is kept or broken: one exception must not disappear in an interval.
        is_gate = BY_NAME[name].is_gate
        shown[name] = f"{mean:.6g}" if is_gate else _sure(mean, (max(low, 0.0), min(high, 1.0)))

    def of_rows(rows: Rows) -> dict[str, float]:
        these = [items[row] for row in rows]
        spent = [run.latency.by_item[item.id] for item in these]
        return {**of_the_set(these), **{name: of(spent) for name, of in LATENCY.items()}}

    between = intervals_of_sets(of_rows, len(items))
    for name, value in of_rows(np.arange(len(items))).items():
        shown[name] = _sure(value, between[name], digits=0 if name in LATENCY else 2)
    return shown


def _sure(value: float, between: tuple[float, float], digits: int = 2) -> str:
    """With the further end of the interval: near 0 and 1 it is not even."""
    reach = max(value - between[0], between[1] - value)
    return f"{value:.{digits}f} ± {reach:.{digits}f}"
