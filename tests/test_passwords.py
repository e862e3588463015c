"""Which passwords are taken, and how they are kept."""

import unicodedata

import pytest
from argon2 import PasswordHasher

from corpus.passwords import Passwords, check_new_password
from corpus.wording import KnownError

WEAK = Passwords(PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))


@pytest.mark.parametrize(
    ("password", "why"),
    [
        ("elevenchars", "12 characters or more"),
        ("x" * 1001, "1000 characters at most"),
        ("I am Zoé Martin!", "the name of the account"),
        ("JE SUIS ZOÉ MARTIN", "the name of the account"),
        ("aaaabbbbccccaaaa", "the first that anybody would try"),
        ("Password1234", "the first that anybody would try"),
        ("motdepasse 2026!", "the first that anybody would try"),
        ("123456789012345", "the first that anybody would try"),
        ("AzertyAzerty12", "the first that anybody would try"),
    ],
)
def test_what_is_not_good_enough_is_refused_with_the_reason(password: str, why: str) -> None:
    with pytest.raises(KnownError, match=why):
        check_new_password(password, "Zoé Martin")


@pytest.mark.parametrize(
    "password",
    ["quatre mots à la suite", "x8#Kq" * 200, "clients are people too", "ÿ😀 et le reste…"],
)
def test_length_is_enough(password: str) -> None:
    check_new_password(password, "Zoé Martin")


def test_a_short_name_may_be_in_it_by_chance() -> None:
    check_new_password("all the alphabet", "Al")


def test_only_the_same_password_fits() -> None:
    kept = WEAK.hashed("quatre mots à la suite")
    assert kept.startswith("$argon2id$") and "quatre" not in kept
    assert WEAK.fits("quatre mots à la suite", kept)
    assert not WEAK.fits("quatre mots a la suite", kept)
    assert not WEAK.fits("", kept)
    assert not WEAK.fits("quatre mots à la suite", "no hash at all")
    assert kept != WEAK.hashed("quatre mots à la suite")  # each has its own salt


def test_another_keyboard_types_the_same_password() -> None:
    kept = WEAK.hashed(unicodedata.normalize("NFC", "à la première été"))
    assert WEAK.fits(unicodedata.normalize("NFD", "à la première été"), kept)


def test_what_is_no_text_or_far_too_long_fits_nothing() -> None:
    kept = WEAK.hashed("")
    assert not WEAK.fits("\ud800 half a character", WEAK.hashed("x" * 12))
    assert not WEAK.fits("y" * 1001, WEAK.hashed("x" * 12))
    assert WEAK.fits("", kept)


def test_hashes_of_other_parameters_are_told() -> None:
    kept = WEAK.hashed("quatre mots à la suite")
    assert not WEAK.outdated(kept)
    assert Passwords().outdated(kept)
