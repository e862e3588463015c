"""Who said it is worth knowing: a name that one meets again, and more than a commonplace."""

import re

from corpus.article import Kind
from corpus.wording import Wording
from qa.training.item import ItemKind
from qa.training.items.draft import Draft
from qa.training.items.gates.gate import Context

WORKS = 2  # of the library name whoever is known in the field; one alone may be its own
CONCEPTS = 2  # named by a statement that is somebody's view, not everybody's
# Whoever tells what others hold does not hold it by that.
_RETELLS = re.compile(
    r"\b(?:recalls?|recalled|reports(?!\sto\b)|reported|relates|retells|mentions|rappell?e(?:nt)?"
    r"|rapporte(?:nt)?|relate(?:nt)?|mentionne(?:nt)?)\b"
)
_ATTRIBUTED = frozenset({ItemKind.WHO_SAID, ItemKind.SOURCE})


def worth_attributing(draft: Draft, context: Context) -> Wording | None:
    """A study, or somebody whom several works name, on something of the field."""
    if draft.kind not in _ATTRIBUTED:
        return None
    article = draft.claim.article
    known = [draft.right.text]
    if draft.kind is ItemKind.SOURCE:
        known = [name for name in (*article.authors[:1], article.publisher) if name]
    if article.kind is not Kind.STUDY and max(map(context.works_naming, known), default=0) < WORKS:
        return Wording(
            en=f"only one source names {known[0] if known else '–'}",
            fr=f"une seule source nomme {known[0] if known else '–'}",
        )
    if _RETELLS.search(draft.quote):
        return Wording(
            en="the source only tells what others say",
            fr="la source ne fait que rapporter ce que disent d’autres",
        )
    if len(context.concepts(draft.shown, draft.language)) < CONCEPTS:
        return Wording(en="anybody might say this", fr="n’importe qui pourrait le dire")
    return None
