"""One faulty draft for each gate, which refuses it on its way through all of them."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from index.library import Library
from index.passage import Span
from qa.training.item import ItemKind
from qa.training.items.draft import Draft, Option
from qa.training.items.gates.admission import (
    OF_ALL_OPTIONS,
    OF_AN_OPTION,
    OF_THE_QUESTION,
    Refused,
    admitted,
)
from tests.fake_embedder import FakeEmbedder
from tests.training_drafts import SURVEY, Material, filled, option, options, place

RISE = replace(
    SURVEY,
    title="A rise",
    text="Trust in chief customer officers rose from 55 % in 2016 to 77 % in 2023, says Jane Roe.",
    url="https://example.org/rise",
)
Spoilt = Callable[[Material], Draft]


def _figure(**changed: object) -> Spoilt:
    return lambda material: replace(material.figure(), **changed)  # type: ignore[arg-type]


def _cloze(**changed: object) -> Spoilt:
    return lambda material: replace(material.cloze(), **changed)  # type: ignore[arg-type]


def _statement(shown: str) -> Spoilt:
    return lambda material: material.statement(shown, true=False)


def _wrong_figures(*wrong: str) -> Spoilt:
    return _figure(distractors=options(*wrong))


def _wrong_terms(*wrong: str) -> Spoilt:
    return _cloze(distractors=options(*wrong))


def _short(material: Material) -> Draft:
    """Of a quote of four words."""
    draft = material.figure()
    start, _ = draft.claim.span
    end = SURVEY.text.index(" of chief")
    claim = replace(draft.claim, span=Span(start, end))
    return replace(draft, claim=claim, shown="According to the Marlow survey, ____.")


def _commonplace(material: Material) -> Draft:
    return replace(
        material.cloze(),
        kind=ItemKind.WHO_SAID,
        stem="Who says this?",
        shown="“Customer journeys show where a service fails, and the complaint tells why.”",
        right=Option("Jane Roe"),
        answer=place(SURVEY, "Jane Roe"),
    )


def _listed(*wrong: str) -> Spoilt:
    """A phrase of a list, which echoes it, beside some others."""
    return _cloze(
        kind=ItemKind.LIST,
        shown="In the view of Jane Roe, journeys show where a service fails:\n- ____",
        right=Option("where a service fails"),
        answer=place(SURVEY, "where a service fails"),
        distractors=options(*wrong),
    )


def _misplaced(material: Material) -> Draft:
    """Wrong figures that stand one character further on than they say."""
    draft = material.figure()
    wrong = tuple(
        Option(each.text, each.article_id, Span(each.span.start - 1, each.span.end - 1))
        for each in draft.distractors
        if each.span is not None
    )
    return replace(draft, distractors=wrong)


def _risen(material: Material) -> Draft:
    """From which share to 77 %? Not from more."""
    claim = material.claim(RISE, "Trust")
    return Draft(
        kind=ItemKind.FIGURE,
        claim=claim,
        stem="Which figure is missing?",
        shown=claim.text.replace("55 %", "____"),
        right=option(RISE, "55 %"),
        answer=place(RISE, "55 %"),
        distractors=options("84 %", "90 %", "98 %"),
    )


OF_QUESTIONS: dict[str, Spoilt] = {
    "one_language": _figure(stem="Quelle est la part de ces directeurs qui en dépendent ?"),
    "verified_quote": _figure(answer=place(SURVEY, "the complaint")),
    "shown_is_quoted": _figure(
        shown="According to the Marlow poll, ____ of chief customer officers report."
    ),
    "worth_reading": _short,
    "well_formed": _cloze(stem="Which term is missing"),
    "stands_alone": _statement("They report to the chief executive, the Marlow survey says."),
    "source_named": _figure(shown="____ of chief customer officers report to the chief executive."),
    "unsaid": _figure(stem="Is it 40 % or less?"),
    "no_set_phrase": _cloze(
        right=option(SURVEY, "journeys"),
        answer=place(SURVEY, "journeys"),
        shown="In the view of Jane Roe, customer ____ show where a service fails, and the "
        "complaint tells why.",
    ),
    "no_contradiction": _statement(
        "According to the Marlow survey, their share rose from 55 percent in 2016 to 40 percent."
    ),
    "worth_attributing": _commonplace,
}
OF_OPTIONS: dict[str, Spoilt] = {
    "distinct_options": _wrong_figures("40%", "four in ten", "40 percent"),
    "same_type": _wrong_figures("12 months", "65 times", "80"),
    "from_elsewhere": _misplaced,
    "no_synonyms": _wrong_terms("the complaints of buyers", "the late complaint", "the complaints"),
    "no_grammatical_hint": _wrong_terms("the surveys", "the journeys", "the touchpoints"),
    "one_language": _listed(
        "ce que le bureau cache à tous", "quand le colis arrive chez le client",
        "comment la lettre finit le plus souvent",
    ),
    "worth_reading": _listed("see www.example.org", "see www.example.com", "see www.example.net"),
    "no_contradiction": _risen,
}  # fmt: skip
OF_ALL: dict[str, Spoilt] = {
    "distinct_options": _wrong_figures("12 %", "12%"),
    "no_odd_length": _listed("how mail ends", "how tea cools", "who pays what"),
    "no_echo": _listed("what an office hides", "when a parcel arrives", "how a letter ends"),
}


@pytest.fixture(scope="module")
def material(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Material]:
    library = Library(tmp_path_factory.mktemp("gates"), FakeEmbedder(), starter=False)
    filled(library)
    library.add_articles([RISE])
    yield Material(library.snapshot())
    library.close()


def test_every_gate_has_its_fault() -> None:
    tables = ((OF_QUESTIONS, OF_THE_QUESTION), (OF_OPTIONS, OF_AN_OPTION), (OF_ALL, OF_ALL_OPTIONS))
    for faults, gates in tables:
        assert set(faults) == {gate.__name__ for gate in gates}


@pytest.mark.parametrize(
    ("gate", "spoilt"), [*OF_QUESTIONS.items(), *OF_OPTIONS.items(), *OF_ALL.items()]
)
def test_a_fault_is_refused_by_its_gate(gate: str, spoilt: Spoilt, material: Material) -> None:
    result = admitted(spoilt(material), material.context)
    assert isinstance(result, Refused)
    assert result.gate == gate
    assert result.why.en != result.why.fr


def test_what_was_spoilt_was_sound(material: Material) -> None:
    """The drafts above are refused for their fault alone."""
    sound = [
        material.figure(),
        material.cloze(),
        replace(_risen(material), distractors=options("35 %", "45 %", "65 %")),
        _listed("how a show of journeys ends", "what an office hides", "when a parcel arrives")(
            material
        ),
    ]
    found = [admitted(draft, material.context) for draft in sound]
    assert [each.gate for each in found if isinstance(each, Refused)] == []
