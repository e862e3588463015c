"""The language of the interface: each person's own choice, else what the browser asks for."""

import logging

from corpus.wording import InterfaceLanguage
from ui.web.desks.people_desk import PeopleDesk
from ui.web.doors.accepted import accepted_language
from ui.web.doors.visitor import header

_LOG = logging.getLogger(__name__)


def spoken(people: PeopleDesk) -> InterfaceLanguage:
    """The visitor's language when the page opens; the page opens also where none can be read."""
    try:
        chosen = people.language()
    except Exception:  # noqa: BLE001  no reason to show no page
        _LOG.exception("the language of the interface cannot be read")
        chosen = ""
    return chosen or accepted_language(header("accept-language"))


def remember(people: PeopleDesk, language: InterfaceLanguage) -> None:
    """For the next time; a choice that cannot be kept counts for this time all the same."""
    try:
        people.speak(language)
    except Exception:  # noqa: BLE001  no reason to show no page
        _LOG.exception("the language of the interface cannot be kept")
