"""Which articles are one source: same work, same voice, same wording."""

from typing import Any

from corpus.article import Article
from corpus.duplicates import signature
from qa.positions.independence import independent
from tests.invented import BAKERY, FERRY, MUSEUM


def named(*articles: Article) -> list[list[str]]:
    signatures = {article.id: signature(article.text) for article in articles}
    return [[a.title for a in group] for group in independent(articles, lambda: signatures)]


def other(title: str, **known: Any) -> Article:
    return Article(title=title, text=" ".join(f"{title}{n}" for n in range(20)), **known)


def test_different_works_authors_and_words_are_different_sources() -> None:
    assert named(BAKERY, FERRY, MUSEUM) == [[BAKERY.title], [FERRY.title], [MUSEUM.title]]


def test_an_author_counts_once() -> None:
    again = other("Again", authors=("ODILE MARCHEPIED",))
    assert named(BAKERY, FERRY, again) == [[BAKERY.title, "Again"], [FERRY.title]]


def test_a_publisher_speaks_where_no_author_is_named() -> None:
    first, second = (other(title, publisher="The Quay") for title in ("First", "Second"))
    signed = other("Signed", publisher="The Quay", authors=("Ada Rope",))
    assert named(first, signed, second) == [["First", "Second"], ["Signed"]]


def test_a_note_and_its_original_count_once() -> None:
    note = other("Note", url="http://www.gazette.example/cahier/")
    assert named(note, BAKERY) == [["Note", BAKERY.title]]


def test_a_syndicated_copy_counts_once() -> None:
    copy = Article(title="Copy", text=FERRY.text + " Reprinted.", publisher="Elsewhere")
    assert named(FERRY, copy) == [[FERRY.title, "Copy"]]


def test_sources_are_joined_through_a_third() -> None:
    one, two = other("One", authors=("Ada Rope",)), other("Two", authors=("Bo Sail",))
    both = other("Both", authors=("Ada Rope", "Bo Sail"))
    assert named(one, two, both) == [["One", "Two", "Both"]]
