"""Comparing two runs: what is paired, what is concluded, what the command says."""

from pathlib import Path
from typing import Any

import pytest

from corpus.wording import KnownError
from eval.comparing import Verdict, compare
from eval.run import Run, write_run
from tests.command_line import CommandLine
from tests.made_runs import ANSWER, item, run

OTHER = {**ANSWER, "answer": "Another one."}


def over(values: list[float], measure: str = "nDCG@10", **known: Any) -> Run:
    """A run whose questions have these values for one measure."""
    items = [
        item(f"q{n:03}", measures={measure: value}, answer=OTHER if known else ANSWER)
        for n, value in enumerate(values)
    ]
    return run(*items, **known)


def verdict(a: list[float], b: list[float], measure: str = "nDCG@10") -> Verdict:
    return compare(over(a, measure), over(b, measure)).measures[0].verdict


def test_better_and_worse() -> None:
    low, high = [0.0] * 30 + [1.0] * 30, [1.0] * 60
    assert verdict(low, high) is Verdict.BETTER
    assert verdict(high, low) is Verdict.WORSE
    assert verdict(high, high) is Verdict.NO_DIFFERENCE


def test_less_error_is_better() -> None:
    low, high = [0.0] * 30 + [1.0] * 30, [1.0] * 60
    assert verdict(high, low, "Brier") is Verdict.BETTER
    assert verdict(low, high, "Brier") is Verdict.WORSE


def test_a_figure_is_what_it_says() -> None:
    found = compare(over([0.0, 1.0, 1.0, 0.5]), over([1.0, 1.0, 0.0, 1.0])).measures[0]
    assert (found.questions, found.a, found.b, found.difference) == (4, 0.625, 0.75, 0.125)
    # The signs of 1, -1 and 0.5: |sum| is 0.5 at least, always.
    assert (found.p, found.p_holm) == (1.0, 1.0)
    assert found.low < 0.125 < found.high


def test_a_small_sample_that_does_not_tell_says_how_many_would() -> None:
    found = compare(over([0.0, 1.0] * 10), over([1.0, 0.0] * 9 + [1.0, 1.0])).measures[0]
    assert found.verdict is Verdict.NOT_ENOUGH
    # Difference 0.05, s = 0.99868: ((1.95996 + 0.84162) · 0.99868 / 0.05)² = 3131.3
    assert found.needed == 3132


def test_no_difference_needs_an_interval_within_the_smallest_that_matters() -> None:
    a, b = [0.5] * 400, [0.5] * 399 + [0.6]
    assert verdict(a, b) is Verdict.NO_DIFFERENCE
    assert verdict(a[:10], b[-10:]) is Verdict.NOT_ENOUGH


def test_the_family_is_adjusted_by_holm() -> None:
    """Six of six positive: p = 2/64 alone, 4/64 as the smaller of two."""
    a = [item(f"q{n}", measures={"nDCG@10": 0.0, "Recall@5": 0.5}) for n in range(6)]
    b = [item(f"q{n}", measures={"nDCG@10": 0.4, "Recall@5": 0.5}) for n in range(6)]
    first, second = compare(run(*a), run(*b)).measures
    assert (first.p, first.p_holm, first.verdict) == (2 / 64, 4 / 64, Verdict.NOT_ENOUGH)
    assert (second.p, second.p_holm) == (1.0, 1.0)


def test_a_family_of_measures_chosen_beforehand() -> None:
    a = [item(f"q{n}", measures={"nDCG@10": 0.0, "Recall@5": 0.5}) for n in range(6)]
    b = [item(f"q{n}", measures={"nDCG@10": 0.4, "Recall@5": 0.5}) for n in range(6)]
    (only,) = compare(run(*a), run(*b), only=["nDCG@10"]).measures
    assert (only.p_holm, only.verdict) == (2 / 64, Verdict.BETTER)


def test_only_questions_to_which_a_measure_applies_in_both_are_paired() -> None:
    a = run(item("p", measures={"nDCG@10": 1.0}), item("q", measures={"refused": 1.0}))
    b = run(item("p", measures={"nDCG@10": 0.0}), item("q", measures={"nDCG@10": 1.0}))
    assert [(each.measure, each.questions) for each in compare(a, b).measures] == [("nDCG@10", 1)]


def test_runs_that_answer_alike_need_no_statistics() -> None:
    few = run(item("p"), item("q"))
    found = compare(few, run(item("q"), item("p")))
    assert found.verdict is Verdict.NO_DIFFERENCE
    assert found.changes == ()
    assert {(each.low, each.high) for each in found.measures} == {(0.0, 0.0)}


def test_equal_values_from_other_answers_do_not_prove_much() -> None:
    assert compare(over([1.0] * 5), over([1.0] * 5, version="2")).verdict is Verdict.NOT_ENOUGH


def test_a_broken_gate_is_a_regression_whatever_else_improved() -> None:
    a = [item(f"q{n}", measures={"nDCG@10": 0.0, "quote_validity": 1.0}) for n in range(40)]
    b = [item(f"q{n}", measures={"nDCG@10": 1.0, "quote_validity": 1.0}) for n in range(39)]
    b.append(item("q39", measures={"nDCG@10": 1.0, "quote_validity": 0.5}))
    found = compare(run(*a), run(*b))
    assert [each.verdict for each in found.measures] == [Verdict.BETTER]
    assert [gate.measure for gate in found.broken_gates] == ["quote_validity"]
    assert found.is_regression


