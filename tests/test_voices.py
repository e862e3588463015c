"""Who speaks, under which name, and what is shown of what they say."""

import pytest

from index.library import Library
from index.thesaurus import cx_thesaurus
from qa.training.items.proper_names import ProperNames
from qa.training.items.said import argues, told_apart, worth_attributing
from qa.training.items.voices import VoiceKind, Voices, speaks_for_itself
from tests.claiming import claim_of
from tests.shelving import note, shelved

SAID = "Loyal customers of a small bank forgive one bad call each year, {says}."


@pytest.mark.parametrize(
    ("says", "name", "kind"),
    [
        ("argues Jane Roe", "Jane Roe", VoiceKind.PERSON),
        ("argues Marlow", "Marlow", VoiceKind.ORGANISATION),
        ("argue Jane Roe and Paul Poe", "Jane Roe and Paul Poe", VoiceKind.PEOPLE),
    ],
)
def test_a_voice_is_one_person_several_or_an_organisation(
    library: Library, says: str, name: str, kind: VoiceKind
) -> None:
    claims, snapshot = shelved(library, [note("Marlow", SAID.format(says=says))])
    voice = Voices(claims, snapshot).of(claims[0])
    assert voice is not None
    assert (voice.name, voice.kind) == (name, kind)
    assert voice.span is not None
    assert claims[0].article.text[slice(*voice.span)] == name


def test_an_author_is_known_by_the_last_name(library: Library) -> None:
    written = note("Marlow", SAID.format(says="argues Roe"), authors=("Jane Roe",))
    claims, snapshot = shelved(library, [written])
    voice = Voices(claims, snapshot).of(claims[0])
    assert voice is not None
    assert (voice.name, voice.span) == ("Jane Roe", None)
    assert speaks_for_itself(voice, written)


def test_who_names_the_other_is_no_stranger(library: Library) -> None:
    notes = [
        note("Marlow", SAID.format(says="argues Jane Roe")),
        note("Brill", f"{SAID.format(says='argues Ann Lee')} Jane Roe is where she starts from."),
        note("Croft", SAID.format(says="argues Paul Poe").replace("small", "large")),
    ]
    claims, snapshot = shelved(library, notes)
    voices = Voices(claims, snapshot)
    assert not voices.strangers("Jane Roe", "Ann Lee")
    assert voices.strangers("Jane Roe", "Paul Poe")


@pytest.mark.parametrize(
    ("says", "expected"), [("argues Jane Roe", True), ("reports Jane Roe", False)]
)
def test_who_reports_does_not_argue(says: str, expected: bool) -> None:
    assert argues(claim_of(SAID.format(says=says))) is expected


def test_who_counts_does_not_argue() -> None:
    assert not argues(claim_of("Loyal customers of banks buy 20% more each year, argues Jane Roe."))


def test_what_is_granted_is_not_what_somebody_stands_for() -> None:
    proper = ProperNames(
        [claim_of("All loyal people stay with a bank for years and years.").article], cx_thesaurus()
    )
    stands, grants = (
        claim_of(SAID.format(says=f"{verb} Jane Roe")) for verb in ("argues", "grants")
    )
    assert worth_attributing(stands, "Jane Roe", cx_thesaurus(), proper)
    assert not worth_attributing(grants, "Jane Roe", cx_thesaurus(), proper)


def test_a_summary_that_repeats_the_article_is_told_once(library: Library) -> None:
    text = f"{SAID.format(says='argues Jane Roe')}\n\n{SAID.format(says='insists Jane Roe')}"
    claims, _ = shelved(library, [note("Marlow", text)])
    assert len(claims) == 2
    assert list(told_apart(claims)) == [claims[0]]
