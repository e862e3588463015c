"""The language of the interface: chosen, else asked for, else English; always one."""

import logging
from typing import NoReturn

import pytest

from corpus.people import LOCAL
from corpus.wording import KnownError
from tests.accounts import visit
from tests.fake_people import FakePeople
from ui.web.speaking import remember, spoken


@pytest.mark.parametrize(
    ("chosen", "asked", "language"),
    [
        ("", "fr-CA,fr;q=0.9,en;q=0.5", "fr"),
        ("", "en-GB", "en"),
        ("", "", "en"),
        ("fr", "en", "fr"),
    ],
)
def test_a_choice_counts_more_than_what_the_browser_asks_for(
    chosen: str, asked: str, language: str
) -> None:
    people = FakePeople()
    if chosen == "fr":
        people.speak("fr")
    with visit(LOCAL, **{"accept-language": asked}):
        assert spoken(people) == language


def test_the_page_opens_also_where_no_choice_can_be_kept(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def damaged(*_: object) -> NoReturn:
        raise KnownError(en="The disk is gone.", fr="Le disque a disparu.")

    people = FakePeople()
    monkeypatch.setattr(people, "language", damaged)
    monkeypatch.setattr(people, "speak", damaged)
    with visit(LOCAL, **{"accept-language": "fr"}), caplog.at_level(logging.ERROR):
        remember(people, "en")
        assert spoken(people) == "fr"
    assert len(caplog.records) == 2
