"""The tables on quality: what stands in them, from runs and figures that are given by hand."""

from pathlib import Path

import pytest

import eval.bench.unadapted
from corpus.article import Article
from eval.bench import answers, gold_counts, retrieval, steps
from eval.bench.gold_groups import GROUPS, grouped
from eval.bench.section import Section
from eval.bench.steps import BASE, KNOWN, LookedAt
from eval.bench.unadapted import unadapted
from eval.bench.workplace import Workplace
from eval.dataset import Dataset
from eval.gold import GoldItem, GoldSpan, Kind
from eval.gold_libraries import gold_libraries
from eval.retrieval import MEASURES
from eval.run import Index, ItemResult, Run, read_run
from eval.summary import curves, latency
from index.adaptation.examples import is_taught_title
from index.hybrid import SIGNALS
from index.passage import Hit, Passage
from tests.fake_embedder import FakeEmbedder
from tests.tiny_weights import HIDDEN, weights_file

SPENT = {"a": 10.0, "b": 20.0, "c": 30.0, "d": 40.0}


@pytest.fixture
def place(tmp_path: Path) -> Workplace:
    return Workplace(tmp_path, tmp_path / "models", FakeEmbedder(), quick=True)


def cells(section: Section) -> dict[str, dict[str, str]]:
    """Row -> column -> what stands there, without the empty ones."""
    return {
        row.label: {
            column: str(value)
            for column, value in zip(section.columns[1:], row.values, strict=True)
            if value is not None
        }
        for row in section.rows
    }


# Groups and counts


def asked(id_: str, language: str, *spans: str, near_miss: bool = False) -> GoldItem:
    return GoldItem(
        id=id_,
        question=id_,
        language="fr" if language == "fr" else "en",
        kind=Kind.FIGURE,
        spans=tuple(GoldSpan("x", 0, 1, "", spoken) for spoken in spans),
        near_miss=near_miss,
    )


def test_a_cross_lingual_question_is_also_one_of_its_language() -> None:
    across, within, nothing = asked("a", "fr", "en"), asked("b", "fr", "fr", "en"), asked("c", "en")

    assert GROUPS == ("French", "English", "cross-lingual", "all")
    every = [across, within, nothing]
    assert grouped(every) == [[across, within], [nothing], [across], every]


def test_gold_sets_are_counted(place: Workplace) -> None:
    found = cells(gold_counts.measure(place))

    for column, number in found["**questions**"].items():
        for parts in (
            ("in French", "in English"),
            ("answerable", "unanswerable"),
            [label for label in found if label.startswith("kind: ")],
        ):
            assert sum(int(found[label][column]) for label in parts) == int(number), parts
    assert int(found["**questions**"]["all"]) >= 300
    assert int(found["unanswerable"]["all"]) >= 100
    assert 3 * int(found["of which near misses"]["all"]) >= int(found["unanswerable"]["all"])
    assert 3 * int(found["of which cross-lingual"]["all"]) >= int(found["answerable"]["all"])


def test_quick_libraries_hold_what_answers() -> None:
    for gold in gold_libraries(quick=True):
        there = {article.id for article in gold.articles}
        cited = {id_ for part in (gold.dev, gold.test) for i in part.items for id_ in i.articles}
        assert cited == there
        assert any(not item.answerable for item in (*gold.dev.items, *gold.test.items))


# Answers


def result(id_: str, language: str, confidence: float, **measures: float) -> ItemResult:
    return ItemResult(
        id=id_,
        question=id_,
        language=language,
        kind="figure",
        answerable=True,
        near_miss=False,
        cross_lingual=False,
        right=measures["answer_correct"] >= 0.5,
        measures=measures,
        answer={"abstained": False, "confidence": confidence},
        withheld="",
        retrieved=(),
        gold=(),
    )


def run_of(*items: ItemResult) -> Run:
    return Run(
        gold="by_hand",
        gold_sha256="",
        questions=len(items),
        index=Index(1, "x"),
        answerer="extractive",
        settings={},
        version="",
        measures={},
        counts={},
        slices={},
        curves=curves(items),
        items=items,
        latency=latency({item.id: SPENT[item.id] for item in items}),
    )


RUN = run_of(
    result("a", "fr", 0.9, answer_correct=1.0, quote_validity=1.0),
    result("b", "fr", 0.8, answer_correct=1.0, quote_validity=1.0),
    result("c", "en", 0.2, answer_correct=0.0, quote_validity=1.0),
    result("d", "en", 0.1, answer_correct=1.0, quote_validity=0.999),
)


def test_figures_have_their_intervals() -> None:
    found = cells(answers.section("starter", RUN, articles=7))

    assert found["questions"] == {"French": "2", "English": "2", "cross-lingual": "0", "all": "4"}
    # Of 0 and 1 a resample has the mean 0, 0.5 or 1, the outer ones in a quarter each.
    assert found["answer_correct"]["English"] == "0.50 ± 0.50"
    # What never varied: the rule of three, within what a measure can be.
    assert found["answer_correct"]["French"] == "1.00 ± 1.00"
    # The last percentiles of the mean of 1, 1, 1 and 0: 0.25 (in 5 %) and 1.
    assert found["answer_correct"]["all"] == "0.75 ± 0.50"
    assert found["latency, p50, ms"]["all"].startswith("25 ± ")
    assert found["latency, p95, ms"]["English"] == "40 ± 10"  # 39.5; from 30 to 40


def test_a_broken_promise_is_not_rounded_away() -> None:
    gate = cells(answers.section("starter", RUN, articles=7))["quote_validity"]

    assert gate == {"French": "1", "English": "0.9995", "all": "0.99975", "to reach": "1"}


