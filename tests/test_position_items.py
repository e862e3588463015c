"""Position: which side of a dispute a source takes, by rule and wherever it speaks."""

from index.library import Library
from qa.positions.dispute import disputes
from qa.training.items.draft import Draft
from qa.training.items.holding import held
from qa.training.items.position import drafts
from tests.shelving import disputed, note

CEO = "A chief customer officer must report directly to the CEO, argues Jane Roe."
AGAIN = "A chief customer officer should report to the chief executive, insists Jane Roe."
DEPENDS = (
    "Whom the chief customer officer should report to depends on the company, argues Jane Roe."
)


def _drafts(
    library: Library, *sentences: str, language: str = "en", title: str = "Chief customer officers"
) -> list[Draft]:
    """Of an article in which its author says so."""
    author = "Jane Roe" if language == "en" else "Jeanne Roy"
    written = note(
        "Marlow", "\n\n".join(sentences), language, title=title, authors=(author,), date="2016"
    )
    return list(drafts(held(*disputed(library, [written]))))


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
    assert {option.text for option in draft.distractors} < {
        option.label.en for option in dispute.options
    }


def test_what_one_may_hold_together_with_it_is_no_wrong_option(library: Library) -> None:
    """A seat on the committee and a place one level below go together with reporting to the CEO."""
    (draft,) = _drafts(library, CEO, AGAIN)
    assert {option.text for option in draft.distractors} == {
        "within marketing",
        "in another function (operations, IT, service)",
        "it depends on the company",
    }


def test_what_is_likest_to_the_right_option_comes_last(library: Library) -> None:
    """ "customers first" shares a word with "employees first"."""
    (draft,) = _drafts(
        library,
        "Whoever leads a shop has to look after employees first, argues Jane Roe.",
        "A chain that means to come to last will care for employees first, insists Jane Roe.",
        title="Employees and customers",
    )
    assert draft.right.text == "employees first"
    assert [option.text for option in draft.distractors] == [
        "both alike (symmetry of attention)",
        "the link is real, but no symmetry or proven model",
        "customers first",
    ]


def test_a_source_that_takes_two_options_is_not_asked(library: Library) -> None:
    assert _drafts(library, CEO, AGAIN, DEPENDS) == []


def test_what_is_said_once_may_be_said_in_passing(library: Library) -> None:
    """Unless the article is about it."""
    assert _drafts(library, CEO, title="Dashboards") == []
    assert len(_drafts(library, CEO)) == 1


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
        "Le directeur de l'expérience client doit être rattaché à la direction générale, affirme "
        "Jeanne Roy.",
        "Le directeur de l'expérience client doit dépendre de la direction générale, soutient "
        "Jeanne Roy.",
        language="fr",
        title="Le directeur de l'expérience client",
    )
    assert [draft.stem for draft in drafted] == [
        "Sur la question «\u00a0À qui le CCO (directeur de l’expérience client) doit-il être "
        "rattaché\u00a0?\u00a0», quelle position défend Jeanne Roy (Marlow, 2016)\u00a0?"
    ]


def test_who_calls_neither_right_takes_no_side(library: Library) -> None:
    neither = "A chief customer officer must report to the CEO, neither above nor below."
    assert (
        _drafts(library, f"{neither[:-1]}, argues Jane Roe.", f"{neither[:-1]}, says Ann Lee.")
        == []
    )


def test_whoever_tells_another_s_thesis_argues_nothing(library: Library) -> None:
    told = f"{CEO[:-1]}, and that is the thesis of the book."
    assert _drafts(library, told, told.replace("directly ", "")) == []
