"""Who said it is worth knowing: a name that one meets again, and more than a commonplace."""

import re

from corpus.wording import Wording
from qa.training.item import ItemKind
from qa.training.items.contested import is_contested
from qa.training.items.draft import Draft
from qa.training.items.findings import is_finding, is_model
from qa.training.items.gates.gate import Context

WORKS = 2  # of the library name whoever is known in the field; one alone may be its own
# Whoever tells what others hold does not hold it by that.
_RETELLS = re.compile(
    r"\b(?:recalls?|recalled|reports(?!\sto\b)|reported|relates|retells|mentions|rappell?e(?:nt)?"
    r"|rapporte(?:nt)?|relate(?:nt)?|mentionne(?:nt)?)\b"
)
_ATTRIBUTED = frozenset({ItemKind.WHO_SAID, ItemKind.SOURCE})


def worth_attributing(draft: Draft, context: Context) -> Wording | None:
    """A side in a debate, a finding in figures or a model; a name that several works name."""
    if draft.kind not in _ATTRIBUTED:
        return None
    if _RETELLS.search(draft.quote):
        return Wording(
            en="the source only tells what others say",
            fr="la source ne fait que rapporter ce que disent d’autres",
        )
    finding = is_finding(draft.shown, draft.language)
    if is_contested(draft.claim) or (finding and draft.kind is ItemKind.SOURCE):
        return None
    if not finding and not is_model(draft.shown, draft.language):
        return Wording(en="anybody might say this", fr="n’importe qui pourrait le dire")
    name = draft.right.text
    if context.works_naming(name) < WORKS:
        return Wording(en=f"only one source names {name}", fr=f"une seule source nomme {name}")
    return None
