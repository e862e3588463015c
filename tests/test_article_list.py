"""The list of articles: search, order, pages."""

import pytest

from corpus.article import Record
from corpus.filters import Filters
from tests.fake_desk import ENGLISH, FRENCH
from ui.web.articles.article_list import PAGE, Order, listed, page_of


def record(number: int, **known: str) -> Record:
    return Record(id=f"{number:016x}", title=f"Title {number}", characters=10, **known)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("", [ENGLISH, FRENCH]),
        ("TABLE", [ENGLISH]),
        ("rattache cco", [FRENCH]),  # every word, without accents; also in the original title
        ("robin trials", [ENGLISH]),  # author and publisher
        ("camille trials", []),
        ("conflicts", []),  # of the text: that is what asking is for
    ],
)
def test_search(search: str, found: list[Record]) -> None:
    assert listed((FRENCH, ENGLISH), search, Filters(), Order.DATE) == found


def test_orders() -> None:
    undated, old, new = record(3), record(2, date="2011"), record(1, date="2020-05")
    records = (undated, old, new)
    assert listed(records, "", Filters(), Order.DATE) == [new, old, undated]
    assert listed(records, "", Filters(), Order.TITLE) == [new, old, undated]
    assert listed(records, "", Filters(), Order.ADDED) == [new, old, undated]
    assert listed(records[::-1], "", Filters(), Order.ADDED) == [undated, old, new]


def test_filters_of_a_list_are_about_the_articles() -> None:
    filters = Filters(languages=frozenset({"fr"}))
    assert listed((FRENCH, ENGLISH), "", filters, Order.DATE) == [FRENCH]


def test_pages() -> None:
    records = [record(number) for number in range(PAGE + 2)]
    first, second = page_of(records, 0), page_of(records, 1)
    assert (first.records[0], first.first, first.last) == (records[0], 1, PAGE)
    assert second.records == (records[PAGE], records[PAGE + 1])
    assert (second.first, second.last, second.total) == (PAGE + 1, PAGE + 2, PAGE + 2)
    assert (first.has_next, second.has_next) == (True, False)


def test_a_page_that_is_gone_is_the_last_one() -> None:
    assert page_of([record(1)], 7).number == 0
    assert page_of([], 0) == page_of([], 3)
    assert page_of([], 0).records == ()
