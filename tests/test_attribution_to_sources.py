"""Whom a text names as a source, and what the library has of them."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from corpus.article import Article
from index.library import Library
from qa.training.debate.advocate.assessment import Criterion, Judgement, Standing
from qa.training.debate.advocate.attributing import attributed, of_others
from qa.training.debate.advocate.naming import names_of, names_source, stands_in
from tests.position_articles import DISAGREEING, LIGHTHOUSE, TRAMWAY
from tests.recommending import judged

QUOTING = Article(
    title="Le quai",
    text="Le quai est vide dès midi, affirme Gus Tide. Les grues dorment sous la pluie de mai.",
    publisher="Quai Ouvert",
    language="fr",
    source="quai.md",
)


@pytest.fixture
def filled(library: Library) -> Iterator[Library]:
    library.add_articles((*DISAGREEING, QUOTING))
    yield library


@pytest.mark.parametrize(
    ("record", "named"),
    [
        (LIGHTHOUSE, ("Orla Beam", "Harbour Review", "Beam")),
        (
            replace(TRAMWAY, publisher="CXPA (Customer Experience Professionals Association)"),
            (
                "CXPA (Customer Experience Professionals Association)",
                "CXPA",
                "Customer Experience Professionals Association",
            ),
        ),
        (
            replace(TRAMWAY, publisher="Sens du client (blog)"),
            ("Sens du client (blog)", "Sens du client"),
        ),
        (
            replace(TRAMWAY, publisher="Chief Customer Officer Council"),
            ("Chief Customer Officer Council", "CCO Council", "CCOC"),
        ),
    ],
)
def test_every_way_to_name_a_source(record: Article, named: tuple[str, ...]) -> None:
    assert names_of(record) == named


@pytest.mark.parametrize(
    ("name", "text", "there"),
    [
        ("La Voie", "La Voie est claire.", True),
        ("La Voie", "C’est la voie à suivre.", False),
        ("La Voie", "Selon la voie, il pleut.", True),
        ("Étal", "Etal le dit.", True),
        ("Medium", "A medium size.", False),
        ("CEB", "ceb or not", False),
    ],
)
def test_a_name_stands_in_a_text(name: str, text: str, *, there: bool) -> None:
    assert stands_in(name, text) is there


def test_a_source_is_named_by_its_title_too() -> None:
    assert names_source("As “The lighthouse company” has it.", LIGHTHOUSE)
    assert not names_source("As a lighthouse has it.", LIGHTHOUSE)


@pytest.mark.parametrize(
    ("sentence", "named"),
    [
        ("Selon La Voie, il pleut.", ["La Voie"]),
        ("Pour La Voie, il pleut.", ["La Voie"]),
        ("According to Beam, it rains.", ["Beam"]),
        ("It rains, says Orla Beam.", ["Orla Beam"]),
        ("Basile Étal : il pleut.", ["Basile Étal"]),
        ("Orla Beam et La Voie le disent.", ["La Voie"]),
        ("Gus Tide affirme que le quai est vide.", ["Gus Tide"]),
        ("Orla Beam sells lamps.", []),
        ("Does Orla Beam say so?", []),
        ("Ann Other says so.", []),
    ],
)
def test_whom_a_sentence_has_say_something(
    filled: Library, sentence: str, named: list[str]
) -> None:
    assert [source.name for source in attributed(sentence, filled.snapshot())] == named


def test_what_the_library_has_of_somebody(filled: Library) -> None:
    snapshot = filled.snapshot()
    (beam,) = attributed("Orla Beam says so.", snapshot)
    assert {article.authors[0] for article, _, _ in beam.candidates(snapshot)} == {"Orla Beam"}
    (tide,) = attributed("Gus Tide says so.", snapshot)
    quotes = [a.text[span.start : span.end] for a, _, span in tide.candidates(snapshot)]
    assert quotes == ["Le quai est vide dès midi, affirme Gus Tide."]


def test_a_report_of_somebody_else() -> None:
    assert of_others("Il pleut, affirme Gus Tide.", ("Quai Ouvert",))
    assert not of_others("Il pleut, affirme Gus Tide.", ("Gus Tide",))
    assert not of_others("Il pleut sur le quai.", ("Quai Ouvert",))


# Quotations under a name


def quotes(library: Library, text: str, *pieces: tuple[Article, str]) -> Judgement:
    return judged(library, text, *pieces).of(Criterion.QUOTES)


def test_an_invented_quotation_of_a_source_of_the_library(filled: Library) -> None:
    text = "La Voie écrit : « la lune appartient au service comptable depuis toujours »."
    found = quotes(filled, text, (LIGHTHOUSE, "reports"))
    assert found.standing is Standing.MISSING
    (finding,) = found.findings
    assert finding.wording.fr.startswith("La bibliothèque contient La Voie, mais pas ces mots.")
    assert [place.article_id for place in finding.places] == [TRAMWAY.id]


def test_a_quotation_under_the_wrong_name(filled: Library) -> None:
    text = "Basile Étal l’écrit : « Les rames sont lavées la nuit »."
    found = quotes(filled, text, (TRAMWAY, "lavées"))
    assert found.standing is Standing.MISSING
    (finding,) = found.findings
    assert finding.wording.en.startswith("These words are not of Basile Étal")
    assert finding.places[0].article_id == TRAMWAY.id


@pytest.mark.parametrize(
    "text",
    [
        "La Voie l’écrit : « Les rames sont lavées la nuit ».",
        "“Les rames sont lavées la nuit”, writes La Voie.",
        "Étal est un marchand. « Les rames sont lavées la nuit ».",
    ],
)
def test_a_quotation_under_the_right_name_or_none(filled: Library, text: str) -> None:
    assert quotes(filled, text, (TRAMWAY, "lavées")).standing is Standing.MET


def test_words_quoted_by_somebody_else_are_of_whoever_says_them(filled: Library) -> None:
    text = "Gus Tide le dit : « Le quai est vide dès midi »."
    assert quotes(filled, text, (QUOTING, "vide")).standing is Standing.MET
