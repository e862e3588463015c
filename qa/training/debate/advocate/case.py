"""The case: a recommendation with all that the criteria look up for it once."""

from collections.abc import Mapping
from dataclasses import dataclass

from corpus.language import question_language
from index.passage import Span
from index.sentences import split_sentences
from index.snapshot import Snapshot
from qa.positions import Positions
from qa.positions.assigning import Statement
from qa.positions.dispute import Dispute, Option
from qa.positions.mapping import Stance
from qa.training.debate.advocate.quotations import Quotation, quotations
from qa.training.debate.advocate.recommendation import (
    Attached,
    Attachment,
    Recommendation,
    look_up,
    meets,
)


@dataclass(frozen=True, slots=True, eq=False)  # one of its kind
class Case:
    """What there is to judge."""

    text: str
    language: str  # of the text
    dispute: Dispute
    option: Option  # that is recommended
    attached: tuple[Attached, ...]
    gone: tuple[Attachment, ...]  # attached once, and not in the library any more
    quotations: tuple[Quotation, ...]
    taken: Mapping[str, tuple[Statement, ...]]  # by id of option, what is attached for it
    held: Mapping[str, tuple[Statement, ...]]  # the same of the library, one a source, best first
    snapshot: Snapshot

    @property
    def sentences(self) -> tuple[str, ...]:
        """Of the learner's text."""
        return tuple(
            line[start:end]
            for line in self.text.split("\n")
            for start, end in split_sentences(line, self.language)
        )


def case_of(
    recommendation: Recommendation,
    dispute: Dispute,
    option: Option,
    snapshot: Snapshot,
    positions: Positions,
) -> Case:
    """Looked up in one generation of the library."""
    language = question_language(recommendation.text or dispute.question.en)
    found = [(each, look_up(each, snapshot)) for each in recommendation.attached]
    attached = tuple(there for _, there in found if there)
    return Case(
        text=recommendation.text,
        language=language,
        dispute=dispute,
        option=option,
        attached=attached,
        gone=tuple(each for each, there in found if there is None),
        quotations=quotations(recommendation.text, attached, snapshot),
        taken=_taken(attached, dispute, snapshot, positions),
        held=_by_option(positions.on(dispute, language, snapshot)),
        snapshot=snapshot,
    )


def _taken(
    attached: tuple[Attached, ...], dispute: Dispute, snapshot: Snapshot, positions: Positions
) -> dict[str, tuple[Statement, ...]]:
    """Passage by passage, so that what one of them says does not depend on the others."""
    passages = {passage.id: passage for each in attached for passage in each.passages}
    said = [s for p in passages.values() for s in positions.taken([p], dispute, snapshot)]
    inside = [s for s in said if any(_is_in(s.article.id, s.span, each) for each in attached)]
    return {
        option.id: tuple(statement for statement in inside if option in statement.options)
        for option in dispute.options
    }


def _is_in(article_id: str, span: Span, attached: Attached) -> bool:
    return article_id == attached.article.id and meets(span, attached.span)


def _by_option(stances: tuple[Stance, ...]) -> dict[str, tuple[Statement, ...]]:
    return {stance.option.id: stance.statements for stance in stances if stance.option}
