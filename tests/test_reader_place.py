"""Where the reader is opened, what it marks there, and how it goes through the citations."""

import pytest

from index.passage import Span
from ui.web.reader.place import Place, Stop, read_place
from ui.web.reader.reading import Mark

TRAIL = (Stop("a", Span(0, 5)), Stop("b", Span(7, 9)), Stop("a", Span(20, 30)))


def at(number: int) -> Place:
    stop = TRAIL[number - 1]
    return Place(stop.article_id, (stop.span,), TRAIL, "Who?")


def test_a_click_says_article_places_and_the_citations_to_go_through() -> None:
    said = {
        "article": "a", "places": "20-30 40-45", "trail": "a:0-5 b:7-9 a:20-30",
        "question": "Who?", "at": 3,
    }  # fmt: skip
    assert read_place(said) == Place("a", (Span(20, 30), Span(40, 45)), TRAIL, "Who?")


@pytest.mark.parametrize(
    "said",
    [None, [], "a", {"article": 3, "places": {}, "trail": [1], "question": None}],
)
def test_what_is_no_click_leads_nowhere(said: object) -> None:
    assert read_place(said) == Place("")


def test_nothing_that_the_browser_sends_is_without_bounds() -> None:
    names = ("article", "places", "trail", "question")
    much = ("a", "1-2 ", "a:1-2 ", "q")
    place = read_place({name: text * 10_000 for name, text in zip(names, much, strict=True)})
    assert (len(place.article_id), len(place.spans), len(place.trail)) == (100, 100, 100)
    assert len(place.question) == 2000
    assert read_place({"places": "12345678901-3", "trail": "a:1-2x a:b:1-2"}).trail == ()


def test_the_quotes_of_the_answer_in_this_article_are_marked_by_their_numbers() -> None:
    assert at(3).marks == [Mark(Span(0, 5), 1), Mark(Span(20, 30), 3)]
    assert at(2).marks == [Mark(Span(7, 9), 2)]


def test_a_place_beside_the_quotes_is_marked_too_and_one_around_a_quote_is_not() -> None:
    beside = Place("a", (Span(10, 15),), TRAIL)
    assert beside.marks == [*at(1).marks, Mark(Span(10, 15))]
    around = Place("a", (Span(18, 40),), TRAIL)
    assert around.marks == at(1).marks
    assert (beside.at, around.at) == (0, 0)


def test_step_by_step_through_the_citations_across_articles() -> None:
    assert at(1).at == 1
    assert at(1).step(1) == at(2)
    assert at(2).step(1) == at(3)
    assert at(3).step(-1) == at(2)


def test_at_both_ends_it_stays_where_it_is() -> None:
    assert at(3).step(1) == at(3)
    assert at(1).step(-1) == at(1)
    assert Place("a").step(1) == Place("a")


def test_from_elsewhere_one_begins_at_the_first_or_the_last_citation() -> None:
    elsewhere = Place("c", (), TRAIL, "Who?")
    assert elsewhere.step(1) == at(1)
    assert elsewhere.step(-1) == at(3)
