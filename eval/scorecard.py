"""The scorecard of a library: a gold set is asked, judged and summed up."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from time import perf_counter

from eval.failures import why_failed
from eval.gold import GoldItem, GoldSet, check_fits
from eval.measures.citations import citation_measures, gate_measures
from eval.measures.confidence import brier
from eval.measures.correctness import RIGHT, correctness, first_sentence_answers
from eval.measures.parity import parity
from eval.measures.ranking import DEPTH, answers, ranking_measures
from eval.measures.said import Said
from eval.run import Figures, GoldQuote, Index, ItemResult, Json, Retrieved, Run
from eval.summary import curves, latency, sliced, summarised
from index.library import Library
from index.passage import Hit
from index.report import Progress, silent
from index.retriever import LibraryRetriever
from index.snapshot import Snapshot
from qa.answer import Answer
from qa.checking import check
from qa.evidence import Evidence
from qa.extractive import ExtractiveAnswerer
from qa.question import Question, Turn


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question, its answer, and what the chain's own search gave for it."""

    item: GoldItem
    answer: Answer
    milliseconds: float
    hits: tuple[Hit, ...]
    spans: tuple[str, ...]  # the words that answer, in the order of the item's spans
    withheld: Said  # empty unless an answerable question was refused

    @property
    def judged(self) -> Said:
        """What was said, or would have been."""
        return self.withheld if self.answer.abstained else Said.of(self.answer)


def measure_answers(
    gold: GoldSet,
    library: Library,
    ask: Callable[[Question], Answer],
    describe: Callable[[Answer], Json],
    *,
    answerer: str,
    settings: Json,
    version: str,
    progress: Progress = silent,
) -> Run:
    """Ask every question of `gold` and measure what comes back.

    `ask` is a chain over `library`, `describe` gives an answer as the command prints it. Raises
    KnownError when the gold set is about other articles than the library's.
    """
    snapshot = library.snapshot()
    check_fits(gold.items, snapshot)
    asked = []
    for done, item in enumerate(gold.items, start=1):
        asked.append(_asked(item, ask, snapshot))
        progress("question", done, len(gold.items))
    ranking = ranking_measures([(each.item, each.hits) for each in asked])
    cited = {each.item.id: {c.article_id for c in each.answer.citations} for each in asked}
    shared = parity(gold.items, cited)
    items = tuple(
        _judged(each, ranking.get(each.item.id, {}), shared.get(each.item.id), snapshot, describe)
        for each in asked
    )
    whole = summarised(items)
    return Run(
        gold=gold.name,
        gold_sha256=gold.sha256,
        questions=len(items),
        index=Index(snapshot.generation, snapshot.fingerprint),
        answerer=answerer,
        settings=settings,
        version=version,
        measures=whole.measures,
        counts=whole.counts,
        slices=sliced(items),
        curves=curves(items),
        items=items,
        latency=latency({each.item.id: each.milliseconds for each in asked}),
    )


def _asked(item: GoldItem, ask: Callable[[Question], Answer], snapshot: Snapshot) -> _Asked:
    question = Question(item.question, tuple(Turn(text, "") for text in item.previous))
    started = perf_counter()
    answer = ask(question)
    milliseconds = round((perf_counter() - started) * 1000, 1)
    found = LibraryRetriever(snapshot=snapshot, k=DEPTH, language=answer.language)
    hits = tuple(each.metadata["hit"] for each in found.invoke(answer.searched_as))
    return _Asked(
        item,
        answer,
        milliseconds,
        hits,
        tuple(span.words(snapshot.article(span.article)) for span in item.spans),
        _withheld(answer, hits, snapshot) if item.answerable and answer.abstained else Said(),
    )


def _withheld(answer: Answer, hits: Sequence[Hit], snapshot: Snapshot) -> Said:
    """What the embedded answerer would have said: a confidence is judged by it, too."""
    evidence = tuple(Evidence(hit, snapshot.article(hit.passage.article_id)) for hit in hits)
    draft = ExtractiveAnswerer(snapshot).draft(answer.searched_as, answer.language, evidence)
    return Said.of(check(draft, evidence))


def _judged(
    asked: _Asked,
    ranking: Mapping[str, float],
    shared: float | None,
    snapshot: Snapshot,
    describe: Callable[[Answer], Json],
) -> ItemResult:
    """`shared` is the parity with the same question in the other language, if that was asked."""
    item, answer = asked.item, asked.answer
    right = item.answerable and correctness(asked.judged, item, asked.spans) >= RIGHT
    measures = {
        **ranking,
        **_of_the_answer(asked, snapshot),
        **({} if shared is None else {"parity": shared}),
        "Brier": brier(answer.confidence, right),
    }
    printed = describe(answer)
    return ItemResult(
        id=item.id,
        question=item.question,
        language=item.language,
        kind=item.kind,
        answerable=item.answerable,
        near_miss=item.near_miss,
        cross_lingual=item.cross_lingual,
        right=right,
        measures=measures,
        answer={name: value for name, value in printed.items() if name != "timings_ms"},
        withheld=asked.withheld.text,
        retrieved=tuple(
            _retrieved(rank, hit, item, snapshot) for rank, hit in enumerate(asked.hits, start=1)
        ),
        gold=tuple(
            GoldQuote(span.article, snapshot.article(span.article).title, span.start, span.end, q)
            for span, q in zip(item.spans, asked.spans, strict=True)
        ),
        why=why_failed(item, answer, asked.judged, asked.spans, asked.hits, measures, right),
    )


def _of_the_answer(asked: _Asked, snapshot: Snapshot) -> Figures:
    item, answer = asked.item, asked.answer
    said = Said.of(answer)
    measures = gate_measures(said, snapshot)
    if not item.answerable:
        refused = float(answer.abstained)
        near = {"refused_near_miss": refused} if item.near_miss else {}
        return {**measures, "refused": refused, **near}
    return {
        **measures,
        **citation_measures(said, item),
        "answer_correct": correctness(said, item, asked.spans),
        "first_sentence_answers": first_sentence_answers(said, item, asked.spans),
        "answered": float(not answer.abstained),
    }


def _retrieved(rank: int, hit: Hit, item: GoldItem, snapshot: Snapshot) -> Retrieved:
    passage = hit.passage
    article = snapshot.article(passage.article_id)
    return Retrieved(
        rank=rank,
        article_id=article.id,
        title=article.title,
        start=passage.start,
        end=passage.end,
        relevant=answers(hit, item),
        text=article.text[passage.start : passage.end],
    )
