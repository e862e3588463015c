"""Quotes are found where they stand, and only there."""

import unicodedata

import pytest

from index.passage import Passage, Span
from qa.quoting import is_long_enough, locate

TEXT = "Avant.\n\nL’équipe  « écoute »\nle client, à l’été."


@pytest.mark.parametrize(
    "quote",
    [
        "L’équipe  « écoute »\nle client",
        'L\'équipe "écoute" le client',
        "L'équipe “écoute” le client",
        "« L'équipe “écoute” le client »",
        unicodedata.normalize("NFD", "L’équipe « écoute » le client"),
        " L’équipe «écoute» le client ",
    ],
)
def test_white_space_quotation_marks_and_unicode_form_do_not_matter(quote: str) -> None:
    span = locate(quote, TEXT)
    assert span == Span(8, 38)
    assert TEXT[span.start : span.end] == "L’équipe  « écoute »\nle client"


def test_offsets_are_those_of_a_decomposed_text() -> None:
    text = unicodedata.normalize("NFD", "Un été à l’écoute")  # é, é, à, é take two characters
    span = locate("été à l'écoute", text)
    assert span == Span(3, 21)
    assert unicodedata.normalize("NFC", text[span.start : span.end]) == "été à l’écoute"


@pytest.mark.parametrize(
    "quote",
    ["l'équipe écoute", "L'équipe « ecoute » le client", "L'équipe « écoute » un client", "", "«»"],
)
def test_another_case_accent_or_word_is_not_the_quote(quote: str) -> None:
    assert locate(quote, TEXT) is None


def test_a_quote_does_not_begin_or_end_inside_a_word() -> None:
    assert locate("important to report", "It is unimportant to report it.") is None
    assert locate("to report", "It is unimportant to reporters; still, to report helps.") == (
        39,
        48,
    )


def test_the_first_of_several_places_is_taken() -> None:
    assert locate("le client", "le client et le client") == Span(0, 9)


def test_few_words_prove_nothing_unless_they_are_a_sentence() -> None:
    text = "- Empathie\n\nle client est là"
    passage = Passage("a", 0, len(text), "fr", sentences=(Span(0, 10), Span(12, 28)))
    assert is_long_enough(Span(2, 10), passage, text)  # a list item, its bullet left out
    assert not is_long_enough(Span(12, 21), passage, text)  # "le client"
    assert is_long_enough(Span(12, 25), passage, text)  # "le client est"
