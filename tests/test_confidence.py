"""Measures of confidence by hand, and against scikit-learn."""

import numpy as np
import pytest
from sklearn.metrics import brier_score_loss, roc_auc_score

from eval.measures.confidence import aurc, auroc, brier, coverage_risk, ece, reliability

SURE = [0.9, 0.8, 0.7, 0.6]
RIGHT = [True, False, True, False]
RANDOM = np.random.default_rng(7)
MANY_SURE = (RANDOM.integers(0, 20, 200) / 20).tolist()  # with ties
MANY_RIGHT = (RANDOM.random(200) < MANY_SURE).tolist()


def test_coverage_and_risk_by_hand() -> None:
    # Answered one by one: right, wrong, right, wrong.
    assert coverage_risk(SURE, RIGHT) == ((0.25, 0), (0.5, 1 / 2), (0.75, 1 / 3), (1, 2 / 4))
    assert aurc(SURE, RIGHT) == pytest.approx((0 + 1 / 2 + 1 / 3 + 1 / 2) / 4)


def test_the_order_of_questions_does_not_matter() -> None:
    assert coverage_risk(SURE[::-1], RIGHT[::-1]) == coverage_risk(SURE, RIGHT)


def test_equal_confidences_share_their_risk() -> None:
    # One of the two that are equally sure is wrong: half a mistake each.
    assert coverage_risk([0.5, 0.5], [True, False]) == ((0.5, 0.5), (1.0, 0.5))
    assert aurc([0.5, 0.5], [False, True]) == 0.5


def test_brier_is_scikit_learns() -> None:
    ours = [brier(sure, right) for sure, right in zip(MANY_SURE, MANY_RIGHT, strict=True)]

    assert np.mean(ours) == pytest.approx(brier_score_loss(MANY_RIGHT, MANY_SURE))


def test_auroc_is_scikit_learns() -> None:
    assert auroc(MANY_SURE, MANY_RIGHT) == pytest.approx(roc_auc_score(MANY_RIGHT, MANY_SURE))
    assert auroc(SURE, RIGHT) == 0.75  # three of four pairs
    assert auroc([0.5, 0.5], [True, False]) == 0.5


@pytest.mark.parametrize("alike", [True, False])
def test_auroc_wants_both(alike: bool) -> None:
    assert auroc([0.1, 0.9], [alike, alike]) is None


def test_ten_bins_of_equal_mass() -> None:
    sure = [at / 100 for at in range(100)]

    bins = reliability(sure, [at % 2 == 0 for at in range(100)])

    assert [each.n for each in bins] == [10] * 10
    assert (bins[0].low, bins[0].high) == (0.0, 0.09)
    assert bins[0].confidence == pytest.approx(0.045)
    assert [each.right for each in bins] == [0.5] * 10


def test_equal_confidences_share_a_bin() -> None:
    bins = reliability([0.3] * 30 + [0.9] * 10, [True] * 15 + [False] * 15 + [True] * 10)

    assert [(each.low, each.high, each.n, each.right) for each in bins] == [
        (0.3, 0.3, 30, 0.5),
        (0.9, 0.9, 10, 1.0),
    ]


def test_calibration_error_by_hand() -> None:
    # 30 questions are 0.2 off, 10 are 0.1 off.
    sure = [0.3] * 30 + [0.9] * 10
    right = [True] * 15 + [False] * 15 + [True] * 10

    assert ece(sure, right) == pytest.approx((30 * 0.2 + 10 * 0.1) / 40)


def test_one_question() -> None:
    assert aurc([0.8], [True]) == 0.0
    assert ece([0.8], [True]) == pytest.approx(0.2)
    assert len(reliability([0.8], [True])) == 1
