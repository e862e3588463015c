"""The right option does not stand out by its length."""

from corpus.wording import Wording
from qa.training.item import ItemKind
from qa.training.items.draft import Draft
from qa.training.items.gates.gate import Context

# A reader sees that one of four is the longest when it is by about a third, and by some words:
# see the tests for where the line runs.
RATIO = 1.35
CHARACTERS = 8
_GIVEN = frozenset({ItemKind.TRUE_FALSE, ItemKind.POSITION})  # options that no one chose


def no_odd_length(draft: Draft, context: Context) -> Wording | None:
    """Neither the longest by far nor the shortest by far."""
    others = [len(option.text) for option in draft.distractors]
    if not others or draft.kind in _GIVEN:
        return None
    right = len(draft.right.text)
    if _far(right, max(others)):
        return Wording(
            en=f"the right option is the longest by far ({right} characters to {max(others)})",
            fr=f"la bonne réponse est de loin la plus longue ({right} caractères contre "
            f"{max(others)})",
        )
    if _far(min(others), right):
        return Wording(
            en=f"the right option is the shortest by far ({right} characters to {min(others)})",
            fr=f"la bonne réponse est de loin la plus courte ({right} caractères contre "
            f"{min(others)})",
        )
    return None


def _far(longer: int, shorter: int) -> bool:
    return longer > RATIO * shorter and longer - shorter >= CHARACTERS
