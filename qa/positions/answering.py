"""The map as a part of the answer: its quotes looked up, its positions counted."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from corpus.wording import Wording
from index.passage import Hit
from qa.answer import Citation, Position, Sentence
from qa.checking import Checked, check
from qa.evidence import DraftSentence, Evidence, Quote
from qa.extractive import framed
from qa.positions.assigning import Statement
from qa.positions.framing import MOST, framing
from qa.positions.mapping import PositionMap, Stance

OTHER = Wording(en="other, or not assigned", fr="autre, ou non classé")


@dataclass(frozen=True, slots=True)
class Mapped:
    """A checked answer and its positions, numbered together."""

    checked: Checked
    positions: tuple[Position, ...]


def with_positions(
    checked: Checked, found: PositionMap, language: str, *, quotes_only: bool
) -> Mapped:
    """The answer `checked` with the positions of `found`.

    A contested question is answered by the map: first what the positions are, then the words of
    one source for each, or the chat model's own sentences (`quotes_only` False). Any other
    question keeps its answer, and the map's citations come after.
    """
    quoted = _quoted(found, language)
    if not found.leads:
        joined = _joined(checked, replace(quoted, sentences=()))
        return Mapped(joined, tuple(_positions(found.stances, joined.citations)))
    positions = tuple(_positions(found.stances, quoted.citations))
    taken = [position for position in positions if position.option]
    if not taken:
        return Mapped(checked, ())
    shown = {position.citations[0]: None for position in taken[:MOST]}
    examples = (_sentence_of(number, quoted.sentences) for number in shown)
    first = replace(
        quoted, sentences=(framing(taken, language), *(examples if quotes_only else ()))
    )
    rest = replace(checked, sentences=(), citations=()) if quotes_only else checked
    return Mapped(_joined(first, rest), positions)


def _quoted(found: PositionMap, language: str) -> Checked:
    """Every statement of the map as a sentence that passed the citation check."""
    every = {_place(s): s for stance in found.stances for s in stance.statements}
    draft = tuple(
        DraftSentence(
            framed(s.text, s.article, s.passage.language, language), (Quote(s.passage.id, s.text),)
        )
        for s in every.values()
    )
    evidence = tuple(Evidence(Hit(s.passage, 0.0), s.article) for s in every.values())
    # Whoever did not draft a sentence need not hear that it was refused.
    return replace(check(draft, evidence), dropped=())


def _sentence_of(number: int, sentences: Iterable[Sentence]) -> Sentence:
    return next(sentence for sentence in sentences if sentence.citations == (number,))


def _positions(stances: Sequence[Stance], citations: Sequence[Citation]) -> Iterable[Position]:
    """What is left of each stance after the check, with what is known of its sources."""
    numbers = {(c.article_id, c.start, c.end): c.number for c in citations}
    for stance in stances:
        kept = [s for s in stance.statements if _place(s) in numbers]
        articles = [statement.article for statement in kept]
        if kept:
            yield Position(
                label=stance.option.label if stance.option else OTHER,
                citations=tuple(numbers[_place(statement)] for statement in kept),
                option=stance.option.id if stance.option else "",
                sources=len(kept),
                years=tuple(sorted({a.year for a in articles if a.year is not None})),
                languages=tuple(sorted({a.language for a in articles if a.language})),
                kinds=tuple(sorted({a.kind for a in articles if a.kind is not None})),
            )


def _joined(first: Checked, second: Checked) -> Checked:
    """Both, the second's citations numbered after the first's; what they share is one."""
    number_of = {(c.article_id, c.start, c.end): c.number for c in first.citations}
    citations = list(first.citations)
    renumbered: dict[int, int] = {}
    for citation in second.citations:
        place = (citation.article_id, citation.start, citation.end)
        if place not in number_of:
            number_of[place] = len(citations) + 1
            citations.append(replace(citation, number=number_of[place]))
        renumbered[citation.number] = number_of[place]
    moved = (
        replace(sentence, citations=tuple(renumbered[n] for n in sentence.citations))
        for sentence in second.sentences
    )
    return Checked((*first.sentences, *moved), tuple(citations), (*first.dropped, *second.dropped))


def _place(statement: Statement) -> tuple[str, int, int]:
    return (statement.article.id, *statement.span)
