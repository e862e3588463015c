"""Asking a person before something is done that they may not expect."""

import sys

from corpus.wording import Wording
from ui.speech import interface_language
from ui.terminal import printable

_YES = {"y", "yes", "o", "oui"}
_QUESTION = Wording(en="Go on? [y/N] ", fr="Continuer ? [o/N] ")


def somebody_is_there() -> bool:
    """Whether a person can read a question and answer it."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def confirmed(announcement: Wording) -> bool:
    """Tell on standard error what is going to happen, and whether the person agrees."""
    language = interface_language()
    sys.stderr.write(printable(announcement.in_language(language)) + "\n")
    sys.stderr.write(_QUESTION.in_language(language))
    sys.stderr.flush()
    return sys.stdin.readline().strip().lower() in _YES
