"""Last names completed by those of the authors."""

import pytest

from qa.training.items.full_names import in_full
from tests.claiming import article


@pytest.mark.parametrize(
    ("name", "whole"),
    [
        ("Hill", "Graham Hill"),
        ("Hill and Roe", "Graham Hill and Jane Roe"),
        ("Hill, Poe et Roe", "Graham Hill, Poe et Jane Roe"),
        ("Graham Hill", "Graham Hill"),
        ("Forrester", "Forrester"),
        ("Moe", "Moe"),  # two of the authors
    ],
)
def test_names_in_full(name: str, whole: str) -> None:
    record = article("", authors=("Graham Hill", "Jane Roe", "Ann Moe", "Paul Moe"))
    assert in_full(name, record) == whole
