"""Positions in words: headings, counts, periods, and numbers that are named once."""

from corpus.article import Kind
from corpus.wording import Wording
from qa.answer import Answer, Sentence
from ui.positions import AGREE, DISAGREE, facts, heading, source_count, unmarked
from ui.web.ask.answer_view import Words, words


def test_headings() -> None:
    assert heading(["keep", "drop", ""]) == DISAGREE
    assert heading(["keep", ""]) == AGREE


def test_counts() -> None:
    assert source_count(1) == Wording("1 source", "1 source")
    assert source_count(3) == Wording("3 sources", "3 sources")


def test_facts() -> None:
    assert facts((2012, 2015, 2020), ("en", "fr"), (Kind.STUDY,)) == (
        Wording("2012–2020", "2012–2020"),
        Wording("English, French", "anglais, français"),
        Wording("study", "étude"),
    )
    assert facts((2012,), (), ()) == (Wording("2012", "2012"),)
    assert facts((), (), ()) == ()


def test_numbers_that_a_sentence_names_are_not_named_again() -> None:
    assert unmarked("Keep it (2) [1][2].", (1, 2)) == ()
    assert unmarked("Keep it [1].", (1, 2)) == (1, 2)


def test_the_page_puts_links_where_the_sentence_names_numbers() -> None:
    answer = Answer(
        question="?", searched_as="?", language="en", confidence=1.0, answerer="extractive",
        generation=1, fingerprint="f",
    )  # fmt: skip
    assert words(Sentence("Keep (1) [1]; drop (1) [2].", (1, 2)), answer) == [
        Words("Keep (1)", "en", 1),
        Words("; drop (1)", "en", 2),
        Words(".", "en"),
    ]
