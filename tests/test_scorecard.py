"""The scorecard of a tiny library: every figure by hand, from answers that are given by hand."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from corpus.wording import KnownError
from eval.gold import GoldItem, GoldSet, Kind
from eval.measures.definitions import BY_NAME
from eval.measures.said import Said
from eval.run import Json, Run
from eval.scorecard import measure_answers
from index.library import Library
from qa.answer import Answer, Reason
from qa.chain import answer_chain
from qa.question import Question
from tests.gold_items import cited, gold, said, span
from tests.invented import ALL, BAKERY, ENGLISH, FERRY, FRENCH, MUSEUM
from ui.contract import answer_json

NOTES, CALLS = span(BAKERY, FRENCH[0]), span(BAKERY, FRENCH[3])
ASKED = "La boulangerie du port note chaque réclamation dans un cahier vert ?"
GOLD = (
    gold("fr", NOTES, question=ASKED, language="fr", kind=Kind.YES_NO, pair="en"),
    gold("en", NOTES, question="What is the green book for?", kind=Kind.WHY, pair="fr"),
    gold("late", CALLS, question="Un client fâché reçoit un appel ?", language="fr"),
    gold("none", question="How many sheep?", kind=Kind.FIGURE),
    gold("near", question="How many captains are there?", kind=Kind.FIGURE, near_miss=True),
)
SAID: dict[str, tuple[float, Said]] = {
    "fr": (0.9, said((FRENCH[0], cited(1, BAKERY, FRENCH[0])))),
    "en": (0.7, said((ENGLISH[0], cited(1, FERRY, ENGLISH[0])))),  # wrong
    "late": (0.4, Said()),
    "none": (0.1, Said()),
    "near": (0.8, said((ENGLISH[1], cited(1, FERRY, ENGLISH[1])))),
}


def measured(library: Library, items: tuple[GoldItem, ...], answers: dict[str, Any]) -> Run:
    """`items` put to a chain that gives `answers` by question id."""
    snapshot = library.snapshot()
    ids = {item.question: item.id for item in items}

    def answer(question: Question) -> Answer:
        confidence, spoken = answers[ids[question.text]]
        return Answer(
            question=question.text,
            searched_as=question.text,
            language=next(item.language for item in items if item.question == question.text),
            sentences=spoken.sentences,
            citations=tuple(
                replace(c, passage_id=snapshot.passages_of[c.article_id][0].id)
                for c in spoken.citations
            ),
            articles=ALL,
            reason=None if spoken.sentences else Reason.TOO_WEAK,
            confidence=confidence,
            answerer="by hand",
            generation=snapshot.generation,
            fingerprint=snapshot.fingerprint,
            timings_ms={"total": 12.5},
        )

    return run_of(library, items, answer, answer_json)


def run_of(
    library: Library,
    items: tuple[GoldItem, ...],
    ask: Callable[[Question], Answer],
    describe: Callable[[Answer], Json],
    **known: Any,
) -> Run:
    usual: dict[str, Any] = {"answerer": "by hand", "settings": {"model": "fake"}, "version": "1"}
    return measure_answers(
        GoldSet("tiny", "f" * 64, items), library, ask, describe, **{**usual, **known}
    )


@pytest.fixture
def filled(library: Library) -> Library:
    library.add_articles(ALL)
    return library


@pytest.fixture
def run(filled: Library) -> Run:
    return measured(filled, GOLD, SAID)


def test_what_was_measured(run: Run, filled: Library) -> None:
    assert (run.gold, run.questions, run.answerer) == ("tiny", 5, "by hand")
    assert run.index.fingerprint == filled.snapshot().fingerprint
    assert [item.id for item in run.items] == ["fr", "en", "late", "none", "near"]


def test_answers_by_hand(run: Run) -> None:
    expected = {
        "quote_validity": (1.0, 3),
        "citation_resolvability": (1.0, 3),
        "citation_precision": (1 / 3, 3),
        "citation_recall": (1 / 3, 3),
        "cites_answering_span": (1 / 3, 3),
        "answer_correct": (1 / 3, 3),
        "first_sentence_answers": (1 / 3, 3),
        "parity": (0.0, 2),
        "answered": (2 / 3, 3),
        "refused": (0.5, 2),
        "refused_near_miss": (0.0, 1),
    }
    for name, (value, count) in expected.items():
        assert run.measures[name] == pytest.approx(value, abs=0.0001), name
        assert run.counts[name] == count, name


def test_every_measure_is_defined_and_summed_up(run: Run) -> None:
    measured_ones = {name for item in run.items for name in item.measures}

    assert measured_ones <= set(run.measures) <= set(BY_NAME)


def test_confidence_by_hand(run: Run) -> None:
    # 0.9 right, 0.8 wrong, 0.7 wrong, 0.4 withheld but right, 0.1 nothing to be right about.
    assert [item.right for item in run.items] == [True, False, True, False, False]
    squares = [0.1**2, 0.7**2, 0.6**2, 0.1**2, 0.8**2]
    assert run.measures["Brier"] == pytest.approx(sum(squares) / 5, abs=0.0001)
    risks = [0, 1 / 2, 2 / 3, 2 / 4, 3 / 5]
    assert run.measures["AURC"] == pytest.approx(sum(risks) / 5, abs=0.0001)
    assert [risk for _, risk in run.curves.coverage_risk] == pytest.approx(risks)
    assert run.measures["AUROC_right"] == pytest.approx(4 / 6, abs=0.0001)
    assert run.measures["AUROC_answerable"] == pytest.approx(4 / 6, abs=0.0001)
    assert run.measures["ECE"] == pytest.approx((0.1 + 0.7 + 0.6 + 0.1 + 0.8) / 5, abs=0.0001)


def test_ranking_is_of_the_chains_own_search(run: Run, filled: Library) -> None:
    hits = filled.snapshot().hybrid.search(ASKED, 10, "fr")
    first = run.items[0]

    assert [(each.article_id, each.start) for each in first.retrieved] == [
        (hit.passage.article_id, hit.passage.start) for hit in hits
    ]
    assert first.retrieved[0].article_id == BAKERY.id
    assert first.retrieved[0].relevant
    assert [first.measures[name] for name in ("nDCG@10", "Success@1", "MRR@10")] == [1, 1, 1]
    assert run.counts["nDCG@10"] == 3
    assert "nDCG@10" not in run.items[3].measures


def test_slices(run: Run) -> None:
    assert {name: part.questions for name, part in run.slices.items()} == {
        "answerable=false": 2,
        "answerable=true": 3,
        "cross_lingual=false": 2,
        "cross_lingual=true": 1,
        "kind=other": 1,
        "kind=why": 1,
        "kind=yes_no": 1,
        "language=en": 3,
        "language=fr": 2,
        "near_miss=true": 1,
    }
    assert run.slices["language=fr"].measures["answer_correct"] == 0.5
    assert run.slices["language=fr"].counts["answer_correct"] == 2
    assert "AUROC_answerable" not in run.slices["language=fr"].measures


def test_items_tell_what_happened(run: Run) -> None:
    right, wrong, late, _, near = run.items

    assert right.why.en == ""
    assert right.gold[0].quote == FRENCH[0]
    assert (right.gold[0].title, right.answer["answer"]) == (BAKERY.title, FRENCH[0])
    assert wrong.cross_lingual
    assert wrong.why.en.startswith("The answer has too little in common")
    assert "No citation quotes a passage known to answer." in wrong.why.en
    assert FRENCH[3] in late.withheld
    assert late.why.fr.startswith(
        "Refusée : ce qui a été trouvé a semblé trop faible. La réponse écartée était juste. "
        "Le premier passage qui répond est au rang 1."
    )
    assert near.why.en == "Answered, although the library has the subject and not the fact."
    assert "timings_ms" not in right.answer


def test_a_false_quote_breaks_the_gate(filled: Library) -> None:
    false = replace(cited(1, BAKERY, FRENCH[0]), quote="Le cahier est bleu.")

    run = measured(filled, GOLD[:1], {"fr": (0.9, said(("Le cahier est bleu.", false)))})

    assert run.measures["quote_validity"] == 0.0
    assert run.items[0].why.en.startswith("A citation is not what the library holds.")


def test_missing_items_and_positions_are_named(filled: Library) -> None:
    item = gold(
        "q", NOTES, span(MUSEUM, "Les visiteurs votent"), question=ASKED, language="fr",
        answer={"items": (("cahier",), ("jeton", "token"))},
        positions=[{"label": "book", "spans": [0]}, {"label": "token", "spans": [1]}],
    )  # fmt: skip

    run = measured(filled, (item,), {"q": SAID["fr"]})

    assert run.measures["answer_correct"] == run.measures["position_coverage"] == 0.5
    assert run.items[0].why.en == "Missing: jeton. Positions without a citation: token."


def test_the_same_run_again(filled: Library) -> None:
    """With the chain itself; milliseconds are all that may differ."""
    follow_up = gold("then", CALLS, question="Et lui ?", language="fr", previous=(ASKED,))
    items = (*GOLD, follow_up)

    first, again = (run_of(filled, items, answer_chain(filled).invoke, answer_json) for _ in "ab")

    assert replace(first, latency=again.latency) == again
    assert set(first.latency.by_item) == {item.id for item in items}
    assert first.items[5].answer["searched_as"].startswith(ASKED)
    assert first.measures["quote_validity"] == first.measures["citation_resolvability"] == 1.0


def test_gold_set_of_another_library(library: Library) -> None:
    library.add_articles([FERRY])

    with pytest.raises(KnownError, match="which answers question fr, is not in the library"):
        measured(library, GOLD, SAID)


def test_progress_counts_the_questions(filled: Library) -> None:
    seen: list[tuple[str, int, int]] = []

    run_of(
        filled, GOLD[:2], answer_chain(filled).invoke, answer_json,
        progress=lambda *reported: seen.append(reported),
    )  # fmt: skip

    assert seen == [("question", 1, 2), ("question", 2, 2)]
