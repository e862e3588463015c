"""What is fitted on: gold questions over their libraries, as search and answerer see them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from corpus.language import question_language
from eval.gold import GoldItem
from eval.measures.overlap import overlap
from eval.measures.ranking import answers
from index.hybrid import CANDIDATES, SIGNALS
from index.retriever import LibraryRetriever
from index.snapshot import Snapshot
from qa.abstention import Sign, signs
from qa.asking import what_is_asked
from qa.candidates import Candidate, Feature
from qa.chain import EVIDENCE
from qa.evidence import Evidence
from qa.extractive import ExtractiveAnswerer, Weighed
from qa.following import self_contained
from qa.question import Question, Turn

Choice = tuple[list[Mapping[str, float]], list[bool]]  # alternatives, and which are right


@dataclass(frozen=True, slots=True)
class Posed:
    """A gold question as the chain understands it, over the library that answers it."""

    item: GoldItem
    query: str
    language: str
    snapshot: Snapshot

    @classmethod
    def of(cls, item: GoldItem, snapshot: Snapshot) -> "Posed":
        history = tuple(Turn(text, "") for text in item.previous)
        query = self_contained(Question(item.question, history))
        return cls(item, query, question_language(query), snapshot)


def passages(posed: Sequence[Posed]) -> Iterator[Choice]:
    """Of each answerable question the passages that are looked at closely."""
    for each in posed:
        if each.item.answerable:
            hits = each.snapshot.hybrid.search(each.query, CANDIDATES, each.language)
            yield (
                [{name: hit.found_by[name] for name in SIGNALS} for hit in hits],
                [answers(hit, each.item) for hit in hits],
            )


def sentences(posed: Sequence[Posed]) -> Iterator[Choice]:
    """Of each answerable question the sentences of its evidence."""
    for each in posed:
        if each.item.answerable:
            found = _weighed(each).candidates
            yield [_plain(c.features) for c in found], [_answers(c, each.item) for c in found]


def confidences(posed: Sequence[Posed]) -> Iterator[tuple[Posed, dict[Sign, float], bool]]:
    """Each question with the signs of its first sentence, and whether that answers."""
    for each in posed:
        weighed = _weighed(each)
        if weighed.candidates:
            asks = what_is_asked(each.query)
            found = signs(weighed.candidates, weighed.scores, asks)
            best = max(zip(weighed.scores, weighed.candidates, strict=True), key=lambda p: p[0])[1]
            yield each, found, _answers(best, each.item)


def _weighed(posed: Posed) -> Weighed:
    retriever = LibraryRetriever(snapshot=posed.snapshot, k=EVIDENCE, language=posed.language)
    hits = [document.metadata["hit"] for document in retriever.invoke(posed.query)]
    evidence = tuple(Evidence(hit, posed.snapshot.article(hit.passage.article_id)) for hit in hits)
    return ExtractiveAnswerer(posed.snapshot).weigh(posed.query, posed.language, evidence)


def _plain(features: Mapping[Feature, float]) -> dict[str, float]:
    return {str(name): value for name, value in features.items()}


def _answers(candidate: Candidate, item: GoldItem) -> bool:
    article = candidate.evidence.article.id
    return any(overlap(article, *candidate.span, span) for span in item.spans)
