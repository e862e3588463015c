"""Which dispute a question asks about, and whether it asks for the positions themselves."""

import re
from dataclasses import dataclass

from qa.asking import Asks, what_is_asked
from qa.positions.dispute import Dispute, disputes
from qa.positions.rules import canonical

# Questions that want one particular thing said on the dispute; the positions come second.
PARTICULAR = frozenset({Asks.FIGURE, Asks.DATE, Asks.LIST, Asks.DEFINITION, Asks.REASON})
HOW = re.compile(r"^(?:and |et )?(?:how|comment)\b")
MORE_PARTICULAR = 1  # words beyond the dispute's own: with none it is asked, with one touched
WORD = re.compile(r"<[a-z ]+>|\w+")


@dataclass(frozen=True, slots=True)
class Recognised:
    """A dispute that a question is about."""

    dispute: Dispute
    contested: bool  # it asks which position is right, and nothing more particular


def recognised(question: str) -> Recognised | None:
    """The dispute that `question` comes nearest to asking; None for one on anything else."""
    text = canonical(question)
    asked = [dispute for dispute in disputes() if _asks(text, dispute)]
    if not asked:
        return None
    beyond = {dispute.id: len(WORD.findall(dispute.vocabulary.sub(" ", text))) for dispute in asked}
    nearest = min(asked, key=lambda dispute: beyond[dispute.id])
    if beyond[nearest.id] > MORE_PARTICULAR:
        return None
    particular = what_is_asked(question) in PARTICULAR or HOW.search(text)
    return Recognised(nearest, contested=not beyond[nearest.id] and not particular)


def _asks(text: str, dispute: Dispute) -> bool:
    return any(rule.holds(text) for rule in dispute.asked) and not any(
        rule.holds(text) for rule in dispute.not_asked
    )
