"""Which claims tell a finding, and which a model."""

import pytest

from corpus.article import Kind
from qa.training.items.findings import finds_itself, is_finding, is_model
from tests.claiming import claim_of


@pytest.mark.parametrize(
    ("text", "language", "finding", "model"),
    [
        ("Loyal customers buy 40% more.", "en", True, False),
        ("Seven in ten customers left.", "en", True, False),
        ("Firms lost 26 months of data.", "en", True, False),
        ("Half of the customers left.", "en", True, False),
        ("Loyalty rests on three factors.", "en", False, True),
        ("Three factors keep 40% of all customers.", "en", True, True),
        ("Loyal customers buy more.", "en", False, False),
        ("In 2019 firms asked their customers.", "en", False, False),
        ("Près de 40 % des clients partent.", "fr", True, False),
        ("La fidélité repose sur trois piliers.", "fr", False, True),
        ("La fidélité repose sur la confiance.", "fr", False, False),
        # torn from what it is a part of
        ("Another group, 40%, buy more.", "en", False, False),
        ("In the company 40% buy more.", "en", False, False),
        ("In the company that sells bread 40% buy more.", "en", True, False),
        ("Un autre groupe, 40 %, achète plus.", "fr", False, False),
        ("Dans l'entreprise, 40 % partent.", "fr", False, False),
    ],
)
def test_findings_and_models(text: str, language: str, *, finding: bool, model: bool) -> None:
    assert (is_finding(text, language), is_model(text, language)) == (finding, model)


def test_a_study_finds_itself_and_a_note_does_not() -> None:
    text = "Loyal customers of small banks buy 40% more products each year."
    assert finds_itself(claim_of(text, kind=Kind.STUDY, authors=("Jane Roe",)))
    assert not finds_itself(claim_of(text, kind=Kind.NOTE, authors=("Jane Roe",)))
