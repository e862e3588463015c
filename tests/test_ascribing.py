"""Positions that a recommendation has its sources take, compared with those that they take."""

from collections.abc import Iterator

import pytest

from corpus.article import Article, Kind
from index.library import Library
from qa.training.debate.advocate.assessment import Criterion, Judgement, Standing
from tests.position_articles import DISAGREEING, LIGHTHOUSE, MARKET, TRAMWAY
from tests.recommending import judged

HARBOUR = Article(
    title="The harbour office",
    text="A chief customer officer must report to the chief executive or at most one level below, "
    "insists Ida Quay. She has a wooden desk.",
    authors=("Ida Quay",),
    publisher="Harbour Office",
    date="2018",
    language="en",
    kind=Kind.OPINION,
    source="harbour.md",
)
PIER = Article(
    title="The pier",
    text="The chief customer officer reports to the chief executive. "
    "The chief customer officer reports to the head of marketing, claims Gus Tide.",
    publisher="Pier Office",
    date="2017",
    language="en",
    kind=Kind.OPINION,
    source="pier.md",
)


@pytest.fixture
def filled(library: Library) -> Iterator[Library]:
    library.add_articles((*DISAGREEING, HARBOUR, PIER))
    yield library


def faithful(library: Library, text: str, *pieces: tuple[Article, str]) -> Judgement:
    return judged(library, text, *pieces).of(Criterion.FAITHFUL)


@pytest.mark.parametrize(
    "text",
    [
        "La Voie écrit que le CCO doit dépendre du marketing.",
        "According to La Voie, the CCO should report to the CMO.",
        "La Voie le voit au marketing.",
    ],
)
def test_a_position_that_the_source_does_not_take(filled: Library, text: str) -> None:
    found = faithful(filled, text, (TRAMWAY, "dépend de la direction"))
    assert found.standing is Standing.MISSING
    (finding,) = found.findings
    assert finding.written == text
    assert finding.wording.en == (
        "You have La Voie say “within marketing”; in the library it says “directly to the CEO or "
        "general management”:"
    )
    assert [place.quote for place in finding.places] == [TRAMWAY.text.split(". ")[0] + "."]


def test_the_source_need_not_be_attached(filled: Library) -> None:
    text = "Basile Étal affirme que le CCO est rattaché à la direction générale."
    found = faithful(filled, text, (LIGHTHOUSE, "reports"))
    assert found.standing is Standing.MISSING
    assert found.findings[0].places[0].article_id == MARKET.id


def test_a_position_that_a_source_takes_is_not_denied(filled: Library) -> None:
    """Also where the source takes it with a reserve."""
    found = faithful(filled, "Ida Quay affirme qu'un CCO ne doit jamais relever du PDG.")
    assert found.standing is Standing.MISSING
    assert found.findings[0].wording.fr.startswith(
        "Vous faites rejeter à Ida Quay la thèse «\u00a0directement à la direction générale\u00a0»"
    )
    assert "or at most one level below" in found.findings[0].places[0].quote


@pytest.mark.parametrize(
    "text",
    [
        "La Voie writes that the CCO reports to general management.",
        "Basile Étal places the role within marketing.",
        "Selon La Voie, le CCO dépend du PDG, mais Basile Étal le voit au marketing.",
        "La Voie pense que le CCO ne doit pas dépendre du marketing.",
    ],
)
def test_a_position_that_the_source_takes(filled: Library, text: str) -> None:
    assert faithful(filled, text).standing is Standing.MET


@pytest.mark.parametrize(
    ("text", "nearest"),
    [
        # What may be held together with what the source says is no clash.
        ("Ida Quay writes that the CCO reports to the CEO.", "insists Ida Quay"),
        # Somebody else says so there, and the source may be made to say it.
        ("The Pier Office says that the CCO reports to the CMO.", "claims Gus Tide"),
        ("La Voie juge que rattacher le CCO au marketing serait une erreur.", ""),
        ("La Voie dit que les gardiens cirent chaque lanterne avant midi.", ""),
    ],
)
def test_what_no_rule_tells_is_not_called_faithful(
    filled: Library, text: str, nearest: str
) -> None:
    found = faithful(filled, text, (LIGHTHOUSE, "reports"))
    assert found.standing is Standing.UNCHECKED
    (finding,) = found.findings
    assert finding.wording.en.startswith("No rule tells whether")
    assert nearest in finding.places[0].quote


def test_a_part_that_no_rule_tells(filled: Library) -> None:
    text = (
        "La Voie writes that the CCO reports to general management. "
        "Basile Étal dit que les gardiens cirent chaque lanterne avant midi."
    )
    found = faithful(filled, text)
    assert found.standing is Standing.PARTLY
    assert [each.written for each in found.findings] == [text.split(". ")[1]]


@pytest.mark.parametrize(
    "text",
    [
        "La Voie dit de même.",
        "Does La Voie say that the CCO reports to the CMO?",
        "Our own clerk says that the CCO reports to the CMO.",
        "We went to La Voie with our CCO, who reports to the CMO.",
    ],
)
def test_no_source_is_made_to_say_anything(filled: Library, text: str) -> None:
    found = faithful(filled, text)
    assert found.standing is Standing.UNCHECKED and not found.findings
