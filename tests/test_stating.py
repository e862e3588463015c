"""What is shown of a claim, whom the question names, and what its figure is of."""

from dataclasses import replace

import pytest

from corpus.article import Kind
from index.thesaurus import cx_thesaurus
from qa.training.items.stating import Statement, names_subject, placed, stated, who_speaks
from tests.claiming import article, claim_of

SAID = "Loyal customers of small banks buy 40% more products each year"
FOUND = "Loyal customers of small banks buy more products each year"


def _stated(text: str, **known: object) -> Statement:
    statement = stated(claim_of(text, **known))  # type: ignore[arg-type]
    assert statement is not None
    return statement


# Whom the question names


def test_the_speaker_is_cut_out_and_named_in_full() -> None:
    found = _stated(f"{FOUND}, argues Roe.", authors=("Jane Roe",))
    assert (found.text, found.source) == (f"{FOUND}.", "Jane Roe (Marlow)")


def test_the_year_that_is_cut_out_too_is_named() -> None:
    """What was found in one year may be otherwise in another."""
    assert _stated(f"{FOUND}, according to Brill in 2019.").source == "Brill (2019)"
    own = _stated(f"{FOUND}, according to Marlow in 2019.", date="2020")
    assert own.source == "Marlow (2020)"


@pytest.mark.parametrize(
    ("speaker", "known", "source"),
    [
        ("the Brill Institute", {}, "the Brill Institute"),
        ("Brill", {}, "Brill"),
        ("Jane Roe", {"date": "2016-05-01"}, "Jane Roe"),
        (
            "Jane Roe",
            {"date": "2016-05-01", "authors": ("Jane Roe",)},
            "Jane Roe (Marlow, 2016)",
        ),
        ("Marlow", {"date": "2016"}, "Marlow (2016)"),
    ],
)
def test_a_speaker_is_named_as_a_source_is(
    speaker: str, known: dict[str, object], source: str
) -> None:
    """The source itself with publisher and year, others with the article before their name."""
    found = _stated(f"{FOUND}, according to {speaker}.", **known)
    assert (found.text, found.source) == (f"{FOUND}.", source)


def test_the_french_article_stands_before_the_name_too() -> None:
    text = "La fidélité des clients progresse de 40 % en un an, selon {}."
    french: dict[str, object] = {"language": "fr", "title": "La fidélité"}
    found = _stated(text.format("l’Institut Brill"), **french)
    assert found.source == "l’Institut Brill"
    assert _stated(text.format("Brill"), **french).source == "Brill"


def test_a_role_is_nobody_s_name() -> None:
    found = _stated(f"{FOUND}, argues the chief executive of Acme.", authors=("Jane Roe",))
    assert "Acme" not in found.source


def test_without_a_speaker_the_source_is_named() -> None:
    found = _stated(f"{FOUND}.", authors=("Jane Roe",))
    assert (found.text, found.source) == (f"{FOUND}.", "Jane Roe (Marlow)")
    assert stated(claim_of(f"{FOUND}.", publisher="")) is None


@pytest.mark.parametrize(
    ("publisher", "named"),
    [
        ("Marlow Review", True),  # by its first word
        ("Ham Review", False),  # too short a word
        ("Loyal Review", False),  # a common word
        ("Tamber Review", False),  # not there
    ],
)
def test_a_source_is_named_by_the_first_word_of_its_name(publisher: str, *, named: bool) -> None:
    text = "Loyal customers of Marlow, of Ham and Loyal banks buy more products; loyal ones stay."
    assert (_stated(text, publisher=publisher).source == "") is named


def test_of_more_than_two_authors_the_first_is_named() -> None:
    many = article("x", authors=("Jane Roe", "Ann Lee", "Paul Poe"))
    assert who_speaks(many, "en") == "Jane Roe et al. (Marlow)"
    two = article("x", authors=("Jane Roe", "Ann Lee"))
    assert who_speaks(two, "en") == "Jane Roe and Ann Lee (Marlow)"
    assert who_speaks(two, "fr") == "Jane Roe et Ann Lee (Marlow)"


# What its figure is of


def _placed(text: str, **known: object) -> Statement:
    return placed(_stated(text, **known), cx_thesaurus())


@pytest.mark.parametrize("told", ["in a survey of families", "in 2019", "in the Brill panel"])
def test_a_study_a_year_or_a_name_is_enough(told: str) -> None:
    text = f"{SAID} {told}."
    found = _placed(text)
    assert (found.text, found.source, found.is_placed) == (text, "Marlow", True)


def test_the_attribution_may_tell_the_study() -> None:
    text = f"{SAID}, according to a survey by Jane Roe."
    assert _stated(text).text == f"{SAID}."
    assert (_placed(text).text, _placed(text).source) == (text, "")


@pytest.mark.parametrize(
    ("title", "kind", "is_placed"),
    [
        ("A survey of loyalty", Kind.NOTE, True),
        ("Loyalty in 2019", Kind.NOTE, True),
        ("How Brill makes loyalty", Kind.NOTE, True),
        ("Loyalty at the counter", Kind.STUDY, True),
        ("Loyalty at the counter", Kind.NOTE, False),
    ],
)
def test_otherwise_the_title_of_a_study_or_on_somebody_tells_it(
    title: str, kind: Kind, *, is_placed: bool
) -> None:
    found = _placed(f"{SAID}.", title=title, kind=kind)
    assert (found.text, found.is_placed) == (f"{SAID}.", is_placed)
    assert found.source == (f"Marlow, in “{title}”" if is_placed else "Marlow")


@pytest.mark.parametrize(
    ("text", "date", "is_placed"),
    [
        ("Loyal customers of banks are 40 years old in a survey of families.", "", False),
        ("Loyal customers of banks are 40 years old in a survey of families.", "2016-05-01", True),
        ("Loyal customers of banks are 40 years old in a survey of 2016.", "", True),
        ("Loyal customers of banks stay for 40 years in a survey of families.", "", True),
    ],
)
def test_one_must_know_when_something_was_so_old(text: str, date: str, *, is_placed: bool) -> None:
    assert _placed(text, date=date).is_placed is is_placed


def test_a_title_that_has_the_figure_tells_too_much() -> None:
    assert not _placed(f"{SAID}.", title="A survey of loyalty: 40% more is bought").is_placed
    assert _placed(f"{SAID}.", title="A survey of loyalty: 50% more is sold").is_placed


def test_a_title_in_the_other_language_tells_it_too() -> None:
    found = _placed(f"{SAID}.", title="Une enquête", language="fr")
    assert (found.source, found.is_placed) == ("Marlow, in “Une enquête”", True)


def test_authors_of_a_study_need_not_say_so() -> None:
    known = {"authors": ("Jane Roe",), "title": "A survey of loyalty"}
    assert _placed(f"{SAID}.", kind=Kind.STUDY, **known).source == "Jane Roe (Marlow)"
    noted = _placed(f"{SAID}.", kind=Kind.NOTE, **known).source
    assert noted == "Jane Roe (Marlow), in “A survey of loyalty”"


# What a sentence is about


def test_a_sentence_says_what_it_is_about_in_words_or_concepts_of_the_title() -> None:
    claim = claim_of("The trust of a reader sings like a bird in the green hills of the valley.")
    thesaurus = cx_thesaurus()
    assert not names_subject(claim.text, claim, thesaurus)
    titled = claim_of(claim.text, title="How trust grows")
    assert names_subject(titled.text, titled, thesaurus)
    french = replace(claim.article, title="La confiance", language="fr")
    assert names_subject(claim.text, replace(claim, article=french), thesaurus)
