"""Which language the command speaks. Kept apart from the settings, which are slow to import."""

import locale
import os
from functools import cache

from corpus.wording import InterfaceLanguage


@cache
def interface_language() -> InterfaceLanguage:
    """CXLIT_LANGUAGE, or the locale's: French, and English for all others."""
    named = os.environ.get("CXLIT_LANGUAGE") or _locale()
    return "fr" if named.lower().startswith("fr") else "en"


def _locale() -> str:
    # In the order of POSIX; Windows and macOS programs may have none of the three.
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return value
    return locale.getlocale()[0] or ""
