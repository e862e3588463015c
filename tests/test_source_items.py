"""Source: which source reports a finding."""

from typing import Any

from corpus.article import Article, Kind
from index.library import Library
from qa.training.items.draft import Draft
from qa.training.items.source import drafts
from qa.training.items.source_label import label, source_label
from tests.claiming import article
from tests.debating import FINDINGS, findings, reported, written
from tests.shelving import disputed, note


def _drafts(library: Library, articles: list[Article]) -> dict[str, Draft]:
    """By the label that is right."""
    return {draft.right.text: draft for draft in drafts(*disputed(library, articles)[:2])}


def _wrong(draft: Draft) -> set[str]:
    return {option.text for option in draft.distractors}


def _labels(*sources: tuple[str, str]) -> set[str]:
    return {f"{name} ({publisher}, 2016)" for publisher, name in sources}


# Labels


def test_a_label_names_author_publisher_and_year() -> None:
    one = article("x", authors=("Jane Roe",), publisher="Marlow", date="2016-05-01")
    assert source_label(one) == "Jane Roe (Marlow, 2016)"


def test_a_label_without_an_author_is_the_publisher() -> None:
    assert source_label(article("x", publisher="Marlow", date="2016")) == "Marlow (2016)"
    assert source_label(article("x", publisher="Marlow")) == "Marlow"
    assert source_label(article("x", publisher="")) == ""


def test_two_authors_are_named_and_more_are_not() -> None:
    two = article("x", authors=("Jane Roe", "Paul Poe"), publisher="")
    assert source_label(two) == "Jane Roe and Paul Poe"
    three = article("x", authors=("Jane Roe", "Paul Poe", "Ann Lee"), publisher="")
    assert source_label(three) == "Jane Roe et al."


def test_a_publisher_is_not_named_twice() -> None:
    one = article("x", publisher="AFNOR (Bivi)", date="2019")
    assert label("AFNOR", one) == "AFNOR (Bivi, 2019)"


def test_what_a_source_reports_of_others_is_not_asked(library: Library) -> None:
    assert _drafts(library, findings(reported)) == {}


# Findings


def test_a_finding_is_asked_for_beside_other_findings_on_its_subject(library: Library) -> None:
    """Not beside that of the same figure, nor beside what counts nothing."""
    draft = _drafts(library, findings(written))["Jane Roe (Marlow, 2016)"]
    assert draft.stem == "Which source reports this finding?"
    assert draft.shown == f"“{FINDINGS[0][2]}.”"
    others = (("Brill", "Ann Lee"), ("Croft", "Paul Poe"), ("Dunn", "Mary Moe"))
    assert _wrong(draft) == _labels(*others, ("Ebdon", "Karl Koe"))


def test_figures_on_another_subject_are_no_wrong_options(library: Library) -> None:
    other = written(
        "Croft", "Paul Poe", "Dashboards of 12% of all firms are never read", verb="counts"
    )
    kept = [each for each in findings(written) if each.publisher != "Croft"]
    draft = _drafts(library, [*kept, other])["Jane Roe (Marlow, 2016)"]
    assert _wrong(draft) == _labels(
        ("Brill", "Ann Lee"), ("Dunn", "Mary Moe"), ("Ebdon", "Karl Koe")
    )


def test_a_figure_without_a_speaker_is_a_finding_of_a_study_only(library: Library) -> None:
    others = findings(written)[1:]
    plain: dict[str, Any] = {"authors": ("Jane Roe",), "date": "2016", "title": "Loyalty"}
    text = f"{FINDINGS[0][2]}."
    noted = _drafts(library, [note("Marlow", text, kind=Kind.NOTE, **plain), *others])
    assert "Jane Roe (Marlow, 2016)" not in noted
    library.add_articles([note("Marlow", text, kind=Kind.STUDY, **plain)])
    studied = _drafts(library, [])
    assert studied["Jane Roe (Marlow, 2016)"].shown == f"“{text}”"
