"""Citation measures on answers written by hand, good and bad."""

from dataclasses import replace

import pytest

from eval.measures.citations import citation_measures, gate_measures, missing_positions
from eval.measures.said import Said
from index.library import Library
from index.snapshot import Snapshot
from qa.answer import Citation, Sentence
from tests.gold_items import cited, gold, said, span
from tests.invented import BAKERY, ENGLISH, FERRY, FRENCH, MUSEUM

NOTED = cited(1, BAKERY, FRENCH[0])
READ = cited(2, BAKERY, FRENCH[1])
HEARD = cited(3, FERRY, ENGLISH[7])


@pytest.fixture
def snapshot(library: Library) -> Snapshot:
    library.add_articles([BAKERY, FERRY])
    return library.snapshot()


def in_its_passage(citation: Citation, snapshot: Snapshot) -> Citation:
    passage = next(
        passage
        for passage in snapshot.passages_of[citation.article_id]
        if passage.start <= citation.start and citation.end <= passage.end
    )
    return replace(citation, passage_id=passage.id)


def test_gates_of_an_honest_answer(snapshot: Snapshot) -> None:
    honest = [in_its_passage(citation, snapshot) for citation in (NOTED, READ, HEARD)]

    gates = gate_measures(said(*((c.quote, c) for c in honest)), snapshot)

    assert gates == {"quote_validity": 1.0, "citation_resolvability": 1.0}


def test_gates_do_not_apply_to_silence(snapshot: Snapshot) -> None:
    assert gate_measures(Said(), snapshot) == {}


@pytest.mark.parametrize(
    ("change", "valid", "resolvable"),
    [
        ({"quote": FRENCH[0].replace("vert", "bleu")}, 0.0, 1.0),
        ({"quote": ""}, 0.0, 1.0),
        ({"start": 1, "end": len(FRENCH[0]) + 1}, 0.0, 1.0),
        ({"passage_id": "nowhere:0-10"}, 1.0, 0.5),
        ({"article_id": "nowhere"}, 0.0, 0.5),
    ],
)
def test_gates_of_a_false_citation(
    snapshot: Snapshot, change: dict[str, object], valid: float, resolvable: float
) -> None:
    # One sentence and one citation: what leads nowhere is one of two.
    honest = in_its_passage(NOTED, snapshot)
    false = replace(honest, **change)  # type: ignore[arg-type]  # fields by name

    gates = gate_measures(said((FRENCH[0], false)), snapshot)

    assert gates == {"quote_validity": valid, "citation_resolvability": resolvable}


@pytest.mark.parametrize("numbers", [(), (7,), (1, 7)])
def test_a_sentence_without_its_citation(snapshot: Snapshot, numbers: tuple[int, ...]) -> None:
    honest = in_its_passage(NOTED, snapshot)
    unbacked = Said((Sentence(FRENCH[0], numbers),), (honest,))

    assert gate_measures(unbacked, snapshot)["citation_resolvability"] == 0.5


def test_precision_and_recall() -> None:
    # Two of three citations answer, in two of the three articles that do.
    item = gold("q", span(BAKERY, FRENCH[0]), span(FERRY, ENGLISH[7]), span(MUSEUM, "musée"))

    assert citation_measures(said(("a", NOTED), ("b", READ), ("c", HEARD)), item) == {
        "citation_precision": pytest.approx(2 / 3),
        "citation_recall": pytest.approx(2 / 3),
        "cites_answering_span": 1.0,
    }


def test_a_refusal_counts_as_zero() -> None:
    item = gold("q", span(BAKERY, FRENCH[0]), positions=[{"label": "yes", "spans": [0]}])

    assert citation_measures(Said(), item) == {
        "citation_precision": 0.0,
        "citation_recall": 0.0,
        "cites_answering_span": 0.0,
        "position_coverage": 0.0,
    }


def test_positions_that_are_cited() -> None:
    item = gold(
        "q", span(BAKERY, FRENCH[0]), span(FERRY, ENGLISH[7]), span(MUSEUM, "musée"),
        positions=[
            {"label": "for", "spans": [2, 0]},
            {"label": "against", "spans": [2]},
            {"label": "it depends", "spans": [1]},
        ],
    )  # fmt: skip
    answer = said(("a", NOTED), ("c", HEARD))

    assert citation_measures(answer, item)["position_coverage"] == pytest.approx(2 / 3)
    assert missing_positions(answer, item) == ("against",)
