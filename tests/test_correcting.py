"""Corrections by hand: what is set, what is cleared, what is refused."""

from dataclasses import replace
from typing import Any

import pytest

from corpus.article import Kind
from corpus.correcting import Correction, corrected
from corpus.topics import Topic
from corpus.wording import KnownError
from tests.invented import BAKERY


@pytest.mark.parametrize(
    ("typed", "known"),
    [
        ({"title": " Le  cahier\nrouge "}, {"title": "Le cahier rouge"}),
        ({"original_title": " The  red notebook "}, {"original_title": "The red notebook"}),
        ({"original_title": ""}, {"original_title": ""}),
        ({"authors": ["Zoé Lune", "", "Zoé Lune"]}, {"authors": ("Zoé Lune",)}),
        ({"authors": [""]}, {"authors": ()}),
        ({"publisher": ""}, {"publisher": ""}),
        ({"date": "2 juin 2016"}, {"date": "2016-06-02"}),
        ({"date": ""}, {"date": ""}),
        ({"language": "EN"}, {"language": "en"}),
        ({"language": ""}, {"language": ""}),
        ({"url": " https://gazette.example/b "}, {"url": "https://gazette.example/b"}),
        ({"url": ""}, {"url": ""}),
        ({"kind": "Study"}, {"kind": Kind.STUDY}),
        ({"kind": ""}, {"kind": None}),
        ({"topics": ["nps", "b2b", "nps"]}, {"topics": (Topic.NPS, Topic.B2B)}),
        ({"topics": [""]}, {"topics": ()}),
    ],
)
def test_a_field_is_set_and_its_name_kept(typed: dict[str, Any], known: dict[str, Any]) -> None:
    changed = corrected(BAKERY, Correction(**typed))
    assert changed == replace(BAKERY, **known, corrected=tuple(typed))
    assert changed.id == BAKERY.id


def test_corrections_add_up() -> None:
    once = corrected(BAKERY, Correction(title="Un", date="2016"))
    twice = corrected(once, Correction(date="2017", authors=["Zoé"]))
    assert twice.corrected == ("authors", "date", "title")
    assert (twice.title, twice.date) == ("Un", "2017")
    assert corrected(BAKERY, Correction()) == BAKERY
    assert not Correction()
    assert Correction(title="")


def test_a_cleared_title_is_taken_from_the_text() -> None:
    cleared = corrected(BAKERY, Correction(title=" "))
    assert cleared.title == "La boulangerie du port note chaque réclamation dans un cahier vert"


@pytest.mark.parametrize(
    ("typed", "complaint"),
    [
        ({"date": "yesterday"}, "date “yesterday” is not understood"),
        ({"language": "french"}, "language “french” is not understood"),
        ({"url": "gazette.example"}, "“gazette.example” is not a complete web address"),
        ({"url": "javascript:alert(1)"}, "is not a complete web address"),
        ({"kind": "book"}, "kind “book” is not known"),
        ({"topics": ["nps", "cats"]}, "topic “cats” is not known"),
    ],
)
def test_what_makes_no_sense_is_refused(typed: dict[str, Any], complaint: str) -> None:
    with pytest.raises(KnownError) as refused:
        corrected(BAKERY, Correction(**typed))
    assert complaint in refused.value.wording.en
    assert refused.value.wording.fr != refused.value.wording.en
