"""Position: which side a source takes on a question that the field disputes."""

from collections.abc import Iterator, Sequence

from corpus.wording import Wording
from index.analysis import terms
from qa.training.item import ItemKind
from qa.training.items.claim import Claim
from qa.training.items.contested import Side
from qa.training.items.draft import Draft, Option
from qa.training.items.holding import Held, answers
from qa.training.items.source_label import source_label

FEWEST = 2  # distractors: of two options one is right half the time by guessing

_ONE = Wording(
    en="On the question “{question}”, which position does {source} take?",
    fr="Sur la question «\u00a0{question}\u00a0», quelle position défend {source}\u00a0?",
)
_SEVERAL = Wording(
    en="On the question “{question}”, which position do {source} take?",
    fr="Sur la question «\u00a0{question}\u00a0», quelle position défendent {source}\u00a0?",
)


def drafts(holdings: Held) -> Iterator[Draft]:
    """Questions on sources that take one position only; the others offered exclude it."""
    for side, found in holdings:
        against = [
            option
            for option in side.dispute.options
            if side.option.excludes(option) and answers(Side(side.dispute, option))
        ]
        if len(against) >= FEWEST and answers(side):
            for claim in found:
                labels = [option.label.in_language(claim.language) for option in against]
                yield _draft(claim, side, labels)


def _draft(claim: Claim, side: Side, labels: Sequence[str]) -> Draft:
    language, article = claim.language, claim.article
    right = side.option.label.in_language(language)
    words = {*terms(right, language)}
    apart = sorted(labels, key=lambda each: len(words & {*terms(each, language)}))
    stem = _SEVERAL if len(article.authors) > 1 else _ONE
    return Draft(
        kind=ItemKind.POSITION,
        claim=claim,
        stem=stem.in_language(language).format(
            question=side.dispute.question.in_language(language), source=source_label(article)
        ),
        shown="",
        right=Option(right),
        answer=claim.span,
        distractors=tuple(map(Option, apart)),  # those first that are least like it
    )
