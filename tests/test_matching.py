"""Highlighted words, marked in the texts by hand."""

import pytest

from index.matching import Matcher
from index.passage import Span
from index.thesaurus import Concept, Thesaurus, cx_thesaurus

THESAURUS = Thesaurus(
    (
        Concept("customer", {"en": ("customer", "client"), "fr": ("client", "usager")}),
        Concept(
            "officer",
            {
                "en": ("chief customer officer",),
                "fr": ("directeur client", "patron de la clientèle"),
            },
            ("CCO",),
        ),
    )
)


def marked(query: str, text: str, language: str, thesaurus: Thesaurus = THESAURUS) -> str:
    """The text with brackets around what matches."""
    for start, end in reversed(Matcher(query, thesaurus).spans(text, language)):
        text = f"{text[:start]}[{text[start:end]}]{text[end:]}"
    return text


def unmarked(text: str) -> str:
    return text.replace("[", "").replace("]", "")


@pytest.mark.parametrize(
    ("query", "language", "expected"),
    [
        ("complaint", "en", "[Complaints] about a [complaint] are no complacency."),
        ("les réclamations", "fr", "La [réclamation] n’est pas une plainte."),
        # Accents and capitals as people type them, with either apostrophe.
        ("l'EXPERIENCE", "fr", "L’[expérience], l'[EXPÉRIENCE] et les [expériences]."),
        ("l'effort d’un usager", "fr", "L’[effort] d’un [usager], l'[effort] qu’il fait."),
        # Hyphens part words, and nothing inside a word is marked.
        ("self-service", "en", "[Self]-[service], [service] and a shelf."),
        ("les ventes", "fr", "L’après-[vente] et l’inventaire."),
        # Figures are words, and function words are none.
        ("dans 4 cas sur 10", "fr", "Dans [4] [cas] sur [10], 40 fois."),
        ("who is in the team?", "en", "Who is in the [team] is in."),
        ("de la main d'œuvre", "fr", "La [main] d’[oeuvre] mise en [œuvre] à la [main]."),
    ],
)
def test_words_match_by_their_stem(query: str, language: str, expected: str) -> None:
    assert marked(query, unmarked(expected), language) == expected


@pytest.mark.parametrize(
    ("query", "language", "expected"),
    [
        # One word in one language, several in the other: they count where they stand together.
        ("What does a CCO do?", "fr", "Le [directeur] [client], un directeur ; le client."),
        ("What does a CCO do?", "fr", "Le [patron] de la [clientèle] et son patron."),
        ("Que fait le directeur client ?", "en", "A [chief] [customer] [officer], our chief."),
        # Acronyms and their plurals, whatever the query spells out.
        ("a chief customer officer", "fr", "Le [CCO], les [CCOs], des CCI."),
        ("CCOs", "en", "A [CCO] is a [chief] [customer] [officer]."),
        # The query's words as they are, and the synonyms of what they name.
        ("the customers", "en", "[Customers] or [clients]; customary."),
        ("the customers", "fr", "Le [client], l’[usager] et la clientèle."),
    ],
)
def test_what_the_thesaurus_has_for_them_matches(query: str, language: str, expected: str) -> None:
    assert marked(query, unmarked(expected), language) == expected


def test_the_french_words_that_an_english_query_found() -> None:
    expected = "Le [directeur] de l’[expérience] [client] est [rattaché] au Comex, pas le [CCO]."
    query = "Who should the CCO report to?"
    assert marked(query, unmarked(expected), "fr", cx_thesaurus()) == expected


def test_a_function_word_of_the_query_is_none_in_the_other_language() -> None:
    expected = "12 % par an pour le [NPS]."  # "an" is the French for a year
    assert marked("What is an NPS?", unmarked(expected), "fr") == expected


def test_a_query_in_capitals_is_read_as_people_write() -> None:
    expected = "The [board] is a [team]."
    assert marked("WHAT IS THE BOARD FOR THE TEAM?", unmarked(expected), "en") == expected


def test_spans_are_whole_words_in_order() -> None:
    text = "client, l’usager, client"
    assert Matcher("customer client", THESAURUS).spans(text, "fr") == (
        Span(0, 6),
        Span(10, 16),
        Span(18, 24),
    )


@pytest.mark.parametrize("query", ["", "?", "who is it for"])
def test_a_query_without_a_telling_word_matches_nothing(query: str) -> None:
    assert Matcher(query, THESAURUS).spans("Who is it for? Customers.", "en") == ()


def test_a_language_that_nobody_stems_is_matched_word_for_word() -> None:
    assert marked("board", "board boards", "xx") == "[board] boards"
