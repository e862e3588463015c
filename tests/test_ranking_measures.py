"""Ranking measures against values computed by hand, and by scikit-learn."""

from math import log2

import pytest
from sklearn.metrics import ndcg_score

from corpus.article import Article
from eval.measures.overlap import holds, quotes
from eval.measures.ranking import RANKING, ranking_measures
from index.passage import Hit, Passage
from tests.gold_items import cited, gold, span
from tests.invented import BAKERY, ENGLISH, FERRY, FRENCH, MUSEUM


def hit(article: Article, start: int, end: int) -> Hit:
    return Hit(Passage(article.id, start, end, article.language), 1.0)


def around(article: Article, words: str) -> Hit:
    """The passage that is exactly these words."""
    start = article.text.index(words)
    return hit(article, start, start + len(words))


BREAD, NOISE = span(BAKERY, FRENCH[4]), span(FERRY, ENGLISH[3])
ELSEWHERE = [around(MUSEUM, "musée"), around(BAKERY, FRENCH[0]), around(FERRY, ENGLISH[6])]


def test_two_articles_answer_one_twice() -> None:
    # Ranks: 1 nothing, 2 the bakery, 3 the bakery again, 4 the ferry.
    hits = [ELSEWHERE[0], around(BAKERY, FRENCH[4]), around(BAKERY, FRENCH[4] + " " + FRENCH[5]),
            around(FERRY, ENGLISH[3])]  # fmt: skip

    found = ranking_measures([(gold("q", BREAD, NOISE), hits)])["q"]

    ideal = 1 + 1 / log2(3)
    assert found == pytest.approx(
        {
            "nDCG@10": (1 / log2(3) + 1 / log2(5)) / ideal,
            "Recall@5": 1.0,
            "Recall@10": 1.0,
            "MRR@10": 0.5,
            "Success@1": 0.0,
            "Success@3": 1.0,
            "Success@5": 1.0,
        }
    )
    assert found["nDCG@10"] == pytest.approx(ndcg_score([[0, 1, 0, 1]], [[4, 3, 2, 1]]))


def test_an_answer_that_comes_late() -> None:
    # Sixth, behind five passages that do not answer.
    others = [around(FERRY, sentence) for sentence in ENGLISH[:5]]

    found = ranking_measures([(gold("q", BREAD), [*others, around(BAKERY, FRENCH[4])])])["q"]

    assert found == pytest.approx(
        {
            "nDCG@10": 1 / log2(7), "Recall@5": 0.0, "Recall@10": 1.0, "MRR@10": 1 / 6,
            "Success@1": 0.0, "Success@3": 0.0, "Success@5": 0.0,
        }
    )  # fmt: skip


def test_what_comes_after_the_tenth_is_not_seen() -> None:
    others = [hit(FERRY, at, at + 1) for at in range(10)]

    found = ranking_measures([(gold("q", BREAD), [*others, around(BAKERY, FRENCH[4])])])["q"]

    assert set(found.values()) == {0.0}


def test_nothing_found_counts_as_zero_and_unanswerable_ones_not_at_all() -> None:
    found = ranking_measures([(gold("found", BREAD), []), (gold("none"), ELSEWHERE)])

    assert found == {"found": dict.fromkeys(RANKING, 0.0)}


def test_no_answerable_question() -> None:
    assert ranking_measures([(gold("none"), ELSEWHERE)]) == {}


def test_a_passage_holds_a_span_from_half_of_it_on() -> None:
    half = (BREAD.end - BREAD.start) // 2
    assert (BREAD.end - BREAD.start) % 2 == 0

    assert holds(hit(BAKERY, 0, BREAD.start + half).passage, BREAD)
    assert not holds(hit(BAKERY, 0, BREAD.start + half - 1).passage, BREAD)
    assert not holds(hit(FERRY, BREAD.start, BREAD.end).passage, BREAD)


def test_a_quote_shares_half_of_the_shorter_one() -> None:
    clause = span(BAKERY, "le nombre de plaintes a diminué")
    two = span(BAKERY, FRENCH[4] + " " + FRENCH[5])

    assert quotes(cited(1, BAKERY, FRENCH[4]), clause)  # a sentence around a clause
    assert quotes(cited(1, BAKERY, FRENCH[4]), two)  # one sentence of two
    assert not quotes(cited(1, BAKERY, FRENCH[6]), two)
    assert not quotes(cited(1, FERRY, ENGLISH[0]), two)
