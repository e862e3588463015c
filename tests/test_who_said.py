"""Who said: findings and models, beside voices that say other things."""

from collections.abc import Sequence

import pytest

from corpus.article import Article
from index.library import Library
from qa.training.items import source
from qa.training.items.draft import Draft
from qa.training.items.voices import Voices
from qa.training.items.who_said import drafts
from tests.debating import FINDINGS, findings, reported, written
from tests.shelving import disputed, note, shelved

MODEL = "Loyalty of customers rests on three factors that any bank can measure"


def _drafts(library: Library, articles: Sequence[Article]) -> dict[str, Draft]:
    """By whom is asked for."""
    return {draft.right.text: draft for draft in drafts(*disputed(library, articles)[:2])}


def _wrong(draft: Draft) -> set[str]:
    return {option.text for option in draft.distractors}


# Findings


def test_whose_finding_it_is_is_asked_beside_findings_without_its_figure(library: Library) -> None:
    """Both Jane Roe and Lou Loe found 40%; Una Ude counted nothing."""
    found = _drafts(library, findings())
    assert found["Jane Roe"].stem == "Whose finding is this?"
    assert found["Jane Roe"].shown == f"“{FINDINGS[0][2]}.”"
    assert _wrong(found["Jane Roe"]) == {"Ann Lee", "Paul Poe", "Mary Moe", "Karl Koe"}
    assert "Lou Loe" in _wrong(found["Ann Lee"])
    assert not any("Una Ude" in _wrong(draft) for draft in found.values())


def test_who_says_nearly_the_same_is_no_wrong_option(library: Library) -> None:
    same = reported(
        "Brill", "Ann Lee", FINDINGS[0][2].replace("40%", "25%"), title="Loyalty", verb="counts"
    )
    firms = [each for each in findings() if each.publisher != "Brill"]
    draft = _drafts(library, [*firms, same])["Jane Roe"]
    assert _wrong(draft) == {"Paul Poe", "Mary Moe", "Karl Koe"}


def test_an_author_s_own_finding_is_asked_by_its_source(library: Library) -> None:
    shelf = disputed(library, findings(written))
    assert list(drafts(*shelf[:2])) == []
    assert list(source.drafts(*shelf[:2])) != []


# Models


def test_a_model_of_one_s_own_is_asked_beside_all_voices(library: Library) -> None:
    own = written("Marlow", "Jane Roe", MODEL, title="Loyalty")
    draft = _drafts(library, [own, *findings()[1:]])["Jane Roe"]
    assert draft.stem == "Who says this?"
    assert draft.shown == f"“{MODEL}.”"
    assert _wrong(draft) == {name for _, name, _ in FINDINGS[1:]}


def test_whoever_retells_a_model_is_not_asked_for(library: Library) -> None:
    retold = reported("Marlow", "Jane Roe", MODEL, title="Loyalty")
    assert "Jane Roe" not in _drafts(library, [retold, *findings()[1:]])


# What is neither


@pytest.mark.parametrize(
    "said",
    [
        "Loyal customers of a bank forgive one bad call when service stays quick",
        "Loyal customers of Barclays buy 70% more products each year",  # about one firm
    ],
)
def test_what_anybody_might_say_and_what_names_a_firm_is_not_asked(
    library: Library, said: str
) -> None:
    own = reported("Marlow", "Jane Roe", said, title="Loyalty", verb="counts")
    assert "Jane Roe" not in _drafts(library, [own, *findings()[1:]])


def test_a_title_is_no_voice(library: Library) -> None:
    text = "Loyal customers of a bank forgive one bad call each year, says the CEO of Acme."
    claims, snapshot = shelved(library, [note("Marlow", text)])
    assert [Voices(claims, snapshot).of(claim) for claim in claims] == [None]


def test_a_claim_is_asked_in_one_way_at_most(library: Library) -> None:
    """By the name of an organisation or by its source, never by both."""
    shelf = disputed(
        library,
        [reported(firm, firm, said, title="Loyalty", verb="counts") for firm, _, said in FINDINGS],
    )
    by_name = {draft.quote for draft in drafts(*shelf[:2])}
    by_source = {draft.quote for draft in source.drafts(*shelf[:2])}
    assert len(by_name | by_source) > 3
    assert by_name.isdisjoint(by_source)
