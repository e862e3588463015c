"""What perturbations cost: losses by hand, over answers that are given by hand."""

import json
from collections.abc import Callable
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import pytest

from corpus.wording import KnownError
from eval.gold import GoldItem, GoldSet, Kind
from eval.perturbing import Loss, Perturbation, Perturbed, perturb
from eval.run import Run
from index.library import Library
from tests.command_line import CommandLine
from tests.gold_items import gold, span
from tests.invented import ALL, BAKERY, ENGLISH, FERRY, FRENCH, file_of
from tests.made_runs import ANSWER, REFUSAL, item, run

CLOCK = gold("en", span(FERRY, ENGLISH[5]), question="Why do captains doubt the clock?",
             kind=Kind.WHY, pair="fr")  # fmt: skip
HORLOGE = gold("fr", span(FERRY, ENGLISH[5]), question="Qui doute de l'équité du chronomètre ?",
               language="fr", pair="en")  # fmt: skip
GULLS = gold("none", question="How many gulls?")
NO_CACHE = Path("unused")  # nothing is embedded where nothing is planted
TINY = GoldSet("tiny", "f" * 64, (CLOCK, HORLOGE, GULLS))

Answered = Callable[[GoldItem], dict[str, Any]]


def cites(*articles: str) -> dict[str, Any]:
    return {**ANSWER, "citations": [{"article_id": article} for article in articles]}


class Asked:
    """Stands for the scorecard: notes what is asked of which articles, answers from a script."""

    def __init__(self, answered: Answered) -> None:
        self._answered = answered
        self.questions: list[list[str]] = []
        self.libraries: list[set[str]] = []

    def __call__(self, questions: GoldSet, library: Library) -> Run:
        self.questions.append([each.question for each in questions.items])
        self.libraries.append({record.id for record in library.holdings().records()})
        return run(
            *(
                item(each.id, question=each.question, **self._answered(each))
                for each in questions.items
            )
        )


@pytest.fixture
def filled(library: Library) -> Library:
    library.add_articles(ALL)
    return library


def perturbed(
    library: Library, answered: Answered, only: Perturbation, gold_set: GoldSet = TINY
) -> tuple[Perturbed, Asked]:
    asked = Asked(answered)
    (found,) = perturb(gold_set, TINY.items, library, asked, NO_CACHE, [only])
    return found, asked


def losses(found: Perturbed) -> dict[str, tuple[int, float, float]]:
    return {each.measure: (each.questions, each.before, each.after) for each in found.losses}


def test_a_loss_by_hand(filled: Library) -> None:
    """In upper case, one of three questions is refused and another one cites other articles."""

    def answered(asked: GoldItem) -> dict[str, Any]:
        if not asked.answerable:
            return {"answer": REFUSAL, "measures": {"refused": 1.0}}
        loud = asked.question.isupper()
        if asked.id == "en":
            articles = ("a", "b", "c") if loud else ("a", "b")
            return {"answer": cites(*articles), "measures": {"answered": 1.0, "nDCG@10": 0.5}}
        return {
            "answer": REFUSAL if loud else cites("a"),
            "measures": {"answered": float(not loud), "nDCG@10": 0.5},
        }

    found, asked = perturbed(filled, answered, Perturbation.UPPER_CASE)
    assert asked.questions[1][0] == "WHY DO CAPTAINS DOUBT THE CLOCK?"
    assert (found.perturbation, found.questions) == (Perturbation.UPPER_CASE, 3)
    assert losses(found) == {
        "nDCG@10": (2, 0.5, 0.5),
        "answered": (2, 1.0, 0.5),
        "refused": (1, 1.0, 1.0),
        "same_sources": (3, 1.0, pytest.approx((2 / 3 + 0 + 1) / 3)),
    }
    assert [(lost.id, lost.question, lost.asked) for lost in found.lost] == [
        ("en", CLOCK.question, CLOCK.question.upper()),
        ("fr", HORLOGE.question, HORLOGE.question.upper()),
    ]
    assert found.lost[1].moved == {"answered": (1.0, 0.0), "same_sources": (1.0, 0.0)}


def test_the_other_language_is_one_that_the_sources_are_not_in(filled: Library) -> None:
    languages: list[str] = []

    def answered(asked: GoldItem) -> dict[str, Any]:
        languages.append(asked.language)
        return {"answer": cites("a")}

    _, asked = perturbed(filled, answered, Perturbation.OTHER_LANGUAGE)
    assert asked.questions[1] == [HORLOGE.question]  # the other way round is no loss to fear
    assert languages[3:] == ["fr"]


def test_a_pair_is_found_beyond_the_limit(filled: Library) -> None:
    _, asked = perturbed(
        filled,
        lambda _: {},
        Perturbation.OTHER_LANGUAGE,
        gold_set=replace(TINY, items=TINY.items[:1]),
    )
    assert asked.questions == [[CLOCK.question], [HORLOGE.question]]


