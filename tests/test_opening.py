"""The opening of an article: title, byline and date from the first lines."""

import pytest

from corpus.dates import iso_date
from corpus.loaded import Metadata
from corpus.opening import read_opening
from corpus.titles import tidy_title, title_from_text

BODY = "Un hôtel de quatre chambres n'a pas de service client : il a une hôtesse, et elle suffit."


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2 juin 2016", "2016-06-02"),
        ("1er août 2019", "2019-08-01"),
        ("mardi 15 septembre 2015", "2015-09-15"),
        ("June 2, 2016", "2016-06-02"),
        ("2nd June 2016", "2016-06-02"),
        ("Sept. 3, 2020", "2020-09-03"),
        ("décembre 2021", "2021-12"),
        ("2016-06-02", "2016-06-02"),
        ("2016-06-02T10:00:00+02:00", "2016-06-02"),
        ("2016", "2016"),
        ("25/12/2020", "2020-12-25"),
        ("06/02/2016", ""),
        ("31 février 2020", ""),
        ("bientôt", ""),
    ],
)
def test_dates(written: str, iso: str) -> None:
    assert iso_date(written) == iso


def test_a_french_writer_puts_the_day_first() -> None:
    assert iso_date("06/02/2016", day_first=True) == "2016-02-06"


@pytest.mark.parametrize(
    ("line", "authors", "date"),
    [
        ("Par Léa Morel, directrice de la relation client", ("Léa Morel",), ""),
        ("By Ann Lee and Tom de Wit", ("Ann Lee", "Tom de Wit"), ""),
        ("Par Léa Roy, Paul Petit et Al Luc-Po", ("Léa Roy", "Paul Petit", "Al Luc-Po"), ""),
        ("Par Léa Morel, le 3 mars 2020", ("Léa Morel",), "2020-03-03"),
        ("Publié le 3 mars 2020 par Léa Morel", ("Léa Morel",), "2020-03-03"),
        ("By Ann Lee | June 2, 2016", ("Ann Lee",), "2016-06-02"),
        ("Le 15 octobre 2014", (), "2014-10-15"),
        ("Posted on June 2, 2016", (), "2016-06-02"),
        ("3 mars 2020 à 10h30", (), "2020-03-03"),
        ("Auteur : Léa Morel", ("Léa Morel",), ""),
    ],
)  # fmt: skip
def test_bylines_and_date_lines(line: str, authors: tuple[str, ...], date: str) -> None:
    opening = read_opening(f"## Quatre chambres\n\n{line}\n\n{BODY}", Metadata())
    assert opening.metadata == Metadata(title="Quatre chambres", authors=authors, date=date)
    assert opening.text == BODY
    assert opening.removed == ("Quatre chambres", line)


@pytest.mark.parametrize(
    "line",
    [
        "Par exemple, le 3 mars 2020 personne n'est venu.",
        "Le 3 mars 2020, l'hôtel ouvrait.",
        "By default the door is open.",
        "Posted on 06/02/2016",
    ],
)
def test_sentences_and_ambiguous_dates_stay(line: str) -> None:
    opening = read_opening(f"## Quatre chambres\n\n{line}\n\n{BODY}", Metadata())
    assert (opening.metadata.date, opening.metadata.authors) == ("", ())
    assert opening.text == f"{line}\n\n{BODY}"


def test_what_the_format_said_is_kept_and_its_title_line_leaves_the_text() -> None:
    known = Metadata(title="Quatre chambres en Forez | Le Journal", date="2011-01-01")
    opening = read_opening(f"## Quatre chambres en Forez\n\n2 juin 2016\n\n{BODY}", known)
    assert (opening.metadata, opening.text) == (known, BODY)


def test_another_first_heading_stays() -> None:
    opening = read_opening(f"## L'hôtesse\n\n{BODY}", Metadata(title="Quatre chambres"))
    assert opening.text == f"## L'hôtesse\n\n{BODY}"


def test_a_document_that_is_all_title_stays() -> None:
    opening = read_opening("## Quatre chambres", Metadata())
    assert (opening.metadata.title, opening.text, opening.removed) == (
        "Quatre chambres",
        "## Quatre chambres",
        (),
    )


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Le carnet rouge. Il dure.", "Le carnet rouge"),
        ("Que veut-on ? Du calme.", "Que veut-on ?"),
        (
            "Chaque matin à sept heures, avant même le premier café, bref, l'hôtesse relit son "
            "carnet et choisit trois noms.",
            "Chaque matin à sept heures, avant même le premier café…",
        ),
        ("mot " * 40, "mot " * 21 + "mot…"),
    ],
)
def test_titles_from_the_first_sentence(text: str, title: str) -> None:
    assert title_from_text(text) == title


def test_underscores_of_file_names() -> None:
    assert tidy_title("Accueil_ Le carnet_Culture") == "Accueil – Le carnet – Culture"
    assert tidy_title("le_carnet_rouge") == "le carnet rouge"
