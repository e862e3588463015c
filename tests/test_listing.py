"""Lists: all items, in order, wherever passages were cut; a lead-in alone is no answer."""

import pytest

from corpus.article import Article
from index.coverage import Coverage
from index.library import Library
from index.passage import Hit
from index.snapshot import Snapshot
from qa.asking import Asks
from qa.candidates import Candidate, candidates
from qa.evidence import Evidence
from qa.listing import Item, announced_list, items_after, numbered_sections

GARDEN = """\
Le jardinier est du village.

Le jardinier possède trois outils :

- La bêche coupe la terre.
- Le râteau la peigne.
- Le seau l'arrose.

Il explique ses raisons :

1. La terre est dure.
2. La pluie est rare.

Le soir il range."""
NUMBERS = ("un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix")
LONG = "Le phare suit dix règles :\n\n" + "\n".join(
    f"- La règle {n} veut que le gardien note la couleur de la mer, la force du vent, le nombre "
    f"de bateaux et l'humeur des mouettes du matin {n}."
    for n in NUMBERS
)
MILLER = """\
# Trois conseils du meunier

## 1. Moudre lentement

La pierre chauffe si elle tourne vite.

### Exemple

En été il ralentit encore.

## 2. Dormir

Le meunier fatigué casse tout.

## 3. Compter

Il compte les sacs chaque soir."""
CAPTAIN = """\
Tout capitaine en a.

## Qualité n° 1 du capitaine

### Il écoute

Il entend tout le monde.

## Qualité n° 2 du capitaine

### Il note ce qu'il voit

Il écrit chaque soir.

## Qualité n° 3 du capitaine

### Il rit

Son rire est connu du port."""


def opened(library: Library, text: str) -> Snapshot:
    library.add_articles([Article(title="Essai", text=text, language="fr", locator="/essai")])
    return library.snapshot()


def weighed(snapshot: Snapshot, question: str, asks: Asks) -> tuple[list[Candidate], Coverage]:
    evidence = tuple(
        Evidence(Hit(passage, 1.0), snapshot.article(passage.article_id))
        for passage in snapshot.contents.passages
    )
    coverage = Coverage(question, "fr", snapshot.thesaurus, snapshot.contents)
    return candidates(question, "fr", asks, coverage, evidence, snapshot), coverage


def announced(
    snapshot: Snapshot, question: str, asks: Asks = Asks.LIST, far: str = ""
) -> list[str]:
    """Texts of the list; the sentence `far` is further behind the best one than is allowed."""
    found, coverage = weighed(snapshot, question, asks)
    scores = [-6.0 if candidate.text == far else 0.0 for candidate in found]
    return texts(announced_list(found, scores, asks, coverage, snapshot), snapshot)


def sections(snapshot: Snapshot, question: str) -> list[str]:
    found, coverage = weighed(snapshot, question, Asks.LIST)
    return texts(numbered_sections(found, coverage, snapshot), snapshot)


def texts(items: list[Item], snapshot: Snapshot) -> list[str]:
    for passage, span in items:
        assert passage.start <= span.start < span.end <= passage.end
    return [snapshot.article(p.article_id).text[span.start : span.end] for p, span in items]


def test_a_list_comes_with_its_lead_in_complete_and_in_order(library: Library) -> None:
    snapshot = opened(library, GARDEN)
    assert announced(snapshot, "Quels outils possède le jardinier ?") == [
        "Le jardinier possède trois outils :",
        "La bêche coupe la terre.",
        "Le râteau la peigne.",
        "Le seau l'arrose.",
    ]


def test_reasons_may_be_listed_too(library: Library) -> None:
    snapshot = opened(library, GARDEN)
    assert announced(snapshot, "Pourquoi le jardinier arrose-t-il ?", Asks.REASON) == [
        "Il explique ses raisons :",
        "La terre est dure.",
        "La pluie est rare.",
    ]


def test_a_list_of_something_else_is_not_the_answer(library: Library) -> None:
    assert announced(opened(library, GARDEN), "Quels légumes pousse le jardinier ?") == []


def test_a_lead_in_far_behind_the_best_sentence_is_not_the_answer(library: Library) -> None:
    lead_in = "Le jardinier possède trois outils :"
    assert announced(opened(library, GARDEN), "Quels outils possède-t-il ?", far=lead_in) == []


def test_a_list_longer_than_a_passage_is_still_complete(library: Library) -> None:
    snapshot = opened(library, LONG)
    assert len(snapshot.contents.passages) > 1
    found = announced(snapshot, "Quelles règles suit le phare ?")
    assert found[0] == "Le phare suit dix règles :"
    assert tuple(item.split()[2] for item in found[1:]) == NUMBERS


@pytest.mark.parametrize(
    "text",
    [
        "Il a un outil :\n\n- La bêche coupe.\n\nIl dort ensuite.",  # one item is a sentence
        "Il a des outils :\n\nLa bêche coupe. Le râteau peigne.",  # no list follows
        "Il a des outils :\n\n## Suite\n\n- La bêche coupe.\n- Le râteau peigne.",
        "Il a des outils :\n\n" + "\n".join(f"- Voici l'outil {n}." for n in range(1, 14)),
        "Il a des outils.\n\n- La bêche coupe.\n- Le râteau peigne.",  # announces nothing
    ],
)
def test_no_list_is_made_up(library: Library, text: str) -> None:
    snapshot = opened(library, text)
    found, _ = weighed(snapshot, "Quels outils ?", Asks.LIST)
    assert found[0].text.startswith("Il a ")
    assert items_after(found[0], snapshot) == []


def test_a_list_ends_at_the_next_heading(library: Library) -> None:
    snapshot = opened(
        library, "Ses outils :\n\n- La bêche.\n- Le seau.\n\n## Ses amis\n\n- Le chat.\n- Le merle."
    )
    found, _ = weighed(snapshot, "Quels outils ?", Asks.LIST)
    assert texts(items_after(found[0], snapshot), snapshot) == ["La bêche.", "Le seau."]


def test_sections_are_named_by_their_numbered_headings(library: Library) -> None:
    assert sections(opened(library, MILLER), "Quels conseils donne le meunier ?") == [
        "1. Moudre lentement",
        "2. Dormir",
        "3. Compter",
    ]


def test_a_number_without_a_name_is_named_by_the_heading_below_it(library: Library) -> None:
    assert sections(opened(library, CAPTAIN), "Quelles qualités faut-il au capitaine ?") == [
        "Il écoute",
        "Il note ce qu'il voit",
        "Il rit",
    ]


def test_a_plain_text_has_headings_of_one_level(library: Library) -> None:
    flat = CAPTAIN.replace("###", "##")
    assert sections(opened(library, flat), "Quelles qualités faut-il au capitaine ?") == [
        "Il écoute",
        "Il note ce qu'il voit",
        "Il rit",
    ]


def test_numbered_headings_may_stand_without_text_between(library: Library) -> None:
    text = "# Les règles\n\n## 1. Ramer\n\n## 2. Chanter fort\n\nOn rame en chantant."
    assert sections(opened(library, text), "Quelles règles ?") == ["1. Ramer", "2. Chanter fort"]


def test_sections_on_something_else_are_not_the_answer(library: Library) -> None:
    assert sections(opened(library, CAPTAIN), "Quels bateaux a le capitaine ?") == []


def test_numbers_that_do_not_go_up_are_no_list(library: Library) -> None:
    text = "## Règle n° 2\n\nIl pleut.\n\n## Règle n° 5\n\nIl vente."
    assert sections(opened(library, text), "Quelles règles ?") == []
