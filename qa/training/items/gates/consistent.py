"""No statement contradicts itself: else no source is needed to see that it is false.

Neither does a sentence whose gap a wrong figure fills.
"""

import re

from corpus.wording import Wording
from qa.numbers import numbers
from qa.training.item import ItemKind
from qa.training.items.draft import Draft
from qa.training.items.gates.gate import GAP, Context

_UP = (
    r"(?:rose|rises?|risen|grew|grows?|grown|increased?s?|climbed|improved|jumped|gained|soared|"
    r"progress(?:é|ent?|ait)|augment(?:é|ent?|ait)|mont(?:é|ent?|ait)|cr[ûu]|grimp(?:é|ent?|ait)|"
    r"gagn(?:é|ent?|ait)|croît|croissent|hausse)"
)
_DOWN = (
    r"(?:fell|falls?|fallen|dropped|drops?|declined?s?|decreased?s?|shrank|sank|slipped|lost|"
    r"recul(?:é|ent?|ait)|baiss(?:é|ent?|ait|e)|tomb(?:é|ent?|ait)|chut(?:é|ent?|ait)|"
    r"diminu(?:é|ent?|ait)|perd(?:u|ent)?|régress(?:é|ent?|ait))"
)
_NUMBER = r"[\d.,\u00a0\u202f ]*\d\s?(?:%|percent|pour cent|\w+)?"
_FROM_TO = re.compile(
    rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b[^.;:]{{0,40}}?\b(?:from|de|passant de)\s"
    rf"(?P<before>{_NUMBER})"
    rf"[^.;]{{0,60}}?\s(?:to|à)\s(?P<after>{_NUMBER})",
    re.IGNORECASE,
)


def no_contradiction(draft: Draft, context: Context) -> Wording | None:
    """What rose ends higher than it began, what fell ends lower."""
    if draft.kind is ItemKind.TRUE_FALSE:
        statements = [draft.shown]
    elif draft.kind is ItemKind.FIGURE:
        statements = [draft.shown.replace(GAP, option.text) for option in draft.distractors]
    else:
        return None
    for found in filter(None, map(_contradiction, statements)):
        return Wording(en=f"“{found}” contradicts itself", fr=f"« {found} » se contredit")
    return None


def _contradiction(statement: str) -> str:
    """The words that contradict each other; "" without any."""
    for found in _FROM_TO.finditer(statement):
        before, after = _value(found["before"]), _value(found["after"])
        if before is None or after is None or before == after:
            continue
        if (after > before) != bool(found["up"]):
            return found.group()
    return ""


def _value(written: str) -> float | None:
    for number in numbers(written):
        if "/" not in number:
            return float(number.rstrip("%"))
    return None
