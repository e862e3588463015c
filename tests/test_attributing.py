"""Who says a sentence, and what is left of it without that."""

import pytest

from qa.training.items.attributing import attributed


def _told(sentence: str, language: str, *known: str) -> tuple[str, str]:
    found = attributed(sentence, language, known)
    return sentence[slice(*found.speaker)] if found.speaker else "", found.said


@pytest.mark.parametrize(
    ("sentence", "speaker", "said"),
    [
        ("Ease wins over delight, argues Jane Roe.", "Jane Roe", "Ease wins over delight."),
        (
            "According to Forrester, ease wins over delight.",
            "Forrester",
            "Ease wins over delight.",
        ),
        (
            "Ease, according to CX Lab, wins over delight.",
            "CX Lab",
            "Ease wins over delight.",
        ),
        ("Jane Roe argues that ease wins.", "Jane Roe", "Ease wins."),
        ("In Jane Roe's view, ease wins.", "Jane Roe", "Ease wins."),
        ("Ease wins, Heidrick & Struggles concludes.", "Heidrick & Struggles", "Ease wins."),
        ("Ease wins, says Jane Roe, founder of Tavalé.", "Jane Roe", "Ease wins."),
        ("Ease wins, says Jane Roe, who calls delight a luxury.", "Jane Roe", "Ease wins."),
        ("When calls drop, says Jane Roe, ease wins.", "Jane Roe", "When calls drop, ease wins."),
        (
            "Ease wins, says Jane Roe, but delight sells.",
            "Jane Roe",
            "Ease wins, but delight sells.",
        ),
        (
            "Ease wins, argues Jane Roe, and nobody should doubt it.",
            "Jane Roe",
            "Ease wins, and nobody should doubt it.",
        ),
        ("Ease wins, argues Jane Roe, and sells.", "Jane Roe", "Ease wins and sells."),
        ("Ease, common in most firms according to Forrester, wins.", "Forrester", ""),
        ("Ease wins, reported Lee, Fox and Roe in 2021.", "Lee, Fox and Roe", "Ease wins."),
        ("Ease wins, argues a CustomerThink columnist.", "CustomerThink", "Ease wins."),
        ("Ease wins, argues a columnist.", "", "Ease wins."),
        ("CX Lab suspects some firms of washing.", "", ""),
        ("Ease wins, says the CEO.", "", ""),
        ("He is right, Jane Roe believes, and she stays.", "Jane Roe", ""),
    ],
)
def test_english(sentence: str, speaker: str, said: str) -> None:
    assert _told(sentence, "en") == (speaker, said)


@pytest.mark.parametrize(
    ("sentence", "speaker", "said"),
    [
        ("L'effort compte, affirme Jeanne Roux.", "Jeanne Roux", "L'effort compte."),
        ("Selon Forrester, l'effort compte.", "Forrester", "L'effort compte."),
        ("L'effort compte, d'après CX Lab.", "CX Lab", "L'effort compte."),
        ("Deux causes dominent, selon CX Lab : le prix et le délai.", "CX Lab",
         "Deux causes dominent : le prix et le délai."),
        ("Jeanne Roux affirme que l'effort compte.", "Jeanne Roux", "L'effort compte."),
        ("L'effort compte, note easiware.", "easiware", "L'effort compte."),
        ("L'effort compte, rappelle Jeanne Roux, d'Acemis Conseil.", "Jeanne Roux",
         "L'effort compte."),
        ("L'effort compte, explique le guide d'IONOS.", "IONOS", "L'effort compte."),
        ("Le titre se répand, et traduit, pour CX Lab, l'envie d'agir.", "CX Lab", ""),
        ("Le CCO se rencontre, d'après Forrester, dans les jeunes firmes.", "Forrester", ""),
        ("Pour Jeanne Roux, l'effort compte.", "Jeanne Roux", "L'effort compte."),
        ("Jeanne Roux regrette que l'effort soit oublié.", "", ""),
    ],
)  # fmt: skip
def test_french(sentence: str, speaker: str, said: str) -> None:
    assert _told(sentence, "fr", "easiware") == (speaker, said)


def test_a_known_name_counts_in_whatever_case_it_is_written() -> None:
    assert _told("Ease wins, says doing right.", "en", "doing right") == (
        "doing right",
        "Ease wins.",
    )
    assert _told("Ease wins, says doing right.", "en") == ("", "")
