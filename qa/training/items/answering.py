"""Source: which source takes a position on a question that the field disputes."""

from collections.abc import Iterator, Sequence

from corpus.wording import Wording
from index.snapshot import Snapshot
from qa.training.item import ItemKind
from qa.training.items.claim import Claim
from qa.training.items.contested import Contested, Side
from qa.training.items.draft import Draft, Option
from qa.training.items.holding import Held, answers, says_two_things
from qa.training.items.source_label import source_label
from qa.training.items.voices import Voices, named

FEWEST, MOST = 3, 6  # distractors
OF_A_POSITION = 4  # sources asked for, in one language

ASKED = Wording(
    en="On the question “{question}”, which source takes this position: “{position}”?",
    fr="Sur la question «\u00a0{question}\u00a0», quelle source défend cette position\u00a0: "
    "«\u00a0{position}\u00a0»\u00a0?",
)


def drafts(
    holdings: Held, claims: Sequence[Claim], snapshot: Snapshot, contested: Contested
) -> Iterator[Draft]:
    """Sources that take one position only, beside some that take others and never this one."""
    voices = Voices(claims, snapshot)
    for side, found in holdings:
        if says_two_things(side) or not answers(side):
            continue
        opposed = contested.opposed(side)
        for claim in found[:OF_A_POSITION]:
            labels = _labels(claim, opposed, voices, snapshot)
            if len(labels) >= FEWEST:
                yield _draft(claim, side, labels)


def _labels(claim: Claim, works: Sequence[str], voices: Voices, snapshot: Snapshot) -> list[str]:
    """Sources of the works, one of each author or publisher, in an order that tells nothing."""
    own = named(claim.article)
    labels: dict[str, str] = {}
    for record in sorted(snapshot.records(), key=lambda each: each.id):
        names = named(record)
        apart = all(voices.strangers(mine, theirs) for mine in own for theirs in names)
        if record.work in works and names and apart:
            labels.setdefault(names[0], source_label(record))
    return list(labels.values())[:MOST]


def _draft(claim: Claim, side: Side, labels: Sequence[str]) -> Draft:
    language = claim.language
    return Draft(
        kind=ItemKind.SOURCE,
        claim=claim,
        stem=ASKED.in_language(language).format(
            question=side.dispute.question.in_language(language),
            position=side.option.label.in_language(language),
        ),
        shown="",
        right=Option(source_label(claim.article)),
        answer=claim.span,
        distractors=tuple(map(Option, labels)),
    )
