"""True or false: whether a source takes a position on a question that the field disputes."""

import re
from collections.abc import Iterator

from corpus.wording import Wording
from qa.training.item import ItemKind
from qa.training.items.claim import Claim
from qa.training.items.contested import Contested, Side
from qa.training.items.draft import Draft, verdicts
from qa.training.items.holding import Held, answers, says_two_things
from qa.training.items.source_label import source_label

_ONE = Wording(
    en="On the question “{question}”, {source} takes this position: “{position}”. True or false?",
    fr="Sur la question «\u00a0{question}\u00a0», {source} défend cette position\u00a0: "
    "«\u00a0{position}\u00a0». Vrai ou faux\u00a0?",
)
_SEVERAL = Wording(
    en="On the question “{question}”, {source} take this position: “{position}”. True or false?",
    fr="Sur la question «\u00a0{question}\u00a0», {source} défendent cette position\u00a0: "
    "«\u00a0{position}\u00a0». Vrai ou faux\u00a0?",
)
_OTHER = re.compile(r"\banother\b")  # than those that only a list of positions names
_WHY = Wording(
    en="The position taken there is “{position}”.",
    fr="La position qui y est défendue\u00a0: «\u00a0{position}\u00a0».",
)


def drafts(holdings: Held, contested: Contested) -> Iterator[Draft]:
    """The position that a source takes, and the nearest one that excludes it."""
    for side, found in holdings:
        every = [Side(side.dispute, option) for option in side.dispute.options]
        usable = [
            each
            for each in every
            if answers(each)
            and not says_two_things(each)
            and not _OTHER.search(each.option.label.en)
        ]
        against = [each for each in usable if side.option.excludes(each.option)]
        for claim in found:
            if side in usable:
                yield _draft(claim, side, side)
            if against and answers(side):
                yield _draft(claim, side, contested.nearest(claim, against))


def _draft(claim: Claim, held_: Side, shown: Side) -> Draft:
    """`shown`: the position that is said to be the source's."""
    language, article = claim.language, claim.article
    statement = _SEVERAL if len(article.authors) > 1 else _ONE
    is_true = shown == held_
    right, wrong = verdicts(language, true=is_true)
    position = held_.option.label
    why = Wording(
        *(text.format(position=label) for text, label in zip(_WHY, position, strict=True))
    )
    return Draft(
        kind=ItemKind.TRUE_FALSE,
        claim=claim,
        stem=statement.in_language(language).format(
            question=held_.dispute.question.in_language(language),
            source=source_label(article),
            position=shown.option.label.in_language(language),
        ),
        shown="",
        right=right,
        answer=claim.span,
        distractors=(wrong,),
        why=None if is_true else why,
    )
