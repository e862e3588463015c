"""Numbers in digits and words, French and English, have one form."""

import pytest

from qa.numbers import as_written, numbers, ratios


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("800 entreprises, 90% contre 62 % en 2017", {"800", "90%", "62%", "2017"}),
        ("quatre-vingt-dix pour cent", {"90%"}),
        ("ninety percent", {"90%"}),
        ("1 000 clients", {"1000"}),
        ("1\u202f000 clients", {"1000"}),
        ("1,000 customers", {"1000"}),
        ("mille deux cents", {"1200"}),
        ("one hundred and twenty-five", {"125"}),
        ("soixante et onze, quatre-vingts, quatre-vingt-dix-sept", {"71", "80", "97"}),
        ("2,5 points", {"2.5"}),
        ("2.5 points", {"2.5"}),
        ("0,125", {"0.125"}),
        ("5 millions d'euros", {"5000000"}),
        ("5 M€", {"5000000"}),
        ("la moitié des clients", {"1/2"}),
        ("half of them", {"1/2"}),
        ("le 1er mars, the 3rd time", {"1", "3"}),
        ("le B2B, la CO2 et la version X3", set()),
        ("un client, une équipe, one team, un regard neuf", set()),
        ("neuf clients", {"9"}),
    ],
)
def test_numbers(text: str, expected: set[str]) -> None:
    assert numbers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("dans 4 cas sur 10", {"4/10"}),
        ("in four out of 10 companies", {"4/10"}),
        ("four in ten", {"4/10"}),
        ("un client sur dix", {"1/10"}),
        ("40 %", set()),
        ("4 équipes, 10 pays", set()),
    ],
)
def test_ratios(text: str, expected: set[str]) -> None:
    assert ratios(text) == expected


def test_numbers_as_they_are_written() -> None:
    text = "Six organisations sur dix, 1,3 milliard, 40 % puis 40% : la moitié, un quart."
    assert as_written(text) == {
        "6": "Six",
        "10": "dix",
        "6/10": "Six organisations sur dix",
        "1300000000": "1,3 milliard",
        "40%": "40 %",
        "1/2": "moitié",
        "1/4": "un quart",
        "1": "un",
    }
