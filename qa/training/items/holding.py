"""Sources that hold one position on a disputed question, each with the claim that shows it."""

import re
from collections import defaultdict
from collections.abc import Sequence

from corpus.article import Kind
from index.snapshot import Snapshot
from qa.positions.assigning import MARGIN
from qa.positions.rules import canonical
from qa.training.items.claim import Claim
from qa.training.items.contested import Contested, Side
from qa.training.items.findings import is_finding
from qa.training.items.said import argues
from qa.training.items.saying import SAYS
from qa.training.items.voices import Voices, named, speaks_for_itself

TO_THE_POINT = 2  # words shared with question and position; with fewer, the meaning must be clear
BESIDE = 40  # characters after "says", in which a source is named by what it is and its name
OFTEN = 3  # sentences, in either language, by which a source speaks that is about something else

# Of some firms or cases only, what a measure predicts, somebody else's words: no position of the
# source on the question as a whole.
_LIMITED = re.compile(
    r"\b(?:B2B|some|certaine?s|predict\w*|prédi\w*|words\sto|interviewing"
    r"|praticiens|practitioners|décrit|describes|réunit|résumée?)\b",
    re.IGNORECASE,
)
_TWO = re.compile(r",?\s(?:or|and)\s")


Held = Sequence[tuple[Side, Sequence[Claim]]]


def held(
    claims: Sequence[Claim], snapshot: Snapshot, contested: Contested
) -> list[tuple[Side, list[Claim]]]:
    """One claim of each work, by side and language: the one that says it most clearly.

    Of sources that speak in their own name and take no other position.
    """
    voices = Voices(claims, snapshot)
    taking: dict[tuple[Side, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        own = _is_own(claim, voices) and argues(claim) and not _LIMITED.search(claim.text)
        if own and not is_finding(claim.text, claim.language):
            plain = contested.sides(claim, TO_THE_POINT)
            for side in contested.sides(claim):
                margin = MARGIN if side in plain else 0.0
                if (
                    side.option.is_proved_by(canonical(claim.text))
                    and _is_about(claim, side, contested)
                    and contested.means(claim, side, margin)
                ):
                    taking[side, claim.language].append(claim)
    return [(side, _telling(found, side, contested)) for (side, _), found in taking.items()]


def says_two_things(side: Side) -> bool:
    """Whether the label of its option names two positions, of which a quote takes one."""
    return _TWO.search(side.option.label.en) is not None


def answers(side: Side) -> bool:
    """Whether the label of its option answers the question, and no other one more precisely.

    "A seat on a committee" is nobody to report to; "keep it" says less than "keep it, but …".
    """
    label = side.option.label.en
    whom = side.dispute.question.en.endswith(" to?") and label.startswith(("a ", "an "))
    return not whom and not any(
        option.label.en.startswith(f"{label},") for option in side.dispute.options
    )


def _is_own(claim: Claim, voices: Voices) -> bool:
    """Whether the source says it in its own name, and not somebody whom it interviewed."""
    if claim.article.kind is Kind.INTERVIEW:
        return False
    if claim.speaker is None:
        said = re.search(rf",\s(?:{SAYS[claim.language]})\s(?P<by>.*)", claim.text)
        return said is None or any(name in said["by"][:BESIDE] for name in named(claim.article))
    voice = voices.of(claim)
    return voice is not None and speaks_for_itself(voice, claim.article)


def _is_about(claim: Claim, side: Side, contested: Contested) -> bool:
    """Whether the source takes this position only, and not just once in passing."""
    titled = side.dispute.subject.holds(canonical(claim.article.title))
    return contested.is_loyal(claim.article.work, side.dispute, 1 if titled else OFTEN)


def _telling(claims: Sequence[Claim], side: Side, contested: Contested) -> list[Claim]:
    ranked = sorted(claims, key=lambda claim: -contested.likeness(claim, side))
    return list({claim.article.work: claim for claim in reversed(ranked)}.values())[::-1]
