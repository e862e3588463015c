"""The part of a long passage that is shown, worked out by hand."""

from index.passage import Passage, Span
from ui.web.search.excerpts import LONGEST, body, excerpt

# Four sentences of 200 characters, each with its number.
TEXT = "".join(f"Sentence {n} ".ljust(199, "x") + "." for n in range(4))
SENTENCES = tuple(Span(200 * n, 200 * n + 200) for n in range(4))


def passage(start: int, end: int, *sentences: Span) -> Passage:
    return Passage("a", start, end, "en", "", sentences)


def test_a_short_passage_is_shown_whole() -> None:
    short = passage(200, 200 + LONGEST, *SENTENCES[1:3])
    assert excerpt(short, TEXT, [Span(500, 505)]) == Span(200, 200 + LONGEST)


def test_whole_sentences_around_most_matches() -> None:
    long = passage(0, 800, *SENTENCES)
    assert excerpt(long, TEXT, []) == Span(0, 400)
    assert excerpt(long, TEXT, [Span(610, 613)]) == Span(400, 800)
    # Between alike ones the first.
    assert excerpt(long, TEXT, [Span(210, 213)]) == Span(0, 400)


def test_different_words_are_worth_more_than_the_same_again() -> None:
    text = "effort effort ".ljust(400, "x") + " " + "client effort ".ljust(399, "y")
    sentences = (Span(0, 400), Span(401, 800))
    matches = [Span(0, 6), Span(7, 13), Span(401, 407), Span(408, 414)]
    assert excerpt(passage(0, 800, *sentences), text, matches) == Span(401, 800)


def test_a_sentence_that_is_too_long_is_cut_between_words() -> None:
    text = "word " * 200  # 1000 characters
    whole = passage(0, 1000)
    assert excerpt(whole, text, []) == Span(0, 419)
    # From 80 characters before the match on, at the beginning of a word.
    assert excerpt(whole, text, [Span(700, 704)]) == Span(620, 1000)


def test_what_has_no_spaces_is_cut_all_the_same() -> None:
    assert excerpt(passage(0, 1000), "x" * 1000, []) == Span(0, LONGEST)


def test_the_heading_at_the_beginning_is_no_part_of_it() -> None:
    text = "## Top\n\nOne sentence."
    beginning = passage(0, 21, Span(8, 21))
    assert body(beginning) == Span(8, 21)
    assert excerpt(beginning, text, []) == Span(8, 21)
