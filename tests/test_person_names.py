"""Names taken apart."""

import pytest

from corpus.exchange.person_names import Name, parsed_name


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Jeanne Bliss", Name("Bliss", "Jeanne")),
        ("Bliss, Jeanne", Name("Bliss", "Jeanne")),
        ("Tor Wallin Andreassen", Name("Andreassen", "Tor Wallin")),
        ("Clément van Meyel", Name("Meyel", "Clément", "van")),
        ("Carmen van den Hemel", Name("Hemel", "Carmen", "van den")),
        ("Charles de Gaulle", Name("Gaulle", "Charles", "de")),
        ("Ludwig Van Beethoven", Name("Van Beethoven", "Ludwig")),
        ("Sébastien Lo Presti", Name("Lo Presti", "Sébastien")),
        ("Jean-Marie d'Arc", Name("d'Arc", "Jean-Marie")),
        ("Michele O'Dwyer", Name("O'Dwyer", "Michele")),
        ("John Smith Jr.", Name("Smith", "John", suffix="Jr.")),
        ("Smith, Jr., John", Name("Smith", "John", suffix="Jr.")),
        ("Martin Luther King III", Name("King", "Martin Luther", suffix="III")),
        ("Marie {Curie} \\x", Name("x", "Marie Curie")),
        ("Forrester", Name("Forrester", organisation=True)),
        ("Académie du Service", Name("Académie du Service", organisation=True)),
        ("McKinsey & Company", Name("McKinsey & Company", organisation=True)),
        ("La Voix du Client", Name("La Voix du Client", organisation=True)),
        ("Ana Reis and Jo Wu", Name("Ana Reis and Jo Wu", organisation=True)),
        ("Ana Reis et Jo Wu", Name("Ana Reis et Jo Wu", organisation=True)),
        ("Bain, Conseil", Name("Bain, Conseil", organisation=True)),
        ("Gazette du Port", Name("Gazette du Port", organisation=True)),
        ("山田 太郎", Name("太郎", "山田")),
    ],
)
def test_a_name_is_taken_apart(written: str, name: Name) -> None:
    assert parsed_name(written, publisher="Gazette du port") == name
