"""Questions left unanswered, grouped by what they ask for."""

import pytest

from index.embedding import SentenceTransformerEmbedder
from qa import gaps as gaps_module
from qa.answer import Reason
from qa.gaps import gaps
from tests.asked import asked, refused
from tests.fake_embedder import FakeEmbedder

PRICE = "How much does a customer feedback platform cost?"
PRICE_AGAIN = "What is the price of survey software?"
PRICE_IN_FRENCH = "Quel est le prix d'une plateforme de feedback client ?"
QUEUES = "How do we reduce waiting lines in shops?"
QUEUES_IN_FRENCH = "Comment réduire les files d'attente en magasin ?"
CAPITAL = "Quelle est la capitale de l'Australie ?"


def test_questions_are_grouped_by_meaning_across_languages(
    embedded_model: SentenceTransformerEmbedder,
) -> None:
    history = [
        refused(PRICE, at=1),
        refused(QUEUES, at=2),
        refused(PRICE_IN_FRENCH, language="fr", at=3),
        refused(CAPITAL, Reason.NOTHING_FOUND, language="fr", at=4),
        refused(PRICE_AGAIN, at=5),
        refused(QUEUES_IN_FRENCH, language="fr", at=6),
    ]
    found = gaps(history, embedded_model)
    assert [{each.question for each in gap.questions} for gap in found] == [
        {PRICE, PRICE_IN_FRENCH, PRICE_AGAIN},
        {QUEUES, QUEUES_IN_FRENCH},
        {CAPITAL},
    ]
    assert [(gap.count, gap.languages, gap.last[-8:-6]) for gap in found] == [
        (3, ("en", "fr"), "05"),
        (2, ("en", "fr"), "06"),
        (1, ("fr",), "04"),
    ]


def test_what_filters_excluded_is_no_gap(embedder: FakeEmbedder) -> None:
    assert gaps([refused(PRICE, Reason.EXCLUDED_BY_FILTERS, filtered=True)], embedder) == ()
    # Nor does it answer what was not answered without them.
    history = [refused(PRICE), refused(PRICE, Reason.EXCLUDED_BY_FILTERS, filtered=True)]
    assert [gap.count for gap in gaps(history, embedder)] == [1]


def test_what_the_library_has_learnt_since_is_no_gap(embedder: FakeEmbedder) -> None:
    assert gaps([refused(PRICE), asked(PRICE, "new")], embedder) == ()
    assert [gap.count for gap in gaps([asked(PRICE, "old"), refused(PRICE)], embedder)] == [1]


def test_the_same_words_are_one_question_asked_more_often(embedder: FakeEmbedder) -> None:
    history = [
        refused(QUEUES),
        refused(PRICE),
        refused(f"  {PRICE.upper()} "),
        refused(PRICE, at=9),
    ]
    first, second = gaps(history, embedder)
    assert (first.count, [each.question for each in first.questions]) == (3, [PRICE])
    assert (first.last[-8:-6], second.count) == ("09", 1)


def test_of_equals_the_latest_comes_first(embedder: FakeEmbedder) -> None:
    found = gaps([refused(PRICE, at=1), refused(CAPITAL, at=2)], embedder)
    assert [gap.questions[0].question for gap in found] == [CAPITAL, PRICE]


def test_only_the_latest_are_grouped(
    embedder: FakeEmbedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gaps_module, "MOST_GROUPED", 2)
    history = [refused(f"question number {n} on {'abcdef'[n] * 5}", at=n) for n in range(6)]
    found = gaps(history, embedder)
    assert {each.at[-8:-6] for gap in found for each in gap.questions} == {"04", "05"}


def test_without_questions_there_is_no_gap(embedder: FakeEmbedder) -> None:
    assert gaps([], embedder) == ()
    assert gaps([asked(PRICE, "a")], embedder) == ()
