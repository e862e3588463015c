"""Statements as they stand and with one fact altered."""

import pytest

from qa.training.items.alteration import Alteration
from qa.training.items.denials import affirmed, denied
from qa.training.items.opposites import turned
from qa.training.items.other_roles import reporting_elsewhere
from qa.training.items.true_false import drafts
from tests.claiming import Shelf, article


def _shown(alteration: Alteration | None, text: str) -> str | None:
    return alteration.of(text) if alteration else None


@pytest.mark.parametrize(
    ("text", "language", "turned_round"),
    [
        ("Churn rises with effort.", "en", "Churn falls with effort."),
        ("Ease is more profitable than delight.", "en", "Ease is less profitable than delight."),
        ("Many firms measure trust.", "en", "Few firms measure trust."),
        ("Plan before the launch of a team.", "en", "Plan after the launch of a team."),
        ("L'attrition augmente avec l'effort.", "fr", "L'attrition diminue avec l'effort."),
        ("Peu d'entreprises la mesurent.", "fr", "Beaucoup d'entreprises la mesurent."),
        ("La facilité est plus rentable que l'enchantement.", "fr",
         "La facilité est moins rentable que l'enchantement."),
        # nothing, two, a set phrase, a reason that would speak against it, a denial, an elision
        ("Ease wins.", "en", None),
        ("Churn rises and trust falls.", "en", None),
        ("Trust matters more and more.", "en", None),
        ("Churn rises because calls take long.", "en", None),
        ("Churn never rises with effort.", "en", None),
        ("La confiance est de plus en plus utile.", "fr", None),
        ("L'écoute sert à l'augmenter sans frais.", "fr", None),
        ("Elle n'est plus utile.", "fr", None),
    ],
)  # fmt: skip
def test_a_direction_turned_round(text: str, language: str, turned_round: str | None) -> None:
    assert _shown(turned(text, language), text) == turned_round


@pytest.mark.parametrize(
    ("text", "language", "changed"),
    [
        (
            "A survey is expensive for small firms.",
            "en",
            "A survey is not expensive for small firms.",
        ),
        ("A survey can mislead a new team.", "en", "A survey cannot mislead a new team."),
        ("Un sondage est coûteux pour tous.", "fr", "Un sondage n'est pas coûteux pour tous."),
        ("Un sondage doit rester court.", "fr", "Un sondage ne doit pas rester court."),
        ("Most surveys are expensive.", "en", None),  # "not most" is another statement
        ("A survey that is long can tire.", "en", None),
        ("A survey is useful but long.", "en", None),
        ("A survey is only a start.", "en", None),
        ("Un sondage est un début.", "fr", None),
    ],
)
def test_a_negation_added(text: str, language: str, changed: str | None) -> None:
    assert _shown(denied(text, language), text) == changed


@pytest.mark.parametrize(
    ("text", "language", "changed"),
    [
        ("A survey is not enough for that.", "en", "A survey is enough for that."),
        ("A survey does not carry weight.", "en", "A survey carries weight."),
        ("A survey cannot replace a talk.", "en", "A survey can replace a talk."),
        ("Un sondage ne suffit pas.", "fr", "Un sondage suffit."),
        ("Un sondage n'est pas une écoute.", "fr", "Un sondage est une écoute."),
        ("A survey is not a plan but a start.", "en", None),
        ("A survey is not only long.", "en", None),
        ("Un sondage n'apporte pas de preuve.", "fr", None),  # "apporte de preuve"
        ("Ce n'est pas un sondage.", "fr", None),
    ],
)
def test_a_negation_taken_out(text: str, language: str, changed: str | None) -> None:
    assert _shown(affirmed(text, language), text) == changed


def test_a_reporting_line_that_leads_elsewhere() -> None:
    text = "The CCO should report to the chief executive of the firm."
    assert _shown(reporting_elsewhere(text, "en"), text) == (
        "The CCO should report to the chief marketing officer of the firm."
    )
    texte = "Le CCO est rattaché à la direction générale."
    assert _shown(reporting_elsewhere(texte, "fr"), texte) == (
        "Le CCO est rattaché à la direction marketing."
    )
    both = "The CCO should report to the chief executive, not to marketing."
    assert reporting_elsewhere(both, "en") is None


MANY = [
    f"Loyalty of {kind} customers rises with the ease of a {thing}, according to Jane Roe."
    for kind in ("young", "old", "rich", "poor")
    for thing in ("call", "visit", "mail")
]


def test_a_statement_is_shown_as_it_stands_or_altered() -> None:
    shelf = Shelf(article(" ".join(MANY)))
    found = list(drafts(shelf.claims, shelf))  # type: ignore[arg-type]
    assert len(found) == 12
    assert {draft.right.text for draft in found} == {"True", "False"}
    for draft in found:
        assert draft.stem == "According to Jane Roe, is this true or false?"
        assert draft.answer == draft.claim.span
        if draft.right.text == "True":
            assert draft.shown == draft.claim.said
            assert draft.why is None
        else:
            assert draft.shown == draft.claim.said.replace("rises", "falls")
            assert draft.why is not None
            assert draft.why.en == "The source says “rises”, not “falls”."
            assert draft.why.fr.replace("\u00a0", " ") == (
                "La source dit « rises », et non « falls »."
            )


def test_the_same_statement_is_always_shown_in_the_same_way() -> None:
    shelf, alone = Shelf(article(" ".join(MANY))), Shelf(article(MANY[0]))
    first = {d.claim.text: d.shown for d in drafts(shelf.claims, shelf)}  # type: ignore[arg-type]
    (only,) = drafts(alone.claims, alone)  # type: ignore[arg-type]
    assert first[MANY[0]] == only.shown
