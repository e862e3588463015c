"""Which sentences of an article can be asked about alone."""

import pytest

from index.library import Library
from qa.training.items.claims import claims
from tests.claiming import claim_of, claims_of

STANDS = "Loyal customers of small banks recommend their bank twice as often, argues Jane Roe."


def test_a_sentence_that_stands_alone_is_a_claim() -> None:
    claim = claim_of(STANDS)
    assert claim.text == STANDS
    assert claim.speaker_name == "Jane Roe"
    assert claim.said == "Loyal customers of small banks recommend their bank twice as often."


@pytest.mark.parametrize(
    "text",
    [
        "Loyalty pays off for banks.",  # too short
        "Moreover, loyal customers of small banks recommend their bank to all their friends.",
        "They recommend their bank to all their friends when service is quick and friendly.",
        "The two authors found that loyal customers recommend their bank to their friends.",
        "The same survey shows that loyal customers recommend their bank to their friends.",
        "These companies recommend that loyal customers be served by one and the same person.",
        "Why do loyal customers of small banks recommend their bank to all of their friends?",
        "Ask the loyal customers of small banks to recommend their bank to all their friends.",
        "We found that the loyal customers of small banks recommend their bank to friends.",
        "Loyal customers of small banks recommend their bank, as explained in this article.",
        "Three reasons explain why the loyal customers of small banks recommend their bank:",
        "- Loyal customers of small banks recommend their bank to all of their good friends.",
        "Read https://example.org/x to learn why loyal customers recommend their small bank.",
        'Loyal customers of small banks recommend "their bank to all of their good friends.',
    ],
)
def test_what_does_not_stand_alone_is_no_claim(text: str) -> None:
    assert claims_of(f"{text}\n") == ()


@pytest.mark.parametrize(
    "text",
    [
        "Ces entreprises gardent leurs clients plus longtemps que leurs concurrents directs.",
        "Elle garde ses clients plus longtemps que ne le font ses concurrents les plus connus.",
        "Les deux auteurs constatent que la fidélité des clients dépend surtout du prix payé.",
        "La fidélité des clients dépend également du prix payé, de la marque et de l'accueil.",
        "Commencez par demander aux clients fidèles pourquoi ils restent si longtemps chez eux.",
        "Nous avons constaté que la fidélité des clients dépend surtout du prix qu'ils paient.",
        "En revanche, la fidélité des clients dépend surtout du prix payé et de la marque.",
    ],
)
def test_what_leans_is_no_claim_in_french_either(text: str) -> None:
    assert claims_of(f"{text}\n", "fr") == ()


def test_a_claim_has_the_language_of_its_passage() -> None:
    text = (
        "## Le prix\n\nLa fidélité des clients dépend surtout du prix payé et de la marque. La "
        "confiance des clients se gagne par des réponses rapides et par des excuses sincères.\n\n"
        "## Summary in English\n\nThe loyalty of customers depends above all on the price that "
        "they paid and on the brand. Trust of customers is won by quick answers and sincere words."
    )
    found = claims_of(text, "fr")
    assert {claim.language for claim in found} == {"fr", "en"}
    assert all(claim.article.text[slice(*claim.span)] == claim.text for claim in found)


def test_the_starter_library_gives_claims_in_both_languages(starter_library: Library) -> None:
    snapshot = starter_library.snapshot()
    every = [
        claim
        for article in snapshot.articles()
        for claim in claims(article, snapshot.passages_of.get(article.id, ()))
    ]
    for language in ("en", "fr"):
        of_it = [claim for claim in every if claim.language == language]
        assert len(of_it) > 600
        assert sum(bool(claim.said) for claim in of_it) > 250
    assert all(claim.said[0] == claim.said[0].upper() for claim in every if claim.said)
    assert all(claim.said.endswith((".", "»", "”")) for claim in every if claim.said)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("A company at an early stage on most of them needs strong support.", "en"),
        ("Departments were apart, and the new structure was meant to join them.", "en"),
        ("Objections become rarer with a range, that CCO finds, in every single case.", "en"),
        ("Time spent in the operations concerned is essential for a new leader.", "en"),
        ("The officer should report on it to the board of the firm each month.", "en"),
        ("Companies then compare expected, intended, delivered and perceived quality.", "en"),
        ("Chacun des trois leviers aide à préserver la satisfaction globale du client.", "fr"),
        ("Le magasin en donne l'image : certains jours, on n'y trouve aucun vendeur.", "fr"),
        ("La phase d'immersion occupe une équipe entière pendant plusieurs semaines.", "fr"),
    ],
)
def test_what_needs_the_sentence_before_is_no_claim(text: str, language: str) -> None:
    assert claims_of(text, language) == ()


def test_a_title_is_not_what_was_mentioned_before() -> None:
    text = "The chief customer officer must report to the chief executive of the company."
    assert [claim.text for claim in claims_of(text)] == [text]
