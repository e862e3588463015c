"""Position: which side of a dispute a source takes, by rule and wherever it speaks."""

from index.library import Library
from qa.positions.dispute import disputes
from qa.training.items.draft import Draft
from qa.training.items.position import drafts
from tests.shelving import note, shelved

CEO = "A chief customer officer must report directly to the CEO, argues Jane Roe."
AGAIN = "A chief customer officer should report to the chief executive, insists Jane Roe."
DEPENDS = (
    "Whom the chief customer officer should report to depends on the company, argues Jane Roe."
)


def _drafts(library: Library, *sentences: str, language: str = "en") -> list[Draft]:
    text = "\n\n".join(sentences)
    claims, snapshot = shelved(library, [note("Marlow", text, language, date="2016")])
    return list(drafts(claims, snapshot))


def test_the_source_is_asked_for_its_option(library: Library) -> None:
    (draft,) = _drafts(library, CEO, AGAIN)
    (dispute,) = (each for each in disputes() if each.id == "reporting-line")
    assert draft.stem == (
        "On the question “Who should the chief customer officer (CCO) report to?”, which position "
        "does Jane Roe (Marlow, 2016) take?"
    )
    assert draft.shown == ""
    assert draft.right.text == "directly to the CEO or general management"
    assert draft.quote in (CEO, AGAIN)
    assert draft.answer == draft.claim.span
    labels = {option.label.en for option in dispute.options}
    assert {draft.right.text, *(option.text for option in draft.distractors)} == labels


def test_what_is_likest_to_the_right_option_comes_last(library: Library) -> None:
    """ "to the CEO or at most one level below" shares a word with the right one."""
    (draft,) = _drafts(library, CEO, AGAIN)
    assert draft.distractors[-1].text == "to the CEO or at most one level below"


def test_a_source_that_takes_two_options_is_not_asked(library: Library) -> None:
    assert _drafts(library, CEO, AGAIN, DEPENDS) == []


def test_what_is_said_once_may_be_said_in_passing(library: Library) -> None:
    assert _drafts(library, CEO) == []


def test_who_reports_others_takes_no_side(library: Library) -> None:
    assert (
        _drafts(
            library,
            *(s.replace("argues", "reports").replace("insists", "reports") for s in (CEO, AGAIN)),
        )
        == []
    )


def test_in_french(library: Library) -> None:
    drafted = _drafts(
        library,
        "Le directeur de l'expérience client doit être rattaché au directeur général, affirme "
        "Jeanne Roy.",
        "Le directeur de l'expérience client doit dépendre du directeur général, soutient "
        "Jeanne Roy.",
        language="fr",
    )
    assert [draft.stem for draft in drafted] == [
        "Sur la question «\u00a0À qui le CCO (directeur de l'expérience client) doit-il être "
        "rattaché\u00a0?\u00a0», quelle position défend Jeanne Roy (Marlow, 2016)\u00a0?"
    ]
