"""Glued words: mended where the text proves it, brands left alone."""

import pytest

from corpus.gluing import mend_glued_words


@pytest.mark.parametrize(
    ("glued", "mended"),
    [
        ("Par Léa Roy\nLéa RoyOn sait peu.", "Par Léa Roy\nLéa Roy\n\nOn sait peu."),
        ("C'est fini.Cette page est tournée.", "C'est fini. Cette page est tournée."),
        ("Lisez la newsletterAccueil et lien.", "Lisez la newsletterAccueil et lien."),
        ("Lisez la newsletterAccueil et lien. L'accueil.",
         "Lisez la newsletter\n\nAccueil et lien. L'accueil."),
        ("Is that all?The rest follows.", "Is that all? The rest follows."),
    ],
)  # fmt: skip
def test_certain_losses_are_mended(glued: str, mended: str) -> None:
    assert mend_glued_words(glued) == mended


@pytest.mark.parametrize(
    "text",
    [
        "LinkedIn is used by all, Linked or not.",
        "L'iPhone de McKinsey est chez CustomerBLISS et ContactDistanceBlog.",
        "YouTube and PayPal and HubSpot are names, easyJet too.",
        "Voir example.Com ou Node.Js pour la suite.",
        "Le CxO et les CxOs en parlent.",
    ],
)
def test_names_stay_whole(text: str) -> None:
    assert mend_glued_words(text) == text
