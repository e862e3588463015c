"""The glossary: concepts named in one language, found in the words of the other."""

import pytest

from index.analysis import terms
from index.glossary import LANGUAGES, Concept, Glossary

CCO = Concept(
    "cco",
    {
        "en": ("chief customer officer", "CCO"),
        "fr": ("directeur de l'expérience client", "CCO"),
    },
)
CUSTOMER = Concept("customer", {"en": ("customer",), "fr": ("client", "usager")})
REPORT = Concept("report", {"en": ("report to",), "fr": ("rattaché à", "dépendre de")})
SMALL = Glossary((CUSTOMER, CCO, REPORT))


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Who should the CCO report to?", "en", [CCO, REPORT]),
        ("Chief customer officers report to customers", "en", [CCO, REPORT, CUSTOMER]),
        ("À qui le directeur de l’expérience client est-il rattaché ?", "fr", [CCO, REPORT]),
        ("L'usager et le client, le client et l'usager", "fr", [CUSTOMER]),
        ("A chief without officers", "en", []),
        ("Le CCO", "es", []),  # a language that the glossary does not have
        ("", "fr", []),
    ],
)
def test_concepts_are_found_in_order_and_the_longest_term_wins(
    text: str, language: str, expected: list[Concept]
) -> None:
    assert SMALL.concepts_in(text, language) == expected


def test_terms_are_those_of_the_other_language() -> None:
    found = SMALL.terms_for("Who does the CCO report to?", "en", "fr")
    assert found == ["directeur", "experient", "client", "cco", "rattach", "dependr"]


def test_terms_of_the_same_language_leave_out_what_the_question_has() -> None:
    assert SMALL.terms_for("un client rattaché", "fr", "fr") == ["usag", "dependr"]


def test_a_question_without_a_concept_has_no_terms() -> None:
    assert SMALL.terms_for("le prix du pain", "fr", "en") == []


@pytest.fixture(scope="module")
def shipped() -> Glossary:
    return Glossary.read()


def test_every_shipped_term_is_found_again(shipped: Glossary) -> None:
    for concept in shipped.concepts:
        for language in LANGUAGES:
            for name in concept.names[language]:
                if name.isupper() and not terms(name, language):
                    continue  # an acronym that is a stop word: "CES", "AI" in French
                assert shipped.concepts_in(name, language), f"{name!r} is not found"


def test_shipped_ids_are_unique(shipped: Glossary) -> None:
    ids = [concept.id for concept in shipped.concepts]
    assert sorted(set(ids)) == sorted(ids)


@pytest.mark.parametrize(
    ("question", "language", "into", "stems"),
    [
        ("Who should the CCO report to?", "en", "fr", {"rattach", "dependr", "directeur"}),
        ("À qui le CCO est-il rattaché ?", "fr", "en", {"report", "chief", "offic"}),
    ],
)
def test_the_flagship_question_crosses_the_language(
    shipped: Glossary, question: str, language: str, into: str, stems: set[str]
) -> None:
    assert stems <= set(shipped.terms_for(question, language, into))
