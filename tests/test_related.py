"""What else in one article bears on a question."""

from corpus.article import Article
from index.library import Library
from qa.related import related
from tests.invented import BAKERY, FERRY

QUESTION = "What does the ferry company count on the quay?"


def test_passages_of_that_article_only(library: Library) -> None:
    library.add_articles([BAKERY, FERRY])
    found = related(FERRY.id, QUESTION, library.snapshot())
    assert found
    assert {hit.passage.article_id for hit in found} == {FERRY.id}


def test_an_article_that_is_about_something_else_has_none(library: Library) -> None:
    other = Article(title="Beekeeping", text="Bees swarm in May.", language="en", locator="/bees")
    library.add_articles([FERRY, other])
    assert related(other.id, QUESTION, library.snapshot()) == []


def test_an_article_that_is_not_in_the_library_has_none(library: Library) -> None:
    library.add_articles([FERRY])
    assert related("gone", QUESTION, library.snapshot()) == []
