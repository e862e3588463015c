"""French as it is printed: apostrophes, and spaces that no line breaks at."""

import re

from corpus.wording import Wording

_BEFORE = re.compile(r" (?=[;:?!»%])")
_AFTER = re.compile(r"(?<=«) ")


def typeset(wording: Wording) -> Wording:
    """The French words as they are printed, whatever keyboard typed them; for our own texts.

    What others wrote is quoted as it stands.
    """
    french = wording.fr.replace("'", "’")
    return Wording(wording.en, _AFTER.sub("\u00a0", _BEFORE.sub("\u00a0", french)))


def typed(wording: Wording) -> Wording:
    """As a keyboard types it: what is searched for, see `corpus.characters.tidy_characters`."""
    return Wording(wording.en, wording.fr.replace("’", "'").replace("\u00a0", " "))
