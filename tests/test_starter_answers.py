"""The starter library answers, with the real model, end to end."""

import re
from collections.abc import Callable

import pytest

from corpus.filters import Filters
from index.library import Library
from qa.answer import Answer, Reason
from qa.chain import answer_chain
from qa.question import Question

FLAGSHIP = ["À qui le CCO doit-il être rattaché ?", "Who should the CCO report to?"]
TOP = re.compile(
    r"direction générale|codir|comex|general management"
    r"|chief executive|\bCEO\b|executive committee",
    re.IGNORECASE,
)
FIVE = [  # a word of each quality, in the order of the note
    "chantier",
    "collaboration",
    "ego",
    "dirigeant",
    "promotion interne",
]

Ask = Callable[..., Answer]


@pytest.fixture(scope="module")
def ask(starter_library: Library) -> Ask:
    chain = answer_chain(starter_library)
    return lambda text, *languages: chain.invoke(
        Question(text, filters=Filters(languages=frozenset(languages)))
    )


def is_exact(answer: Answer) -> bool:
    """Whether there are citations, and each is in its article character for character."""
    articles = {article.id: article for article in answer.articles}
    return bool(answer.citations) and all(
        articles[c.article_id].text[c.start : c.end] == c.quote for c in answer.citations
    )


@pytest.mark.parametrize("question", FLAGSHIP)
def test_the_flagship_question(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert answer.reason is None
    assert is_exact(answer)
    assert TOP.search(answer.sentences[0].text)  # the first sentence answers
    assert len({citation.article_id for citation in answer.citations}) >= 2
    assert 2 <= len(answer.sentences) <= 6
    assert answer.sentences[0].text.startswith(("Les sources divergent :", "Sources differ:"))
    sides = {position.option: position.sources for position in answer.positions}
    assert {"chief-executive", "executive-committee", "depends", "marketing"} <= sides.keys()
    assert sides["chief-executive"] >= 3
    # A source that speaks both languages is quoted in the one of the question.
    own = [citation for citation in answer.citations if citation.language == answer.language]
    assert len(own) > len(answer.citations) / 2


@pytest.mark.parametrize("question", FLAGSHIP)
def test_the_same_question_has_the_same_answer(ask: Ask, question: str) -> None:
    first, again = ask(question), ask(question)
    assert (first.sentences, first.citations) == (again.sentences, again.citations)
    assert first.confidence == again.confidence


@pytest.mark.parametrize(
    "question", ["Quelles qualités faut-il pour devenir CCO ?", "What qualities does a CCO need?"]
)
def test_five_qualities_in_order(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert is_exact(answer)
    lead_in, *items = (citation.quote for citation in answer.citations)
    assert lead_in.endswith(":")
    assert len(items) == len(FIVE)
    for item, word in zip(items, FIVE, strict=True):
        assert word in item


def test_a_figure_is_given(ask: Ask) -> None:
    answer = ask("Combien d'organisations ont un poste consacré à l'expérience client ?")
    assert is_exact(answer)
    assert "90 %" in answer.sentences[0].text


@pytest.mark.parametrize(
    "question",
    [
        "Combien de moutons y a-t-il en Nouvelle-Zélande ?",
        "How many sheep are there in New Zealand?",
        "Quelle est la capitale du Pérou ?",
        "What is the capital of Peru?",
    ],
)
def test_what_the_library_does_not_hold_is_refused(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert answer.reason is Reason.NOTHING_FOUND
    assert (answer.sentences, answer.citations, len(answer.nearest)) == ((), (), 3)
    assert answer.confidence < 0.3


def test_the_right_subject_without_the_fact_is_too_weak(ask: Ask) -> None:
    answer = ask("What salary does a CCO earn?")
    assert (answer.reason, answer.sentences) == (Reason.TOO_WEAK, ())


def test_an_english_question_over_french_evidence(ask: Ask) -> None:
    answer = ask("Should the CCO report to general management?", "fr")
    assert answer.reason is None
    assert is_exact(answer)
    assert {citation.language for citation in answer.citations} == {"fr"}
    assert answer.sentences[1].text.startswith("According to the reading note on ")
    assert " (in French): “" in answer.sentences[1].text
    assert any(TOP.search(citation.quote) for citation in answer.citations)


def test_a_language_that_the_library_does_not_have(ask: Ask) -> None:
    answer = ask(FLAGSHIP[0], "de")
    assert answer.reason is Reason.EXCLUDED_BY_FILTERS
    assert [wording.fr for wording in answer.excluded_by] == ["langue de"]
