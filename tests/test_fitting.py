"""Fitting: known weights are found again, and the threshold lets through whom it should."""

from math import exp

import numpy as np
import pytest

from corpus.article import Article
from eval.fitting.calibration import RECOGNISED, fit_confidence, passing, threshold
from eval.fitting.choice import fit_choice
from eval.fitting.examples import Posed, confidences, passages, sentences
from index.hybrid import SIGNALS
from index.library import Library
from qa.abstention import SIGNS
from qa.candidates import FEATURES
from tests.gold_items import gold, span

NAMES = ("late", "dense", "noise", "against", "constant")
TRUE = np.array([2.0, 1.0, 0.0, -1.5, 0.0])
Choices = list[tuple[list[dict[str, float]], list[bool]]]


def choices(questions: int, seed: int = 0) -> Choices:
    """One right among six, drawn as a softmax of TRUE has it."""
    rng = np.random.default_rng(seed)
    made: Choices = []
    for _ in range(questions):
        values = rng.normal(size=(6, len(NAMES)))
        values[:, -1] = 0.1
        best = int((values @ TRUE + rng.gumbel(size=6)).argmax())
        alternatives = [dict(zip(NAMES, row.tolist(), strict=True)) for row in values]
        made.append((alternatives, [at == best for at in range(6)]))
    return made


@pytest.fixture(scope="module")
def known() -> Choices:
    return choices(600)


def test_the_weights_that_made_the_choices_are_found(known: Choices) -> None:
    found = fit_choice(known, NAMES, frozenset({"noise", "against"}))
    assert list(found) == list(NAMES)
    # Somewhat smaller than they were, for the ridge draws them to 0, but in their proportions.
    assert 1.5 < found["late"] < 2.0
    assert found["dense"] / found["late"] == pytest.approx(1.0 / 2.0, abs=0.15)
    assert found["against"] / found["late"] == pytest.approx(-1.5 / 2.0, abs=0.15)
    assert found["noise"] == pytest.approx(0, abs=0.15)
    # They choose as those that made the choices would, on questions that were not fitted on.
    weights = np.array([found[name] for name in NAMES])
    for alternatives, _ in choices(100, seed=1):
        values = np.array([[each[name] for name in NAMES] for each in alternatives])
        ours, true = values @ weights, values @ TRUE
        assert true[ours.argmax()] >= true.max() - 1.0


def test_what_is_not_free_never_speaks_against_itself(known: Choices) -> None:
    found = fit_choice(known, NAMES, frozenset())
    assert min(found.values()) >= 0
    assert found["against"] == 0.0
    assert found["late"] > found["dense"] > 0.5


def test_what_is_always_the_same_weighs_nothing(known: Choices) -> None:
    for free in (frozenset[str](), frozenset({"constant"})):
        assert fit_choice(known, NAMES, free)["constant"] == 0.0
    # Different between questions, but never within one: that decides nothing either.
    apart = [
        ([{**each, "constant": float(number)} for each in alternatives], right)
        for number, (alternatives, right) in enumerate(known)
    ]
    assert fit_choice(apart, NAMES, frozenset({"constant"}))["constant"] == 0.0


def test_a_question_that_nothing_answers_is_left_out(known: Choices) -> None:
    unanswered = [(alternatives, [False] * 6) for alternatives, _ in choices(50, seed=2)]
    assert fit_choice([*known, *unanswered], NAMES, frozenset()) == (
        fit_choice(known, NAMES, frozenset())
    )


def test_several_may_be_right(known: Choices) -> None:
    # The two best of six are right, in every question: there is nothing to choose between them.
    two = []
    for alternatives, _ in choices(300, seed=3):
        order = sorted(alternatives, key=lambda each: -each["late"])
        two.append((alternatives, [each in order[:2] for each in alternatives]))
    found = fit_choice(two, NAMES, frozenset())
    assert found["late"] > 5 * max(value for name, value in found.items() if name != "late")


CONFIDENCE = ("always", "late", "absent", "known")


def judged(count: int) -> tuple[list[dict[str, float]], list[bool]]:
    """Signs of answers, which are right with the log-odds -6 + 10 late - 2 absent."""
    rng = np.random.default_rng(0)
    pairs = zip(rng.normal(0.7, 0.1, count), rng.uniform(size=count), strict=True)
    signs = [
        {"always": 1.0, "late": late, "absent": absent, "known": 0.1} for late, absent in pairs
    ]
    odds = [-6 + 10 * each["late"] - 2 * each["absent"] for each in signs]
    return signs, [bool(rng.logistic() < each) for each in odds]


