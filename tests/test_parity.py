"""The same question in French and in English, and which articles are cited."""

import pytest

from eval.measures.parity import parity
from tests.gold_items import gold, span
from tests.invented import BAKERY, FRENCH

SPAN = span(BAKERY, FRENCH[0])
PAIR = [gold("fr", SPAN, pair="en", language="fr"), gold("en", SPAN, pair="fr")]


@pytest.mark.parametrize(
    ("french", "english", "shared"),
    [
        ({"a", "b"}, {"a", "b"}, 1.0),
        ({"a", "b"}, {"b", "c"}, 1 / 3),
        ({"a"}, {"b"}, 0.0),
        ({"a"}, set(), 0.0),
        (set(), set(), 0.0),  # neither was answered
    ],
)
def test_overlap_of_cited_articles(french: set[str], english: set[str], shared: float) -> None:
    found = parity(PAIR, {"fr": french, "en": english})

    assert found == {"fr": pytest.approx(shared), "en": pytest.approx(shared)}


def test_only_answerable_pairs_that_were_asked() -> None:
    alone = gold("alone", SPAN, pair="left out by a limit")
    unpaired = gold("unpaired", SPAN)
    unanswerable = [gold("u-fr", pair="u-en"), gold("u-en", pair="u-fr")]
    cited = {"alone": {"a"}, "unpaired": {"a"}, "u-fr": set[str](), "u-en": set[str]()}

    assert parity([alone, unpaired, *unanswerable], cited) == {}