def test_figures_of_the_set_are_told_and_not_tested() -> None:
    a, b = run(item("p")), run(item("p"))
    a.measures["AURC"], b.measures["AURC"] = 0.2, 0.1
    assert [(each.measure, each.a, each.b) for each in compare(a, b).of_the_set] == [
        ("AURC", 0.2, 0.1)
    ]


def test_the_largest_loss_comes_first() -> None:
    a = run(
        item("p", measures={"nDCG@10": 0.5, "Brier": 0.1}),
        item("q", measures={"nDCG@10": 1.0, "Brier": 0.1}),
        item("r", measures={"nDCG@10": 1.0, "Brier": 0.1}),
    )
    b = run(
        item("p", measures={"nDCG@10": 0.75, "Brier": 0.1}),
        item("q", measures={"nDCG@10": 0.5, "Brier": 0.6}),
        item("r", measures={"nDCG@10": 1.0, "Brier": 0.1}),
    )
    lost, gained = compare(a, b).changes
    assert (lost.id, lost.gain, lost.question) == ("q", -0.5, "Is clock q honest?")
    assert lost.moved == {"nDCG@10": (1.0, 0.5), "Brier": (0.1, 0.6)}
    assert (gained.id, gained.gain, gained.moved) == ("p", 0.125, {"nDCG@10": (0.5, 0.75)})


@pytest.mark.parametrize("other", [run(item("p"), gold_sha256="e" * 64), run(item("x"))])
def test_runs_over_other_questions_are_refused(other: Run) -> None:
    with pytest.raises(KnownError):
        compare(run(item("p")), other)


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    a, b = tmp_path / "a.json", tmp_path / "b.json"
    write_run(a, over([1.0] * 40))
    write_run(b, over([0.0] * 20 + [1.0] * 20))
    return a, b


def test_the_command_in_json(cxlit: CommandLine, files: tuple[Path, Path]) -> None:
    ran = cxlit("eval", "compare", *files, "--json")
    assert ran.code == 3
    assert ran.json["verdict"] == "worse"
    assert ran.json["regression"] is True
    assert ran.json["in_words"] == "B is worse for nDCG@10."
    ndcg = ran.json["measures"]["nDCG@10"]
    assert (ndcg["a"], ndcg["b"], ndcg["difference"]) == (1.0, 0.5, -0.5)
    assert (ndcg["verdict"], ndcg["questions_needed"]) == ("worse", None)
    assert ran.json["changes"][0] == {
        "id": "q000",
        "question": "Is clock q000 honest?",
        "gain": -1.0,
        "measures": {"nDCG@10": [1.0, 0.0]},
    }
    assert cxlit("eval", "compare", *reversed(files), "--json").json["verdict"] == "better"


def test_the_command_in_words(cxlit: CommandLine, files: tuple[Path, Path]) -> None:
    ran = cxlit("eval", "compare", *reversed(files))
    assert ran.code == 0
    assert "Largest gains (20)" in ran.out
    assert "q000  Is clock q000 honest?" in ran.out
    assert "nDCG@10 0.00 → 1.00" in ran.out
    assert ran.out.rstrip().endswith("worse for nothing that these questions can show.")


def test_the_command_in_french(cxlit: CommandLine, files: tuple[Path, Path]) -> None:
    cxlit.speaks("fr")
    ran = cxlit("eval", "compare", *files)
    assert ran.code == 3
    assert "Plus fortes pertes (20)" in ran.out
    assert "−0,500" in ran.out
    assert ran.out.rstrip().endswith("B est moins bon pour nDCG@10.")


def test_how_many_questions_are_needed_is_said(cxlit: CommandLine, tmp_path: Path) -> None:
    a, b = tmp_path / "a.json", tmp_path / "b.json"
    write_run(a, over([0.0, 1.0] * 10))
    write_run(b, over([1.0, 0.0] * 9 + [1.0, 1.0]))
    ran = cxlit("eval", "compare", a, b)
    assert ran.code == 0
    assert "not enough questions (about so many are needed): nDCG@10 (3200)" in ran.out


def test_the_measures_to_test_can_be_named(cxlit: CommandLine, files: tuple[Path, Path]) -> None:
    ran = cxlit("eval", "compare", *files, "--measure", "Recall@5", "--json")
    assert (ran.code, ran.json["measures"]) == (0, {})  # these questions have no such measure
    assert ran.json["verdict"] == "not_enough_questions"
    wrong = cxlit("eval", "compare", *files, "--measure", "ECE")  # of the whole set: no test
    assert (wrong.code, "nDCG@10" in wrong.err) == (2, True)


def test_what_was_set_otherwise_is_said(cxlit: CommandLine, tmp_path: Path) -> None:
    a, b = tmp_path / "a.json", tmp_path / "b.json"
    write_run(a, run(item("p"), settings={"model": "small", "k": 10}))
    write_run(b, run(item("p"), settings={"model": "large", "k": 10}))
    out = cxlit("eval", "compare", a, b).out
    assert "A  a.json: harbour, n = 1, extractive" in out
    assert "   model: small → large\n" in out
    assert "k: 10" not in out


def test_a_file_that_is_no_run(cxlit: CommandLine, files: tuple[Path, Path]) -> None:
    files[1].write_text("{}")
    ran = cxlit("eval", "compare", *files)
    assert ran.code == 1
    assert "b.json is not a run" in ran.complaint
