"""Imports beside what is there."""

from dataclasses import replace

from corpus.article import Article
from corpus.exchange.importing import beside
from tests.invented import BAKERY, FERRY, MUSEUM, at

NOTE = at(MUSEUM, "starter:note.md")
PRESENT = (
    replace(BAKERY, title="Rouge", collections=("À lire",), corrected=("title",)),
    FERRY,
    NOTE,
)


def imported(*articles: Article) -> list[Article]:
    stored = {article.id: article for article in PRESENT}
    return list(beside(articles, PRESENT, stored.__getitem__))


def test_what_is_new_comes_as_it_is() -> None:
    new = replace(MUSEUM, text="Un autre texte.", locator="/other.txt")
    assert imported(new) == [new]


def test_collections_and_corrections_come_over() -> None:
    brought = replace(
        at(BAKERY, "/elsewhere/b.md"),
        title="Bleu",
        date="2001",
        publisher="Ailleurs",
        collections=("a lire", "Nos études"),
        corrected=("date", "title"),
    )
    assert imported(brought) == [
        replace(
            PRESENT[0],
            date="2001",
            collections=("À lire", "Nos études"),
            corrected=("date", "title"),
        )
    ]


def test_another_text_of_the_same_file_comes_beside_it() -> None:
    older = replace(FERRY, text="An older text.")
    assert imported(older) == [replace(older, locator="")]


def test_a_starter_note_stays_in_its_present_version() -> None:
    older = replace(NOTE, text="Une version plus ancienne.", collections=("À lire",))
    assert imported(older) == [replace(NOTE, collections=("À lire",))]
