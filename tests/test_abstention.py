"""Confidence: its signs, and the logistic model over them, worked out by hand."""

from dataclasses import replace
from math import exp, log

import numpy as np
import pytest

import qa.abstention
from corpus.answered import AnsweredQuestion
from index.passage import Span
from qa.abstention import NOTHING_NEAR, SIGNS, THRESHOLD, Sign, confidence, probability, signs
from qa.asking import Asks
from qa.candidates import FEATURES, Candidate, Feature
from qa.evidence import Evidence
from tests.pieces import piece

LIGHTHOUSE = piece("Le phare guide les bateaux.", title="Le phare")
PORT = piece("Le port les attend avec ses douze grues.", title="Le port")


def candidate(
    evidence: Evidence = LIGHTHOUSE,
    *,
    features: dict[Feature, float] | None = None,
    found_by: dict[str, float] | None = None,
    context: float = 0.0,
    shortfall: float = 0.0,
) -> Candidate:
    """Whatever is not given is 0."""
    found = replace(evidence, hit=replace(evidence.hit, found_by=found_by or {}))
    own = dict.fromkeys(FEATURES, 0.0) | (features or {})
    return Candidate(found, Span(0, 27), np.zeros(2, np.float32), own, context, shortfall)


def only(found: Candidate, asks: Asks = Asks.OTHER) -> dict[Sign, float]:
    return signs([found], [0.0], asks)


def test_the_probability_is_logistic(monkeypatch: pytest.MonkeyPatch) -> None:
    weights = dict.fromkeys(SIGNS, 0.0) | {"always": -log(3), "late": 2 * log(3), "absent": -9.0}
    monkeypatch.setattr(qa.abstention, "WEIGHTS", weights)
    none = dict.fromkeys(SIGNS, 0.0) | {"late_passage": 0.1}
    assert probability({**none}) == 0.5
    assert probability({**none, "always": 1.0}) == pytest.approx(1 / 4)
    assert probability({**none, "always": 1.0, "late": 1.0}) == pytest.approx(3 / 4)
    assert probability({**none, "absent": 0.5}) == pytest.approx(1 / (1 + exp(4.5)))
    # The same from a candidate on: only its late interaction counts here.
    found = candidate(features={"late": 0.5}, found_by={"late": 0.1})
    assert confidence([found], [0.0], Asks.OTHER) == pytest.approx(1 / 2)


def test_without_late_interaction_only_words_count(monkeypatch: pytest.MonkeyPatch) -> None:
    weights = dict.fromkeys(SIGNS, 0.0) | {"always": log(3), "coverage": -2 * log(3)}
    monkeypatch.setattr(qa.abstention, "BY_WORDS", weights)
    found = candidate(features={"sentence": 0.9, "coverage": 1.0}, found_by={"dense": 0.9})
    assert confidence([found], [0.0], Asks.OTHER) == pytest.approx(1 / 4)


def test_every_sign_of_a_sentence() -> None:
    found = candidate(
        features={"late": 0.8, "sentence": 0.7, "coverage": 0.6, "passage": -0.5, "absent": 0.25},
        found_by={"late": 0.75, "dense": 0.65, "lexical": 3.0},
        context=0.9,
        shortfall=0.05,
    )
    assert only(found) == {
        "always": 1.0,
        "late": 0.8,
        "late_passage": 0.75,
        "sentence": 0.7,
        "dense": 0.65,
        "shortfall": 0.05,
        "coverage": 0.6,
        "context": 0.9,
        "known": 0.0,
        "knows_none": 1.0,
        "behind": -0.5,
        "agreed": 1.0,
        "unshown": 0.0,
        "absent": 0.25,
    }
    assert tuple(only(found)) == SIGNS


def test_only_the_preferred_sentence_counts() -> None:
    both = [candidate(features={"late": 0.2}), candidate(features={"late": 0.9})]
    assert signs(both, [1.0, 2.0], Asks.OTHER)["late"] == 0.9
    assert signs(both, [2.0, 1.0], Asks.OTHER)["late"] == 0.2


@pytest.mark.parametrize(
    ("asks", "shows", "unshown"),
    [
        (Asks.FIGURE, 0.0, 1.0),
        (Asks.FIGURE, 1.0, 0.0),
        (Asks.DATE, 0.0, 1.0),
        (Asks.OTHER, 0.0, 0.0),
        (Asks.REASON, 0.0, 0.0),
    ],
)
def test_a_figure_that_is_asked_for_and_not_there(asks: Asks, shows: float, unshown: float) -> None:
    assert only(candidate(features={"shows": shows}), asks)["unshown"] == unshown


def test_known_questions_of_any_evidence_count() -> None:
    asked = AnsweredQuestion("Qui attend les bateaux ?", "fr", 0, 27)
    knowing = replace(PORT, article=replace(PORT.article, questions=(asked,)))
    alike = [candidate(), candidate(knowing, features={"known": 0.2})]
    found = signs(alike, [2.0, 1.0], Asks.OTHER)
    assert (found["known"], found["knows_none"]) == (0.2, 0.0)
    unlike = signs([candidate(), candidate(knowing)], [2.0, 1.0], Asks.OTHER)
    assert (unlike["known"], unlike["knows_none"]) == (0.0, 0.0)


@pytest.mark.parametrize(
    ("port", "agreed"),
    [
        ({"dense": 0.1, "lexical": 1.0, "late": 0.1}, 3 / 3),
        ({"dense": 0.9, "lexical": 1.0, "late": 0.1}, 2 / 3),
        ({"dense": 0.9, "lexical": 9.0, "late": 0.1}, 1 / 3),
        ({"dense": 0.9, "lexical": 9.0, "late": 0.9}, 0 / 3),
        ({}, 3 / 3),
    ],
)
def test_how_many_retrievers_put_its_article_first(port: dict[str, float], agreed: float) -> None:
    best = candidate(found_by={"dense": 0.5, "lexical": 5.0, "late": 0.5})
    others = [candidate(PORT, found_by=port)] * 2  # sentences of one passage are one hit
    found = signs([best, *others], [2.0, 1.0, 0.0], Asks.OTHER)
    assert found["agreed"] == pytest.approx(agreed)


def test_nothing_found_is_no_confidence() -> None:
    assert confidence([], [], Asks.OTHER) == 0.0


def test_what_is_near_is_not_yet_an_answer() -> None:
    assert 0 < NOTHING_NEAR < THRESHOLD < 1
