"""The gold sets that come with the product: they fit, and the promises hold on a part of them."""

from dataclasses import replace
from pathlib import Path

import pytest

from eval.dataset import read_documents
from eval.gold import GoldItem, GoldSet, Kind, check_fits, read_gold
from eval.measures.definitions import GATES
from eval.run import Run
from eval.scorecard import measure_answers
from index.library import Library
from qa.chain import answer_chain
from ui.contract import answer_json

ROOT = Path(__file__).parents[1]
SETS = sorted((ROOT / "eval" / "gold").glob("*.jsonl"))
DIGITALGOV = ROOT.parent / "shared" / "data" / "cx_en_digitalgov_cc0" / "corpus.jsonl"


@pytest.fixture(scope="module")
def gold_sets() -> dict[str, GoldSet]:
    return {path.stem: read_gold(path) for path in SETS}


def few(gold: GoldSet) -> tuple[GoldItem, ...]:
    """In each language the first question of each kind, and the first that nothing answers."""
    firsts: dict[tuple[str, Kind | None], GoldItem] = {}
    for item in gold.items:
        firsts.setdefault((item.language, item.kind if item.answerable else None), item)
    return tuple(firsts.values())


@pytest.fixture(scope="module")
def run(gold_sets: dict[str, GoldSet], starter_library: Library) -> Run:
    """A few questions in both languages, with the real model."""
    gold = gold_sets["starter_dev"]
    return measure_answers(
        replace(gold, items=few(gold)),
        starter_library,
        answer_chain(starter_library).invoke,
        answer_json,
        answerer="extractive",
        settings={},
        version="",
    )


def test_every_quote_is_in_its_article_and_every_citation_leads_there(run: Run) -> None:
    assert {gate: run.measures[gate] for gate in GATES} == dict.fromkeys(GATES, 1.0)
    broken = [i.id for i in run.items if any(i.measures.get(gate, 1.0) < 1 for gate in GATES)]
    assert broken == []


def test_most_are_answered(run: Run) -> None:
    """Silence keeps every promise, too."""
    assert run.measures["answered"] >= 0.5


def test_starter_sets_fit_the_starter_library(
    gold_sets: dict[str, GoldSet], starter_library: Library
) -> None:
    of_the_starter = [gold for name, gold in gold_sets.items() if name.startswith("starter_")]
    assert of_the_starter
    for gold in of_the_starter:
        check_fits(gold.items, starter_library.holdings())


@pytest.mark.skipif(not DIGITALGOV.is_file(), reason="no digital.gov set beside the project")
def test_digitalgov_sets_fit_their_articles(
    gold_sets: dict[str, GoldSet], library: Library
) -> None:
    library.add_articles(list(read_documents(DIGITALGOV).values()))
    for name, gold in gold_sets.items():
        if name.startswith("digitalgov_"):
            check_fits(gold.items, library.holdings())


def test_pairs_are_mutual_and_in_two_languages(gold_sets: dict[str, GoldSet]) -> None:
    for gold in gold_sets.values():
        by_id = {item.id: item for item in gold.items}
        for item in gold.items:
            if item.pair:
                other = by_id[item.pair]
                assert (other.pair, {item.language, other.language}) == (item.id, {"fr", "en"})
                assert item.answerable == other.answerable, item.id


def test_dev_and_test_are_about_different_articles(gold_sets: dict[str, GoldSet]) -> None:
    """By the article that answers first; contested questions draw on the whole library."""

    def answering(gold: GoldSet) -> set[str]:
        return {i.articles[0] for i in gold.items if i.answerable and i.kind != Kind.CONTESTED}

    for name, dev in gold_sets.items():
        if test := gold_sets.get(name.replace("_dev", "_test")) if "_dev" in name else None:
            assert not answering(dev) & answering(test), name
