"""Works: notes and originals as one, with keys that last."""

from dataclasses import replace

import pytest

from corpus.article import BasedOn, Kind, Record
from corpus.exchange.person_names import Name
from corpus.exchange.works import Work, works
from corpus.filters import read_filters
from corpus.topics import Topic

URL = "https://www.bliss.example/cinq/"
NOTE = Record(
    id="1",
    title="Cinq leviers selon Bliss",
    characters=10,
    original_title="Les cinq compétences du CCO",
    authors=("Jeanne Bliss",),
    publisher="CustomerBliss",
    date="2016-06",
    language="fr",
    url=URL,
    kind=Kind.OPINION,
    topics=(Topic.CCO_ROLE,),
    based_on=BasedOn.EXCERPT,
)
ORIGINAL = Record(
    id="2",
    title="Les cinq compétences du CCO : entretien",
    characters=10,
    date="2016-06-02",
    language="en",
    url="http://bliss.example/cinq#top",
)


def test_a_note_is_cited_as_its_source() -> None:
    assert works([NOTE]) == (
        Work(
            key="bliss2016cinq",
            title="Les cinq compétences du CCO",
            authors=(Name("Bliss", "Jeanne"),),
            publisher="CustomerBliss",
            date="2016-06",
            language="fr",
            url=URL,
            kind=Kind.OPINION,
            topics=(Topic.CCO_ROLE,),
        ),
    )


@pytest.mark.parametrize("records", [[NOTE, ORIGINAL], [ORIGINAL, NOTE]])
def test_a_note_and_its_original_are_one_work(records: list[Record]) -> None:
    (work,) = works(records)
    assert (work.title, work.date, work.language) == (NOTE.original_title, "2016-06-02", "en")
    assert (work.authors, work.publisher) == ((Name("Bliss", "Jeanne"),), "CustomerBliss")
    assert work.url == ORIGINAL.url


@pytest.mark.parametrize(
    ("known", "key"),
    [
        ({}, "bliss2016competences"),
        ({"authors": ("Carmen van den Hemel",)}, "hemel2016competences"),
        ({"authors": ("Sébastien Lo Presti",)}, "lopresti2016competences"),
        ({"authors": ("Académie du Service", "Jeanne Bliss")}, "academie2016competences"),
        ({"authors": ()}, "adage2016competences"),
        ({"authors": (), "publisher": ""}, "2016competences"),
        ({"date": ""}, "blisscompetences"),
        ({"title": "L’œuvre à faire"}, "bliss2016oeuvre"),
        ({"title": "What is the NPS?"}, "bliss2016nps"),
        ({"title": "Où ?"}, "bliss2016"),
        ({"authors": (), "publisher": "", "date": "", "title": "日本"}, "work"),
    ],
)
def test_a_key_is_made_of_author_year_and_title(known: dict[str, object], key: str) -> None:
    record = replace(NOTE, original_title="", title="Les compétences", publisher="Ad Age")
    (work,) = works([replace(record, **known)])  # type: ignore[arg-type]
    assert work.key == (key if known.get("title") != "Où ?" else "bliss2016")


def test_keys_are_unique_and_do_not_depend_on_filters() -> None:
    twins = [replace(NOTE, id=str(n), url=f"{URL}{n}") for n in range(3)]
    last = replace(twins[2], kind=Kind.STUDY)
    keys = [work.key for work in works([*twins[:2], last])]
    assert keys == ["bliss2016cinq", "bliss2016cinq-2", "bliss2016cinq-3"]
    (work,) = works([*twins[:2], last], read_filters(kinds=["study"]))
    assert work.key == "bliss2016cinq-3"
    (both,) = works([NOTE, ORIGINAL], read_filters(languages=["en"]))
    assert both.key == "bliss2016cinq"