def test_measures_of_the_set_are_over_the_column() -> None:
    found = cells(answers.section("starter", RUN, articles=7))

    # English: the right one has the lower confidence. French: nothing is wrong.
    assert found["AUROC_right"]["English"].startswith("0.00 ± ")
    assert "French" not in found["AUROC_right"]
    assert "AUROC_answerable" in found
    assert found["AUROC_answerable"] == {}  # nothing unanswerable was asked


def test_what_is_to_be_reached_depends_on_the_set() -> None:
    of_notes = cells(answers.section("starter", RUN, articles=7))
    of_articles = cells(answers.section("digitalgov", RUN, articles=7))

    assert of_notes["answered"]["to reach"] == of_articles["answered"]["to reach"] == "0.90"
    assert "to reach" not in of_notes["Success@1"]
    assert of_articles["Success@1"]["to reach"] == "French 0.50, English 0.65"


def test_answers_are_measured_and_kept(place: Workplace, tmp_path: Path) -> None:
    sections = list(answers.measure(place, tmp_path / "runs"))

    assert sections[0].name == "answers-starter"
    for section in sections:
        found = cells(section)
        assert {found[gate]["all"] for gate in ("quote_validity", "citation_resolvability")} == {
            "1"
        }
    kept = read_run(tmp_path / "runs" / "starter_test.json")
    assert str(kept.questions) == cells(sections[0])["questions"]["all"]
    assert kept.measures["quote_validity"] == 1


# Steps


def hit(name: str, **signals: float) -> Hit:
    return Hit(Passage(name, 0, 1, "fr"), 0.0, {**dict.fromkeys(SIGNALS, 0.0), **signals})


LOOKED_AT = LookedAt(
    asked("q", "fr", "fr"),
    (hit("far", dense=0.8), hit("near", dense=0.9), hit("asked", dense=0.55, known=0.3)),
    by_fusion=frozenset({"far:0-1", "near:0-1"}),
)


def test_what_known_questions_found_is_there_from_their_step_on() -> None:
    def ranked(*signals: str) -> list[str]:
        return [h.passage.article_id for h in LOOKED_AT.ranked(dict.fromkeys(signals, 1.0))]

    assert ranked("dense") == ["near", "far"]
    assert ranked("dense", KNOWN) == ["near", "asked", "far"]  # 0.9, 0.55 + 0.3, 0.8
    assert LOOKED_AT.choice(("dense",)) == ([{"dense": 0.8}, {"dense": 0.9}], [False, False])
    assert len(LOOKED_AT.choice((*BASE, KNOWN))[0]) == 3


def test_steps_are_measured(place: Workplace) -> None:
    sections = list(steps.measure(place, FakeEmbedder()))

    assert sections[0].name == "steps-starter"
    for section in sections:
        found = cells(section)
        assert list(found) == [
            "BM25, without the thesaurus", "BM25", "dense, model without the adapter", "dense",
            "fused: dense and BM25", "hybrid: dense, BM25, coverage", "+ sentence", "+ late",
            "+ late sentence", "+ known",
        ]  # fmt: skip
        # The same embedder twice: nothing changed between these two rows.
        dense, plain = found["dense"], found["dense, model without the adapter"]
        assert dense.pop("nDCG@10, change").startswith("+0.000 [")
        plain.pop("nDCG@10, change")
        assert dense == plain
        assert "nDCG@10, change" not in found["BM25, without the thesaurus"]


def test_the_model_without_the_adapter_is_unpacked_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(eval.bench.unadapted, "packaged_weights", weights_file)

    assert unadapted(tmp_path).dimension == HIDDEN
    monkeypatch.setattr(eval.bench.unadapted, "packaged_weights", lambda: b"not read again")
    assert unadapted(tmp_path).dimension == HIDDEN


# Retrieval


def test_questions_on_what_may_have_been_learnt_are_left_out() -> None:
    titles = [f"Article {number}" for number in range(40)]
    taught = next(title for title in titles if is_taught_title(title))
    new = next(title for title in titles if not is_taught_title(title))
    documents = {
        title: Article(title=title, text=f"De {title}.", language="fr") for title in (taught, new)
    }
    dataset = Dataset(
        "piaf_fr",
        documents,
        {"q1": "?", "q2": "?", "q3": "?"},
        {"q1": {taught: 1}, "q2": {new: 1}, "q3": {taught: 1, new: 1}},
    )

    assert retrieval.never_taught(dataset) == {"q2"}


def test_what_looking_closely_gains() -> None:
    def all_at(*values: float) -> dict[str, dict[str, float]]:
        return {f"q{number}": dict.fromkeys(MEASURES, value) for number, value in enumerate(values)}

    rows = retrieval.rows_of(
        "set", {"fused": all_at(0.5, 0.5, 0.0, 1.0), "hybrid": all_at(0.75, 0.75, 0.25, 1.25)}
    )

    assert [row.label for row in rows] == [
        "set (4 questions), fused",
        "set (4 questions), hybrid",
        "set (4 questions), **hybrid − fused**",
    ]
    assert [row.values[0] for row in rows[:2]] == ["0.500", "0.750"]
    assert rows[2].values[0] == "+0.250 [-0.500, +1.000]"  # never varied: 3/4 to each side
    only = retrieval.among({"fused": all_at(0.1, 0.2)}, {"q1"})
    assert only == {"fused": {"q1": dict.fromkeys(MEASURES, 0.2)}}
