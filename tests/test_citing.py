"""Sources that answers never cite, and those that they cite beyond chance."""

import pytest

from corpus.article import BasedOn
from corpus.history import Asked
from qa.answer import Reason
from qa.citing import ENOUGH_ANSWERS, _at_least, citing
from tests.asked import asked, record, refused

NOTE = record("note", url="https://example.org/a", based_on=BasedOn.EXCERPT)
ORIGINAL = record("original", url="http://example.org/a#top")
OTHERS = tuple(record(f"o{n}") for n in range(20))
UNCITED = record("uncited")
RECORDS = (NOTE, ORIGINAL, *OTHERS, UNCITED)


def answers(popular: str, times: int, total: int = 40) -> list[Asked]:
    """Each cites one of 20 sources in turn, and some the popular one too."""
    return [
        asked(f"question {n}", f"o{n % 20}", *([popular] if n < times else []))
        for n in range(total)
    ]


def test_nothing_is_judged_before_there_are_enough_answers() -> None:
    few = citing(RECORDS, answers("note", 19, ENOUGH_ANSWERS - 1))
    assert (few.enough, few.answers, few.never, few.over) == (False, 19, (), ())
    assert citing(RECORDS, answers("note", 19, ENOUGH_ANSWERS)).enough


def test_a_note_and_its_original_are_one_source() -> None:
    found = citing(RECORDS, answers("original", 3))
    assert found.sources == 22
    assert [source.work for source in found.never] == ["uncited"]
    both = [*answers("note", 20), asked("both", "note", "original")]
    (over,) = citing(RECORDS, both).over
    assert [each.article_id for each in over.articles] == ["note", "original"]
    assert over.share == 21 / 41


def test_expected_is_the_average_over_cited_sources() -> None:
    found = citing(RECORDS, answers("note", 20))
    # 60 citations of 21 sources in 40 answers.
    assert found.expected == pytest.approx(60 / 21 / 40)
    assert [source.share for source in found.over] == [0.5]


def test_often_is_not_over_cited_while_chance_explains_it() -> None:
    # 4 of 20 answers, 4 times the average of 0.05: one source in 63 gets there by chance.
    history = [asked(f"question {n}", f"o{min(n, 16)}", at=n) for n in range(20)]
    found = citing(RECORDS, history)
    assert found.expected == pytest.approx(20 / 17 / 20)
    assert found.over == ()


def test_the_same_question_counts_once_as_it_went_the_last_time() -> None:
    history = answers("note", 2) + [asked("Question 0 ?", "o0")] * 50
    found = citing(RECORDS, history)
    assert (found.answers, found.over) == (40, ())
    assert citing(RECORDS, [*history, refused("question 1")]).answers == 39
    filtered = refused("question 1", Reason.EXCLUDED_BY_FILTERS, filtered=True)
    assert citing(RECORDS, [*history, filtered]).answers == 40


def test_articles_that_are_gone_are_no_sources() -> None:
    history = [asked(f"question {n}", "gone") for n in range(30)]
    found = citing((UNCITED,), history)
    assert (found.answers, found.expected, found.over) == (30, 0.0, ())
    assert [source.work for source in found.never] == ["uncited"]


@pytest.mark.parametrize(
    ("count", "trials", "probability", "expected"),
    [(1, 2, 0.5, 0.75), (0, 3, 0.2, 1.0), (2, 3, 0.2, 3 * 0.04 * 0.8 + 0.008)],
)
def test_the_chance_of_at_least_so_many(
    count: int, trials: int, probability: float, expected: float
) -> None:
    assert _at_least(count, trials, probability) == pytest.approx(expected)


def test_the_chance_stays_finite_over_many_answers() -> None:
    assert 0.4 < _at_least(5000, 10_000, 0.5) < 0.6