def test_the_confidence_is_logistic_and_points_the_right_way() -> None:
    signs, right = judged(2_000)
    found = fit_confidence(signs, right, CONFIDENCE, frozenset({"absent"}))
    assert tuple(found) == CONFIDENCE
    # Somewhat smaller than they were, for the ridge draws them to 0.
    assert 7.5 < found["late"] < 10.5
    assert -2.3 < found["absent"] < -1.5
    assert found["known"] == 0.0  # always the same, so nothing is known of it
    # The constant is that of raw signs: as many are expected to be right as are.
    odds = [sum(found[name] * value for name, value in each.items()) for each in signs]
    assert sum(1 / (1 + exp(-each)) for each in odds) == pytest.approx(sum(right), rel=0.01)


def test_no_sign_speaks_against_itself() -> None:
    signs, right = judged(500)
    wrong = [not each for each in right]
    found = fit_confidence(signs, wrong, CONFIDENCE, frozenset({"absent"}))
    assert [found[name] for name in CONFIDENCE[1:]] == [0.0, 0.0, 0.0]
    # What is left is how often they are right.
    assert 1 / (1 + exp(-found["always"])) == pytest.approx(sum(wrong) / 500, abs=1e-3)


@pytest.mark.parametrize(
    ("confidences", "expected"),
    [
        ([0.1 * n for n in range(1, 11)], 0.2),  # nine of ten
        ([0.05 * n for n in range(1, 21)], 0.15),  # eighteen of twenty
        ([0.9, 0.1, 0.5], 0.1),  # three of three: two would not do
        ([0.6], 0.6),
        ([0.51239, 0.7, 0.8], 0.5123),  # not rounded up: this one is to pass
    ],
)
def test_nine_in_ten_reach_the_threshold(confidences: list[float], expected: float) -> None:
    found = threshold(confidences)
    assert found == pytest.approx(expected)
    assert RECOGNISED == 0.9
    assert sum(each >= found for each in confidences) >= RECOGNISED * len(confidences)


# From gold questions to examples

HARBOUR = Article(
    title="Le port",
    text="Le capitaine du port compte 12 grues. Elles dorment la nuit.",
    language="fr",
    locator="/port",
)
MARKET = Article(
    title="Le marché",
    text="Le maire ouvre le marché avec une cloche. Une chorale chante ensuite.",
    language="fr",
    locator="/marche",
)


FIGURE = "Combien de grues le capitaine compte-t-il ?"


@pytest.fixture
def posed(library: Library) -> list[Posed]:
    """One question with an answer, and one without."""
    library.add_articles([HARBOUR, MARKET])
    snapshot = library.snapshot()
    items = (
        gold("figure", span(HARBOUR, "12 grues"), question=FIGURE, language="fr"),
        gold("none", question="Qui répare la cloche de Zola ?", language="fr"),
    )
    return [Posed.of(item, snapshot) for item in items]


def test_passages_that_are_looked_at_and_the_one_that_answers(posed: list[Posed]) -> None:
    ((alternatives, right),) = passages(posed)  # nothing is to be chosen where nothing answers
    hits = posed[0].snapshot.hybrid.search(FIGURE, 50, "fr")
    assert [each["late"] for each in alternatives] == [hit.found_by["late"] for hit in hits]
    assert all(tuple(each) == SIGNALS for each in alternatives)
    assert right == [hit.passage.article_id == HARBOUR.id for hit in hits]
    assert sum(right) == 1


def test_sentences_and_the_one_that_answers(posed: list[Posed]) -> None:
    ((alternatives, right),) = sentences(posed)
    assert len(alternatives) == len(right) == 4
    assert all(tuple(each) == FEATURES for each in alternatives)
    ((features, _),) = [pair for pair in zip(alternatives, right, strict=True) if pair[1]]
    assert features["shows"] == 1.0  # "12"
    assert features["late"] == max(each["late"] for each in alternatives)


def test_signs_of_the_first_sentence_and_whether_it_answers(posed: list[Posed]) -> None:
    (first, found, right), (second, nothing, wrong) = confidences(posed)
    assert [first, second] == posed
    assert (right, wrong) == (True, False)
    assert tuple(found) == tuple(nothing) == SIGNS
    assert (found["absent"], nothing["absent"]) == (0.0, 1.0)  # nobody speaks of Zola
    assert found["late"] > nothing["late"]


def test_a_question_is_understood_with_those_before_it(library: Library) -> None:
    library.add_articles([HARBOUR])
    follow_up = gold(
        "next", question="Et la nuit ?", language="fr", previous=("Que font les grues du port ?",)
    )
    assert "grues" in Posed.of(follow_up, library.snapshot()).query


def test_weights_are_moved_until_nine_in_ten_pass() -> None:
    asked = [{"always": 1.0, "coverage": number / 10} for number in range(10)]
    moved = passing({"always": -7.0, "coverage": 2.0}, asked, limit=0.5)
    odds = [moved["always"] + moved["coverage"] * each["coverage"] for each in asked]
    assert moved["coverage"] == 2.0
    assert [each >= 0 for each in odds] == [False] + [True] * 9
    assert odds[1] == pytest.approx(0, abs=2e-4)
