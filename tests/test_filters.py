"""Filters: what they admit, what they say, what they refuse."""

import pytest

from corpus.article import Kind, Record
from corpus.filters import Filters, read_filters
from corpus.topics import Topic
from corpus.wording import KnownError, Wording

STUDY = Record(
    id="1",
    title="Une étude",
    characters=10,
    authors=("Zoé Lefèvre", "Ann Smith"),
    publisher="Observatoire des Halles",
    date="2016-06",
    kind=Kind.STUDY,
    topics=(Topic.NPS, Topic.B2B),
    collections=("Nos études",),
)
UNKNOWN = Record(id="2", title="", characters=0)


@pytest.mark.parametrize(
    ("asked", "admitted"),
    [
        ({"kinds": ["study"]}, True),
        ({"kinds": ["Vendor", "study"]}, True),
        ({"kinds": ["vendor"]}, False),
        ({"topics": ["b2b"]}, True),
        ({"topics": ["roi"]}, False),
        ({"publishers": ["observatoire  DES halles"]}, True),
        ({"publishers": ["halles"]}, True),
        ({"publishers": ["gare"]}, False),
        ({"authors": ["lefevre"]}, True),
        ({"authors": ["smith"]}, True),
        ({"authors": ["smithson"]}, False),
        ({"collections": ["nos etudes"]}, True),
        ({"collections": ["nos"]}, False),
        ({"since": "2016"}, True),
        ({"since": "2016-07"}, False),
        ({"since": "2016-06-15"}, True),  # June is all that is known
        ({"since": "2017"}, False),
        ({"until": "2016"}, True),
        ({"until": "2016-05"}, False),
        ({"until": "2015"}, False),
        ({"since": "2016", "until": "2016"}, True),
        ({"topics": ["nps"], "kinds": ["vendor"]}, False),
        ({"languages": ["en"]}, True),  # a matter of passages
        ({}, True),
    ],
)
def test_what_is_admitted(asked: dict[str, str], admitted: bool) -> None:
    filters = read_filters(**asked)
    assert filters.admit(STUDY) is admitted
    assert bool(filters) is bool(asked)


@pytest.mark.parametrize(
    "asked",
    [{"since": "1990"}, {"until": "2030"}, {"kinds": ["study"]}, {"authors": ["a"]}],
)
def test_what_is_not_known_is_outside(asked: dict[str, str]) -> None:
    assert not read_filters(**asked).admit(UNKNOWN)


@pytest.mark.parametrize(
    ("asked", "complaint"),
    [
        ({"kinds": ["book"]}, "kind “book” is not known"),
        ({"topics": ["cats"]}, "topic “cats” is not known"),
        ({"topics": [" "]}, "A topic is empty"),
        ({"since": "yesterday"}, "date “yesterday” is not understood"),
        ({"since": "2020", "until": "2019-12"}, "ends (2019-12) before it begins (2020)"),
        ({"languages": ["french"]}, "language “french” is not understood"),
    ],
)
def test_what_makes_no_sense_is_refused(asked: dict[str, str], complaint: str) -> None:
    with pytest.raises(KnownError) as refused:
        read_filters(**asked)
    assert complaint in refused.value.wording.en
    assert refused.value.wording.fr != refused.value.wording.en


def test_filters_say_what_they_ask_for() -> None:
    filters = read_filters(
        languages=["FR"],
        since="2016",
        kinds=["vendor", "study"],
        topics=["nps"],
        publishers=["Halles"],
    )
    assert filters.described() == (
        Wording("language French", "langue français"),
        Wording("since 2016", "depuis 2016"),
        Wording("kind study or vendor", "genre étude ou fournisseur"),
        Wording("topic “NPS and its critics”", "thème «\u00a0Le NPS et ses critiques\u00a0»"),
        Wording("publisher Halles", "éditeur Halles"),
    )
    spoken = read_filters(languages=["fr", "de", "en"])
    assert spoken.described() == (
        Wording("language de or English or French", "langue de ou anglais ou français"),
    )
    assert Filters().described() == ()
