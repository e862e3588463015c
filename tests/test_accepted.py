"""The language that comes with a request."""

import pytest

from ui.web.doors.accepted import accepted_language


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("", "en"),
        ("fr", "fr"),
        ("fr-CA,en;q=0.8", "fr"),
        ("en-GB,fr;q=0.9", "en"),
        ("de, FR;q=0.8, en;q=0.7", "fr"),
        ("de", "en"),
        ("*", "en"),
    ],
)
def test_the_first_of_ours_is_spoken(header: str, language: str) -> None:
    assert accepted_language(header) == language
