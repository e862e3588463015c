"""Terms: what two spellings of one word have in common."""

import pytest
import Stemmer

from index.analysis import terms


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("L’équipe d'accueil qu'elle forme", "fr", ["equip", "accueil", "form"]),
        ("jusqu'au guichet", "fr", ["guichet"]),
        ("Qui doit répondre à l'usager ?", "fr", ["repondr", "usag"]),
        ("The customers' complaints aren't solved", "en", ["custom", "complaint", "solv"]),
        ("Who should report to whom?", "en", ["report"]),
        ("62 % des clients, 4,5 sur 5", "fr", ["62", "client", "4", "5", "5"]),
        ("Die Kundinnen", "de", ["die", "kundinn"]),  # no stop words for other languages
        ("mapenzi ya wateja", "sw", ["mapenzi", "ya", "wateja"]),  # nor stems for unknown ones
        ("", "fr", []),
        ("… !", "en", []),
    ],
)
def test_terms_of_a_text(text: str, language: str, expected: list[str]) -> None:
    assert terms(text, language) == expected


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        ("réclamation", "reclamation", "fr"),
        ("QUALITÉ", "qualité", "fr"),
        ("cœur de métier", "coeur de métier", "fr"),
        ("Œuvre", "oeuvre", "fr"),
        ("l'expérience", "l’expérience", "fr"),
        ("expe\u0301rience", "exp\u00e9rience", "fr"),  # decomposed and composed
        ("ｓｅｒｖｉｃｅ", "service", "en"),  # full width
        ("complaints", "complaint", "en"),
        ("loyal customers", "Loyal Customer", "en"),
    ],
)
def test_spellings_of_one_word_are_one_term(one: str, other: str, language: str) -> None:
    assert terms(one, language) == terms(other, language) != []


@pytest.mark.parametrize(
    ("language", "name"), [("fr", "french"), ("en", "english"), ("es", "spanish"), ("de", "german")]
)
def test_stems_are_those_of_the_language(language: str, name: str) -> None:
    words = ["organisations", "marketing", "international", "tomates"]
    assert terms(" ".join(words), language) == Stemmer.Stemmer(name).stemWords(words)


def test_an_elision_is_cut_in_french_alone() -> None:
    assert terms("d'Artagnan", "fr") == ["artagnan"]
    assert terms("d'Artagnan", "es") == ["d", "artagn"]
