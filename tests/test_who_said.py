"""Who said: the speaker is asked for beside voices that say other things."""

from index.library import Library
from qa.training.items.draft import Draft
from qa.training.items.said import asked_of_source
from qa.training.items.voices import Voices
from qa.training.items.who_said import drafts
from tests.shelving import note, shelved

OTHERS = (
    ("Ann Lee", "Chatbots must hand customers over to a human adviser at once, argues Ann Lee."),
    ("Paul Poe", "Complaints deserve an answer within one day at the most, argues Paul Poe."),
    (
        "Mary Moe",
        "Journey maps begin with interviews of real customers and staff, argues Mary Moe.",
    ),
    ("Karl Koe", "Employee training of a loyal team decides on each touchpoint, argues Karl Koe."),
)
SAID = "Loyal customers of a bank forgive one bad call when service stays quick"


def _library(
    library: Library, key: str, others: tuple[tuple[str, str], ...] = OTHERS
) -> list[Draft]:
    notes = [note(f"Review {name}", text) for name, text in others]
    claims, snapshot = shelved(library, [note("Marlow", key), *notes])
    return [each for each in drafts(claims, snapshot) if each.right.text == "Jane Roe"]


def test_the_speaker_is_asked_for_beside_other_people(library: Library) -> None:
    text = f"{SAID}, argues Jane Roe."
    (draft,) = _library(library, text)
    assert draft.stem == "Who says this?"
    assert draft.shown == f"“{SAID}.”"
    assert draft.claim.article.text[slice(*draft.answer)] == "Jane Roe"
    assert {option.text for option in draft.distractors} == {name for name, _ in OTHERS}


def test_who_says_nearly_the_same_is_no_wrong_option(library: Library) -> None:
    same = ("Ann Lee", f"{SAID}, argues Ann Lee.")
    more = ("Lou Loe", "Surveys should be short and rare for busy people, argues Lou Loe.")
    (draft,) = _library(library, f"{SAID}, argues Jane Roe.", (same, *OTHERS[1:], more))
    assert {option.text for option in draft.distractors} == {
        "Paul Poe", "Mary Moe", "Karl Koe", "Lou Loe",
    }  # fmt: skip


def test_who_is_named_beside_the_speaker_is_no_wrong_option(library: Library) -> None:
    quotes = ("Ann Lee", f"{OTHERS[0][1]} The work of Jane Roe is what she starts from each time.")
    (draft,) = _library(library, f"{SAID}, argues Jane Roe.", (quotes, *OTHERS[1:]))
    assert "Ann Lee" not in {option.text for option in draft.distractors}


def test_too_few_voices_make_no_item(library: Library) -> None:
    assert _library(library, f"{SAID}, argues Jane Roe.", OTHERS[:2]) == []


def test_a_claim_about_one_firm_is_not_asked_about(library: Library) -> None:
    assert (
        _library(library, "Loyal customers of Barclays forgive one bad call, argues Jane Roe.")
        == []
    )


def test_a_title_is_no_voice(library: Library) -> None:
    text = "Loyal customers of a bank forgive one bad call each year, says the CEO of Acme."
    claims, snapshot = shelved(library, [note("Marlow", text)])
    assert [Voices(claims, snapshot).of(claim) for claim in claims] == [None]


def test_the_options_of_an_organisation_are_organisations(library: Library) -> None:
    firms = ("Marlow", "Brill", "Croft", "Dunn", "Ebdon")
    texts = (SAID, *(text.partition(", argues")[0] for _, text in OTHERS))
    notes = [note(firm, f"{text}, argues {firm}.") for firm, text in zip(firms, texts, strict=True)]
    claims, snapshot = shelved(library, [*notes, note("Gray", OTHERS[0][1] + " ")])
    voices = Voices(claims, snapshot)
    drafted = list(drafts(claims, snapshot))
    assert drafted
    for draft in drafted:
        assert draft.stem == "Which organisation or publication says this?"
        assert {option.text for option in draft.distractors} <= set(firms)
    # What is a source's own is asked once: here, or by the source.
    own = {claim for claim in claims if (v := voices.of(claim)) and asked_of_source(claim, v)}
    assert own.isdisjoint({draft.claim for draft in drafted})
