"""Assigning by meaning: only where one option is near, and clearly nearer than the others."""

import numpy as np
import pytest

from qa.positions.assigning import MARGIN, NEAR, Prototypes

# Two options with two statements each, in three dimensions.
PROTOTYPES = Prototypes(
    (
        np.array([[1, 0, 0], [0.8, 0.6, 0]], np.float32),
        np.array([[0, 1, 0], [0, 0, 1]], np.float32),
    )
)


@pytest.mark.parametrize(
    ("vector", "option"),
    [
        ((1, 0, 0), 0),  # cosines 1 and 0
        ((0, 0, 1), 1),
        ((0.8, 0.6, 0), 0),  # cosines 1 and 0.6
        ((0.8, 0, 0.6), None),  # 0.8: too far from both
        ((0.44, 0.897, 0), None),  # 0.8902 and 0.897: too near to both
    ],
)
def test_nearest(vector: tuple[float, float, float], option: int | None) -> None:
    assert (NEAR, MARGIN) == (0.88, 0.03)
    assert PROTOTYPES.nearest(np.array(vector, np.float32)) == option
