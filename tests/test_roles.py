"""Roles are recognised under their French and English names and acronyms."""

import pytest

from qa.roles import mentions, supported_by


def roles(text: str) -> list[str]:
    return [mention.role for mention in mentions(text)]


@pytest.mark.parametrize(
    ("role", "names"),
    [
        (
            "head of customer experience",
            "CCO | CXO | CxOs | Chief Customer Officer | chief experience officer | head of CX"
            " | directeur de l’expérience client | Directrice de l'expérience client",
        ),
        ("chief executive", "CEO | DG | PDG | directeur général | chief executive officer"),
        (
            "head of marketing",
            "CMO | Directeur Marketing | directrice du marketing | VP of marketing",
        ),
        ("head of operations", "COO | directeur des opérations | Chief Operating Officer"),
        ("head of information systems", "CIO | DSI | IT director"),
        ("head of finance", "CFO | DAF | directeur administratif et financier | finance director"),
        ("deputy chief executive", "directeur général adjoint | DGA | deputy CEO"),
        ("general management", "direction générale | general management"),
        ("executive committee", "Comex | comité exécutif | executive committee"),
        ("management committee", "Codir | CODIR | comité de direction | management committee"),
    ],
)
def test_one_role_has_many_names(role: str, names: str) -> None:
    written = names.split(" | ")
    assert [roles(f"avec {name}, hier") for name in written] == [[role]] * len(written)


def test_a_quote_supports_what_it_implies_and_not_the_reverse() -> None:
    assert "general management" in supported_by("chief executive")
    assert "chief executive" not in supported_by("general management")
    assert "marketing" in supported_by("head of marketing")


def test_small_letters_are_no_acronym() -> None:
    assert roles("un dg, the cio, onboard, on board") == []
