"""Which competency an item belongs to, by weights reckoned by hand."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from corpus.topics import Topic
from qa.training.competency import Competency
from qa.training.items.placing import Placing
from qa.training.map_reading import competencies
from tests.claiming import article

EMPTY = replace(competencies()[0], topics=(), concepts=(), sources=(), disputes=())
ARTICLE = article("Trust grows.", topics=(Topic.CULTURE, Topic.NPS, Topic.LOYALTY))


def _competency(id_: str, **changed: object) -> Competency:
    return replace(EMPTY, id=id_, **changed)  # type: ignore[arg-type]


def test_a_concept_of_one_competency_alone_is_enough() -> None:
    """It counts 1.0; shared by two, a half for each."""
    one, other = _competency("one", concepts=("trust",)), _competency("other")
    assert Placing([one, other]).of({"trust"}, ARTICLE) == "one"
    both = [one, replace(other, concepts=("trust", "churn"))]
    assert Placing(both).of({"trust"}, ARTICLE) == ""
    assert Placing(both).of({"trust", "churn"}, ARTICLE) == "other"  # 1.5 to 0.5


def test_what_no_competency_names_has_no_place() -> None:
    assert Placing([_competency("one", concepts=("trust",))]).of({"churn"}, ARTICLE) == ""
    assert Placing([]).of({"trust"}, ARTICLE) == ""


@pytest.mark.parametrize(
    ("topics", "placed"),
    [
        ((Topic.CULTURE,), True),  # 1.5
        ((Topic.NPS,), False),  # 0.6
        ((Topic.NPS, Topic.LOYALTY), False),  # 0.9
        ((Topic.CULTURE, Topic.NPS, Topic.LOYALTY), True),
    ],
)
def test_the_first_topic_of_the_article_is_enough(topics: Sequence[Topic], *, placed: bool) -> None:
    (only,) = [_competency("one", topics=tuple(topics))]
    assert Placing([only]).of((), ARTICLE) == ("one" if placed else "")


def test_a_topic_of_two_competencies_says_half_as_much() -> None:
    """0.75 each; with a third of a topic of one's own, 1.05."""
    one = _competency("one", topics=(Topic.CULTURE,))
    other = _competency("other", topics=(Topic.CULTURE, Topic.LOYALTY))
    assert Placing([one, other]).of((), ARTICLE) == "other"
    assert Placing([one, replace(other, topics=(Topic.CULTURE,))]).of((), ARTICLE) == ""


def test_a_sentence_is_put_by_what_it_names_rather_than_by_a_lesser_topic() -> None:
    named = _competency("named", concepts=("trust",))  # 1.0
    lesser = _competency("lesser", topics=(Topic.NPS, Topic.LOYALTY))  # 0.9
    first = _competency("first", topics=(Topic.CULTURE,))  # 1.5
    assert Placing([lesser, named]).of({"trust"}, ARTICLE) == "named"
    assert Placing([first, named]).of({"trust"}, ARTICLE) == "first"


def test_a_source_of_the_competency_counts_half() -> None:
    source = _competency("source", sources=(ARTICLE.url,))
    assert Placing([source]).of((), ARTICLE) == ""  # 0.5
    lesser = replace(source, topics=(Topic.NPS,))
    assert Placing([lesser]).of((), ARTICLE) == "source"  # 1.1


def test_of_two_that_fit_as_well_the_earlier_one_is_taken() -> None:
    pair = [_competency(id_, concepts=(id_,)) for id_ in ("b", "a")]
    assert Placing(pair).of({"a", "b"}, ARTICLE) == "b"
    assert Placing(pair[::-1]).of({"a", "b"}, ARTICLE) == "a"
