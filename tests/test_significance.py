"""The statistics of a comparison, against scipy and against values computed by hand."""

from importlib import import_module

import numpy as np
import pytest

from eval.significance import (
    Differences,
    Rows,
    holm,
    interval,
    intervals_of_sets,
    questions_needed,
    randomisation_p,
)

stats = import_module("scipy.stats")  # ships no types


def sample(count: int, mean: float) -> Differences:
    return np.random.default_rng(7).normal(mean, 0.3, count)


def test_the_interval_is_that_of_scipy() -> None:
    differences = sample(200, 0.05)
    theirs = stats.bootstrap(
        (differences,), np.mean, n_resamples=10_000, method="percentile", rng=1
    ).confidence_interval
    # Two draws of 10,000 resamples: they agree to a few thousandths.
    assert interval(differences) == pytest.approx(tuple(theirs), abs=3e-3)


def test_the_interval_has_a_fixed_seed() -> None:
    assert interval(sample(50, 0)) == interval(sample(50, 0))


def test_what_never_varied_has_an_interval_by_the_rule_of_three() -> None:
    assert interval(np.zeros(150)) == pytest.approx((-0.02, 0.02))
    assert interval(np.full(30, 0.5)) == pytest.approx((0.4, 0.6))
    assert interval(np.zeros(2)) == (-1.0, 1.0)


def test_a_measure_of_the_set_is_measured_anew_on_each_resample() -> None:
    values = sample(200, 0.05)

    def measured(rows: Rows) -> dict[str, float]:
        assert len(rows) == 200
        return {"mean": float(values[rows].mean()), "rows": float(len(set(rows.tolist())))}

    found = intervals_of_sets(measured, 200)

    assert found["mean"] == pytest.approx(interval(values), abs=0.01)
    # Of 200 rows a resample has 200 · (1 - (1 - 1/200)^200) = 126.6 different ones, ± 4.3.
    low, high = found["rows"]
    assert 116 <= low < 126.6 < high <= 137
    assert intervals_of_sets(measured, 200) == found


def test_resamples_to_which_a_measure_does_not_apply_are_left_out() -> None:
    found = intervals_of_sets(lambda rows: {"of the first": 0.5} if 0 in rows else {}, 2)

    assert found == {"of the first": (0.5, 0.5)}


def test_few_differences_are_tried_with_all_their_signs() -> None:
    # Means at least 2/4 from zero among the 8 ways to sign 1, 1 and -0: ++ and --, of ++ +- -+ --.
    assert randomisation_p(np.array([1.0, 1.0, 0.0, 0.0])) == 0.5
    # 0.3 + 0.2 + 0.1: only +++ and --- of eight are as extreme.
    assert randomisation_p(np.array([0.3, 0.1, 0.2])) == 0.25
    assert randomisation_p(np.zeros(5)) == 1.0


@pytest.mark.parametrize(("count", "mean"), [(12, 0.2), (80, 0.05), (80, 0.1), (300, 0.0)])
def test_the_randomisation_test_is_that_of_scipy(count: int, mean: float) -> None:
    differences = sample(count, mean)
    theirs = stats.permutation_test(
        (differences,), np.mean, permutation_type="samples", n_resamples=10_000, rng=1
    ).pvalue
    assert randomisation_p(differences) == pytest.approx(theirs, abs=0.02)


def test_holm_by_hand() -> None:
    # Sorted 0.01, 0.03, 0.04 times 3, 2, 1 = 0.03, 0.06, 0.04; none falls below the one before.
    assert holm([0.04, 0.01, 0.03]) == pytest.approx([0.06, 0.03, 0.06])
    assert holm([0.6, 0.9]) == [1.0, 1.0]
    assert holm([]) == []


def test_questions_needed_by_hand() -> None:
    # s = 0.1·√(4/3), difference 0.02, one test: ((1.959964 + 0.841621) · 0.115470 / 0.02)²
    differences = np.array([0.1, -0.1, 0.1, -0.1])
    assert questions_needed(differences, 0.02, tests=1) == 262
    # Five tests at 0.05/5: z is 2.575829.
    assert questions_needed(differences, 0.02, tests=5) == 390


def test_questions_needed_are_fewer_for_a_larger_difference_and_more_than_there_are() -> None:
    assert questions_needed(np.array([0.3, 0.1, 0.3, 0.1]), 0.02, tests=1) == 5
    assert questions_needed(np.zeros(10), 0.02, tests=1) == 150
    assert questions_needed(np.array([0.5]), 0.02, tests=1) == 150


def test_the_power_is_what_it_says() -> None:
    """Of samples that size, about four in five are found significant."""
    needed = questions_needed(np.tile([0.4, -0.2], 10), 0.02, tests=1)  # mean 0.1, s 0.308
    found = [
        stats.ttest_1samp(np.random.default_rng(seed).normal(0.1, 0.308, needed), 0).pvalue < 0.05
        for seed in range(400)
    ]
    assert np.mean(found) == pytest.approx(0.8, abs=0.05)
