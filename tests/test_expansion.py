"""The expanded lexical query, with its weights worked out by hand."""

import pytest

from index.expansion import SYNONYM, TRANSLATION, expansion
from index.thesaurus import Concept, Thesaurus, cx_thesaurus

THESAURUS = Thesaurus(
    (
        Concept("customer", {"en": ("customer", "client"), "fr": ("client", "usager")}),
        Concept(
            "officer",
            {
                "en": ("chief customer officer",),
                "fr": ("directeur client", "patron de la clientèle"),
            },
            ("CCO",),
            ambiguous={"fr": ("chef",)},
        ),
    )
)


def test_the_nth_name_of_a_concept_counts_an_nth() -> None:
    # Names in French: directeur client, CCO, patron de la clientèle, chef.
    assert expansion("Chief customer officer?", "en", "fr", THESAURUS) == {
        "directeur": TRANSLATION,
        "client": TRANSLATION,
        "cco": TRANSLATION / 2,
        "patron": TRANSLATION / 3,
        "clientel": TRANSLATION / 3,
        "chef": TRANSLATION / 4,
    }


def test_a_stem_of_two_names_has_the_higher_weight() -> None:
    both = expansion("a customer and a chief customer officer", "en", "fr", THESAURUS)
    assert both["client"] == TRANSLATION
    assert both["usag"] == TRANSLATION / 2


def test_synonyms_leave_out_what_the_question_says_itself() -> None:
    assert expansion("Les clients", "fr", "fr", THESAURUS) == {"usag": SYNONYM / 2}


def test_what_reads_the_same_in_both_languages_is_not_added() -> None:
    assert expansion("What is a client?", "en", "fr", THESAURUS) == {"usag": TRANSLATION / 2}


@pytest.mark.parametrize(("language", "into"), [("en", "fr"), ("en", "es"), ("es", "fr")])
def test_nothing_is_added_to_what_names_no_concept(language: str, into: str) -> None:
    assert expansion("bread and butter", language, into, THESAURUS) == {}


@pytest.mark.parametrize(
    ("question", "language", "into", "stems"),
    [
        ("Who should the CCO report to?", "en", "fr", {"rattach", "hierarch", "directeur"}),
        ("À qui le CCO est-il rattaché ?", "fr", "en", {"report", "chief", "offic"}),
        ("What share of companies raised salaries?", "en", "fr", {"salair", "pourcentag"}),
    ],
)
def test_questions_cross_the_language(
    question: str, language: str, into: str, stems: set[str]
) -> None:
    assert stems <= expansion(question, language, into, cx_thesaurus()).keys()
