"""The evidence for a challenge: what is quoted in another language comes last, and is marked."""

from collections.abc import Sequence
from dataclasses import replace

from qa.answer import Answer, Citation, Sentence
from qa.extractive import ORIGINAL, framed


def in_own_language(answer: Answer) -> Answer:
    """The answer with what is quoted in another language last, and always said to be.

    Of a source that is quoted in the learner's language nothing is quoted in another one. A
    contested answer keeps its order: it leads with positions that name their citations.
    """
    if any(f"[{n}]" in each.text for each in answer.sentences for n in each.citations):
        return answer
    citations = {citation.number: citation for citation in answer.citations}
    article_of = {number: citation.article_id for number, citation in citations.items()}
    own = [each for each in answer.sentences if not _foreign(each, citations, answer)]
    said = {article_of[number] for each in own for number in each.citations}
    foreign = [
        each
        for each in answer.sentences
        if each not in own and not said & {article_of[number] for number in each.citations}
    ]
    marked = [_marked(each, citations, answer) for each in foreign]
    return _numbered(replace(answer, sentences=(*own, *marked)))


def _foreign(sentence: Sentence, citations: dict[int, Citation], answer: Answer) -> bool:
    return any(citations[n].language not in ("", answer.language) for n in sentence.citations)


def _marked(sentence: Sentence, citations: dict[int, Citation], answer: Answer) -> Sentence:
    """Whose it is and in which language, also where the sentence before it said so."""
    citation = citations[sentence.citations[0]]
    mark = ORIGINAL.get((answer.language, citation.language), "")
    if not mark or mark in sentence.text:
        return sentence
    article = next(each for each in answer.articles if each.id == citation.article_id)
    whole = framed(citation.quote, article, citation.language, answer.language)
    return replace(sentence, text=whole)


def _numbered(answer: Answer) -> Answer:
    """Citations numbered in order of first use, the positions' after the sentences'."""
    used: Sequence[tuple[int, ...]] = (
        *(sentence.citations for sentence in answer.sentences),
        *(position.citations for position in answer.positions),
    )
    new = {old: at for at, old in enumerate(dict.fromkeys(n for each in used for n in each), 1)}
    citations = {citation.number: citation for citation in answer.citations}
    return replace(
        answer,
        citations=tuple(replace(citations[old], number=at) for old, at in new.items()),
        sentences=tuple(
            replace(each, citations=tuple(new[n] for n in each.citations))
            for each in answer.sentences
        ),
        positions=tuple(
            replace(each, citations=tuple(new[n] for n in each.citations))
            for each in answer.positions
        ),
    )
