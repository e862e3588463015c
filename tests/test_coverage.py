"""Coverage: shares of a question's weight, with the weights worked out by hand."""

import math

import numpy as np
import pytest

from index.analysis import terms
from index.contents import Contents, Rows
from index.coverage import UNTRANSLATED, Coverage
from index.lexical import LexicalIndex
from index.passage import Passage
from index.thesaurus import Concept, Thesaurus
from index.vectors import VectorIndex

THESAURUS = Thesaurus(
    (
        Concept("ferry", {"en": ("ferry boat", "ferry"), "fr": ("bac", "navire de passage")}),
        Concept("captain", {"en": ("captain",), "fr": ("capitaine",)}),
    )
)
TEXTS = [
    ("en", "The ferry boat waits in fog."),
    ("en", "The captain reads letters."),
    ("en", "Letters about the bakery."),
    ("fr", "Le bac attend le capitaine."),
    ("fr", "Le navire de passage est neuf."),
]


def idf(size: int, frequency: int) -> float:
    return math.log(1 + (size - frequency + 0.5) / (frequency + 0.5))


@pytest.fixture
def contents() -> Contents:
    languages = ("en", "fr")
    return Contents(
        passages=tuple(Passage("a", n, n + 1, lang) for n, (lang, _) in enumerate(TEXTS)),
        vectors=VectorIndex.build(np.eye(len(TEXTS), dtype=np.float32)),
        rows=Rows(()),  # no vector is looked up
        lexical={
            each: LexicalIndex.build([terms(t, lang) for lang, t in TEXTS if lang == each])
            for each in languages
        },
    )


def test_weights_are_rarities(contents: Contents) -> None:
    coverage = Coverage("Which ferry boat brings letters?", "en", THESAURUS, contents)
    ferry, *others = coverage.needs
    # The ferry is in one of three English passages and, by its commonest form, in one of two
    # French ones; words that are no concept are looked for in their own language alone.
    assert ferry.words == {"ferri", "boat"}
    assert ferry.weight == pytest.approx(idf(5, 2))
    assert [need.words for need in others] == [{"bring"}, {"letter"}]
    assert [need.weight for need in others] == pytest.approx([idf(3, 0), idf(3, 2)])


@pytest.mark.parametrize(
    ("text", "language", "met"),
    [
        ("The ferry boat is late", "en", {"ferry"}),
        ("The captain waits for letters", "en", {"captain", "letter"}),
        ("The captain's ferry boat, and letters", "en", {"ferry", "captain", "letter"}),
        ("A bakery", "en", set()),
        ("Un navire de passage", "fr", {"ferry"}),
        ("Un navire", "fr", set()),  # half a form is none
        ("Le capitaine du bac", "fr", {"ferry", "captain"}),
    ],
)
def test_share_that_a_text_meets(
    contents: Contents, text: str, language: str, met: set[str]
) -> None:
    coverage = Coverage("Captain of the ferry boat: letters?", "en", THESAURUS, contents)
    weights = {"captain": idf(5, 2), "ferry": idf(5, 2), "letter": idf(3, 2)}
    if language == "fr":  # what the thesaurus cannot translate counts less there
        weights["letter"] *= UNTRANSLATED
    expected = sum(weights[name] for name in met) / sum(weights.values())
    assert coverage.of(terms(text, language), language) == pytest.approx(expected)


def test_what_no_passage_holds_weighs_most(contents: Contents) -> None:
    coverage = Coverage("captain submarine", "en", THESAURUS, contents)
    assert coverage.of(terms("captain", "en"), "en") == pytest.approx(
        idf(5, 2) / (idf(5, 2) + idf(3, 0))
    )
    assert idf(3, 0) > idf(5, 2)


def test_a_question_that_names_nothing_is_not_covered(contents: Contents) -> None:
    assert Coverage("What is it?", "en", THESAURUS, contents).of(["captain"], "en") == 0.0
