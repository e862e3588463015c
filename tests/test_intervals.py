"""How long something is away, in words."""

from datetime import timedelta

import pytest

from ui.intervals import in_words


@pytest.mark.parametrize(
    ("interval", "en", "fr"),
    [
        (timedelta(seconds=-5), "1 min", "1\u00a0min"),
        (timedelta(minutes=5, seconds=30), "6 min", "6\u00a0min"),
        (timedelta(minutes=10), "10 min", "10\u00a0min"),
        (timedelta(minutes=59), "1 h", "1\u00a0h"),
        (timedelta(hours=5), "5 h", "5\u00a0h"),
        (timedelta(hours=23, minutes=59), "1 day", "1\u00a0j"),
        (timedelta(days=4), "4 days", "4\u00a0j"),
        (timedelta(days=45), "45 days", "45\u00a0j"),
        (timedelta(days=76), "2.5 months", "2,5\u00a0mois"),
        (timedelta(days=91), "3 months", "3\u00a0mois"),
        (timedelta(days=365), "1 year", "1\u00a0an"),
        (timedelta(days=548), "1.5 years", "1,5\u00a0an"),
        (timedelta(days=731), "2 years", "2\u00a0ans"),
    ],
)
def test_in_words(interval: timedelta, en: str, fr: str) -> None:
    assert in_words(interval) == (en, fr)
