"""A reporting line that leads elsewhere: to the chief executive, or to the head of marketing."""

import re

from qa.training.items.alteration import Alteration, altered

_REPORTS = {
    "en": r"(?:report(?:s|ing)?(?:\sdirectly)?\sto|appointed\sby|answers?\sto|accountable\sto)\s",
    "fr": r"(?:rattaché\w*\s(?:directement\s)?à|relèvent?\s(?:\w+\s)?d|dépend(?:ent)?\s(?:\w+\s)?d"
    r"|sous\sl['’]autorité\sd|rend(?:ent)?\scompte\sà)",
}
# As they are written: each pair has one gender and one article.
_INSTEAD = {
    "en": {
        "chief executive officer": "chief marketing officer",
        "chief executive": "chief marketing officer",
        "CEO": "CMO",
        "general management": "the marketing department",
    },
    "fr": {
        "directeur général": "directeur marketing",
        "direction générale": "direction marketing",
        "DG": "DRH",
    },
}


def reporting_elsewhere(text: str, language: str) -> Alteration | None:
    """The role that somebody reports to, changed; None where the other role is named as well."""
    for role, other in _INSTEAD[language].items():
        pattern = rf"{_REPORTS[language]}[^,.;:]{{0,25}}?\b(?P<role>{role})\b"
        found = re.search(pattern, text)
        marketing = re.search(r"\bmarketing\b", text, re.IGNORECASE)
        if found and not marketing and text.count(role) == 1:
            return altered(text, found.start("role"), role, other)
    return None