@pytest.mark.parametrize(
    ("after", "misled"),
    [
        ({"answer": REFUSAL, "measures": {"cites_answering_span": 0.0}}, False),
        ({"answer": cites("ferry"), "measures": {"cites_answering_span": 1.0}}, False),
        ({"answer": cites("bakery"), "measures": {"cites_answering_span": 0.0}}, True),
    ],
)
def test_when_a_negated_premise_misleads(
    filled: Library, after: dict[str, Any], misled: bool
) -> None:
    def answered(asked: GoldItem) -> dict[str, Any]:
        before = {"answer": cites("ferry"), "measures": {"cites_answering_span": 1.0}}
        return after if "don't" in asked.question else before

    found, asked = perturbed(filled, answered, Perturbation.NEGATED_PREMISE)
    assert asked.questions[1] == ["Why don't captains doubt the clock?"]
    assert losses(found) == {"not_misled": (1, 1.0, float(not misled))}


@pytest.mark.parametrize(
    ("perturbation", "planted", "questions"),
    [(Perturbation.INSTRUCTIONS, 2, 3), (Perturbation.WRONG_COPIES, 10, 2)],
)
def test_articles_are_planted_in_a_copy(
    filled: Library, tmp_path: Path, perturbation: Perturbation, planted: int, questions: int
) -> None:
    own = {article.id for article in ALL}
    fooled: dict[str, Any] = {}

    def answered(asked: GoldItem) -> dict[str, Any]:
        return fooled if asked.id == "en" else {"answer": cites(FERRY.id)}

    asked = Asked(answered)

    def ask(questions: GoldSet, library: Library) -> Run:
        # What the first question cites once there is something else to be found.
        strangers = {record.id for record in library.holdings().records()} - own
        fooled["answer"] = cites(FERRY.id, *sorted(strangers)[:1])
        return asked(questions, library)

    (found,) = perturb(TINY, TINY.items, filled, ask, tmp_path, [perturbation])
    before, after = asked.libraries
    assert before == own
    assert after > own
    assert len(after - own) == planted
    assert {record.id for record in filled.holdings().records()} == own
    free = next(loss for loss in found.losses if loss.measure == "free_of_planted")
    assert free.questions == questions
    assert free.loss == pytest.approx(1 / questions)
    assert [lost.id for lost in found.lost] == ["en"]


def test_nothing_to_change(filled: Library) -> None:
    with pytest.raises(KnownError):
        perturbed(
            filled,
            lambda _: {},
            Perturbation.NEGATED_PREMISE,
            gold_set=replace(TINY, items=(GULLS,)),
        )


def test_a_loss_is_what_stood_before_less_what_stands_after() -> None:
    assert Loss("nDCG@10", 4, 0.75, 0.5, 0.1, 0.4).loss == 0.25


@pytest.fixture
def gold_file(cxlit: CommandLine, tmp_path: Path) -> Path:
    """One question about an article that is in the library of the command."""
    assert cxlit("add", file_of(BAKERY, tmp_path).location).code == 0
    path = tmp_path / "gold.jsonl"
    path.write_text(
        json.dumps(
            {
                "id": "q",
                "question": "La boulangerie note-t-elle les réclamations ?",
                "language": "fr",
                "kind": "yes_no",
                "spans": [asdict(span(BAKERY, FRENCH[0]))],
                "answer": {"yes_no": "yes"},
            }
        ),
        encoding="utf-8",
    )
    return path


def test_the_command_in_json(cxlit: CommandLine, gold_file: Path) -> None:
    only = [part for name in ("no_accents", "wrong_copies") for part in ("--only", name)]
    ran = cxlit("eval", "perturb", gold_file, "--json", *only)
    assert (ran.code, ran.json["gold"]) == (0, "gold")
    assert set(ran.json["perturbations"]) == {"no_accents", "wrong_copies"}
    found = ran.json["perturbations"]["no_accents"]
    assert found["questions"] == 1
    assert found["measures"]["same_sources"]["before"] == 1.0
    assert set(found["measures"]["nDCG@10"]) == {
        "questions", "before", "after", "loss", "interval",
    }  # fmt: skip
    assert len(cxlit("articles", "--json").json["articles"]) == 1


def test_the_command_in_french(cxlit: CommandLine, gold_file: Path) -> None:
    cxlit.speaks("fr")
    ran = cxlit("eval", "perturb", gold_file, "--only", "upper_case")
    assert ran.code == 0
    assert "en majuscules (1)" in ran.out
    assert "same_sources\u00a0: articles cités en commun" in ran.out


def test_an_unknown_name_is_wrong_usage(cxlit: CommandLine, gold_file: Path) -> None:
    ran = cxlit("eval", "perturb", gold_file, "--only", "moon")
    assert ran.code == 2
    assert "moon" in ran.err
